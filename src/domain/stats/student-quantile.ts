import { incompleteBeta } from './incomplete-beta.ts';
import { NORMAL_975 } from './interval.ts';

const STEPS = 80;

/**
 * The 97.5 % point of Student's t with `degrees` > 0 (infinity: the normal's). Found by bisection of the distribution function
 * through the incomplete beta function, to about 1e-10. Throws RangeError `invalid degrees of freedom: 0`.
 * Source: Student 1908, Biometrika 6(1):1-25; Abramowitz & Stegun 1964, 26.7.1.
 * @example studentQuantile975(Infinity) // 1.959963984540054
 */
export function studentQuantile975(degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`invalid degrees of freedom: ${degrees}`);
  if (degrees > 1e7) return NORMAL_975;
  const below = (t: number): number => 1 - incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
  let low = 0;
  let high = 2;
  while (below(high) < 0.975) high *= 2;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < 0.975) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
