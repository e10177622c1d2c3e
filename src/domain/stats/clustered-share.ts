import { SHARE_FLOOR, type CountedShare } from './counted-share.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Cases of one person: how many there are and how many of them count. */
export interface ShareCluster {
  readonly k: number;
  readonly n: number;
}

/**
 * How many cases a share is worth whose cases come from people with several each: n over the design effect, which is the variance
 * between people over that of independent cases, never under 1. Where all cases are alike the variance shows nothing, and as many
 * as there are people are taken. 0 without cases. Throws RangeError `invalid share: 5 of 3`. O(people).
 * Source: Kish 1965, Survey Sampling, section 8.2; Korn & Graubard 1998, Survey Methodology 24(2):193-201.
 * @example effectiveCases([{ k: 9, n: 9 }, { k: 4, n: 4 }]) // 2
 */
export function effectiveCases(clusters: readonly ShareCluster[]): number {
  const used = clusters.filter(({ n }) => n > 0);
  for (const { k, n } of used) if (!(k >= 0 && k <= n)) throw new RangeError(`invalid share: ${k} of ${n}`);
  const n = used.reduce((sum, one) => sum + one.n, 0);
  const k = used.reduce((sum, one) => sum + one.k, 0);
  if (n === 0) return 0;
  if (k === 0 || k === n || used.length < 2) return used.length;
  const share = k / n;
  const between = used.reduce((sum, one) => sum + (one.k - share * one.n) ** 2, 0) * (used.length / (used.length - 1));
  return n / Math.max(1, between / (n * share * (1 - share)));
}

/**
 * A share of cases that come from people with several each, told as it may be told: counts always; the share with its Wilson
 * limits on {@link effectiveCases} from 30 cases on, so that one person who repeats something does not make it look certain.
 * Source: Korn & Graubard 1998, Survey Methodology 24(2):193-201; Wilson 1927, JASA 22(158):209-212.
 * @example clusteredShare([{ k: 1, n: 2 }]) // { k: 1, n: 2, estimate: null, low: null, high: null }
 */
export function clusteredShare(clusters: readonly ShareCluster[]): CountedShare {
  const n = clusters.reduce((sum, one) => sum + one.n, 0);
  const k = clusters.reduce((sum, one) => sum + one.k, 0);
  const worth = effectiveCases(clusters);
  const limits = n < SHARE_FLOOR ? null : wilsonInterval((k / n) * worth, worth);
  return limits === null ? { k, n, estimate: null, low: null, high: null } : { k, n, estimate: k / n, ...limits };
}
