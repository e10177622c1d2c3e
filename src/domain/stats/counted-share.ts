import { wilsonInterval } from './wilson-interval.ts';

/** Under this many cases a share is told as "7 of 22", never as a percentage. */
export const SHARE_FLOOR = 30;

/** How many of how many, with the share and its limits where they may be told. */
export interface CountedShare {
  readonly k: number;
  readonly n: number;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A share that is told as it may be told: counts always, the share with its Wilson limits from 30 cases on. One rule in one
 * place, so that window, command line and exports cannot disagree. Throws RangeError `invalid share: 5 of 3`.
 * Source: Wilson 1927, Journal of the American Statistical Association 22(158):209-212.
 * @example countedShare(7, 22) // { k: 7, n: 22, estimate: null, low: null, high: null }
 */
export function countedShare(k: number, n: number): CountedShare {
  const limits = wilsonInterval(k, n);
  if (limits === null || n < SHARE_FLOOR) return { k, n, estimate: null, low: null, high: null };
  return { k, n, estimate: k / n, ...limits };
}
