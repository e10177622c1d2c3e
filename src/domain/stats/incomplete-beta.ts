import { logBeta } from './log-beta.ts';

/**
 * Regularised incomplete beta function: the probability that Beta(a, b) is at most x, for x in [0, 1] and positive shapes.
 * Continued fraction on the side where it converges fast, mirrored on the other; O(sqrt(max(a, b))).
 * Throws RangeError `invalid probability: 2` or `invalid shape: 0`.
 * Source: Abramowitz & Stegun 1964, 26.5.8, evaluated after Lentz 1976, Applied Optics 15(3):668-671.
 * @example incompleteBeta(0.25, 1, 1) // 0.25
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`invalid probability: ${x}`);
  const scale = logBeta(a, b);
  if (x === 0 || x === 1) return x;
  if (a === 1 && b === 1) return x;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - scale);
  if (x <= (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guarded = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  const limit = 300 + 10 * Math.sqrt(Math.max(a, b));
  for (let m = 1; m < limit; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}
