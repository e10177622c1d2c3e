import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { tribeColorAt } from '../../charts/intent-style.ts';
import type { MapArrow } from '../../charts/map-trails.ts';
import { groupName, type TrailPoint } from './map-groups.ts';

/** Groups in two periods as the engine gives them. */
export type CompareValue = OperationValue<'value.mapCompare'>;
/** One of them. */
export type ComparedGroup = CompareValue['groups'][number];

const place = ({ created, consumed, log2Balance }: TrailPoint): MapArrow['from'] | null => (created === null || consumed === null || log2Balance === null ? null : { created, consumed, log2Balance });

/** Moves of the groups that are placed in both periods. */
export function compareArrows({ groups }: CompareValue): MapArrow[] {
  return groups.flatMap(({ id, color, before, after, verdict }) => {
    const [from, to] = [place(before), place(after)];
    return from === null || to === null ? [] : [{ key: id, color: tribeColorAt(color), from, to, clear: verdict === 'towards-giving' || verdict === 'towards-receiving' }];
  });
}

/** A balance with its limits, or that people are too few, with how many there were. */
export function balanceCell({ people, log2Balance, low, high }: TrailPoint, voice: ChartVoice): string {
  if (log2Balance === null || low === null || high === null) return voice.text('tribes.compare.fewPeople', { count: people });
  return voice.text('tribes.card.balanceRange', { balance: voice.number(2 ** log2Balance), low: voice.number(2 ** low), high: voice.number(2 ** high) });
}

/** A shift as the factor by which the balance changed: "× 1.8 (between 1.2 and 2.6)". */
export function shiftCell({ shift, low, high }: ComparedGroup, voice: ChartVoice): string {
  if (shift === null || low === null || high === null) return '–';
  return voice.text('tribes.compare.factor', { factor: voice.number(2 ** shift), low: voice.number(2 ** low), high: voice.number(2 ** high) });
}

/** The finding: groups whose direction is clear, in words; that none is, or that nothing can be compared. */
export function compareTitle({ groups }: CompareValue, voice: ChartVoice): string {
  const compared = groups.filter(({ verdict }) => verdict !== 'too-few');
  if (compared.length === 0) return voice.text('tribes.compare.title.none');
  const named = (verdict: ComparedGroup['verdict']): string => voice.list(compared.filter((group) => group.verdict === verdict).map((group) => voice.text('tribes.compare.quoted', { name: groupName(group, voice) })));
  const [giving, receiving] = [named('towards-giving'), named('towards-receiving')];
  if (giving !== '' && receiving !== '') return voice.text('tribes.compare.title.both', { giving, receiving });
  if (giving !== '') return voice.text('tribes.compare.title.giving', { giving });
  return receiving === '' ? voice.text('tribes.compare.title.unclear', { count: compared.length }) : voice.text('tribes.compare.title.receiving', { receiving });
}

/** The comparison as a table. */
export function compareTable({ groups }: CompareValue, caption: string, voice: ChartVoice): ChartTable {
  return {
    caption,
    columns: (['name', 'before', 'after', 'shift', 'verdict'] as const).map((key) => ({ key, label: voice.text(`tribes.compare.columns.${key}`) })),
    rows: groups.map((group) => [groupName(group, voice), balanceCell(group.before, voice), balanceCell(group.after, voice), shiftCell(group, voice), voice.text(`tribes.compare.verdict.${group.verdict}`)]),
  };
}
