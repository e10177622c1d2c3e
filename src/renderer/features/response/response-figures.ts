import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** One group of the waiting curves as the engine gives it. */
export type SurvivalGroup = OperationValue<'response.survival'>['groups'][number];

/** Under this many cases a share is written as counts. */
export const SHARE_FLOOR = 30;

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

/**
 * The share answered within a wait as text: in a hundred with its interval from 30 cases on, about k of n below, "too few"
 * under the floors, "not known" beyond the follow-up.
 */
export function withinText(group: SurvivalGroup, seconds: number, voice: ChartVoice): string {
  const found = group.answeredWithin.find((share) => share.seconds === seconds);
  if (group.tooFew) return voice.text('response.within.few', { n: voice.count(group.n) });
  if (found?.estimate == null) return voice.text('response.within.unknown');
  const { estimate, low, high } = found;
  if (group.n < SHARE_FLOOR) return voice.text('response.within.count', { k: voice.count(Math.round(estimate * group.n)), n: voice.count(group.n) });
  if (low === null || high === null) return voice.text('response.within.rangeless', { share: voice.inHundred(estimate) });
  return voice.text('response.within.range', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
}

/**
 * The median wait as text with its limits; "more than X" (X = longest follow-up) when half were never answered.
 */
export function medianText({ tooFew, n, medianSeconds, medianLow, medianHigh, longestFollowUpSeconds }: SurvivalGroup, voice: ChartVoice): string {
  if (tooFew) return voice.text('response.within.few', { n: voice.count(n) });
  if (medianSeconds === null) {
    return longestFollowUpSeconds === null ? voice.text('response.within.unknown') : voice.text('response.within.moreThan', { time: voice.duration(longestFollowUpSeconds) });
  }
  const median = voice.duration(medianSeconds);
  if (medianLow === null) return median;
  const low = voice.duration(medianLow);
  return medianHigh === null ? voice.text('response.within.medianOpen', { median, low }) : voice.text('response.within.medianRange', { median, low, high: voice.duration(medianHigh) });
}

/** The restricted mean wait as text; "not known" when the follow-up is shorter than the horizon. */
export function meanText({ tooFew, n, restrictedMeanSeconds, restrictedMeanLow, restrictedMeanHigh }: SurvivalGroup, voice: ChartVoice): string {
  if (tooFew) return voice.text('response.within.few', { n: voice.count(n) });
  if (restrictedMeanSeconds === null) return voice.text('response.within.unknown');
  const median = voice.duration(restrictedMeanSeconds);
  if (restrictedMeanLow === null || restrictedMeanHigh === null) return median;
  return voice.text('response.within.medianRange', { median, low: voice.shortDuration(restrictedMeanLow), high: voice.shortDuration(restrictedMeanHigh) });
}

/** A p value as text: three decimals, "less than 0.001" below. */
export function pText(p: number | null, voice: ChartVoice): string {
  if (p === null) return '–';
  return p < 0.001 ? voice.text('response.tests.small') : voice.number(Math.round(p * 1000) / 1000);
}
