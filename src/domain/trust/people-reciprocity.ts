import { reciprocatedShare, type ReciprocatedShare } from '../network/reciprocated-share.ts';
import type { DirectedTies } from '../network/directed-ties.ts';
import { shuffledDirectedTies, SWAPS_PER_TIE } from '../network/shuffled-directed-ties.ts';
import { laterFigures } from '../stats/later-draws.ts';
import { quantile } from '../stats/quantile.ts';

/** Under so many directed ties no reciprocity among people is told. */
export const LEAST_DIRECTED_TIES = 50;
/** Shuffles of the null, and the swaps that all of them may try together: very large graphs have fewer shuffles, and a null so narrow that it does not matter. */
const SHUFFLES = 200;
const MOST_TRIES = 60_000_000;
const FEWEST_SHUFFLES = 40;

/** A share beside what chance gives when everybody keeps the number of ties out and in. */
export interface ShareAgainstChance {
  readonly share: number;
  /** Mean and the 2.5 to 97.5 % of the shuffles. */
  readonly chance: number;
  readonly chanceLow: number;
  readonly chanceHigh: number;
  /** (share - chance) / (1 - chance): 0 at chance, 1 when all ties go both ways; null where chance itself gives 1. */
  readonly above: number | null;
  /** The null's limits on that scale. */
  readonly aboveLow: number | null;
  readonly aboveHigh: number | null;
}

/** Reciprocity among people, or why there is none. */
export interface PeopleReciprocity extends ReciprocatedShare {
  /** `few-ties` under fifty; `through-brand` when fewer than half of the swaps can be made: nearly all ties pass through the brand, or one account, and chance cannot be drawn; `later` while the shuffles are still to come, or where none were asked for. */
  readonly reason: 'few-ties' | 'through-brand' | 'later' | null;
  readonly shuffles: number;
  /** Share of the swaps tried that could be made; null where none was tried. */
  readonly madeShare: number | null;
  readonly byTies: ShareAgainstChance | null;
  readonly byWeight: ShareAgainstChance | null;
}

/** What {@link peopleReciprocity} depends on besides the ties. */
export interface ReciprocityOptions {
  readonly seed: number;
  /** False: the counts alone, nothing is shuffled. */
  readonly chance?: boolean;
}

/**
 * Reciprocity among people, the brand left out: reciprocated directed ties of all, and by weight, against 200 shuffles that keep
 * how many people each addresses and is addressed by. Under fifty ties, or where most swaps cannot be made, the raw counts stay
 * and no comparison is given. Same seed, same figures; the shuffles may come later. O(shuffles × ties).
 * Source: Garlaschelli & Loffredo 2004, Physical Review Letters 93:268701, for the distance from chance.
 */
export function peopleReciprocity(ties: DirectedTies, { seed, chance = true }: ReciprocityOptions): PeopleReciprocity {
  const observed = reciprocatedShare(ties);
  const none = { shuffles: 0, madeShare: null, byTies: null, byWeight: null };
  if (observed.ties < LEAST_DIRECTED_TIES || observed.share === null || observed.weighted === null) return { ...observed, ...none, reason: 'few-ties' };
  if (!chance) return { ...observed, ...none, reason: 'later' };
  const count = Math.max(FEWEST_SHUFFLES, Math.min(SHUFFLES, Math.floor(MOST_TRIES / (SWAPS_PER_TIE * observed.ties))));
  const drawn = laterFigures({ cost: SWAPS_PER_TIE * observed.ties * count, key: () => `reciprocity ${tiesKey(ties)} ${String(seed)} ${String(count)}`, isShared: true, steps: () => nullSteps(ties, { seed, count }) });
  const [madeShare] = drawn;
  if (madeShare === undefined) return { ...observed, ...none, reason: 'later' };
  if (madeShare < 0.5) return { ...observed, ...none, madeShare, reason: 'through-brand' };
  return { ...observed, reason: null, shuffles: count, madeShare, byTies: againstChance(observed.share, drawn.slice(1, 1 + count)), byWeight: againstChance(observed.weighted, drawn.slice(1 + count)) };
}

/** Share of the swaps that could be made, then the shares of all shuffles, then those by weight. */
function* nullSteps(ties: DirectedTies, { seed, count }: { readonly seed: number; readonly count: number }): Generator<null, Float64Array> {
  const figures = new Float64Array(1 + 2 * count);
  let made = 0;
  let tried = 0;
  let drawn = 0;
  for (const shuffle of shuffledDirectedTies(ties, { seed, count })) {
    yield null;
    if (shuffle === null) continue;
    made += shuffle.made;
    tried += shuffle.tried;
    const one = reciprocatedShare(shuffle.ties);
    figures[1 + drawn] = one.share ?? 0;
    figures[1 + count + drawn] = one.weighted ?? 0;
    drawn += 1;
    // a graph that cannot be shuffled shows it at once
    if (drawn === 5 && made * 2 < tried) break;
  }
  figures[0] = made / tried;
  return figures;
}

/** Tells ties from any others by two mixes of their columns. */
function tiesKey({ size, from, to, weight }: DirectedTies): string {
  let one = 0x811c9dc5;
  let other = 0x2545f491;
  for (let tie = 0; tie < from.length; tie += 1) {
    for (const value of [from[tie] ?? 0, to[tie] ?? 0, weight[tie] ?? 0]) {
      one = Math.imul(one ^ value, 0x01000193);
      other = Math.imul((other << 13) | (other >>> 19), 5) + (value ^ 0x64e6546b) | 0;
    }
  }
  return [size, from.length, one >>> 0, other >>> 0].map(String).join(' ');
}

function againstChance(share: number, draws: Float64Array): ShareAgainstChance {
  draws.sort();
  const chance = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const chanceLow = quantile(draws, 0.025) ?? chance;
  const chanceHigh = quantile(draws, 0.975) ?? chance;
  const above = (value: number): number | null => (chance < 1 ? (value - chance) / (1 - chance) : null);
  return { share, chance, chanceLow, chanceHigh, above: above(share), aboveLow: above(chanceLow), aboveHigh: above(chanceHigh) };
}
