import type { Interval } from '../stats/interval.ts';
import { quantile } from '../stats/quantile.ts';
import { randomPlaces } from '../stats/seeded-random.ts';
import { log2Balance, type Points } from './balance.ts';

/** Under this many people a group has no figures at all. */
export const LEAST_PEOPLE = 5;

/** Numbers that are drawn at once: a block stays in the processor's own memory. */
const BLOCK = 2048;

/** Balance of a group: sums, log2 balance and its limits. */
export interface GroupBalance extends Points, Interval {
  readonly log2Balance: number;
}

/**
 * Balance of a group from its members' summed points, with a percentile interval over 1,000 seeded draws of members (200
 * above 20,000 members, where the limits no longer move). Members, not points, are drawn: one prolific person must not
 * make a group look certain. `created` and `consumed` run in parallel, one entry a member, in any order: members are drawn
 * as sorted by their points, so that the same people give the same limits whatever order they were imported in. Under 5
 * members: null. `draws` may be given where many groups are drawn in one answer.
 * Source: Efron 1979, The Annals of Statistics 7(1):1-26.
 */
export function groupBalance(created: ArrayLike<number>, consumed: ArrayLike<number>, { seed, draws: wanted }: { seed: number; draws?: number }): GroupBalance | null {
  const members = created.length;
  if (consumed.length !== members) throw new RangeError(`invalid lengths: ${members} created, ${consumed.length} consumed`);
  if (members < LEAST_PEOPLE) return null;
  const order = Uint32Array.from({ length: members }, (_, member) => member).sort((one, other) => (created[one] ?? 0) - (created[other] ?? 0) || (consumed[one] ?? 0) - (consumed[other] ?? 0));
  const total = { created: 0, consumed: 0 };
  // both sides of a member next to each other: one look into memory a draw, where there were three
  const sides = new Float64Array(2 * members);
  order.forEach((member, place) => {
    const [gave, took] = [created[member] ?? 0, consumed[member] ?? 0];
    sides[2 * place] = gave;
    sides[2 * place + 1] = took;
    total.created += gave;
    total.consumed += took;
  });
  const drawPlaces = randomPlaces(seed);
  const places = new Uint32Array(Math.min(members, BLOCK));
  const draws = new Float64Array(wanted ?? (members > 20_000 ? 200 : 1000));
  for (let draw = 0; draw < draws.length; draw += 1) {
    let gave = 0;
    let took = 0;
    for (let drawn = 0; drawn < members; drawn += places.length) {
      const block = members - drawn < places.length ? places.subarray(0, members - drawn) : places;
      drawPlaces(block, members);
      for (let i = 0; i < block.length; i += 1) {
        const place = 2 * (block[i] ?? 0);
        gave += sides[place] ?? 0;
        took += sides[place + 1] ?? 0;
      }
    }
    draws[draw] = log2Balance({ created: gave, consumed: took });
  }
  draws.sort();
  const estimate = log2Balance(total);
  return { ...total, log2Balance: estimate, low: quantile(draws, 0.025) ?? estimate, high: quantile(draws, 0.975) ?? estimate };
}
