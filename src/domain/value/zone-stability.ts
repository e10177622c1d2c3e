import type { Zone } from '../model/codes.ts';
import type { Points } from './balance.ts';
import { COLUMN_COUNT, RULE_COUNT, pointsOf } from './value-columns.ts';

/** A zone is named only when it holds in at least this share of the random weight tables. */
export const LEAST_ZONE_SHARE = 0.9;

/** How far a zone rests on the people rather than on the weights. */
export interface ZoneStability {
  readonly zone: Zone;
  /** Share of the random tables that give the same zone. */
  readonly share: number;
  readonly holds: boolean;
}

/**
 * Tries a row of units (see `pointsOf`) under every random table and counts how often the zone stays the one that the
 * project's own weights give. Only columns with units are visited: some 200 x 4 multiplications an account.
 * Throws RangeError `invalid tables: 0` without tables.
 */
export function zoneStability(units: ArrayLike<number>, { weights, tables, zoneOf, offset = 0 }: {
  readonly weights: Float64Array;
  readonly tables: readonly Float64Array[];
  readonly zoneOf: (points: Points) => Zone;
  readonly offset?: number;
}): ZoneStability {
  if (tables.length === 0) throw new RangeError('invalid tables: 0');
  const zone = zoneOf(pointsOf(units, weights, offset));
  const used: number[] = [];
  for (let column = 0; column < COLUMN_COUNT; column += 1) if ((units[offset + column] ?? 0) !== 0) used.push(column);
  let same = 0;
  for (const table of tables) {
    let created = 0;
    let consumed = 0;
    for (const column of used) {
      const count = units[offset + column] ?? 0;
      if (column < RULE_COUNT) created += (table[column] ?? 0) * count;
      else consumed += (table[column - RULE_COUNT] ?? 0) * count;
    }
    if (zoneOf({ created, consumed }) === zone) same += 1;
  }
  const share = same / tables.length;
  return { zone, share, holds: share >= LEAST_ZONE_SHARE };
}
