import { exactShare } from '../../domain/stats/exact-share.ts';

/** Under this many cases a share is told as "7 of 22". */
const SHARE_FLOOR = 30;

/** A share as few cases allow it: always "k of n" with exact limits, a share of its own only from thirty cases. */
export interface SmallShare {
  count: number;
  n: number;
  share: number | null;
  low: number | null;
  high: number | null;
}

/** {@link SmallShare} of counts; limits are null without cases. */
export function smallShare(count: number, n: number): SmallShare {
  const limits = exactShare(count, n);
  return { count, n, share: n < SHARE_FLOOR ? null : count / n, low: limits?.low ?? null, high: limits?.high ?? null };
}
