/**
 * Ranks from 1, ties sharing the mean of the places they take. Any finite values, in any order; the ranks stand in the
 * order of the values. No values: no ranks. O(n log n), input untouched.
 * Source: Kendall 1945, Biometrika 33(3):239-251.
 * @example Array.from(midRanks([3, 1, 3])) // [2.5, 1, 2.5]
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const count = values.length;
  const order = Uint32Array.from({ length: count }, (_, place) => place).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const ranks = new Float64Array(count);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let place = from; place < to; place += 1) ranks[order[place] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
