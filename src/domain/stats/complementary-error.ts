/**
 * Complementary error function erfc(x) = 1 - erf(x), to about 1e-14 relative in both tails (0 once below the smallest number).
 * Two forms, each where it converges: the series of positive terms for |x| < 2, the continued fraction beyond.
 * Source: Abramowitz & Stegun 1964, 7.1.6 and 7.1.14.
 * @example complementaryError(0) // 1
 */
export function complementaryError(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < 0) return 2 - complementaryError(-x);
  if (x > 27.5) return 0;
  const squared = x * x;
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= (2 * squared) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-squared) * sum;
  }
  let fraction = x;
  for (let n = 160; n >= 1; n -= 1) fraction = x + n / 2 / fraction;
  return Math.exp(-squared) / (Math.sqrt(Math.PI) * fraction);
}
