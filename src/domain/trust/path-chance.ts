import { quantile } from '../stats/quantile.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { pathPlaces, pathSigns, type WatchedPromise } from './path-places.ts';
import { LEAST_CASE_PEOPLE, LEAST_CASES } from './trust-part.ts';

/** Shuffles behind the limits of chance. */
export const PATH_DRAWS = 1000;

/** What chance gives: the mean of the shuffles and the limits that hold 95 of 100. */
export interface ChanceShare {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Both steps under chance. */
export interface PathChance {
  readonly draws: number;
  /** People who praise at some time and wrote both within and outside the window: the others come out the same in every shuffle. */
  readonly movable: number;
  readonly reason: 'few-people' | 'few-movable' | null;
  readonly praise: ChanceShare | null;
  /** Null also where too many shuffles have nobody to recommend. */
  readonly advice: ChanceShare | null;
}

/**
 * What the same people would show if the promise made no difference: each keeps the moments at which they wrote and as many
 * compliments and recommendations as they wrote, dealt anew at random over those moments. Whoever always praises does so under
 * chance too, and whoever never wrote outside the window comes out the same. Under twenty people, or ten for whom an order can
 * change, nothing is said; the second step also needs somebody who praises in nineteen of twenty shuffles. Same seed, same answer.
 * O(draws x messages).
 * Source: Good 2005, Permutation, Parametric and Bootstrap Tests of Hypotheses, chapter 3 (permutation within blocks).
 */
export function pathChance(watched: readonly WatchedPromise[], { windowMs, seed, draws = PATH_DRAWS }: { readonly windowMs: number; readonly seed: number; readonly draws?: number }): PathChance {
  const people = watched.map(({ promise: { indexMs, endMs }, others }) => ({ indexMs, endMs, atMs: Float64Array.from(others, ({ atMs }) => atMs), signs: pathSigns(others) }));
  const praising = people.filter(({ signs }) => signs.some((sign) => (sign & 1) !== 0));
  const movable = praising.filter(({ atMs, indexMs, signs }) => {
    const within = atMs.filter((time) => time > indexMs && time <= indexMs + windowMs).length;
    return within > 0 && within < atMs.length && signs.some((sign) => sign !== signs[0]);
  }).length;
  const none = { draws, movable, praise: null, advice: null };
  if (watched.length < LEAST_CASES) return { ...none, reason: 'few-people' };
  if (movable < LEAST_CASE_PEOPLE) return { ...none, reason: 'few-movable' };
  const random = seededRandom(seed);
  const praiseShares: number[] = [];
  const adviceShares: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    let [praised, later, advised] = [0, 0, 0];
    for (const { atMs, signs, indexMs, endMs } of praising) {
      shuffle(signs, random);
      const { praise, advice, watched: isWatched } = pathPlaces(atMs, signs, { indexMs, endMs, windowMs });
      if (praise < 0) continue;
      praised += 1;
      if (!isWatched) continue;
      later += 1;
      if (advice >= 0) advised += 1;
    }
    praiseShares.push(praised / watched.length);
    if (later > 0) adviceShares.push(advised / later);
  }
  return { ...none, reason: null, praise: chanceShare(praiseShares), advice: adviceShares.length < 0.95 * draws ? null : chanceShare(adviceShares) };
}

/** Fisher and Yates: every order is as likely. */
function shuffle(signs: Uint8Array, random: () => number): void {
  for (let at = signs.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = signs[at] ?? 0;
    signs[at] = signs[other] ?? 0;
    signs[other] = kept;
  }
}

function chanceShare(shares: readonly number[]): ChanceShare {
  const ascending = shares.toSorted((one, other) => one - other);
  return { mean: shares.reduce((sum, share) => sum + share, 0) / shares.length, low: quantile(ascending, 0.025) ?? 0, high: quantile(ascending, 0.975) ?? 1 };
}
