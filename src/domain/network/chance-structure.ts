import { quantile } from '../stats/quantile.ts';
import { drawnInPlace, type SeededDrawing } from './seeded-draws.ts';
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
  /** Who makes the shuffles; in place when left out. */
  readonly drawing?: SeededDrawing | undefined;
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
export async function chanceStructure(graph: TieGraph, { seed, resolution = 1, onStep = () => undefined, drawing = drawnInPlace() }: ChanceOptions): Promise<ChanceStructure> {
  const shuffles = graph.totalWeight === 0 ? 0 : shufflesFor(tieCount(graph));
  let done = 0;
  const drawn = await drawing.draw({
    kind: 'shuffledTies', from: graph, told: { resolution }, seeds: Array.from({ length: shuffles }, (_, shuffle) => seed * 1000 + 500 + shuffle), check: () => onStep(done),
    onDrawn: (count) => {
      done = count;
      onStep(done);
    },
  });
  const made = drawn.reduce((sum, one) => sum + one.made, 0);
  const tried = drawn.reduce((sum, one) => sum + one.tried, 0);
  const found = Float64Array.from(drawn, (one) => one.modularity);
  found.sort();
  const limit = shuffles === FEW_SHUFFLES ? (found[FEW_SHUFFLES - 1] ?? null) : quantile(found, 0.95);
  return { shuffles, modularity: found, low: quantile(found, 0.025), median: quantile(found, 0.5), limit, swapsMade: tried === 0 ? 0 : made / tried };
}

/** True when a modularity lies above what chance gives; never without one or without shuffles. */
export function exceedsChance(found: number | null, { limit }: Pick<ChanceStructure, 'limit'>): boolean {
  return found !== null && limit !== null && found > limit + 1e-9;
}
