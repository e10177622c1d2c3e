import type { OperationValue } from '../../contract/operations.ts';
import type { ChartVoice } from './chart-voice.ts';

type Tribe = OperationValue<'tribes.list'>['tribes'][number];

/** The name of a tribe: the one a person gave it, else its code in the lens's words. */
export function tribeName({ id, lens, name, title }: Pick<Tribe, 'id' | 'lens' | 'name' | 'title'>, voice: ChartVoice): string {
  if (title !== null) return title;
  if (lens === 'value') return voice.text(`tribes.zones.${name}`);
  if (id.startsWith('role:')) return voice.text(`tribes.role.${name}`);
  return name === '' ? voice.text('tribes.unnamed', { number: id.slice(id.indexOf(':') + 1) }) : name;
}
