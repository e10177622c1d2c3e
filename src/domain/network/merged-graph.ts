import { compacted, rowStarts, type TieGraph } from './tie-graph.ts';
import type { Partition } from './partition.ts';

/**
 * The graph whose nodes are the communities of another one: ties between two communities are summed, those inside become
 * the community's weight with itself. Communities must be numbered from 0 without gaps. O(nodes + ties).
 */
export function mergedGraph(graph: TieGraph, { partition, communities }: { readonly partition: Partition; readonly communities: number }): TieGraph {
  const { size, offsets, neighbours, weights, selfWeights } = graph;
  const counts = new Int32Array(communities + 1);
  const room = new Int32Array(communities + 1);
  for (let node = 0; node < size; node += 1) {
    const community = partition[node] ?? 0;
    counts[community] = (counts[community] ?? 0) + 1;
    room[community] = (room[community] ?? 0) + (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
  }
  const firstMember = rowStarts(counts);
  const free = firstMember.slice();
  const members = new Int32Array(size);
  for (let node = 0; node < size; node += 1) {
    const community = partition[node] ?? 0;
    members[free[community] ?? 0] = node;
    free[community] = (free[community] ?? 0) + 1;
  }
  const starts = rowStarts(room);
  const ends = starts.slice();
  const columns = new Int32Array(neighbours.length);
  const sums = new Float64Array(neighbours.length);
  const own = new Float64Array(communities);
  const placeOf = new Int32Array(communities).fill(-1);
  for (let community = 0; community < communities; community += 1) {
    const start = starts[community] ?? 0;
    let end = start;
    let inside = 0;
    const lastMember = firstMember[community + 1] ?? 0;
    for (let position = firstMember[community] ?? 0; position < lastMember; position += 1) {
      const node = members[position] ?? 0;
      inside += 2 * (selfWeights[node] ?? 0);
      const rowEnd = offsets[node + 1] ?? 0;
      for (let entry = offsets[node] ?? 0; entry < rowEnd; entry += 1) {
        const other = partition[neighbours[entry] ?? 0] ?? 0;
        const weight = weights[entry] ?? 0;
        if (other === community) {
          inside += weight;
          continue;
        }
        const place = placeOf[other] ?? -1;
        if (place >= start) sums[place] = (sums[place] ?? 0) + weight;
        else {
          placeOf[other] = end;
          columns[end] = other;
          sums[end] = weight;
          end += 1;
        }
      }
    }
    own[community] = inside / 2;
    ends[community] = end;
  }
  return compacted({ size: communities, starts, ends, columns, weights: sums, selfWeights: own });
}
