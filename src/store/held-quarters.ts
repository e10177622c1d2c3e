import type { LocalQuarter } from '../domain/model/local-quarters.ts';
import { BASES, PARTY_KINDS, VALUE_RULE_CODES } from '../domain/model/value-codes.ts';
import type { HeldLedger, HeldPart } from './held-ledger.ts';
import { MESSAGE_MARK } from './message-columns.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { PersonQuarter, QuarterUnits } from './value-quarters.ts';

const ACCOUNT = PARTY_KINDS.indexOf('account');
const ESTIMATED = BASES.indexOf('estimated');
/** In the order of their codes as text, in which the file answers. */
const SIDES = ['consumed', 'created'] as const;
const RULES = VALUE_RULE_CODES.toSorted();
const RULE_RANK = Uint8Array.from(VALUE_RULE_CODES, (code) => RULES.indexOf(code));

/** By id, 1 for the accounts that a statement names. */
function flagged({ connection }: ProjectDatabase, sql: string, ...parameters: readonly number[]): Uint8Array {
  const ids = connection.prepare(sql).pluck().all(...parameters) as number[];
  const flags = new Uint8Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
  for (const id of ids) flags[id] = 1;
  return flags;
}

const apartOf = (project: ProjectDatabase): Uint8Array => flagged(project, `SELECT account_id FROM account_role WHERE role IN ('voice', 'partner', 'bot')`);

/** Whether a position stands elsewhere than in another brand's place. */
function ownPlace(project: ProjectDatabase, { selection: { columns } }: HeldPart, brandId: number | null): (at: number) => boolean {
  if (brandId === null) return () => true;
  const others = flagged(project, 'SELECT id FROM container WHERE brand_id <> ?', brandId);
  return (at) => others[columns.containers[at] ?? 0] !== 1;
}

/** Whether periods stand in order and none over another, as a calendar's do: only then is a moment in one of them at most. */
export function standApart(periods: readonly LocalQuarter[]): boolean {
  return periods.every(({ startMs }, place) => place === 0 || startMs >= (periods[place - 1]?.endMs ?? Infinity));
}

/** The place of the quarter that holds a moment; -1 where none does. Quarters {@link standApart}. */
function quarterReader(quarters: readonly LocalQuarter[]): (atMs: number) => number {
  const starts = Float64Array.from(quarters, ({ startMs }) => startMs);
  const ends = Float64Array.from(quarters, ({ endMs }) => endMs);
  return (atMs) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= atMs) low = middle + 1;
      else high = middle;
    }
    return low > 0 && atMs < (ends[low - 1] ?? 0) ? low - 1 : -1;
  };
}

/** Whether a booking of the ledger is one of a part: its message or its other half is kept, and it is around the brand or around none. */
function bookingOf({ ledger: { brandIds, messages, pairs }, selection: { mask } }: HeldPart, brandId: number | null): (at: number) => boolean {
  const isKept = (place: number): boolean => place > 0 && mask[place - 1] === 1;
  return (at) => {
    const brand = brandIds[at] ?? 0;
    return (brandId === null || brand === 0 || brand === brandId) && (isKept(messages[at] ?? 0) || isKept(pairs[at] ?? 0));
  };
}

/** {@link personQuarters} of messages held in memory: keys of person and quarter, sorted, then counted in runs. */
export function heldPersonQuarters(project: ProjectDatabase, part: HeldPart, { brandId, quarters }: { readonly brandId: number | null; readonly quarters: readonly LocalQuarter[] }): PersonQuarter[] {
  const { columns: { accounts, marks, times }, mask, count } = part.selection;
  const apart = apartOf(project);
  const isOwn = ownPlace(project, part, brandId);
  const quarterAt = quarterReader(quarters);
  const keys = new Float64Array(count);
  let found = 0;
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const account = accounts[at] ?? 0;
    if (account === 0 || apart[account] === 1 || ((marks[at] ?? 0) & MESSAGE_MARK.placedInTime) === 0 || !isOwn(at)) continue;
    const quarter = quarterAt(times[at] ?? NaN);
    if (quarter < 0) continue;
    keys[found] = account * quarters.length + quarter;
    found += 1;
  }
  const sorted = keys.subarray(0, found).sort();
  const rows: PersonQuarter[] = [];
  for (let from = 0; from < found; ) {
    const key = sorted[from] ?? 0;
    let to = from + 1;
    while (to < found && sorted[to] === key) to += 1;
    rows.push({ accountId: Math.floor(key / quarters.length), quarter: key % quarters.length, messages: to - from });
    from = to;
  }
  return rows;
}

/** 1 by account for everybody who wrote a kept message outside of other brands' places. */
function writers(project: ProjectDatabase, part: HeldPart, brandId: number | null): Uint8Array {
  const { columns: { accounts }, mask } = part.selection;
  const isOwn = ownPlace(project, part, brandId);
  const wrote = new Uint8Array(accounts.reduce((most, account) => Math.max(most, account), 0) + 1);
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) if (isOwn(at)) wrote[accounts[at] ?? 0] = 1;
  wrote[0] = 0;
  return wrote;
}

/** {@link writingPeople} of messages held in memory. */
export function heldWritingPeople(project: ProjectDatabase, part: HeldPart, brandId: number | null): number[] {
  const apart = apartOf(project);
  const wrote = writers(project, part, brandId);
  const people: number[] = [];
  for (let account = wrote.indexOf(1); account >= 0; account = wrote.indexOf(1, account + 1)) if (apart[account] !== 1) people.push(account);
  return people;
}

/** {@link silentPeople} of messages and bookings held in memory. */
export function heldSilentPeople(project: ProjectDatabase, part: HeldPart, brandId: number | null): number {
  const apart = apartOf(project);
  const met = writers(project, part, brandId);
  const silent = new Set<number>();
  const isIn = bookingOf(part, brandId);
  const { size, giverKinds, giverIds, receiverKinds, receiverIds } = part.ledger;
  const look = (kind: number | undefined, account: number): void => {
    if (kind === ACCOUNT && apart[account] !== 1 && met[account] !== 1) silent.add(account);
  };
  for (let at = 0; at < size; at += 1) {
    if (!isIn(at)) continue;
    look(giverKinds[at], giverIds[at] ?? 0);
    look(receiverKinds[at], receiverIds[at] ?? 0);
  }
  return silent.size;
}

const isPlaced = ({ messages }: HeldLedger, { columns: { marks } }: HeldPart['selection'], at: number): boolean => (messages[at] ?? 0) > 0 && ((marks[(messages[at] ?? 0) - 1] ?? 0) & MESSAGE_MARK.placedInTime) !== 0;

/**
 * {@link quarterUnits} of bookings held in memory: keys of person, quarter, side, rule and booking, sorted, then summed in
 * runs, in the order of the bookings. Null where so many people, quarters and bookings do not fit into one number.
 */
export function heldQuarterUnits(project: ProjectDatabase, part: HeldPart, { brandId, quarters }: { readonly brandId: number | null; readonly quarters: readonly LocalQuarter[] }): QuarterUnits[] | null {
  const { ledger, selection } = part;
  const { size, rules, units, bases, times } = ledger;
  const highest = (ids: Uint32Array): number => ids.reduce((most, id) => Math.max(most, id), 0);
  if ((Math.max(highest(ledger.giverIds), highest(ledger.receiverIds)) + 1) * quarters.length * SIDES.length * RULES.length * size > Number.MAX_SAFE_INTEGER) return null;
  const apart = apartOf(project);
  const quarterAt = quarterReader(quarters);
  const isIn = bookingOf(part, brandId);
  const keys = new Float64Array(2 * size);
  let found = 0;
  const add = (kind: number | undefined, account: number, { at, quarter, side }: { readonly at: number; readonly quarter: number; readonly side: number }): void => {
    if (kind !== ACCOUNT || apart[account] === 1) return;
    keys[found] = (((account * quarters.length + quarter) * SIDES.length + side) * RULES.length + (RULE_RANK[rules[at] ?? 0] ?? 0)) * size + at;
    found += 1;
  };
  for (let at = 0; at < size; at += 1) {
    if (bases[at] === ESTIMATED || !isIn(at) || !isPlaced(ledger, selection, at)) continue;
    const quarter = quarterAt(times[at] ?? NaN);
    if (quarter < 0) continue;
    add(ledger.giverKinds[at], ledger.giverIds[at] ?? 0, { at, quarter, side: 1 });
    add(ledger.receiverKinds[at], ledger.receiverIds[at] ?? 0, { at, quarter, side: 0 });
  }
  const sorted = keys.subarray(0, found).sort();
  const rows: QuarterUnits[] = [];
  for (let from = 0; from < found; ) {
    const key = Math.floor((sorted[from] ?? 0) / size);
    let sum = 0;
    let to = from;
    for (; to < found && Math.floor((sorted[to] ?? 0) / size) === key; to += 1) sum += units[(sorted[to] ?? 0) % size] ?? 0;
    const period = Math.floor(key / (SIDES.length * RULES.length));
    rows.push({ accountId: Math.floor(period / quarters.length), quarter: period % quarters.length, side: SIDES[Math.floor(key / RULES.length) % SIDES.length] ?? 'created', rule: RULES[key % RULES.length] ?? '', units: sum, bookings: to - from });
    from = to;
  }
  return rows;
}

/** {@link undatedBookings} of bookings held in memory. */
export function heldUndatedBookings(part: HeldPart, brandId: number | null): number {
  const { ledger, selection } = part;
  const isIn = bookingOf(part, brandId);
  let undated = 0;
  for (let at = 0; at < ledger.size; at += 1) if (ledger.bases[at] !== ESTIMATED && (Number.isNaN(ledger.times[at] ?? NaN) || !isPlaced(ledger, selection, at)) && isIn(at)) undated += 1;
  return undated;
}
