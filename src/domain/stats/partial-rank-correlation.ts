import { midRanks } from './mid-ranks.ts';

/** Three columns of equal length, one row a case. */
export interface RankedColumns {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** What is held equal. */
  readonly given: ArrayLike<number>;
}

/**
 * Spearman's correlation of x and y with a third column held equal, in [-1, 1]: Pearson's partial correlation of the
 * mid-ranks. Under four cases, or where a column is constant or follows the third one exactly: null, because nothing is
 * left to compare. Throws RangeError `invalid lengths: 3, 4, 3`. O(n log n), input untouched.
 * Source: Spearman 1904, American Journal of Psychology 15(1):72-101; Kendall 1942, Biometrika 32(3/4):277-283.
 */
export function partialRankCorrelation({ x, y, given }: RankedColumns): number | null {
  if (x.length !== y.length || x.length !== given.length) throw new RangeError(`invalid lengths: ${x.length}, ${y.length}, ${given.length}`);
  if (x.length < 4) return null;
  const [first, second, third] = [midRanks(x), midRanks(y), midRanks(given)];
  const xy = correlation(first, second);
  const xz = correlation(first, third);
  const yz = correlation(second, third);
  if (xy === null) return null;
  // a constant third column holds nothing equal and takes nothing away
  const [a, b] = [xz ?? 0, yz ?? 0];
  const left = (1 - a * a) * (1 - b * b);
  return left < 1e-12 ? null : Math.max(-1, Math.min(1, (xy - a * b) / Math.sqrt(left)));
}

/** Pearson's correlation; null where one of the two is constant. */
function correlation(first: Float64Array, second: Float64Array): number | null {
  const count = first.length;
  const mean = (count + 1) / 2;
  let [products, squares, others] = [0, 0, 0];
  for (let place = 0; place < count; place += 1) {
    const [a, b] = [(first[place] ?? 0) - mean, (second[place] ?? 0) - mean];
    products += a * b;
    squares += a * a;
    others += b * b;
  }
  return squares === 0 || others === 0 ? null : products / Math.sqrt(squares * others);
}
