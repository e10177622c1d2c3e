import { tieGraph, type TieGraph } from '../../src/domain/network/tie-graph.ts';
import { seededRandom } from '../../src/domain/stats/seeded-random.ts';

/** A made-up graph: groups of 50 to 2,000 people, degrees with a heavy tail, three ties in ten leading out of the group. */
export function madeUpTies(people: number, ties: number, seed: number): TieGraph {
  const random = seededRandom(seed);
  const groupStart: number[] = [];
  for (let start = 0; start < people; start += Math.floor(50 * (1 - random()) ** -0.7) % 1950 + 50) groupStart.push(start);
  const groupOf = new Int32Array(people);
  groupStart.forEach((start, group) => groupOf.fill(group, start, groupStart[group + 1] ?? people));
  // Early members of a group and early people write most.
  const skewed = (from: number, to: number): number => from + Math.floor((to - from) * random() ** 3);
  const columns = { from: new Int32Array(ties), to: new Int32Array(ties), weight: new Float64Array(ties) };
  for (let tie = 0; tie < ties; tie += 1) {
    const one = tie < people ? tie : Math.floor(random() * people);
    const group = groupOf[one] ?? 0;
    let other = one;
    while (other === one) other = random() < 0.3 ? skewed(0, people) : skewed(groupStart[group] ?? 0, groupStart[group + 1] ?? people);
    columns.from[tie] = one;
    columns.to[tie] = other;
    columns.weight[tie] = 2 ** (-4 * random());
  }
  return tieGraph(people, columns);
}
