import { seededRandom } from '../stats/seeded-random.ts';

/**
 * The first `size` of a random order of people that depends on nothing but the seed and who they are: the same seed gives
 * a larger sample that begins with the smaller one. Ids in any order; fewer than `size` give all. O(n log n) for the
 * order by id, then O(size).
 * @example drawnPeople([3, 1, 2], { seed: 1, size: 3 }).length // 3
 */
export function drawnPeople(people: readonly number[], { seed, size }: { readonly seed: number; readonly size: number }): number[] {
  const order = Int32Array.from(people).sort();
  const random = seededRandom(seed);
  const taken = Math.min(size, order.length);
  for (let place = 0; place < taken; place += 1) {
    const other = place + Math.floor(random() * (order.length - place));
    [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
  }
  return [...order.subarray(0, taken)];
}
