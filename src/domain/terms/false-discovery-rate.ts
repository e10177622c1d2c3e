/**
 * Benjamini-Hochberg q values: for each p value the smallest rate of false discoveries at which it would still be one.
 * `pValues` in any order, each in [0, 1]; same order back. O(n log n).
 * Source: Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57(1):289-300; q as their adjusted p value.
 * @example falseDiscoveryRates([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function falseDiscoveryRates(pValues: readonly number[]): number[] {
  const order = pValues.map((_, position) => position).sort((first, second) => (pValues[second] ?? 0) - (pValues[first] ?? 0));
  const rates = new Array<number>(pValues.length).fill(1);
  let least = 1;
  order.forEach((position, place) => {
    const rank = pValues.length - place;
    least = Math.min(least, ((pValues[position] ?? 0) * pValues.length) / rank);
    rates[position] = least;
  });
  return rates;
}
