/**
 * Positions of the tests that survive at a false discovery rate: the largest k whose k-th smallest p is at most k/n times the
 * rate, and all smaller ones. `pValues` in any order, each in [0, 1]; returns positions ascending. O(n log n).
 * Source: Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57(1):289-300.
 * @example discoveries([0.2, 0.001, 0.04], 0.05) // [1]
 */
export function discoveries(pValues: readonly number[], rate: number): number[] {
  const order = pValues.map((p, position) => ({ p, position })).sort((first, second) => first.p - second.p);
  let kept = 0;
  order.forEach(({ p }, rank) => {
    if (p <= ((rank + 1) / order.length) * rate) kept = rank + 1;
  });
  return order.slice(0, kept).map(({ position }) => position).sort((first, second) => first - second);
}
