import type { AmountVerdict } from '../../model/initiative.ts';
import { studentQuantile975 } from '../../stats/student-quantile.ts';

/** Fewer earlier windows than this say nothing of what is usual. */
export const LEAST_EARLIER = 8;

/** What windows of one length usually hold: their mean, and between which limits the next one would be expected. */
export interface UsualRange {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly windows: number;
}

/**
 * Limits, 95 %, between which one more window like the earlier ones would lie: mean -+ t x s x sqrt(1 + 1/k). Amounts are never
 * below 0. Null under 8 windows. It knows no season: what returns every year looks unusual in it.
 * Source: Hahn & Meeker 1991, Statistical Intervals, section 4.7 (prediction interval, normal).
 * @example usualRange([4, 4, 4]) // null
 */
export function usualRange(earlier: readonly number[]): UsualRange | null {
  const windows = earlier.length;
  if (windows < LEAST_EARLIER) return null;
  const mean = earlier.reduce((sum, value) => sum + value, 0) / windows;
  const variance = earlier.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (windows - 1);
  const reach = studentQuantile975(windows - 1) * Math.sqrt(variance * (1 + 1 / windows));
  return { mean, low: Math.max(0, mean - reach), high: mean + reach, windows };
}

/** Where an amount lies in its usual range; `short` without a range, or without an amount (null). */
export function amountVerdict(value: number | null, usual: UsualRange | null): AmountVerdict {
  if (value === null || usual === null) return 'short';
  return value > usual.high ? 'above' : value < usual.low ? 'below' : 'usual';
}
