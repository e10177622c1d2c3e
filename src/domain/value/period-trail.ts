import { log2Balance, log2BalanceInterval } from './balance.ts';
import { groupBalance, LEAST_PEOPLE } from './group-balance.ts';
import type { PersonBooks } from './period-books.ts';
import { LEAST_BOOKINGS } from './value-zone.ts';

/** Draws of members for one period of one group: an answer holds hundreds of them. */
export const TRAIL_DRAWS = 300;

/**
 * Where a group or a person stands in one period: people of theirs with bookings in it, mean points of those people, the
 * balance of their sums (log2) and its 95 % limits. All but the counts are null where the period is too thin: a gap, never
 * a zero.
 */
export interface TrailPoint {
  readonly people: number;
  readonly bookings: number;
  readonly created: number | null;
  readonly consumed: number | null;
  readonly log2Balance: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A place of which only the counts may be told. */
export function thinPoint(people: number, bookings: number): TrailPoint {
  return { people, bookings, created: null, consumed: null, log2Balance: null, low: null, high: null };
}

/**
 * A group's place in one period, from the books of its members who have any; thin under 5 people or 5 bookings. Limits are
 * those of 300 seeded draws of members (100 above 5,000 of them).
 */
export function groupTrailPoint(books: ReadonlyMap<number, PersonBooks>, members: readonly number[], { seed }: { readonly seed: number }): TrailPoint {
  const own = members.flatMap((accountId) => books.get(accountId) ?? []);
  const bookings = own.reduce((sum, one) => sum + one.bookings, 0);
  if (own.length < LEAST_PEOPLE || bookings < LEAST_BOOKINGS) return thinPoint(own.length, bookings);
  const group = groupBalance(own.map(({ created }) => created), own.map(({ consumed }) => consumed), { seed, draws: own.length > 5000 ? 100 : TRAIL_DRAWS });
  if (group === null) return thinPoint(own.length, bookings);
  return { people: own.length, bookings, created: group.created / own.length, consumed: group.consumed / own.length, log2Balance: group.log2Balance, low: group.low, high: group.high };
}

/** One person's place in one period; thin under 5 bookings. */
export function personTrailPoint(books: ReadonlyMap<number, PersonBooks>, accountId: number): TrailPoint {
  const own = books.get(accountId);
  if (own === undefined) return thinPoint(0, 0);
  const { created, consumed, bookings } = own;
  return bookings < LEAST_BOOKINGS ? thinPoint(1, bookings) : { people: 1, bookings, created, consumed, log2Balance: log2Balance(own), ...log2BalanceInterval(own) };
}
