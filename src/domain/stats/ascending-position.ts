/**
 * Number of values strictly below `bound` in an ascending list: the place where `bound` would be put first. O(log n).
 * @example ascendingPosition([1, 2, 2, 5], 2) // 1
 */
export function ascendingPosition(ascending: ArrayLike<number>, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
