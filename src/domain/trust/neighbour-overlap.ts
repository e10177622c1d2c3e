/**
 * How much two tied people share of those they know: common neighbours / neighbours of either, the two themselves left out, in
 * [0, 1]. Neither knows anybody else: 0, for then nobody is shared. O(the smaller circle).
 * Source: Onnela et al. 2007, PNAS 104(18):7332-7336.
 * @example neighbourOverlap(1, 2, new Map([[1, new Set([2, 3])], [2, new Set([1, 3, 4])]])) // 0.5
 */
export function neighbourOverlap(one: number, other: number, circles: ReadonlyMap<number, ReadonlySet<number>>): number {
  const first = circles.get(one) ?? new Set<number>();
  const second = circles.get(other) ?? new Set<number>();
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  let common = 0;
  for (const person of small) if (large.has(person)) common += 1;
  const either = first.size - (first.has(other) ? 1 : 0) + second.size - (second.has(one) ? 1 : 0) - common;
  return either <= 0 ? 0 : common / either;
}
