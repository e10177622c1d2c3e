import { normalCdf } from './normal-cdf.ts';

/** A trend over groups in order: its sign and how likely one at least as strong is where there is none. */
export interface ShareTrend {
  /** Positive where the share rises from one group to the next. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Cochran-Armitage test for a trend in shares over groups in order, scores 0, 1, 2 and so on, without correction for continuity.
 * `groups`: of `n` cases `k`, in order; groups without cases keep their place. Null with fewer than two groups that have cases, and
 * where all cases are alike. Throws RangeError `invalid share: 5 of 3`. O(groups).
 * Source: Armitage 1955, Biometrics 11(3):375-386.
 * @example trendInShares([{ k: 1, n: 10 }]) // null
 */
export function trendInShares(groups: readonly { readonly k: number; readonly n: number }[]): ShareTrend | null {
  for (const { k, n } of groups) if (!(k >= 0 && k <= n)) throw new RangeError(`invalid share: ${k} of ${n}`);
  const all = groups.reduce((sum, { n }) => sum + n, 0);
  const counted = groups.reduce((sum, { k }) => sum + k, 0);
  if (groups.filter(({ n }) => n > 0).length < 2 || counted === 0 || counted === all) return null;
  const share = counted / all;
  const middle = groups.reduce((sum, { n }, score) => sum + score * n, 0) / all;
  const moved = groups.reduce((sum, { k, n }, score) => sum + (score - middle) * (k - share * n), 0);
  const variance = share * (1 - share) * groups.reduce((sum, { n }, score) => sum + n * (score - middle) ** 2, 0);
  const z = moved / Math.sqrt(variance);
  return { z, p: Math.min(1, 2 * normalCdf(-Math.abs(z))) };
}
