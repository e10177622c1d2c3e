import type { Partition } from './partition.ts';
import type { TieGraph } from './tie-graph.ts';

/** Of every entry of the graph's rows, in how many of the runs its two ends are in one community. O(ties x runs). */
export function togetherCounts({ size, offsets, neighbours }: TieGraph, runs: readonly Partition[]): Uint16Array {
  const counts = new Uint16Array(neighbours.length);
  for (const partition of runs) {
    for (let node = 0; node < size; node += 1) {
      const label = partition[node];
      const end = offsets[node + 1] ?? 0;
      for (let entry = offsets[node] ?? 0; entry < end; entry += 1) if (partition[neighbours[entry] ?? 0] === label) counts[entry] = (counts[entry] ?? 0) + 1;
    }
  }
  return counts;
}

/**
 * How surely each node belongs to its community: over its neighbours in the final community, the mean share of runs in which
 * it sits with them, weighted by the ties. NaN for a node without a neighbour there: nothing speaks for its place. O(ties).
 */
export function memberCertainty({ size, offsets, neighbours, weights }: TieGraph, { partition, together, runs }: { readonly partition: Partition; readonly together: Uint16Array; readonly runs: number }): Float64Array {
  const certainty = new Float64Array(size);
  for (let node = 0; node < size; node += 1) {
    let weight = 0;
    let sum = 0;
    const end = offsets[node + 1] ?? 0;
    for (let entry = offsets[node] ?? 0; entry < end; entry += 1) {
      if (partition[neighbours[entry] ?? 0] !== partition[node]) continue;
      weight += weights[entry] ?? 0;
      sum += ((weights[entry] ?? 0) * (together[entry] ?? 0)) / runs;
    }
    certainty[node] = weight === 0 ? Number.NaN : Math.min(1, sum / weight);
  }
  return certainty;
}
