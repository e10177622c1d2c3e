/**
 * The rising steps that come closest to a series, by weighted least squares: neighbours that fall are pooled into their weighted
 * mean until none does. `values` and `weights` run in parallel, weights > 0. Empty for none; a falling series becomes its mean.
 * Throws RangeError `invalid weight: 0` or `invalid lengths: 3 values, 2 weights`. O(n), input untouched.
 * Source: Ayer et al. 1955, Annals of Mathematical Statistics 26(4):641-647; Barlow et al. 1972, Statistical Inference under Order Restrictions.
 * @example [...isotonicRegression([1, 3, 2], [1, 1, 1])] // [1, 2.5, 2.5]
 */
export function isotonicRegression(values: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  const n = values.length;
  if (weights.length !== n) throw new RangeError(`invalid lengths: ${n} values, ${weights.length} weights`);
  const mean = new Float64Array(n);
  const weight = new Float64Array(n);
  const size = new Int32Array(n);
  let blocks = 0;
  for (let i = 0; i < n; i += 1) {
    const own = weights[i] ?? Number.NaN;
    if (!(own > 0)) throw new RangeError(`invalid weight: ${own}`);
    mean[blocks] = values[i] ?? Number.NaN;
    weight[blocks] = own;
    size[blocks] = 1;
    blocks += 1;
    while (blocks > 1 && (mean[blocks - 2] ?? 0) > (mean[blocks - 1] ?? 0)) {
      const [low, high] = [blocks - 2, blocks - 1];
      const total = (weight[low] ?? 0) + (weight[high] ?? 0);
      mean[low] = ((mean[low] ?? 0) * (weight[low] ?? 0) + (mean[high] ?? 0) * (weight[high] ?? 0)) / total;
      weight[low] = total;
      size[low] = (size[low] ?? 0) + (size[high] ?? 0);
      blocks -= 1;
    }
  }
  const fitted = new Float64Array(n);
  for (let block = 0, at = 0; block < blocks; block += 1) {
    fitted.fill(mean[block] ?? 0, at, at + (size[block] ?? 0));
    at += size[block] ?? 0;
  }
  return fitted;
}
