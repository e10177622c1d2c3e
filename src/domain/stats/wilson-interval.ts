import type { Interval } from './interval.ts';
import { NORMAL_975 } from './interval.ts';

/**
 * Score interval of a share, 95 %: unlike the textbook one it stays inside [0, 1] and has a length at 0 of n and n of n.
 * `successes` of `trials`, both counts. No trials: null. Throws RangeError `invalid share: 5 of 3`.
 * Source: Wilson 1927, Journal of the American Statistical Association 22(158):209-212.
 * @example wilsonInterval(0, 0) // null
 */
export function wilsonInterval(successes: number, trials: number): Interval | null {
  if (!(trials >= 0 && successes >= 0 && successes <= trials)) throw new RangeError(`invalid share: ${successes} of ${trials}`);
  if (trials === 0) return null;
  const share = successes / trials;
  const squared = NORMAL_975 * NORMAL_975;
  const centre = share + squared / (2 * trials);
  const reach = NORMAL_975 * Math.sqrt((share * (1 - share)) / trials + squared / (4 * trials * trials));
  const scale = 1 + squared / trials;
  return {
    low: successes === 0 ? 0 : (centre - reach) / scale,
    high: successes === trials ? 1 : (centre + reach) / scale,
  };
}
