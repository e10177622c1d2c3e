import { wilsonInterval } from '../stats/wilson-interval.ts';

/** How many of a tribe's drawn people a person found right, with the interval; no share before anybody was judged. */
export interface TribePrecision {
  readonly judged: number;
  readonly right: number;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Fewer judged people than this give counts and an interval, and no share. */
const LEAST_JUDGED = 30;

/**
 * Precision of a rule from verdicts on drawn people: right among judged, Wilson interval. The share is left out under
 * thirty cases, the interval is always there: it is what says how little is known.
 * @example tribePrecision({ right: 0, wrong: 0 }).low // null
 */
export function tribePrecision({ right, wrong }: { readonly right: number; readonly wrong: number }): TribePrecision {
  const judged = right + wrong;
  const limits = wilsonInterval(right, judged);
  return { judged, right, estimate: judged < LEAST_JUDGED ? null : right / judged, low: limits?.low ?? null, high: limits?.high ?? null };
}
