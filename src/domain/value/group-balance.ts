import type { Interval } from '../stats/interval.ts';
import { quantile } from '../stats/quantile.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { log2Balance, type Points } from './balance.ts';

/** Under this many people a group has no figures at all. */
export const LEAST_PEOPLE = 5;

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
  for (let member = 0; member < members; member += 1) {
    total.created += created[order[member] ?? 0] ?? 0;
    total.consumed += consumed[order[member] ?? 0] ?? 0;
  }
  const random = seededRandom(seed);
  const draws = new Float64Array(wanted ?? (members > 20_000 ? 200 : 1000));
  for (let draw = 0; draw < draws.length; draw += 1) {
    const drawn = { created: 0, consumed: 0 };
    for (let i = 0; i < members; i += 1) {
      const member = order[Math.floor(random() * members)] ?? 0;
      drawn.created += created[member] ?? 0;
      drawn.consumed += consumed[member] ?? 0;
    }
    draws[draw] = log2Balance(drawn);
  }
  draws.sort();
  const estimate = log2Balance(total);
  return { ...total, log2Balance: estimate, low: quantile(draws, 0.025) ?? estimate, high: quantile(draws, 0.975) ?? estimate };
}
