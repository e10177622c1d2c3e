import { describe, expect, it } from 'vitest';
import { BASES, PARTY_KINDS } from '../../../src/domain/model/value-codes.ts';
import { COLUMN_COUNT, RULE_COUNT, RULE_POSITION } from '../../../src/domain/value/value-columns.ts';
import { valueWeights } from '../../../src/domain/value/value-rules.ts';
import { heldUnits, type HeldLedger } from '../../../src/store/held-ledger.ts';
import type { MessageSelection } from '../../../src/store/held-messages.ts';
import type { MessageColumns } from '../../../src/store/message-columns.ts';

const ACCOUNT = PARTY_KINDS.indexOf('account');
const THANKS = RULE_POSITION['thanks'] ?? 0;

/** Three messages of the accounts 1, 2 and 3, each shown by a booking to account 1. */
function ledgerOf(): HeldLedger {
  const size = 3;
  const bytes = (value: number): Uint8Array => new Uint8Array(size).fill(value);
  return {
    size, rules: bytes(THANKS), giverKinds: bytes(ACCOUNT), giverIds: Uint32Array.of(1, 2, 3), receiverKinds: bytes(ACCOUNT), receiverIds: new Uint32Array(size).fill(1), units: new Float64Array(size).fill(1),
    times: new Float64Array(size), bases: bytes(BASES.indexOf('received')), brandIds: new Uint32Array(size), messages: Uint32Array.of(1, 2, 3), pairs: new Uint32Array(size), paired: bytes(0),
  };
}

function selectionOf(...kept: readonly number[]): MessageSelection {
  const mask = Uint8Array.from([0, 1, 2], (at) => (kept.includes(at) ? 1 : 0));
  return { columns: { accounts: Uint32Array.of(1, 2, 3) } as unknown as MessageColumns, mask, count: kept.length, keeps: (id) => mask[id - 1] === 1 };
}

describe('units of a ledger in memory', () => {
  const asked = { brandId: null, apart: new Set<number>(), weights: valueWeights({}) };

  it('counts the bookings of the messages that are kept, for their authors', () => {
    const table = heldUnits({ ledger: ledgerOf(), selection: selectionOf(0, 1) }, asked);
    expect(Array.from(table.accountIds)).toEqual([1, 2]);
    const unitsOf = (row: number, column: number): number | undefined => table.units[row * COLUMN_COUNT + column];
    expect([unitsOf(0, THANKS), unitsOf(1, THANKS), unitsOf(0, RULE_COUNT + THANKS)]).toEqual([1, 1, 2]);
  });

  it('keeps the tables of the latest selections as far as their bytes go, and the latest in any case', () => {
    const ledger = ledgerOf();
    const [first, second] = [selectionOf(0), selectionOf(1)];
    const ask = (selection: MessageSelection, mostBytes?: number): unknown => heldUnits({ ledger, selection }, { ...asked, ...(mostBytes === undefined ? {} : { mostBytes }) });
    const known = ask(first);
    ask(second);
    expect(ask(first)).toBe(known);
    const latest = ask(second, 1);
    expect(ask(second, 1)).toBe(latest);
    expect(ask(first, 1)).not.toBe(known);
    expect(ask(second, 1)).not.toBe(latest);
  });
});
