import { chanceStructure, exceedsChance, shufflesFor, type ChanceStructure } from '../../domain/network/chance-structure.ts';
import { consensusCommunities, DEFAULT_RUNS, type ConsensusCommunities } from '../../domain/network/consensus-communities.ts';
import type { SeededDrawing } from '../../domain/network/seeded-draws.ts';
import { tieCount, type TieGraph } from '../../domain/network/tie-graph.ts';

/** What a search for communities takes. `step` is told of every run and shuffle done, of so many expected; it may throw to stop. */
export interface CommunitySearch {
  readonly seed: number;
  readonly resolution: number;
  readonly drawing: SeededDrawing;
  readonly step: (done: number, total: number) => void;
}

/** What was found among people with ties. */
export interface FoundCommunities {
  readonly consensus: ConsensusCommunities;
  readonly chance: ChanceStructure;
  readonly beyondChance: boolean;
  readonly betweenness: Float64Array;
  readonly pivots: number;
}

const PIVOTS = 200;
const ALL_PATHS_UP_TO = 2000;
/** Rounds that a consensus usually takes: only the progress rests on it. */
const USUAL_ROUNDS = 3;

/**
 * Communities, what chance alone would give, and who stands between people. Sorted input and seed decide everything. The three
 * are asked for at once, so that whoever draws always has something to do; chance asks what was found only after its first shuffles.
 */
export async function foundCommunities(graph: TieGraph, { seed, resolution, drawing, step }: CommunitySearch): Promise<FoundCommunities> {
  const expected = USUAL_ROUNDS * DEFAULT_RUNS;
  const total = expected + shufflesFor(tieCount(graph)).first + 1;
  const done = { runs: 0, shuffles: 0 };
  let stopped: { readonly by: unknown } | null = null;
  const tell = (): void => {
    // what stops one stops the others, also where whoever asked throws only once
    if (stopped !== null) throw stopped.by;
    try {
      step(Math.min(total, Math.min(done.runs, expected) + done.shuffles), total);
    } catch (error) {
      stopped = { by: error };
      throw error;
    }
  };
  const pivots = graph.size <= ALL_PATHS_UP_TO ? graph.size : PIVOTS;
  const agreed = consensusCommunities(graph, {
    seed, resolution, drawing,
    onStep: (at) => {
      done.runs = at.done;
      tell();
    },
  });
  const [consensus, chance, [betweenness]] = await Promise.all([
    agreed,
    chanceStructure(graph, {
      seed, resolution, drawing, found: agreed.then(({ modularity }) => modularity),
      onStep: (count) => {
        done.shuffles = count;
        tell();
      },
    }),
    drawing.draw({ kind: 'betweenness', from: graph, told: { pivots }, seeds: [seed], check: tell }),
  ]);
  step(total, total);
  return { consensus, chance, beyondChance: exceedsChance(consensus.modularity, chance), betweenness: betweenness ?? new Float64Array(graph.size), pivots };
}
