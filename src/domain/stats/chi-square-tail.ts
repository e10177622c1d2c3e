import { complementaryError } from './complementary-error.ts';

/**
 * Probability that a chi-square with one degree of freedom exceeds `statistic`: the p value of a two-group test.
 * Throws RangeError `invalid statistic: -1`.
 * Source: Abramowitz & Stegun 1964, 26.4.
 * @example chiSquareTail(0) // 1
 */
export function chiSquareTail(statistic: number): number {
  if (!(statistic >= 0)) throw new RangeError(`invalid statistic: ${statistic}`);
  return complementaryError(Math.sqrt(statistic / 2));
}
