import { betaQuantile } from './beta-quantile.ts';
import type { Interval } from './interval.ts';

/**
 * Exact interval of a share, 95 %, from the binomial itself: it never covers less than it says, which counts where cases are few
 * and the Wilson interval may. Null without trials. Throws RangeError `invalid share: 5 of 3`.
 * Source: Clopper & Pearson 1934, Biometrika 26(4):404-413.
 * @example exactShare(0, 0) // null
 */
export function exactShare(successes: number, trials: number): Interval | null {
  if (!(Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && successes <= trials)) throw new RangeError(`invalid share: ${successes} of ${trials}`);
  if (trials === 0) return null;
  return {
    low: successes === 0 ? 0 : betaQuantile(0.025, successes, trials - successes + 1),
    high: successes === trials ? 1 : betaQuantile(0.975, successes + 1, trials - successes),
  };
}
