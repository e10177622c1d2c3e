import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** One group of the waiting curves as the engine gives it. */
export type SurvivalGroup = OperationValue<'response.survival'>['groups'][number];

/** The four outcomes in the order in which they are always shown. */
export const OUTCOME_ORDER = ['public', 'private', 'nod', 'silence'] as const;
export type OutcomeCode = (typeof OUTCOME_ORDER)[number];

/** How many requests of a group met each outcome; null under the floors. `silence` is what is left of n, nods included elsewhere. */
export function outcomeCounts({ n, answered, sentToPrivate, nods, censored }: SurvivalGroup): Readonly<Record<OutcomeCode, number>> | null {
  if (answered === null || censored === null) return null;
  const hidden = sentToPrivate ?? 0;
  const nodded = nods ?? 0;
  return { public: Math.max(0, answered - hidden), private: hidden, nod: nodded, silence: Math.max(0, n - answered - nodded) };
}

/** A figure and what stands under it: its limits, written out; null when it has none. */
export interface FigureText {
  readonly main: string;
  readonly limits: string | null;
}

/** A figure on one line: "31 in 100 (between 27 and 35)". */
export function onOneLine({ main, limits }: FigureText): string {
  return limits === null ? main : `${main} (${limits})`;
}

function alone(main: string): FigureText {
  return { main, limits: null };
}

/**
 * The share answered within a wait: in a hundred with its interval from 30 cases on, about k of n below, "too few" under
 * the floors, "not known" beyond the follow-up.
 */
export function withinFigure(group: Pick<SurvivalGroup, 'n' | 'tooFew' | 'answeredWithin'>, seconds: number, voice: ChartVoice): FigureText {
  const found = group.answeredWithin.find((share) => share.seconds === seconds);
  if (group.tooFew) return alone(voice.text('response.within.few', { n: voice.count(group.n) }));
  if (found?.estimate == null) return alone(voice.text('response.within.unknown'));
  const { estimate, low, high } = found;
  if (group.n < voice.shareFloor) return alone(voice.text('response.within.count', { k: voice.count(Math.round(estimate * group.n)), n: voice.count(group.n) }));
  const limits = low === null || high === null ? null : voice.text('response.within.between', { low: voice.inHundred(low), high: voice.inHundred(high) });
  return { main: voice.text('response.within.share', { share: voice.inHundred(estimate) }), limits };
}

/**
 * The median wait with its limits; "more than X" (X = longest follow-up) when half were never answered.
 */
export function medianFigure({ tooFew, n, medianSeconds, medianLow, medianHigh, longestFollowUpSeconds }: Pick<SurvivalGroup, 'n' | 'tooFew' | 'medianSeconds' | 'medianLow' | 'medianHigh' | 'longestFollowUpSeconds'>, voice: ChartVoice): FigureText {
  if (tooFew) return alone(voice.text('response.within.few', { n: voice.count(n) }));
  if (medianSeconds === null) {
    return alone(longestFollowUpSeconds === null ? voice.text('response.within.unknown') : voice.text('response.within.moreThan', { time: voice.duration(longestFollowUpSeconds) }));
  }
  return { main: voice.duration(medianSeconds), limits: waitLimits(medianLow, medianHigh, voice) };
}

/** The restricted mean wait with its limits; "not known" when the follow-up is shorter than the horizon. */
export function meanFigure({ tooFew, n, restrictedMeanSeconds, restrictedMeanLow, restrictedMeanHigh }: Pick<SurvivalGroup, 'n' | 'tooFew' | 'restrictedMeanSeconds' | 'restrictedMeanLow' | 'restrictedMeanHigh'>, voice: ChartVoice): FigureText {
  if (tooFew) return alone(voice.text('response.within.few', { n: voice.count(n) }));
  if (restrictedMeanSeconds === null) return alone(voice.text('response.within.unknown'));
  return { main: voice.duration(restrictedMeanSeconds), limits: waitLimits(restrictedMeanLow, restrictedMeanHigh, voice) };
}

/** Limits of a wait in short units; open upwards where the upper one is not reached. */
function waitLimits(low: number | null, high: number | null, voice: ChartVoice): string | null {
  if (low === null) return null;
  if (high === null) return voice.text('response.within.open', { low: voice.shortDuration(low) });
  return voice.text('response.within.between', { low: voice.shortDuration(low), high: voice.shortDuration(high) });
}

/** A p value as text: three decimals, "less than 0.001" below. */
export function pText(p: number | null, voice: ChartVoice): string {
  if (p === null) return '–';
  return p < 0.001 ? voice.text('response.tests.small') : voice.number(Math.round(p * 1000) / 1000);
}
