/**
 * Gini coefficient of non-negative amounts: 0 when all have the same, 1 when one has everything (reached because of the factor
 * n/(n-1), without which small groups look more equal than they are). Fewer than two amounts, or a sum of 0: null.
 * Throws RangeError `invalid amount: -1`. O(n log n), input untouched.
 * Source: Gini 1912, Variabilità e mutabilità; small-sample factor: Deltas 2003, Review of Economics and Statistics 85(1):226-234.
 * @example giniCoefficient([0, 0, 4]) // 1
 */
export function giniCoefficient(amounts: ArrayLike<number>): number | null {
  const ascending = Float64Array.from(amounts).sort();
  const count = ascending.length;
  let total = 0;
  let ranked = 0;
  for (let i = 0; i < count; i += 1) {
    const amount = ascending[i] ?? 0;
    if (!(amount >= 0 && amount < Infinity)) throw new RangeError(`invalid amount: ${amount}`);
    total += amount;
    ranked += (2 * (i + 1) - count - 1) * amount;
  }
  if (count < 2 || total === 0) return null;
  return ranked / ((count - 1) * total);
}
