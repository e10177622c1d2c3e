import { meanAdjustedRand } from './adjusted-rand-index.ts';
import { connectedParts } from './connected-parts.ts';
import { memberCertainty, togetherCounts } from './member-certainty.ts';
import { modularity } from './modularity.ts';
import type { Partition } from './partition.ts';
import { drawnInPlace, type SeededDrawing } from './seeded-draws.ts';
import { compacted, type TieGraph } from './tie-graph.ts';

/** How the consensus is found. */
export interface ConsensusOptions {
  readonly seed: number;
  readonly resolution?: number | undefined;
  /** Seeded runs of the first round and of each later one. Default 20. */
  readonly runs?: number | undefined;
  /** Called after every run and while one goes on; may throw to stop. `done` counts runs of all rounds, `round` from 1. */
  readonly onStep?: ((step: { readonly done: number; readonly round: number }) => void) | undefined;
  /** Who makes the runs; in place when left out. */
  readonly drawing?: SeededDrawing | undefined;
}

/** Communities that many runs agree on, and how well they agree. */
export interface ConsensusCommunities {
  readonly partition: Partition;
  readonly communities: number;
  readonly modularity: number | null;
  /** Of each node, NaN where no neighbour is in its community. */
  readonly certainty: Float64Array;
  /** Mean over all pairs of runs of the first round; null for a single run. */
  readonly meanAdjustedRand: number | null;
  /** Modularity of each run of the first round, in seed order. */
  readonly runModularity: readonly number[];
  readonly rounds: number;
  /** All runs of the last round said the same. */
  readonly agreed: boolean;
}

/** Seeded runs that a consensus is made of, unless told otherwise. */
export const DEFAULT_RUNS = 20;
const THRESHOLD = 0.5;
const MOST_ROUNDS = 10;

/**
 * Communities on which seeded runs of the Leiden algorithm agree. Phases: 1. `runs` runs; of every existing tie, the share of
 * runs that put its ends together; 2. ties under half of the runs go (a node that would lose all keeps its strongest), the
 * others weigh their share, and the runs start again on that graph, until all say the same, at most ten rounds; the run of the
 * highest modularity stands in where they never do; 3. what no tie holds together is split. Restricted to existing ties, hence
 * linear. Seeds are `seed` x 1,000 and following: runs are the same whoever makes them, and on how many threads. Memory: 4 bytes a node and run, 30 a tie.
 * Source: Lancichinetti & Fortunato 2012, Scientific Reports 2, 336.
 */
export async function consensusCommunities(graph: TieGraph, { seed, resolution = 1, runs = DEFAULT_RUNS, onStep = () => undefined, drawing = drawnInPlace() }: ConsensusOptions): Promise<ConsensusCommunities> {
  if (!(Number.isInteger(runs) && runs > 0)) throw new RangeError(`invalid runs: ${runs}`);
  let done = 0;
  const round = (on: TieGraph, number: number): Promise<Partition[]> => {
    const before = (number - 1) * runs;
    const step = (): void => onStep({ done, round: number });
    return drawing.draw({
      kind: 'communities', from: on, told: { resolution }, seeds: Array.from({ length: runs }, (_, run) => seed * 1000 + before + run), check: step,
      onDrawn: (drawn) => {
        done = before + drawn;
        step();
      },
    });
  };
  const first = await round(graph, 1);
  const firstTogether = togetherCounts(graph, first);
  let last: { on: TieGraph; partitions: readonly Partition[]; together: Uint16Array } = { on: graph, partitions: first, together: firstTogether };
  let rounds = 1;
  const agree = (): boolean => last.together.every((count) => count === 0 || count === runs);
  while (!agree() && rounds < MOST_ROUNDS) {
    rounds += 1;
    const on = keptTies(last.on, last.together, runs);
    const partitions = await round(on, rounds);
    last = { on, partitions, together: togetherCounts(on, partitions) };
  }
  const score = (partition: Partition): number => modularity(graph, partition, resolution) ?? 0;
  const agreed = agree();
  const chosen = agreed ? last.partitions[0] : last.partitions.toSorted((a, b) => score(b) - score(a))[0];
  const { partition, communities } = connectedParts(graph, chosen ?? new Int32Array(graph.size));
  return {
    partition, communities, modularity: modularity(graph, partition, resolution), certainty: memberCertainty(graph, { partition, together: firstTogether, runs }),
    meanAdjustedRand: meanAdjustedRand(first, () => onStep({ done, round: rounds })), runModularity: first.map(score), rounds, agreed,
  };
}

/** The graph of ties kept by at least half of the runs, each as heavy as its share of runs; a node that would keep none keeps its strongest, the first of equals. */
function keptTies({ size, offsets, neighbours, weights }: TieGraph, together: Uint16Array, runs: number): TieGraph {
  const kept = new Uint8Array(neighbours.length);
  const entryOf = (from: number, to: number): number => {
    let low = offsets[from] ?? 0;
    let high = (offsets[from + 1] ?? 0) - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((neighbours[middle] ?? 0) < to) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (let node = 0; node < size; node += 1) {
    const end = offsets[node + 1] ?? 0;
    let any = false;
    let strongest = -1;
    for (let entry = offsets[node] ?? 0; entry < end; entry += 1) {
      if ((together[entry] ?? 0) >= THRESHOLD * runs) {
        kept[entry] = 1;
        any = true;
      }
      const share = (together[entry] ?? 0) - (together[strongest] ?? -1);
      if (strongest < 0 || share > 0 || (share === 0 && (weights[entry] ?? 0) > (weights[strongest] ?? 0))) strongest = entry;
    }
    if (any || strongest < 0 || together[strongest] === 0) continue;
    kept[strongest] = 1;
    kept[entryOf(neighbours[strongest] ?? 0, node)] = 1;
  }
  const starts = offsets.slice(0, size);
  const ends = starts.slice();
  const columns = new Int32Array(neighbours.length);
  const shares = new Float64Array(neighbours.length);
  for (let node = 0; node < size; node += 1) {
    let end = starts[node] ?? 0;
    const rowEnd = offsets[node + 1] ?? 0;
    for (let entry = starts[node] ?? 0; entry < rowEnd; entry += 1) {
      if (kept[entry] === 0) continue;
      columns[end] = neighbours[entry] ?? 0;
      shares[end] = (together[entry] ?? 0) / runs;
      end += 1;
    }
    ends[node] = end;
  }
  return compacted({ size, starts, ends, columns, weights: shares, selfWeights: new Float64Array(size) });
}
