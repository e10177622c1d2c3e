import type { RandomStream } from '../stats/seeded-random.ts';
import { randomOrder } from './local-moving.ts';
import type { TieGraph } from './tie-graph.ts';

/** How a partition is refined. `randomness` is theta in units of the mean tie: the smaller, the greedier. */
export interface RefinementOptions {
  readonly resolution: number;
  readonly randomness: number;
  readonly meanTie: number;
  readonly random: RandomStream;
}

/**
 * Parts communities into sub-communities that ties hold together: every node starts alone; those well connected to their
 * community, once each and in random order, may join a well-connected sub-community of it that does not lower modularity,
 * drawn with probability proportional to exp(gain / theta). Gains count in mean ties, so that theta means the same in every
 * graph. Returns the label of each node's sub-community, below the number of nodes.
 * Source: Traag, Waltman & van Eck 2019, algorithm A.2, RefinePartition and MergeNodesSubset.
 */
export function refinedLabels(graph: TieGraph, labels: Int32Array, { resolution, randomness, meanTie, random }: RefinementOptions): Int32Array {
  const { size, offsets, neighbours, weights, strengths, totalWeight } = graph;
  const scale = resolution / (2 * totalWeight);
  const sharpness = 1 / (randomness * meanTie);
  const communityStrength = new Float64Array(size);
  // Of each sub-community: strength, weight to the rest of its community, whether it still is one node alone.
  const strengthOf = strengths.slice();
  const outside = new Float64Array(size);
  const alone = new Uint8Array(size).fill(1);
  const refined = new Int32Array(size);
  for (let node = 0; node < size; node += 1) {
    const label = labels[node] ?? 0;
    refined[node] = node;
    communityStrength[label] = (communityStrength[label] ?? 0) + (strengths[node] ?? 0);
    const end = offsets[node + 1] ?? 0;
    let within = 0;
    for (let entry = offsets[node] ?? 0; entry < end; entry += 1) if (labels[neighbours[entry] ?? 0] === label) within += weights[entry] ?? 0;
    outside[node] = within;
  }
  const isWellConnected = (part: number, label: number): boolean => {
    const own = strengthOf[part] ?? 0;
    return (outside[part] ?? 0) >= own * ((communityStrength[label] ?? 0) - own) * scale;
  };
  const weightTo = new Float64Array(size);
  const met = new Int32Array(size);
  const gains = new Float64Array(size);
  for (const node of randomOrder(size, random)) {
    const label = labels[node] ?? 0;
    if (refined[node] !== node || alone[node] === 0 || !isWellConnected(node, label)) continue;
    const strength = strengths[node] ?? 0;
    const end = offsets[node + 1] ?? 0;
    let meetings = 0;
    for (let entry = offsets[node] ?? 0; entry < end; entry += 1) {
      const other = neighbours[entry] ?? 0;
      if (labels[other] !== label) continue;
      const part = refined[other] ?? 0;
      const known = weightTo[part] ?? 0;
      if (known === 0) {
        met[meetings] = part;
        meetings += 1;
      }
      weightTo[part] = known + (weights[entry] ?? 0);
    }
    let most = 0;
    for (let meeting = 0; meeting < meetings; meeting += 1) {
      const part = met[meeting] ?? 0;
      const gain = isWellConnected(part, label) ? (weightTo[part] ?? 0) - strength * (strengthOf[part] ?? 0) * scale : -1;
      gains[meeting] = gain;
      if (gain > most) most = gain;
    }
    // To stay alone gains 0 and is drawn like any other choice.
    let total = Math.exp(-most * sharpness);
    for (let meeting = 0; meeting < meetings; meeting += 1) if ((gains[meeting] ?? -1) >= 0) total += Math.exp(((gains[meeting] ?? 0) - most) * sharpness);
    let left = random() * total - Math.exp(-most * sharpness);
    let chosen = node;
    for (let meeting = 0; meeting < meetings && left >= 0; meeting += 1) {
      if ((gains[meeting] ?? -1) < 0) continue;
      chosen = met[meeting] ?? node;
      left -= Math.exp(((gains[meeting] ?? 0) - most) * sharpness);
    }
    if (chosen !== node) {
      refined[node] = chosen;
      alone[chosen] = 0;
      strengthOf[chosen] = (strengthOf[chosen] ?? 0) + strength;
      outside[chosen] = (outside[chosen] ?? 0) + (outside[node] ?? 0) - 2 * (weightTo[chosen] ?? 0);
    }
    for (let meeting = 0; meeting < meetings; meeting += 1) weightTo[met[meeting] ?? 0] = 0;
  }
  return refined;
}
