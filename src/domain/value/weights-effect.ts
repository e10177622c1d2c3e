import type { Zone } from '../model/codes.ts';
import { COLUMN_COUNT, pointsOf } from './value-columns.ts';
import type { UnitTable } from './unit-table.ts';
import { balanceZone } from './value-zone.ts';

/** A zone as it is named, or that it depends on the weights. */
export type NamedZone = Zone | 'depends';

/** How many accounts go from one zone to another. */
export interface ZoneMove {
  readonly from: NamedZone;
  readonly to: NamedZone;
  readonly accounts: number;
}

/** The zone an account is said to be in; null, which `AccountBalance` holds where random tables disagree, reads `depends`. */
export function namedZone(zone: Zone | null): NamedZone {
  return zone ?? 'depends';
}

/**
 * Accounts whose zone differs between two weight tables, by where they come from and go to, most first. Both lists hold
 * the same accounts in the same order; throws RangeError `invalid lengths: 3 before, 4 after` otherwise.
 */
export function zoneMoves(before: readonly (Zone | null)[], after: readonly (Zone | null)[]): ZoneMove[] {
  if (before.length !== after.length) throw new RangeError(`invalid lengths: ${before.length} before, ${after.length} after`);
  const moves = new Map<string, { from: NamedZone; to: NamedZone; accounts: number }>();
  before.forEach((zone, place) => {
    const [from, to] = [namedZone(zone), namedZone(after[place] ?? null)];
    if (from === to) return;
    const key = `${from} ${to}`;
    const known = moves.get(key);
    if (known === undefined) moves.set(key, { from, to, accounts: 1 });
    else known.accounts += 1;
  });
  return [...moves.values()].sort((one, other) => other.accounts - one.accounts || (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1));
}

/** The zone of the summed points of some rows of a table under a weight vector; null without bookings, when there is no balance. */
export function groupZone(table: UnitTable, rows: readonly number[], vector: Float64Array, borderLog2?: number): ReturnType<typeof balanceZone> | null {
  const summed = new Float64Array(COLUMN_COUNT);
  let bookings = 0;
  for (const row of rows) {
    bookings += table.bookings[row] ?? 0;
    for (let column = 0; column < COLUMN_COUNT; column += 1) summed[column] = (summed[column] ?? 0) + (table.units[row * COLUMN_COUNT + column] ?? 0);
  }
  return bookings === 0 ? null : balanceZone(pointsOf(summed, vector), borderLog2);
}
