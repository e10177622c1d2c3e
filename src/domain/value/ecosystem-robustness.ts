import { REMOVALS, type Removal } from '../model/removal.ts';
import { quantile } from '../stats/quantile.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { createJoinedSets } from '../terms/joined-sets.ts';
import { LEAST_FOR_SHARES } from './inequality.ts';

/** Draws of people at random behind the limits of chance. */
export const ROBUSTNESS_DRAWS = 200;
/** Under so many answers between people nothing is said of what is left of them. */
const LEAST_ANSWERS = 30;
/** Under so many people in the largest part there is no network to fall apart. */
const LEAST_PART = 10;

/** Who wrote how often to whom, people by their place; nobody to oneself. Three columns of one length. */
export interface RobustnessTies {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly weight: Float64Array;
}

/** What is left of something, in [0, 1], and what is left when as many people are taken away at random. */
export interface Remainder {
  readonly left: number;
  readonly chance: { readonly mean: number; readonly low: number; readonly high: number };
}

/** What is left without some people; null where there is too little to lose. */
export interface RemovalLoss {
  readonly removal: Removal;
  readonly removed: number;
  readonly value: Remainder;
  readonly answers: Remainder | null;
  readonly largest: Remainder | null;
}

/** How much an ecosystem rests on the people who create most. */
export interface EcosystemRobustness {
  readonly people: number;
  readonly points: number;
  /** Messages from one person to another. */
  readonly answers: number;
  /** People in the largest part that ties hold together. */
  readonly largest: number;
  readonly draws: number;
  readonly reason: 'few-people' | 'no-points' | null;
  readonly losses: readonly RemovalLoss[];
  /** Places of people, who create most first, ties in order of place. */
  readonly order: Int32Array;
}

/**
 * Takes away the people who create most (one, five, ten, ten in a hundred) and says what is left: the share of points, of messages
 * between people, and of the largest part that ties hold together, in people. Beside it the same number of people taken away at random,
 * in seeded draws: mean and 2.5 to 97.5 %. Removals beyond half of the people are left out. Who creates most is told by the same
 * data, so that what chance made large counts as lost too. Under thirty people, or without points, nothing is said. Each draw takes
 * one walk over the ties: O(draws x (people + ties)).
 * Source: Albert, Jeong & Barabási 2000, Nature 406:378-382 (attack against failure).
 */
export function ecosystemRobustness(created: Float64Array, ties: RobustnessTies, { seed, draws = ROBUSTNESS_DRAWS }: { readonly seed: number; readonly draws?: number }): EcosystemRobustness {
  const people = created.length;
  const points = created.reduce((sum, own) => sum + own, 0);
  const answers = ties.weight.reduce((sum, own) => sum + own, 0);
  const order = Int32Array.from(created.keys()).sort((one, other) => (created[other] ?? 0) - (created[one] ?? 0) || one - other);
  const whole = remaining(order, [0], { created, ties })[0];
  const found = { people, points, answers, largest: whole?.largest ?? 0, draws, order };
  if (people < LEAST_FOR_SHARES) return { ...found, reason: 'few-people', losses: [] };
  if (whole === undefined || points === 0) return { ...found, reason: 'no-points', losses: [] };
  const sizes = { one: 1, five: 5, ten: 10, tenth: Math.ceil(people / 10) };
  const kinds = REMOVALS.filter((removal) => sizes[removal] <= people / 2).toSorted((one, other) => sizes[one] - sizes[other]);
  const counts = kinds.map((removal) => sizes[removal]);
  const observed = remaining(order, counts, { created, ties });
  const random = seededRandom(seed);
  const shuffled = Int32Array.from(order);
  const drawn = Array.from({ length: draws }, () => remaining(shuffledFirst(shuffled, { places: Math.max(...counts), random }), counts, { created, ties }));
  const remainder = (at: number, of: 'value' | 'answers' | 'largest', all: number): Remainder => {
    const shares = drawn.map((left) => (left[at]?.[of] ?? 0) / all).sort((one, other) => one - other);
    return { left: (observed[at]?.[of] ?? 0) / all, chance: { mean: shares.reduce((sum, share) => sum + share, 0) / shares.length, low: quantile(shares, 0.025) ?? 0, high: quantile(shares, 0.975) ?? 1 } };
  };
  return {
    ...found, reason: null,
    losses: kinds.map((removal, at) => ({
      removal, removed: sizes[removal],
      value: remainder(at, 'value', points),
      answers: answers < LEAST_ANSWERS ? null : remainder(at, 'answers', answers),
      largest: whole.largest < LEAST_PART ? null : remainder(at, 'largest', whole.largest),
    })),
  };
}

interface Left {
  readonly value: number;
  readonly answers: number;
  readonly largest: number;
}

/** What is left without the first `counts` of an order, counts ascending. Ties come back from the largest count down, so that parts only ever grow. */
function remaining(order: Int32Array, counts: readonly number[], { created, ties: { from, to, weight } }: { readonly created: Float64Array; readonly ties: RobustnessTies }): Left[] {
  const people = order.length;
  const rank = new Int32Array(people);
  for (let place = 0; place < people; place += 1) rank[order[place] ?? 0] = place;
  // by how many of the counts take a tie away
  const levels: number[][] = counts.map(() => []);
  for (let tie = 0; tie < from.length; tie += 1) {
    const first = Math.min(rank[from[tie] ?? 0] ?? 0, rank[to[tie] ?? 0] ?? 0);
    for (let level = counts.length - 1; level >= 0; level -= 1) {
      if (first < (counts[level] ?? 0)) continue;
      levels[level]?.push(tie);
      break;
    }
  }
  const parts = createJoinedSets(people);
  const left: Left[] = [];
  let answers = 0;
  for (let level = counts.length - 1; level >= 0; level -= 1) {
    for (const tie of levels[level] ?? []) {
      answers += weight[tie] ?? 0;
      parts.join(from[tie] ?? 0, to[tie] ?? 0);
    }
    const removed = counts[level] ?? 0;
    let value = 0;
    for (let place = removed; place < people; place += 1) value += created[order[place] ?? 0] ?? 0;
    left.push({ value, answers, largest: removed >= people ? 0 : parts.largest() });
  }
  return left.reverse();
}

/** Puts people drawn at random at the first places, in place: every set is as likely. */
function shuffledFirst(order: Int32Array, { places, random }: { readonly places: number; readonly random: () => number }): Int32Array {
  for (let place = 0; place < places; place += 1) {
    const other = place + Math.floor(random() * (order.length - place));
    const kept = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
