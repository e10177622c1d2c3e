/**
 * Kendall's tau-b between two scorings of the same things: agreements less disagreements over all pairs, with ties allowed for, in
 * [-1, 1]. Null under two things, or when one scoring ties all of them. Throws RangeError `invalid lengths: 3 and 2`.
 * O(n²). Source: Kendall 1945, Biometrika 33(3):239-251.
 * @example kendallTau([1, 2, 3], [1, 3, 2]) // 0.3333333333333333
 */
export function kendallTau(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const n = first.length;
  if (second.length !== n) throw new RangeError(`invalid lengths: ${n} and ${second.length}`);
  let agreement = 0;
  let apartInFirst = 0;
  let apartInSecond = 0;
  for (let one = 1; one < n; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const a = Math.sign((first[one] ?? 0) - (first[other] ?? 0));
      const b = Math.sign((second[one] ?? 0) - (second[other] ?? 0));
      agreement += a * b;
      apartInFirst += Math.abs(a);
      apartInSecond += Math.abs(b);
    }
  }
  return apartInFirst === 0 || apartInSecond === 0 ? null : agreement / Math.sqrt(apartInFirst * apartInSecond);
}
