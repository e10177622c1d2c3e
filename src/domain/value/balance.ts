import { betaQuantile } from '../stats/beta-quantile.ts';
import type { Interval } from '../stats/interval.ts';

/** Points laid on both sides of every balance, so that a newcomer stays near 1 until there is evidence. */
export const PRIOR_POINTS = 1;

/** Points created and consumed by one account or by a group; what rests on counts without names is never in them. */
export interface Points {
  readonly created: number;
  readonly consumed: number;
}

/**
 * Balance between value created and consumed: (created + a) / (consumed + a) with a = 1 point. 1 is parity, 2 means twice
 * as much given as received. Says nothing about who has no bookings: callers give null there.
 * @example balance({ created: 3, consumed: 1 }) // 2
 */
export function balance({ created, consumed }: Points): number {
  return (created + PRIOR_POINTS) / (consumed + PRIOR_POINTS);
}

/**
 * Balance in doublings: 0 is parity, 1 twice as much given as received, -1 half.
 * @example log2Balance({ created: 0, consumed: 3 }) // -2
 */
export function log2Balance(points: Points): number {
  return Math.log2(balance(points));
}

/**
 * How near a balance is to 1:1, in (0, 1]; the same for a balance and its reciprocal, because what is not used back is
 * lost whichever side it stays on.
 * @example closeness(0.25) // 0.25
 */
export function closeness(ratio: number): number {
  return Math.exp(-Math.abs(Math.log(ratio)));
}

/**
 * 95 % limits of the log2 balance of one account: log2 odds of the 2.5 and 97.5 % quantiles of
 * Beta(created + a, consumed + a), which treats points as independent trials. Swapping the sides mirrors the limits.
 * Throws RangeError `invalid points: -1`. Two Beta quantiles.
 */
export function log2BalanceInterval({ created, consumed }: Points): Interval {
  for (const points of [created, consumed]) if (!(points >= 0 && points < Infinity)) throw new RangeError(`invalid points: ${points}`);
  // the upper limit is read from the swapped distribution: 1 - x loses digits near 1, x near 0 does not
  const low = log2Odds(betaQuantile(0.025, created + PRIOR_POINTS, consumed + PRIOR_POINTS));
  const high = -log2Odds(betaQuantile(0.025, consumed + PRIOR_POINTS, created + PRIOR_POINTS));
  return { low, high };
}

function log2Odds(share: number): number {
  return (Math.log(share) - Math.log1p(-share)) / Math.LN2;
}
