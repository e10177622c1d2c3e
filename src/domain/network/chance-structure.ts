import { quantile } from '../stats/quantile.ts';
import { drawnInPlace, type SeededDrawing, type ShuffledStructure } from './seeded-draws.ts';
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
  /** What was found in the graph itself: where it leaves no doubt after the first shuffles, no further ones are drawn. All are drawn when left out. */
  readonly found?: Promise<number | null> | undefined;
}

const MANY_SHUFFLES = 100;
const FEW_SHUFFLES = 19;
const MANY_AT_ONCE_UP_TO_TIES = 10_000;
const MANY_UP_TO_TIES = 100_000;

/** Shuffles drawn in any case, and drawn at most. */
interface Shuffles {
  readonly first: number;
  readonly most: number;
}

/**
 * Shuffles for a graph of so many ties: 100, of which above 10,000 ties only the first 19 where these leave no doubt; above
 * 100,000 ties 19, the fewest whose greatest value is exceeded by chance once in twenty.
 */
export function shufflesFor(ties: number): Shuffles {
  const most = ties <= MANY_UP_TO_TIES ? MANY_SHUFFLES : FEW_SHUFFLES;
  return { first: ties <= MANY_AT_ONCE_UP_TO_TIES ? most : FEW_SHUFFLES, most };
}

/** True where further shuffles could turn the verdict: the value lies no farther outside of those drawn than they lie from each other. */
function leavesDoubt(found: number | null, modularity: readonly number[]): boolean {
  const [least, greatest] = [Math.min(...modularity), Math.max(...modularity)];
  const spread = greatest - least;
  return found !== null && found <= greatest + spread && found >= least - spread;
}

/**
 * Modularity of the communities found, by one run each, in shuffles that keep everybody's number of ties. Seeds of shuffle i:
 * `seed` x 1,000 + 500 + i. Nothing without ties. Rejects as `found` does.
 * Source: Guimera, Sales-Pardo & Amaral 2004, Physical Review E 70, 025101; fewest draws: Barnard 1963, JRSS B 25, 294; when
 * no more are drawn: own rule.
 */
export async function chanceStructure(graph: TieGraph, { seed, resolution = 1, onStep = () => undefined, drawing = drawnInPlace(), found: foundIn }: ChanceOptions): Promise<ChanceStructure> {
  // nobody listens to it yet while the first shuffles are drawn
  foundIn?.catch(() => undefined);
  const { first, most } = shufflesFor(tieCount(graph));
  let done = 0;
  const shuffled = (from: number, to: number): Promise<ShuffledStructure[]> => drawing.draw({
    kind: 'shuffledTies', from: graph, told: { resolution }, seeds: Array.from({ length: to - from }, (_, shuffle) => seed * 1000 + 500 + from + shuffle), check: () => onStep(done),
    onDrawn: (count) => {
      done = from + count;
      onStep(done);
    },
  });
  const drawn = graph.totalWeight === 0 ? [] : await shuffled(0, foundIn === undefined ? most : first);
  if (drawn.length > 0 && drawn.length < most && leavesDoubt((await foundIn) ?? null, drawn.map((one) => one.modularity))) drawn.push(...(await shuffled(first, most)));
  const shuffles = drawn.length;
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
