import { quantile } from '../stats/quantile.ts';
import { leidenCommunities } from './leiden.ts';
import { modularity } from './modularity.ts';
import { shuffledTies } from './shuffled-ties.ts';
import { tieCount, type TieGraph } from './tie-graph.ts';

/** What modularity chance alone gives to a graph of the same degrees. */
export interface ChanceStructure {
  readonly shuffles: number;
  /** Modularity found in the shuffles, ascending. */
  readonly modularity: Float64Array;
  readonly low: number | null;
  readonly median: number | null;
  /** What a real structure has to exceed: the 95th percentile; of nineteen shuffles their greatest. */
  readonly limit: number | null;
  /** Share of the swaps tried that could be made, over all shuffles. */
  readonly swapsMade: number;
}

/** How the null is drawn. */
export interface ChanceOptions {
  readonly seed: number;
  readonly resolution?: number | undefined;
  readonly onStep?: ((done: number) => void) | undefined;
}

const MANY_SHUFFLES = 100;
const FEW_SHUFFLES = 19;
const MANY_UP_TO_TIES = 100_000;

/** Shuffles for a graph of so many ties: 100; above 100,000 ties 19, the fewest whose greatest value is exceeded by chance once in twenty. */
export const shufflesFor = (ties: number): number => (ties <= MANY_UP_TO_TIES ? MANY_SHUFFLES : FEW_SHUFFLES);

/**
 * Modularity of the communities found, by one run each, in shuffles that keep everybody's number of ties. Seeds of shuffle i:
 * `seed` x 1,000 + 500 + i. Nothing without ties.
 * Source: Guimera, Sales-Pardo & Amaral 2004, Physical Review E 70, 025101; fewest draws: Barnard 1963, JRSS B 25, 294.
 */
export function chanceStructure(graph: TieGraph, { seed, resolution = 1, onStep = () => undefined }: ChanceOptions): ChanceStructure {
  const shuffles = graph.totalWeight === 0 ? 0 : shufflesFor(tieCount(graph));
  const found = new Float64Array(shuffles);
  let made = 0;
  let tried = 0;
  for (let shuffle = 0; shuffle < shuffles; shuffle += 1) {
    const own = seed * 1000 + 500 + shuffle;
    const dealt = shuffledTies(graph, { seed: own });
    made += dealt.made;
    tried += dealt.tried;
    onStep(shuffle);
    const { partition } = leidenCommunities(dealt.graph, { seed: own, resolution, check: () => onStep(shuffle) });
    found[shuffle] = modularity(dealt.graph, partition, resolution) ?? 0;
    onStep(shuffle + 1);
  }
  found.sort();
  const limit = shuffles === FEW_SHUFFLES ? (found[FEW_SHUFFLES - 1] ?? null) : quantile(found, 0.95);
  return { shuffles, modularity: found, low: quantile(found, 0.025), median: quantile(found, 0.5), limit, swapsMade: tried === 0 ? 0 : made / tried };
}

/** True when a modularity lies above what chance gives; never without one or without shuffles. */
export function exceedsChance(found: number | null, { limit }: Pick<ChanceStructure, 'limit'>): boolean {
  return found !== null && limit !== null && found > limit + 1e-9;
}
