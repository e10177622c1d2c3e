import { gammaDraw } from './gamma-draw.ts';
import type { RandomStream } from './seeded-random.ts';

/**
 * A draw from the beta distribution: one gamma draw over the sum of two. Both parameters > 0, else RangeError `invalid shape: 0`.
 * Source: Devroye 1986, Non-Uniform Random Variate Generation, section IX.4.1.
 */
export function betaDraw(first: number, second: number, random: RandomStream): number {
  const one = gammaDraw(first, random);
  const other = gammaDraw(second, random);
  return one + other === 0 ? first / (first + second) : one / (one + other);
}
