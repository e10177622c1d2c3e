import { complementaryError } from './complementary-error.ts';

/**
 * Standard normal distribution function: the probability of a value up to `z`, accurate in both tails.
 * Source: Abramowitz & Stegun 1964, 26.2.29.
 * @example normalCdf(0) // 0.5
 */
export function normalCdf(z: number): number {
  return complementaryError(-z / Math.SQRT2) / 2;
}
