import { ROLES, ZONES } from '../../../domain/model/codes.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { TribeNames } from '../../state/use-tribe-names.ts';
import type { Effect } from './people-types.ts';

/** A figure before and after, written. */
export interface EffectRow {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The figures of an effect: those that change, and the names of those that do not. */
export interface EffectRows {
  readonly changing: readonly EffectRow[];
  readonly unchanged: readonly string[];
}

/** A tribe by its id, `value:even` or `role:customer`; an id of another kind is shown as it is. */
export function tribeWords(id: string, voice: ChartVoice): string {
  const name = id.slice(id.indexOf(':') + 1);
  const zone = ZONES.find((known) => known === name);
  const role = ROLES.find((known) => known === name);
  if (id.startsWith('value:') && zone !== undefined) return voice.text(`codes.zone.${zone}`);
  return id.startsWith('role') && role !== undefined ? voice.text(`codes.role.${role}`) : name;
}

/** Writes the figures that a merge would change, tribes by the names they were given; figures that nothing is known of are left out. */
export function effectRows({ figures }: Pick<Effect, 'figures'>, voice: ChartVoice, tribeNames?: TribeNames): EffectRows {
  const changing: EffectRow[] = [];
  const unchanged: string[] = [];
  for (const { figure, tribe, before, after } of figures) {
    if (before === null && after === null) continue;
    const name = voice.text(`people.effect.figures.${figure}`, tribe === null ? {} : { tribe: tribeNames?.get(tribe) ?? tribeWords(tribe, voice) });
    const write = (value: number | null): string => (value === null ? voice.text('people.effect.unknown') : figure === 'gini-created' ? voice.number(value) : voice.count(value));
    // an inequality that moves by less than is written did not move
    if (write(before) === write(after)) unchanged.push(name);
    else changing.push({ key: `${figure} ${tribe ?? ''}`, name, before: write(before), after: write(after) });
  }
  return { changing, unchanged };
}
