const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * Natural logarithm of the beta function B(a, b), for positive a and b. For large arguments the Stirling terms cancel by hand:
 * the difference of three log-gammas would lose the digits that a quantile of Beta(100000, 3) needs.
 * Throws RangeError `invalid shape: 0`.
 * Source: Didonato & Morris 1992, ACM Transactions on Mathematical Software 18(3):360-373.
 * @example logBeta(1, 1) // 0
 */
export function logBeta(a: number, b: number): number {
  for (const shape of [a, b]) if (!(shape > 0 && shape < Infinity)) throw new RangeError(`invalid shape: ${shape}`);
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (small === 1) return large === 1 ? 0 : -Math.log(large);
  if (small < 10) {
    // B(a, b) = B(a + 1, b) (a + b) / a lifts the arguments to where the asymptotic terms are exact to rounding.
    return logBeta(small + 1, large) + Math.log1p(large / small);
  }
  const correction = stirlingCorrection(small) + stirlingCorrection(large) - stirlingCorrection(small + large);
  return (
    -0.5 * Math.log(large) + HALF_LOG_TWO_PI + correction +
    (small - 0.5) * Math.log(small / (small + large)) + large * Math.log1p(-small / (small + large))
  );
}

/** What Stirling's formula leaves out of log-gamma, for x >= 10, to rounding. */
function stirlingCorrection(x: number): number {
  const inverse = 1 / (x * x);
  const series = 1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - inverse * (691 / 360360 - inverse / 156)))));
  return series / x;
}
