import type { Partition } from './partition.ts';

/** How two partitions of the same nodes share them out: sizes of the groups of each, and of every group they have in common. */
export interface PartitionTable {
  readonly nodes: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Of each shared group that is not empty: its size, and the two groups it lies in. */
  readonly shared: { readonly size: number; readonly first: number; readonly second: number }[];
}

/** Throws RangeError `invalid partitions: 3 and 4 nodes` unless both are of the same nodes; labels are integers from 0. O(nodes + labels). */
export function partitionTable(first: Partition, second: Partition): PartitionTable {
  if (first.length !== second.length) throw new RangeError(`invalid partitions: ${first.length} and ${second.length} nodes`);
  const nodes = first.length;
  const labelsOf = (partition: Partition): number => partition.reduce((most, label) => (label > most ? label : most), -1) + 1;
  const firsts = new Float64Array(labelsOf(first));
  const seconds = new Float64Array(labelsOf(second));
  for (let node = 0; node < nodes; node += 1) {
    const a = first[node] ?? 0;
    const b = second[node] ?? 0;
    firsts[a] = (firsts[a] ?? 0) + 1;
    seconds[b] = (seconds[b] ?? 0) + 1;
  }
  const free = new Int32Array(firsts.length + 1);
  for (let group = 0; group < firsts.length; group += 1) free[group + 1] = (free[group] ?? 0) + (firsts[group] ?? 0);
  const starts = free.slice();
  const others = new Int32Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const group = first[node] ?? 0;
    others[free[group] ?? 0] = second[node] ?? 0;
    free[group] = (free[group] ?? 0) + 1;
  }
  const sizes = new Int32Array(seconds.length);
  const shared: { size: number; first: number; second: number }[] = [];
  for (let group = 0; group < firsts.length; group += 1) {
    const row = others.subarray(starts[group] ?? 0, starts[group + 1] ?? 0);
    for (const other of row) sizes[other] = (sizes[other] ?? 0) + 1;
    for (const other of row) {
      const size = sizes[other] ?? 0;
      if (size === 0) continue;
      shared.push({ size, first: group, second: other });
      sizes[other] = 0;
    }
  }
  return { nodes, first: firsts, second: seconds, shared };
}
