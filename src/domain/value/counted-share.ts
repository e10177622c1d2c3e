import { wilsonInterval } from '../stats/wilson-interval.ts';
import { LEAST_AUTHORS } from '../response/response-floors.ts';

/** Fewer cases than this are said as "7 of 22". */
export const LEAST_SHARE_CASES = 30;

/** How many of n, with the share and its interval where there are enough. */
export interface CountedShare {
  readonly count: number;
  readonly n: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A share of pieces with its 95 % interval (Wilson); from fewer than thirty cases or ten authors the counts alone, because one
 * person who writes much would carry it. Throws RangeError `invalid share: 5 of 3`.
 * @example countedShare(7, 22, 20) // { count: 7, n: 22, share: null, low: null, high: null }
 */
export function countedShare(count: number, n: number, authors: number): CountedShare {
  const interval = wilsonInterval(count, n);
  if (interval === null || n < LEAST_SHARE_CASES || authors < LEAST_AUTHORS) return { count, n, share: null, low: null, high: null };
  return { count, n, share: count / n, low: interval.low, high: interval.high };
}
