import type { Zone } from '../model/codes.ts';
import { balance, closeness, log2Balance, log2BalanceInterval, type Points } from './balance.ts';
import type { UnitTable } from './unit-table.ts';
import { COLUMN_COUNT, pointsOf, weightVector } from './value-columns.ts';
import type { ValueWeights } from './value-rules.ts';
import { LEAST_BOOKINGS, valueZone } from './value-zone.ts';
import { weightTables } from './weight-tables.ts';
import { zoneStability } from './zone-stability.ts';

/**
 * What the ledger says of one account. `log2Balance` is null without bookings; limits, zone and zone share need five.
 * `zone` is `few` under five bookings and null when it depends on the weights. Consumption on `estimated` basis never
 * enters the balance.
 */
export interface AccountBalance extends Points {
  readonly accountId: number;
  readonly bookings: number;
  readonly observed: number;
  readonly received: number;
  readonly estimated: number;
  readonly createdUnpaired: number;
  readonly consumedUnpaired: number;
  readonly log2Balance: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly zone: Zone | null;
  readonly zoneShare: number | null;
}

/** Figures of an account as shown: all null under five bookings. */
export interface ShownBalance {
  readonly balance: number | null;
  readonly log2Balance: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly closeness: number | null;
  readonly balanceWithoutPairs: number | null;
  readonly tooFew: boolean;
}

/**
 * Balances of every account of a unit table, in its order. Accounts with the same units share their interval and their
 * trial under random weights; zones are told by `borderLog2` (1 where left out). That makes a million accounts a matter of seconds: most of them left one or two traces.
 */
export function* accountBalances(table: UnitTable, { weights, seed, borderLog2 }: { weights: ValueWeights; seed: number; borderLog2?: number | undefined }): Generator<AccountBalance> {
  const vector = weightVector(weights);
  const tables = weightTables(vector, { seed });
  const known = new Map<string, Pick<AccountBalance, 'low' | 'high' | 'zone' | 'zoneShare'>>();
  for (let row = 0; row < table.accountIds.length; row += 1) {
    const offset = row * COLUMN_COUNT;
    const bookings = table.bookings[row] ?? 0;
    const points = pointsOf(table.units, vector, offset);
    let judged: Pick<AccountBalance, 'low' | 'high' | 'zone' | 'zoneShare'> = { low: null, high: null, zone: 'few', zoneShare: null };
    if (bookings >= LEAST_BOOKINGS) {
      const key = table.units.subarray(offset, offset + COLUMN_COUNT).join();
      const before = known.get(key);
      if (before === undefined) {
        const { zone, share, holds } = zoneStability(table.units, { weights: vector, tables, offset, zoneOf: (tried) => valueZone({ bookings, ...tried }, borderLog2) });
        judged = { ...log2BalanceInterval(points), zone: holds ? zone : null, zoneShare: share };
        known.set(key, judged);
      } else judged = before;
    }
    yield {
      accountId: table.accountIds[row] ?? 0, bookings, ...points,
      observed: table.observed[row] ?? 0, received: table.received[row] ?? 0, estimated: table.estimated[row] ?? 0,
      createdUnpaired: table.createdUnpaired[row] ?? 0, consumedUnpaired: table.consumedUnpaired[row] ?? 0,
      log2Balance: bookings === 0 ? null : log2Balance(points), ...judged,
    };
  }
}

/**
 * What may be shown of an account: nothing but its counts under five bookings, and never 1 for somebody who did nothing.
 * The balance without pairs is null when every point rests on pairs.
 */
export function shownBalance(account: AccountBalance): ShownBalance {
  if (account.bookings < LEAST_BOOKINGS || account.log2Balance === null) {
    return { balance: null, log2Balance: null, low: null, high: null, closeness: null, balanceWithoutPairs: null, tooFew: true };
  }
  const { createdUnpaired: created, consumedUnpaired: consumed } = account;
  const ratio = balance(account);
  return {
    balance: ratio, log2Balance: account.log2Balance, low: account.low, high: account.high, closeness: closeness(ratio),
    balanceWithoutPairs: created + consumed === 0 ? null : balance({ created, consumed }), tooFew: false,
  };
}
