import { randomOrder } from './local-moving.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import type { TieGraph } from './tie-graph.ts';

/** From how many nodes paths are followed, and which: all when `pivots` is at least their number. */
export interface BetweennessOptions {
  readonly pivots: number;
  readonly seed: number;
  readonly check?: (() => void) | undefined;
}

/**
 * Of each node, the share of shortest paths between two others that lead through it, in [0, 1]: who stands between people. Ties
 * count as one step, whatever their weight, which is no length. Paths are followed from `pivots` nodes drawn at random and
 * scaled up: exact when all are followed, else an estimate good for the order of the first, not for small differences. Fewer
 * than three nodes: 0. O(pivots x ties).
 * Source: Brandes 2001, Journal of Mathematical Sociology 25(2); Brandes & Pich 2007, International Journal of Bifurcation and Chaos 17(7).
 */
export function sampledBetweenness({ size, offsets, neighbours }: TieGraph, { pivots, seed, check = () => undefined }: BetweennessOptions): Float64Array {
  const between = new Float64Array(size);
  if (size < 3) return between;
  const followed = Math.min(pivots, size);
  const sources = followed === size ? Int32Array.from({ length: size }, (_, node) => node) : randomOrder(size, seededRandom(seed)).subarray(0, followed);
  const distance = new Int32Array(size);
  const paths = new Float64Array(size);
  const through = new Float64Array(size);
  const order = new Int32Array(size);
  for (const source of sources) {
    check();
    distance.fill(-1);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    let reached = 1;
    for (let place = 0; place < reached; place += 1) {
      const node = order[place] ?? 0;
      const next = (distance[node] ?? 0) + 1;
      const end = offsets[node + 1] ?? 0;
      for (let entry = offsets[node] ?? 0; entry < end; entry += 1) {
        const other = neighbours[entry] ?? 0;
        if (distance[other] === -1) {
          distance[other] = next;
          order[reached] = other;
          reached += 1;
        }
        if (distance[other] === next) paths[other] = (paths[other] ?? 0) + (paths[node] ?? 0);
      }
    }
    for (let place = reached - 1; place >= 0; place -= 1) {
      const node = order[place] ?? 0;
      const before = (distance[node] ?? 0) - 1;
      const share = (1 + (through[node] ?? 0)) / (paths[node] ?? 1);
      const end = offsets[node + 1] ?? 0;
      for (let entry = offsets[node] ?? 0; entry < end; entry += 1) {
        const other = neighbours[entry] ?? 0;
        if (distance[other] === before) through[other] = (through[other] ?? 0) + (paths[other] ?? 0) * share;
      }
      if (node !== source) between[node] = (between[node] ?? 0) + (through[node] ?? 0);
    }
    for (let place = 0; place < reached; place += 1) {
      const node = order[place] ?? 0;
      paths[node] = 0;
      through[node] = 0;
    }
  }
  // A pivot never stands between its own pairs: over all sources each node is counted from size - 1 of them.
  const scale = size / (followed * (size - 1) * (size - 2));
  for (let node = 0; node < size; node += 1) between[node] = (between[node] ?? 0) * scale;
  return between;
}
