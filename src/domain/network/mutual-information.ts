import type { Partition } from './partition.ts';
import { partitionTable } from './partition-table.ts';

function entropy(sizes: Float64Array, nodes: number): number {
  let sum = 0;
  for (const size of sizes) if (size > 0) sum -= (size / nodes) * Math.log(size / nodes);
  return sum;
}

/**
 * Mutual information of two partitions over the mean of their entropies: 1 when one tells the other fully, 0 when it tells
 * nothing. Not corrected for chance: many small groups raise it. 1 where both put everybody in one group, or nobody is there. O(nodes).
 * Source: Danon, Diaz-Guilera, Duch & Arenas 2005, Journal of Statistical Mechanics P09008.
 */
export function normalisedMutualInformation(first: Partition, second: Partition): number {
  const table = partitionTable(first, second);
  const { nodes } = table;
  const mean = (entropy(table.first, nodes) + entropy(table.second, nodes)) / 2;
  if (mean === 0) return 1;
  let information = 0;
  for (const { size, first: a, second: b } of table.shared) information += (size / nodes) * Math.log((size * nodes) / ((table.first[a] ?? 1) * (table.second[b] ?? 1)));
  return Math.min(1, Math.max(0, information / mean));
}
