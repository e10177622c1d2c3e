import { BASES, PARTY_KINDS } from '../domain/model/value-codes.ts';
import { createUnitTable, type UnitTable } from '../domain/value/unit-table.ts';
import { RULE_POSITION } from '../domain/value/value-columns.ts';
import type { ValueWeights } from '../domain/value/value-rules.ts';
import type { MessageSelection } from './held-messages.ts';
import { positionIn, type MessageColumns } from './message-columns.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Every booking with an account on a side, a typed column each, in the order of the ledger: some 50 bytes a booking. */
export interface HeldLedger {
  readonly size: number;
  /** By position among the codes. */
  readonly rules: Uint8Array;
  /** By position in PARTY_KINDS. */
  readonly giverKinds: Uint8Array;
  readonly giverIds: Uint32Array;
  readonly receiverKinds: Uint8Array;
  readonly receiverIds: Uint32Array;
  readonly units: Float64Array;
  /** When it was booked, UTC ms; NaN where that is not known. */
  readonly times: Float64Array;
  /** By position in BASES. */
  readonly bases: Uint8Array;
  /** 0 for a booking around no brand. */
  readonly brandIds: Uint32Array;
  /** Position of the message that shows the booking, plus one. */
  readonly messages: Uint32Array;
  /** Position of the other half of an exchange, plus one; 0 without. */
  readonly pairs: Uint32Array;
  readonly paired: Uint8Array;
}

/** A part of the ledger as it is held: bookings of the messages that a selection keeps. */
export interface HeldPart {
  readonly ledger: HeldLedger;
  readonly selection: MessageSelection;
}

type Row = [id: number, rule: string, giverKind: string, giverId: number, receiverKind: string, receiverId: number, units: number, basis: string, brandId: number | null, messageId: number, pairId: number | null, atMs: number | null];

/** Bookings that are read in one go. */
const SLICE = 10_000;

/** Takes the bookings of accounts into memory, in slices between which other questions can be answered. */
export function* heldLedgerSlices({ connection }: ProjectDatabase, { ids }: MessageColumns): Generator<null, HeldLedger> {
  const most = connection.prepare('SELECT count(*) FROM booking').pluck().get() as number;
  const held = {
    rules: new Uint8Array(most), giverKinds: new Uint8Array(most), giverIds: new Uint32Array(most), receiverKinds: new Uint8Array(most), receiverIds: new Uint32Array(most), units: new Float64Array(most), times: new Float64Array(most),
    bases: new Uint8Array(most), brandIds: new Uint32Array(most), messages: new Uint32Array(most), pairs: new Uint32Array(most), paired: new Uint8Array(most),
  };
  const page = connection.prepare(`SELECT b.id, b.rule, b.giver_kind, b.giver_id, b.receiver_kind, b.receiver_id, b.units, b.basis, b.brand_id, b.message_id, b.pair_message_id, b.at_ms FROM booking b NOT INDEXED
    WHERE b.id > ? AND (b.giver_kind = 'account' OR b.receiver_kind = 'account') ORDER BY b.id LIMIT ${SLICE}`).raw();
  const kindAt = new Map<string, number>(PARTY_KINDS.map((kind, at) => [kind, at]));
  const basisAt = new Map<string, number>(BASES.map((basis, at) => [basis, at]));
  let size = 0;
  for (let after = -1; size < most; ) {
    const rows = page.all(after) as Row[];
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const [, rule, giverKind, giverId, receiverKind, receiverId, units, basis, brandId, messageId, pairId, atMs] of rows) {
      if (size >= most) break;
      held.rules[size] = RULE_POSITION[rule] ?? 0;
      held.giverKinds[size] = kindAt.get(giverKind) ?? 0;
      held.giverIds[size] = giverId;
      held.receiverKinds[size] = kindAt.get(receiverKind) ?? 0;
      held.receiverIds[size] = receiverId;
      held.units[size] = units;
      held.times[size] = atMs ?? NaN;
      held.bases[size] = basisAt.get(basis) ?? 0;
      held.brandIds[size] = brandId ?? 0;
      held.messages[size] = positionIn(ids, messageId) + 1;
      held.pairs[size] = pairId === null ? 0 : positionIn(ids, pairId) + 1;
      held.paired[size] = pairId === null ? 0 : 1;
      size += 1;
    }
    after = last[0];
    yield null;
  }
  return { size, ...held };
}

/** Bytes that tables of units may take while a ledger is held: at a million messages one is some eighty mebibytes, and a room asks for the same one ten times. */
const MOST_TABLE_BYTES = 256 * 1024 ** 2;

interface KeptTable {
  readonly selection: MessageSelection;
  readonly key: string;
  readonly table: UnitTable;
  readonly bytes: number;
}

/** Tables of units of a ledger, the latest asked for last. */
const tables = new WeakMap<HeldLedger, KeptTable[]>();

function tableBytes({ accountIds, units, bookings, observed, received, estimated, createdUnpaired, consumedUnpaired, bookingsUnpaired }: UnitTable): number {
  return accountIds.length * 8 + [units, bookings, observed, received, estimated, createdUnpaired, consumedUnpaired, bookingsUnpaired].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** The table of a selection and question, counted where it is not kept; beyond the bytes that may be kept the one not asked for the longest goes, never the latest. */
function keptTable({ ledger, selection }: HeldPart, { key, mostBytes }: { readonly key: string; readonly mostBytes: number }, count: () => UnitTable): UnitTable {
  const kept = tables.get(ledger) ?? [];
  tables.set(ledger, kept);
  const place = kept.findIndex((one) => one.selection === selection && one.key === key);
  const [found] = place < 0 ? [] : kept.splice(place, 1);
  const table = found?.table ?? count();
  kept.push(found ?? { selection, key, table, bytes: tableBytes(table) + selection.mask.byteLength });
  while (kept.length > 1 && kept.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes) kept.shift();
  return table;
}

/** Authors of the messages kept, without those given; ids ascending. */
function authors({ columns: { accounts }, mask }: MessageSelection, apart: ReadonlySet<number>): Int32Array {
  const found = new Set<number>();
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const account = accounts[at] ?? 0;
    if (account > 0) found.add(account);
  }
  return Int32Array.from([...found].filter((account) => !apart.has(account))).sort();
}

/** Which units: of one brand (null: of all), without some accounts, under weights. */
interface UnitsAsked {
  readonly brandId: number | null;
  readonly apart: ReadonlySet<number>;
  readonly weights: ValueWeights;
}

/**
 * Units per account and rule of the bookings of the messages that a selection keeps: the same bookings in the same order as
 * {@link ledgerUnits} reads from the file. Counted once for a selection, a brand and weights while at most `mostBytes` of tables
 * are kept: whoever asks must not add to it.
 */
export function heldUnits(part: HeldPart, { brandId, apart, weights, mostBytes = MOST_TABLE_BYTES }: UnitsAsked & { readonly mostBytes?: number }): UnitTable {
  return keptTable(part, { key: `${String(brandId)} ${JSON.stringify(weights)}`, mostBytes }, () => countedUnits(part, { brandId, apart, weights }));
}

function countedUnits({ ledger, selection }: HeldPart, { brandId, apart, weights }: UnitsAsked): UnitTable {
  const table = createUnitTable(authors(selection, apart), weights);
  const { mask } = selection;
  const { size, rules, giverKinds, giverIds, receiverKinds, receiverIds, units, bases, brandIds, messages, pairs, paired } = ledger;
  const isKept = (place: number): boolean => place > 0 && mask[place - 1] === 1;
  for (let at = 0; at < size; at += 1) {
    if (!isKept(messages[at] ?? 0) && !isKept(pairs[at] ?? 0)) continue;
    const brand = brandIds[at] ?? 0;
    if (brandId !== null && brand !== 0 && brand !== brandId) continue;
    table.add({
      rule: rules[at] ?? 0, giverKind: PARTY_KINDS[giverKinds[at] ?? 0] ?? 'account', giverId: giverIds[at] ?? 0, receiverKind: PARTY_KINDS[receiverKinds[at] ?? 0] ?? 'account', receiverId: receiverIds[at] ?? 0,
      units: units[at] ?? 0, basis: BASES[bases[at] ?? 0] ?? 'observed', paired: paired[at] === 1,
    });
  }
  return table;
}
