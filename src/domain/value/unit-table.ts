import type { Basis, PartyKind } from '../model/value-codes.ts';
import type { ValueRule, ValueWeights } from './value-rules.ts';
import { VALUE_RULES } from './value-rules.ts';
import { COLUMN_COUNT, RULE_COUNT, weightVector } from './value-columns.ts';

/** What one booking adds to the accounts on its sides; the rule by its position among the codes. */
export interface UnitEntry {
  readonly rule: number;
  readonly giverKind: PartyKind;
  readonly giverId: number;
  readonly receiverKind: PartyKind;
  readonly receiverId: number;
  readonly units: number;
  readonly basis: Basis;
  readonly paired: boolean;
}

/** Units per account and rule, with what depends on pairs and basis in points; row i belongs to the i-th account given. */
export interface UnitTable {
  readonly accountIds: ArrayLike<number>;
  /** Rows of `COLUMN_COUNT` units: created by rule, then consumed by rule. */
  readonly units: Float32Array;
  readonly bookings: Uint32Array;
  readonly observed: Float64Array;
  readonly received: Float64Array;
  readonly estimated: Float64Array;
  readonly createdUnpaired: Float64Array;
  readonly consumedUnpaired: Float64Array;
  readonly bookingsUnpaired: Uint32Array;
  readonly add: (entry: UnitEntry) => void;
}

/**
 * An empty table over the accounts that may stand on the map, given by id in any order; bookings of other parties are
 * ignored by `add`. Typed arrays: some 200 bytes an account. A paired booking is left out of the unpaired sums only on
 * the side its rule names, because the person on the other side stands in one half of the exchange alone.
 */
export function createUnitTable(accountIds: ArrayLike<number>, weights: ValueWeights): UnitTable {
  const size = accountIds.length;
  let highest = 0;
  for (let row = 0; row < size; row += 1) highest = Math.max(highest, accountIds[row] ?? 0);
  const rowOf = new Int32Array(highest + 1).fill(-1);
  for (let row = 0; row < size; row += 1) rowOf[accountIds[row] ?? 0] = row;
  const vector = weightVector(weights);
  const pairSides = VALUE_RULES.map(({ pairSide }: ValueRule) => pairSide);
  const table = {
    accountIds,
    units: new Float32Array(size * COLUMN_COUNT),
    bookings: new Uint32Array(size),
    observed: new Float64Array(size),
    received: new Float64Array(size),
    estimated: new Float64Array(size),
    createdUnpaired: new Float64Array(size),
    consumedUnpaired: new Float64Array(size),
    bookingsUnpaired: new Uint32Array(size),
  };
  const grow = (values: Float32Array | Float64Array | Uint32Array, position: number, by: number): void => {
    values[position] = (values[position] ?? 0) + by;
  };
  const rowOfParty = (kind: PartyKind, id: number): number => (kind === 'account' ? (rowOf[id] ?? -1) : -1);
  return {
    ...table,
    add({ rule, giverKind, giverId, receiverKind, receiverId, units, basis, paired }) {
      const points = units * (vector[rule] ?? 0);
      const giver = rowOfParty(giverKind, giverId);
      if (giver >= 0) {
        grow(table.units, giver * COLUMN_COUNT + rule, units);
        grow(table.bookings, giver, 1);
        if (!paired || pairSides[rule] !== 'giver') {
          grow(table.createdUnpaired, giver, points);
          grow(table.bookingsUnpaired, giver, 1);
        }
      }
      const receiver = rowOfParty(receiverKind, receiverId);
      if (receiver < 0) return;
      grow(table.bookings, receiver, 1);
      if (basis === 'estimated') {
        grow(table.estimated, receiver, points);
        return;
      }
      grow(table.units, receiver * COLUMN_COUNT + RULE_COUNT + rule, units);
      grow(basis === 'observed' ? table.observed : table.received, receiver, points);
      if (!paired || pairSides[rule] !== 'receiver') {
        grow(table.consumedUnpaired, receiver, points);
        grow(table.bookingsUnpaired, receiver, 1);
      }
    },
  };
}
