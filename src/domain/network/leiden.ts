import { seededRandom } from '../stats/seeded-random.ts';
import { connectedParts } from './connected-parts.ts';
import { moveNodesFast } from './local-moving.ts';
import { mergedGraph } from './merged-graph.ts';
import { renumbered, type Partition } from './partition.ts';
import { refinedLabels } from './refinement.ts';
import { tieCount, type TieGraph } from './tie-graph.ts';

/** One run of the algorithm. */
export interface LeidenOptions {
  readonly seed: number;
  /** Above 0; 1 is modularity as published, more gives smaller communities. Default 1. */
  readonly resolution?: number | undefined;
  /** Theta of the refinement, in mean ties. Default .01, as in the paper. */
  readonly randomness?: number | undefined;
  /** Passes over the whole graph, each starting from the partition of the one before; ends early when one changes nothing. Default 2. */
  readonly passes?: number | undefined;
  /** Called between phases; may throw to stop. */
  readonly check?: (() => void) | undefined;
}

const DEFAULT_RANDOMNESS = 0.01;
const DEFAULT_PASSES = 2;

/**
 * Communities by the Leiden algorithm on modularity. Phases of a pass, level by level until every community is one node:
 * 1. nodes move while modularity rises; 2. communities are refined into parts that ties hold together; 3. parts become the
 * nodes of the next level, which starts from the communities of phase 1. Every community is connected. A node without ties is
 * a community of its own. Same seed, same partition. Throws RangeError `invalid resolution: 0`. About ties x levels a pass.
 * Source: Traag, Waltman & van Eck 2019, From Louvain to Leiden, Scientific Reports 9, 5233.
 */
export function leidenCommunities(graph: TieGraph, { seed, resolution = 1, randomness = DEFAULT_RANDOMNESS, passes = DEFAULT_PASSES, check = () => undefined }: LeidenOptions): { readonly partition: Partition; readonly communities: number } {
  if (!(resolution > 0 && resolution < Infinity)) throw new RangeError(`invalid resolution: ${resolution}`);
  const random = seededRandom(seed);
  let labels: Partition = Int32Array.from({ length: graph.size }, (_, node) => node);
  if (graph.totalWeight === 0) return renumbered(labels);
  const meanTie = graph.totalWeight / Math.max(1, tieCount(graph));
  const options = { resolution, randomness, meanTie, random };
  for (let pass = 0; pass < passes; pass += 1) {
    let level = graph;
    let nodeOf: Int32Array | null = null;
    let levelLabels: Partition = labels.slice();
    let moved = false;
    for (;;) {
      check();
      const changed = moveNodesFast(level, levelLabels, options);
      moved ||= changed;
      const communities = renumbered(levelLabels);
      if (communities.communities === level.size) break;
      check();
      const parts = renumbered(refinedLabels(level, levelLabels, options));
      if (parts.communities === level.size) break;
      const next = new Int32Array(parts.communities);
      for (let node = 0; node < level.size; node += 1) next[parts.partition[node] ?? 0] = communities.partition[node] ?? 0;
      level = mergedGraph(level, parts);
      nodeOf = nodeOf === null ? parts.partition : composed(nodeOf, parts.partition);
      levelLabels = next;
    }
    labels = nodeOf === null ? levelLabels : composed(nodeOf, levelLabels);
    if (!moved) break;
  }
  return connectedParts(graph, labels);
}

function composed(first: Int32Array, second: Int32Array): Int32Array {
  return first.map((position) => second[position] ?? 0);
}
