/**
 * Quantile of values already in ascending order, by linear interpolation between the two neighbours (type 7, the default of
 * R and NumPy). `probability` in [0, 1]. No values: null. Throws RangeError `invalid probability: 2`. O(1).
 * Source: Hyndman & Fan 1996, The American Statistician 50(4):361-365.
 * @example quantile([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantile(ascending: ArrayLike<number>, probability: number): number | null {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`invalid probability: ${probability}`);
  const last = ascending.length - 1;
  if (last < 0) return null;
  const position = probability * last;
  const below = Math.floor(position);
  const low = ascending[below] ?? 0;
  const high = ascending[Math.min(below + 1, last)] ?? low;
  return low + (position - below) * (high - low);
}
