import { balance, closeness } from '../value/balance.ts';
import { LEAST_PEOPLE, groupBalance } from '../value/group-balance.ts';
import type { UnitTable } from '../value/unit-table.ts';
import { COLUMN_COUNT, pointsOf, weightVector } from '../value/value-columns.ts';
import type { ValueWeights } from '../value/value-rules.ts';
import { balanceZone } from '../value/value-zone.ts';
import { weightTables } from '../value/weight-tables.ts';
import { zoneStability } from '../value/zone-stability.ts';

/** Value of a tribe. Every figure but the size is null or 0 under five people; limits are of the balance, not its logarithm. */
export interface TribeFigures {
  readonly size: number;
  readonly tooFew: boolean;
  readonly created: number;
  readonly consumed: number;
  readonly balance: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly closeness: number | null;
  readonly balanceWithoutPairs: number | null;
  /** Share of random weight tables under which the tribe's summed points stay in their zone. */
  readonly stability: number | null;
  readonly zoneHolds: boolean | null;
}

/**
 * Figures of a tribe from the rows of its members in a unit table. A tribe whose members have no bookings has no balance:
 * nothing was exchanged, and 1 would say parity.
 */
export function tribeFigures(table: UnitTable, rows: readonly number[], { weights, seed, borderLog2 }: { weights: ValueWeights; seed: number; borderLog2?: number | undefined }): TribeFigures {
  const size = rows.length;
  if (size < LEAST_PEOPLE) {
    return { size, tooFew: true, created: 0, consumed: 0, balance: null, low: null, high: null, closeness: null, balanceWithoutPairs: null, stability: null, zoneHolds: null };
  }
  const vector = weightVector(weights);
  const created = new Float64Array(size);
  const consumed = new Float64Array(size);
  const unpaired = { created: 0, consumed: 0 };
  let bookings = 0;
  rows.forEach((row, member) => {
    const points = pointsOf(table.units, vector, row * COLUMN_COUNT);
    created[member] = points.created;
    consumed[member] = points.consumed;
    unpaired.created += table.createdUnpaired[row] ?? 0;
    unpaired.consumed += table.consumedUnpaired[row] ?? 0;
    bookings += table.bookings[row] ?? 0;
  });
  const summed = summedUnits(table, rows);
  const points = pointsOf(summed, vector);
  const group = bookings === 0 ? null : groupBalance(created, consumed, { seed });
  if (group === null) return { size, tooFew: false, ...points, balance: null, low: null, high: null, closeness: null, balanceWithoutPairs: null, stability: null, zoneHolds: null };
  const { share, holds } = stabilityOf(summed, { vector, seed, borderLog2 });
  const ratio = balance(points);
  return {
    size, tooFew: false, ...points, balance: ratio, low: 2 ** group.low, high: 2 ** group.high, closeness: closeness(ratio),
    balanceWithoutPairs: unpaired.created + unpaired.consumed === 0 ? null : balance(unpaired), stability: share, zoneHolds: holds,
  };
}

/** Whether the summed points of some people stay in their zone under random weights; null under five people and without bookings. What {@link tribeFigures} says of it, without the draws behind its limits. */
export function tribeZoneHolds(table: UnitTable, rows: readonly number[], { weights, seed, borderLog2 }: { weights: ValueWeights; seed: number; borderLog2?: number | undefined }): boolean | null {
  if (rows.length < LEAST_PEOPLE || rows.every((row) => (table.bookings[row] ?? 0) === 0)) return null;
  return stabilityOf(summedUnits(table, rows), { vector: weightVector(weights), seed, borderLog2 }).holds;
}

function summedUnits({ units }: UnitTable, rows: readonly number[]): Float64Array {
  const summed = new Float64Array(COLUMN_COUNT);
  for (const row of rows) {
    const offset = row * COLUMN_COUNT;
    for (let column = 0; column < COLUMN_COUNT; column += 1) summed[column] = (summed[column] ?? 0) + (units[offset + column] ?? 0);
  }
  return summed;
}

function stabilityOf(summed: Float64Array, { vector, seed, borderLog2 }: { vector: Float64Array; seed: number; borderLog2: number | undefined }): ReturnType<typeof zoneStability> {
  return zoneStability(summed, { weights: vector, tables: weightTables(vector, { seed }), zoneOf: (tried) => balanceZone(tried, borderLog2) });
}
