/**
 * Benjamini-Hochberg q values: for each p value the smallest rate of false discoveries at which it would still be one.
 * `pValues` in any order, each in [0, 1]; same order back. O(n log n).
 * Source: Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57(1):289-300; q as their adjusted p value.
 * @example falseDiscoveryRates([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function falseDiscoveryRates(pValues: readonly number[]): number[] {
  // numbers alone are sorted several times as fast as places by their numbers; equal ones share the rate of the last of them
  const ascending = Float64Array.from(pValues).sort();
  const rates = new Float64Array(ascending.length);
  let least = 1;
  for (let rank = ascending.length; rank > 0; rank -= 1) {
    least = Math.min(least, ((ascending[rank - 1] ?? 0) * ascending.length) / rank);
    rates[rank - 1] = least;
  }
  return pValues.map((p) => rates[lastPlace(ascending, p)] ?? 1);
}

/** The last place of a value in an ascending column that holds it. */
function lastPlace(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
