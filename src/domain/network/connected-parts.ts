import { renumbered, type Partition } from './partition.ts';
import type { TieGraph } from './tie-graph.ts';

/**
 * Splits every community into the parts that ties inside it hold together, numbered in node order. With one community for
 * all it gives the connected parts of the graph. Splitting what no tie holds never lowers modularity. O(nodes + ties).
 */
export function connectedParts({ size, offsets, neighbours }: TieGraph, partition: Partition = new Int32Array(size)): { readonly partition: Partition; readonly communities: number } {
  const parts = new Int32Array(size).fill(-1);
  const stack = new Int32Array(size);
  let count = 0;
  for (let first = 0; first < size; first += 1) {
    if ((parts[first] ?? 0) >= 0) continue;
    const community = partition[first];
    let height = 1;
    stack[0] = first;
    parts[first] = count;
    while (height > 0) {
      height -= 1;
      const node = stack[height] ?? 0;
      const end = offsets[node + 1] ?? 0;
      for (let entry = offsets[node] ?? 0; entry < end; entry += 1) {
        const other = neighbours[entry] ?? 0;
        if ((parts[other] ?? 0) >= 0 || partition[other] !== community) continue;
        parts[other] = count;
        stack[height] = other;
        height += 1;
      }
    }
    count += 1;
  }
  return renumbered(parts);
}
