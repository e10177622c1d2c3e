import { answeredShare, knownAt, requestsIn, type ArrivedRequest, type WeekSpan } from './arrived-request.ts';
import { minutesBetween } from './drawn-requests.ts';
import { effectiveMinutes, effectiveRange } from './effective-minutes.ts';
import { silenceFit, tooFewArrived } from './silence-fit.ts';
import { silenceForecast, type ServicePlan } from './silence-forecast.ts';
import { WEEK_MINUTES } from './week-hours.ts';

/** Fewer whole weeks than this are not cut into weeks to learn from and weeks to be held against. */
export const LEAST_WEEKS = 8;
/** A held-out week with fewer requests is not judged. */
export const LEAST_IN_WEEK = 10;
/** The 90 % bands must hold at least this share of the held-out weeks. */
export const LEAST_COVERED = 0.8;
const MOST_HELD_OUT = 8;
const LEAST_HELD_OUT = 3;
const DAY_MINUTES = 1440;

/** How the back-test ended: `passed`, or why no forecast may be shown. */
export type BackTestVerdict = 'passed' | 'bands-miss' | 'no-better' | 'too-few-weeks' | 'team-does-not-fit';

/** One held-out week: the share answered within a day as it was and as it had been predicted. */
export interface HeldOutWeek {
  readonly week: number;
  readonly k: number;
  readonly n: number;
  readonly observed: number;
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  readonly inside: boolean;
}

/** What the back-test found. */
export interface BackTest {
  readonly verdict: BackTestVerdict;
  readonly weeks: readonly HeldOutWeek[];
  readonly covered: number;
  /** Mean absolute error of the prediction, and of "same as last period"; null where no week was judged. */
  readonly error: number | null;
  readonly errorOfSame: number | null;
  /** Handling of the learning weeks, typed or fitted. */
  readonly minutes: { readonly low: number; readonly high: number } | null;
}

/** What the back-test depends on. */
export interface BackTestOptions {
  readonly span: WeekSpan;
  readonly intents: number;
  /** Today's team. */
  readonly plan: ServicePlan;
  /** Typed minutes; null fits effective ones on the learning weeks. */
  readonly minutes: { readonly low: number; readonly high: number } | null;
  readonly runs: number;
  /** Runs behind each handling time that is tried where minutes are fitted. */
  readonly fitRuns?: number;
  readonly seed: number;
}

/** How many of some weeks are held out: a quarter, three at least, eight at most. */
export function heldOutWeeks(weeks: number): number {
  return Math.min(MOST_HELD_OUT, Math.max(LEAST_HELD_OUT, Math.floor(weeks / 4)));
}

/**
 * Learns from the earlier weeks as they were known when the held-out ones began, and predicts for each of those the share answered
 * within a day, with today's team. Passed where the 90 % bands hold at least 80 % of the weeks and the mean absolute error is
 * below that of "same as last period": the share of as many weeks right before.
 */
export function simulatorBackTest(requests: readonly ArrivedRequest[], { span, intents, plan, minutes, runs, seed, fitRuns }: BackTestOptions): BackTest {
  const none = { weeks: [], covered: 0, error: null, errorOfSame: null, minutes };
  const total = span.last - span.first + 1;
  if (total < LEAST_WEEKS) return { ...none, verdict: 'too-few-weeks' };
  const held = heldOutWeeks(total);
  const learning: WeekSpan = { first: span.first, last: span.last - held };
  const known = knownAt(requests, (learning.last + 1) * WEEK_MINUTES);
  const learned = requestsIn(known, learning);
  const before = answeredShare(requestsIn(known, { first: learning.last - held + 1, last: learning.last }), DAY_MINUTES);
  const usual = answeredShare(learned, DAY_MINUTES);
  if (tooFewArrived(learned) || usual.share === null || before.share === null) return { ...none, verdict: 'too-few-weeks' };
  const fit = silenceFit(known, learning, intents);
  const fitted = minutes === null ? effectiveMinutes(fit, plan, { share: usual.share, seed, ...(fitRuns === undefined ? {} : { runs: fitRuns }) }) : null;
  const used = minutes ?? (fitted === null ? null : effectiveRange(fitted));
  if (used === null) return { ...none, verdict: 'team-does-not-fit' };
  const [forecast] = silenceForecast(fit, [plan], { runs, seed, weeks: held, handling: minutesBetween(used) });
  const same = before.share;
  const weeks = Array.from({ length: held }, (_, at): HeldOutWeek[] => {
    const week = learning.last + 1 + at;
    const { k, n, share } = answeredShare(requestsIn(requests, { first: week, last: week }), DAY_MINUTES);
    const band = forecast?.weeklyDay[at] ?? null;
    if (share === null || n < LEAST_IN_WEEK || band === null) return [];
    return [{ week, k, n, observed: share, predicted: band.estimate, low: band.low, high: band.high, inside: share >= band.low && share <= band.high }];
  }).flat();
  if (weeks.length < LEAST_HELD_OUT) return { ...none, weeks, minutes: used, verdict: 'too-few-weeks' };
  const covered = weeks.filter(({ inside }) => inside).length;
  const error = mean(weeks.map(({ observed, predicted }) => Math.abs(observed - predicted)));
  const errorOfSame = mean(weeks.map(({ observed }) => Math.abs(observed - same)));
  const verdict: BackTestVerdict = covered < LEAST_COVERED * weeks.length ? 'bands-miss' : error < errorOfSame ? 'passed' : 'no-better';
  return { verdict, weeks, covered, error, errorOfSame, minutes: used };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
