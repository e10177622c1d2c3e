import { betaQuantile } from '../stats/beta-quantile.ts';
import type { Estimate } from '../stats/interval.ts';

/**
 * A share with a flat prior: mean and 95 % limits of Beta(1 + successes, 1 + failures), which never says 0 or 1 from a
 * handful of cases. Throws RangeError `invalid share: 3 of 2`.
 * @example shareWithPrior(1, 2).estimate // 0.5
 */
export function shareWithPrior(successes: number, n: number): Estimate {
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`invalid share: ${successes} of ${n}`);
  const a = 1 + successes;
  const b = 1 + n - successes;
  return { estimate: a / (a + b), low: betaQuantile(0.025, a, b), high: betaQuantile(0.975, a, b) };
}
