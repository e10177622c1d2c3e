import type { Partition } from './partition.ts';
import type { TieGraph } from './tie-graph.ts';

/**
 * Modularity of a partition: the share of tie weight inside communities less what their strengths alone would put there,
 * times the resolution. 0 for everything in one community at resolution 1, at most 1; null without ties. O(ties).
 * Source: Newman & Girvan 2004, Physical Review E 69, 026113; resolution: Reichardt & Bornholdt 2006, Physical Review E 74, 016110.
 */
export function modularity(graph: TieGraph, partition: Partition, resolution = 1): number | null {
  const { size, offsets, neighbours, weights, selfWeights, strengths, totalWeight } = graph;
  if (totalWeight === 0) return null;
  const strengthOf = new Float64Array(size + 1);
  let inside = 0;
  for (let node = 0; node < size; node += 1) {
    const community = partition[node] ?? 0;
    strengthOf[community] = (strengthOf[community] ?? 0) + (strengths[node] ?? 0);
    inside += 2 * (selfWeights[node] ?? 0);
    const end = offsets[node + 1] ?? 0;
    for (let entry = offsets[node] ?? 0; entry < end; entry += 1) if (partition[neighbours[entry] ?? 0] === community) inside += weights[entry] ?? 0;
  }
  const twice = 2 * totalWeight;
  let expected = 0;
  for (const strength of strengthOf) expected += (strength / twice) ** 2;
  return inside / twice - resolution * expected;
}
