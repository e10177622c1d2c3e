import type { Estimate } from '../stats/interval.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import { LEAST_CASES, type TrustPart } from './trust-part.ts';

/** A count of a count. */
export interface CountedShare {
  readonly kept: number;
  readonly n: number;
}

/**
 * Difference of two independent shares, first less second, with 95 % limits that join both Wilson intervals and stay within
 * -1 and 1. Null when either has no cases.
 * Source: Newcombe 1998, Statistics in Medicine 17(8):873-890, method 10.
 * @example shareDifference({ kept: 56, n: 70 }, { kept: 48, n: 80 })?.estimate.toFixed(2) // '0.20'
 */
export function shareDifference(first: CountedShare, second: CountedShare): Estimate | null {
  const [one, other] = [wilsonInterval(first.kept, first.n), wilsonInterval(second.kept, second.n)];
  if (one === null || other === null) return null;
  const [a, b] = [first.kept / first.n, second.kept / second.n];
  return { estimate: a - b, low: a - b - Math.hypot(a - one.low, other.high - b), high: a - b + Math.hypot(one.high - a, b - other.low) };
}

/** The latest quarter with a rate against all earlier ones together. */
export interface AgainstOwnPast {
  readonly key: string;
  readonly latest: CountedShare;
  readonly earlier: CountedShare;
  readonly difference: Estimate;
}

/**
 * A brand against its own past: the latest quarter that has a rate, less all earlier quarters added up. Quarters in time order.
 * Null without a rate in the latest, or with fewer than twenty seen outcomes before it. Kept of kept, late and broken, as {@link file://./promises-kept.ts} counts them.
 */
export function againstOwnPast(quarters: readonly { readonly key: string; readonly part: TrustPart }[]): AgainstOwnPast | null {
  const at = quarters.findLastIndex(({ part }) => part.estimate !== null);
  const last = quarters[at];
  if (last === undefined) return null;
  const shareOf = (parts: readonly TrustPart[]): CountedShare => ({ kept: parts.reduce((sum, { beside }) => sum + (beside['kept'] ?? 0), 0), n: parts.reduce((sum, { n }) => sum + n, 0) });
  const latest = shareOf([last.part]);
  const earlier = shareOf(quarters.slice(0, at).map(({ part }) => part));
  const difference = earlier.n < LEAST_CASES ? null : shareDifference(latest, earlier);
  return difference === null ? null : { key: last.key, latest, earlier, difference };
}
