import type { Partition } from './partition.ts';
import { partitionTable } from './partition-table.ts';

const pairs = (count: number): number => (count * (count - 1)) / 2;

/**
 * Likeness of two partitions of the same nodes, by pairs that both put together or apart: 1 when they are equal, about 0 when
 * they agree no more than by chance, below 0 when less. 1 also where chance alone must give equality (all alone, or all in one,
 * in both; fewer than two nodes). O(nodes).
 * Source: Hubert & Arabie 1985, Journal of Classification 2, 193-218.
 * @example adjustedRandIndex(Int32Array.of(0, 0, 1), Int32Array.of(1, 1, 0)) // 1
 */
export function adjustedRandIndex(first: Partition, second: Partition): number {
  const table = partitionTable(first, second);
  const together = table.shared.reduce((sum, { size }) => sum + pairs(size), 0);
  const inFirst = table.first.reduce((sum, size) => sum + pairs(size), 0);
  const inSecond = table.second.reduce((sum, size) => sum + pairs(size), 0);
  const all = pairs(table.nodes);
  const expected = all === 0 ? 0 : (inFirst * inSecond) / all;
  const most = (inFirst + inSecond) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/** Mean of the index over all pairs of partitions; null for fewer than two. */
export function meanAdjustedRand(partitions: readonly Partition[], check: () => void = () => undefined): number | null {
  let sum = 0;
  let count = 0;
  partitions.forEach((first, position) => {
    check();
    for (const second of partitions.slice(position + 1)) {
      sum += adjustedRandIndex(first, second);
      count += 1;
    }
  });
  return count === 0 ? null : sum / count;
}
