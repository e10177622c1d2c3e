import { chanceStructure, exceedsChance, shufflesFor, type ChanceStructure } from '../../domain/network/chance-structure.ts';
import { consensusCommunities, DEFAULT_RUNS, type ConsensusCommunities } from '../../domain/network/consensus-communities.ts';
import { sampledBetweenness } from '../../domain/network/sampled-betweenness.ts';
import { tieCount, type TieGraph } from '../../domain/network/tie-graph.ts';

/** What a search for communities takes. `step` is told of every run and shuffle done, of so many expected; it may throw to stop. */
export interface CommunitySearch {
  readonly seed: number;
  readonly resolution: number;
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

/** Communities, what chance alone would give, and who stands between people. Sorted input and seed decide everything. */
export function foundCommunities(graph: TieGraph, { seed, resolution, step }: CommunitySearch): FoundCommunities {
  const expected = USUAL_ROUNDS * DEFAULT_RUNS;
  const shuffles = shufflesFor(tieCount(graph));
  const total = expected + shuffles + 1;
  const consensus = consensusCommunities(graph, { seed, resolution, onStep: ({ done }) => step(Math.min(done, expected), total) });
  const chance = chanceStructure(graph, { seed, resolution, onStep: (done) => step(expected + done, total) });
  const pivots = graph.size <= ALL_PATHS_UP_TO ? graph.size : PIVOTS;
  const betweenness = sampledBetweenness(graph, { pivots, seed, check: () => step(expected + shuffles, total) });
  step(total, total);
  return { consensus, chance, beyondChance: exceedsChance(consensus.modularity, chance), betweenness, pivots };
}
