import type { RuleCondition } from '../../../domain/model/tribe-rule.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** A condition as a person reads it: "parole: glutine", "messaggi da 3". */
export function conditionWords(condition: RuleCondition, voice: ChartVoice, tribeNames: ReadonlyMap<string, string>): string {
  const what = voice.text(`tribe.condition.op.${condition.op}`);
  const listed = (values: readonly string[]): string => (values.length === 0 ? what : voice.text('tribe.condition.is', { what, values: values.join(', ') }));
  const ranged = (name: string, from: string | null, to: string | null): string => {
    if (from !== null && to !== null) return voice.text('tribe.condition.between', { what: name, from, to });
    return from === null ? voice.text('tribe.condition.to_', { what: name, to: to ?? '' }) : voice.text('tribe.condition.from_', { what: name, from });
  };
  switch (condition.op) {
    case 'network': return listed(condition.is.map(voice.network));
    case 'kind': return listed(condition.is.map((kind) => voice.text(`tribe.condition.kinds.${kind}`)));
    case 'role': return listed(condition.is.map((role) => voice.text(`tribes.role.${role}`)));
    case 'intent': return listed(condition.is.map((intent) => voice.text(`codes.intent.${intent}`)));
    case 'tribe': return listed(condition.is.map((id) => tribeNames.get(id) ?? id));
    case 'people': return what;
    case 'first':
    case 'last': return ranged(what, condition.fromMs === undefined ? null : voice.date(condition.fromMs), condition.toMs === undefined ? null : voice.date(condition.toMs));
    case 'number': return ranged(voice.text(`tribe.condition.number.${condition.of}`), condition.from === undefined ? null : voice.number(condition.from), condition.to === undefined ? null : voice.number(condition.to));
    default: return listed(condition.is);
  }
}
