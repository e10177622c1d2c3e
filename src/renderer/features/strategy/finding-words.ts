import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { dayText } from '../../ui/day-text.ts';

/** A finding as it was kept and decided. */
export type FindingLine = OperationValue<'findings.list'>['findings'][number];
/** The list with its counts. */
export type FindingsValue = OperationValue<'findings.list'>;
/** How far a finding has come. */
export type FindingStateCode = FindingLine['state'];
/** What its figure is on the data of today. */
export type StandingLine = OperationValue<'findings.check'>['standings'][number];

type Unit = NonNullable<FindingLine['figure']>['unit'];
interface Figure { readonly estimate: number | null; readonly low: number | null; readonly high: number | null }

/** The states in the order of the board. */
export const FINDING_STATE_ORDER = ['to-discuss', 'accepted', 'postponed', 'rejected'] as const satisfies readonly FindingStateCode[];

function numberWords(value: number, unit: Unit, voice: ChartVoice): string {
  switch (unit) {
    case 'seconds': return voice.duration(value);
    case 'seconds-difference': return `${value < 0 ? '−' : '+'}${voice.duration(Math.abs(value))}`;
    case 'share': return voice.percent(value);
    case 'share-difference': return `${value < 0 ? '−' : '+'}${voice.percent(Math.abs(value))}`;
    case 'count': case 'points': return voice.count(value);
  }
}

/** A figure with its interval in words; "too few cases" where there is no number. */
export function figureWords({ estimate, low, high }: Figure, unit: Unit, voice: ChartVoice): string {
  if (estimate === null) return voice.text('strategy.tooFew');
  const value = numberWords(estimate, unit, voice);
  return low === null || high === null ? value : voice.text('strategy.between', { value, low: numberWords(low, unit, voice), high: numberWords(high, unit, voice) });
}

/** The sentence that opens the room. */
export function strategyOpening({ counts }: FindingsValue, voice: ChartVoice): string {
  const { total, withOwnerAndDate, late, byState } = counts;
  if (total === 0) return voice.text('strategy.opening.none');
  const first = voice.text('strategy.opening.some', { count: total, owned: voice.count(withOwnerAndDate), open: voice.count(byState['to-discuss']) });
  return late === 0 ? first : `${first} ${voice.text('strategy.opening.late', { count: late })}`;
}

/** Accepted findings by their date, those without one last. */
export function planned(findings: readonly FindingLine[]): FindingLine[] {
  return findings.filter(({ state }) => state === 'accepted').sort((one, other) => (one.dueMs ?? Infinity) - (other.dueMs ?? Infinity) || one.madeMs - other.madeMs);
}

/** Findings with something advised or decided. */
export function advised(findings: readonly FindingLine[]): FindingLine[] {
  return findings.filter(({ recommendation, decision }) => recommendation !== '' || decision !== '');
}

/** True for an accepted finding whose day is over without an outcome. */
export function isOverdue({ state, dueMs, outcome }: FindingLine, nowMs: number): boolean {
  return state === 'accepted' && dueMs !== null && dayText(dueMs) < dayText(nowMs) && outcome === '';
}
