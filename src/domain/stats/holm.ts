/**
 * p values adjusted for several tests looked at together: the chance that any of them errs stays under 5 % when the adjusted
 * ones are read against 5 %. Same order as given; each at least the raw one, at most 1. Throws RangeError `invalid p value: 2`.
 * Source: Holm 1979, Scandinavian Journal of Statistics 6(2):65-70.
 * @example holmAdjusted([0.5, 0.25]) // [0.5, 0.5]
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  for (const p of pValues) if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid p value: ${p}`);
  const ascending = pValues.map((p, index) => ({ p, index })).sort((one, other) => one.p - other.p);
  const adjusted = pValues.slice();
  let largest = 0;
  ascending.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
