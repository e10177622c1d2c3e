/**
 * How far two mixes are from each other: the square root of the Jensen-Shannon divergence with logarithms of base 2, in
 * [0, 1]; 0 = the same shares, 1 = nothing in common. A metric: symmetric, and it obeys the triangle inequality. Takes counts
 * or shares of the same kinds in the same order; each side is divided by its own sum. Null where a side has no sum. O(kinds).
 * Throws RangeError `mixes of different length: 3 and 4`.
 * Source: Lin 1991, IEEE Transactions on Information Theory 37:145-151; Endres & Schindelin 2003, ibid. 49:1858-1860.
 * @example jensenShannonDistance([1, 0], [0, 1]) // 1
 */
export function jensenShannonDistance(one: ArrayLike<number>, other: ArrayLike<number>): number | null {
  if (one.length !== other.length) throw new RangeError(`mixes of different length: ${one.length} and ${other.length}`);
  const [first, second] = [sumOf(one), sumOf(other)];
  if (first <= 0 || second <= 0) return null;
  let divergence = 0;
  for (let kind = 0; kind < one.length; kind += 1) {
    const [p, q] = [(one[kind] ?? 0) / first, (other[kind] ?? 0) / second];
    const middle = (p + q) / 2;
    if (p > 0) divergence += (p * Math.log2(p / middle)) / 2;
    if (q > 0) divergence += (q * Math.log2(q / middle)) / 2;
  }
  return Math.sqrt(Math.min(1, Math.max(0, divergence)));
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) sum += values[place] ?? 0;
  return sum;
}
