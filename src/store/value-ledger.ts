import type { AccountBalance } from '../domain/value/account-balance.ts';
import { createUnitTable, type UnitTable } from '../domain/value/unit-table.ts';
import { RULE_POSITION } from '../domain/value/value-columns.ts';
import type { Basis, PartyKind, ValueRuleCode } from '../domain/model/value-codes.ts';
import { VALUE_RULES, type ValueWeights } from '../domain/value/value-rules.ts';
import { heldUnits, type HeldPart } from './held-ledger.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** Which part of the ledger: one brand's (entries around no brand included), all when null; of selected messages only. */
export interface LedgerScope {
  readonly brandId: number | null;
  /** Condition on alias `m`, table message; null selects everything. */
  readonly condition: SqlCondition | null;
  /** The same messages and the bookings as they are held in memory, where they are. */
  readonly held?: HeldPart | undefined;
  /** As `held`, where nothing is filtered too: for what is counted by period, of which nothing is stored. */
  readonly inMemory?: HeldPart | undefined;
}

const APART = `SELECT account_id FROM account_role WHERE role IN ('voice', 'partner', 'bot')`;

/** The project's own brand, or null where none is. */
export function ownBrandId({ connection }: ProjectDatabase): number | null {
  return (connection.prepare('SELECT id FROM brand WHERE is_own = 1').pluck().get() as number | undefined) ?? null;
}

function select({ connection }: ProjectDatabase, condition: SqlCondition): void {
  connection.exec('DROP TABLE IF EXISTS temp.chosen; CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)');
  connection.prepare(`INSERT INTO temp.chosen SELECT m.id FROM message m WHERE ${condition.sql}`).run(...condition.parameters);
}

/**
 * The accounts that may stand on the map: authors and receivers of bookings, without voices, partners and bots; ids
 * ascending. Tables are scanned in their own order (`NOT INDEXED`): by an index each row would be looked up at random.
 */
function mapAccounts({ connection }: ProjectDatabase, { brandId, condition }: LedgerScope): Int32Array {
  const apart = new Set(connection.prepare(APART).pluck().all() as number[]);
  const found = new Set<number>();
  const add = (sql: string, ...parameters: unknown[]): void => {
    for (const id of connection.prepare(sql).pluck().all(...parameters) as number[]) if (!apart.has(id)) found.add(id);
  };
  if (condition === null) {
    // where no place is another brand's, everybody who wrote counts, and the index of authors says who that is
    const isEverywhere = brandId === null || connection.prepare('SELECT 1 FROM container WHERE brand_id <> ? LIMIT 1').get(brandId) === undefined;
    if (isEverywhere) add('SELECT DISTINCT m.account_id FROM message m WHERE m.account_id IS NOT NULL');
    else add('SELECT DISTINCT m.account_id FROM message m NOT INDEXED WHERE m.account_id IS NOT NULL AND (m.container_id IS NULL OR m.container_id NOT IN (SELECT id FROM container WHERE brand_id <> @brandId))', { brandId });
    add(`SELECT DISTINCT b.receiver_id FROM booking b NOT INDEXED WHERE b.receiver_kind = 'account' AND (@brandId IS NULL OR b.brand_id IS NULL OR b.brand_id = @brandId)`, { brandId });
  } else add('SELECT DISTINCT m.account_id FROM temp.chosen JOIN message m USING (id) WHERE m.account_id IS NOT NULL');
  return Int32Array.from(found).sort();
}

/**
 * Units per account and rule over a part of the ledger. A booking belongs to selected messages when the message that
 * shows it, or the exchange it is half of, is selected. One scan of the ledger; accounts and units stay in typed arrays.
 */
export function ledgerUnits(project: ProjectDatabase, scope: LedgerScope, weights: ValueWeights): UnitTable {
  const { connection } = project;
  if (scope.held !== undefined) return heldUnits(scope.held, { brandId: scope.brandId, apart: new Set(connection.prepare(APART).pluck().all() as number[]), weights });
  if (scope.condition !== null) select(project, scope.condition);
  try {
    const table = createUnitTable(mapAccounts(project, scope), weights);
    const chosen = scope.condition === null ? '' : 'AND (b.message_id IN (SELECT id FROM temp.chosen) OR b.pair_message_id IN (SELECT id FROM temp.chosen))';
    const rows = connection
      .prepare(`SELECT b.rule, b.giver_kind, b.giver_id, b.receiver_kind, b.receiver_id, b.units, b.basis, b.pair_message_id FROM booking b NOT INDEXED
        WHERE (@brandId IS NULL OR b.brand_id IS NULL OR b.brand_id = @brandId) AND (b.giver_kind = 'account' OR b.receiver_kind = 'account') ${chosen}`)
      .raw().iterate({ brandId: scope.brandId }) as IterableIterator<[string, PartyKind, number, PartyKind, number, number, Basis, number | null]>;
    for (const [rule, giverKind, giverId, receiverKind, receiverId, units, basis, pair] of rows) {
      table.add({ rule: RULE_POSITION[rule] ?? 0, giverKind, giverId, receiverKind, receiverId, units, basis, paired: pair !== null });
    }
    return table;
  } finally {
    connection.exec('DROP TABLE IF EXISTS temp.chosen');
  }
}

/**
 * Units per rule of the accounts that have been noted, over the whole of a brand's ledger, as {@link ledgerUnits} gives
 * them: the same bookings in the same order. Those who do not stand on the map are left out. Reads their bookings alone.
 */
export function notedUnits({ connection }: ProjectDatabase, { brandId }: Pick<LedgerScope, 'brandId'>, weights: ValueWeights): UnitTable {
  const accountIds = connection.prepare(`SELECT l.account_id FROM ledger_account l WHERE l.account_id NOT IN (${APART}) AND (
      EXISTS (SELECT 1 FROM message m WHERE m.account_id = l.account_id AND (@brandId IS NULL OR m.container_id IS NULL OR m.container_id NOT IN (SELECT id FROM container WHERE brand_id <> @brandId)))
      OR EXISTS (SELECT 1 FROM booking b WHERE b.receiver_kind = 'account' AND b.receiver_id = l.account_id AND (@brandId IS NULL OR b.brand_id IS NULL OR b.brand_id = @brandId)))
    ORDER BY l.account_id`).pluck().all({ brandId }) as number[];
  const table = createUnitTable(Int32Array.from(accountIds), weights);
  const columns = 'b.rule, b.giver_kind, b.giver_id, b.receiver_kind, b.receiver_id, b.units, b.basis, b.pair_message_id, b.id';
  const own = '(@brandId IS NULL OR b.brand_id IS NULL OR b.brand_id = @brandId)';
  const rows = connection
    .prepare(`SELECT ${columns} FROM ledger_account l CROSS JOIN booking b ON b.giver_kind = 'account' AND b.giver_id = l.account_id WHERE ${own}
      UNION SELECT ${columns} FROM ledger_account l CROSS JOIN booking b ON b.receiver_kind = 'account' AND b.receiver_id = l.account_id WHERE ${own} ORDER BY b.id`)
    .raw().iterate({ brandId }) as IterableIterator<[string, PartyKind, number, PartyKind, number, number, Basis, number | null]>;
  for (const [rule, giverKind, giverId, receiverKind, receiverId, units, basis, pair] of rows) {
    table.add({ rule: RULE_POSITION[rule] ?? 0, giverKind, giverId, receiverKind, receiverId, units, basis, paired: pair !== null });
  }
  return table;
}

const BALANCE_COLUMNS = 'account_id AS accountId, bookings, created, observed + received AS consumed, observed, received, estimated, created_unpaired AS createdUnpaired, consumed_unpaired AS consumedUnpaired, log2_balance AS log2Balance, low, high, zone, zone_share AS zoneShare';

/** Replaces every stored balance, or with `notedOnly` those of the accounts that have been noted, in batches of 5,000; returns how many were written. */
export function storeBalances({ connection }: ProjectDatabase, balances: Iterable<AccountBalance>, { notedOnly = false }: { readonly notedOnly?: boolean } = {}): number {
  const insert = connection.prepare('INSERT INTO account_balance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const write = connection.transaction((batch: readonly AccountBalance[]) => {
    for (const one of batch) {
      insert.run(one.accountId, one.bookings, one.created, one.observed, one.received, one.estimated, one.createdUnpaired, one.consumedUnpaired, one.log2Balance, one.low, one.high, one.zone, one.zoneShare);
    }
  });
  connection.exec(`DELETE FROM account_balance${notedOnly ? ` WHERE account_id IN (SELECT account_id FROM ledger_account)` : ''}`);
  let written = 0;
  let batch: AccountBalance[] = [];
  for (const one of balances) {
    batch.push(one);
    if (batch.length < 5000) continue;
    write.immediate(batch);
    written += batch.length;
    batch = [];
  }
  write.immediate(batch);
  return written + batch.length;
}

/** How many accounts have been noted. */
export function notedAccounts({ connection }: ProjectDatabase): number {
  return connection.prepare('SELECT count(*) FROM ledger_account').pluck().get() as number;
}

/** Forgets which accounts had been noted. */
export function settleAccounts({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM ledger_account');
}

/** Every stored balance, by account. */
export function storedBalances({ connection }: ProjectDatabase): AccountBalance[] {
  return connection.prepare(`SELECT ${BALANCE_COLUMNS} FROM account_balance ORDER BY account_id`).all() as AccountBalance[];
}

/** Sums of one rule over a part of the ledger. */
export interface RuleTotal {
  readonly rule: ValueRuleCode;
  readonly version: number;
  readonly bookings: number;
  readonly points: number;
}

/** Trial balance: what all givers gave, what all receivers got, what the commons hold, and the sums by rule. */
export interface LedgerTotals {
  readonly credits: number;
  readonly debits: number;
  readonly commons: number;
  readonly bookings: number;
  readonly rules: readonly RuleTotal[];
}

/** Sums the ledger side by side: credits over givers, debits over receivers. One scan. */
export function ledgerTotals(project: ProjectDatabase, { brandId, condition }: LedgerScope): LedgerTotals {
  const { connection } = project;
  if (condition !== null) select(project, condition);
  try {
    const where = `(@brandId IS NULL OR b.brand_id IS NULL OR b.brand_id = @brandId)${condition === null ? '' : ' AND (b.message_id IN (SELECT id FROM temp.chosen) OR b.pair_message_id IN (SELECT id FROM temp.chosen))'}`;
    const cells = connection
      .prepare(`SELECT b.rule, b.giver_kind, b.receiver_kind, count(*), sum(b.points) FROM booking b NOT INDEXED WHERE ${where} GROUP BY 1, 2, 3`)
      .raw().all({ brandId }) as [string, PartyKind, PartyKind, number, number][];
    const given = new Map<string, number>();
    const received = new Map<string, number>();
    const byRule = new Map<string, { bookings: number; points: number }>();
    const grow = (sums: Map<string, number>, kind: string, points: number): void => void sums.set(kind, (sums.get(kind) ?? 0) + points);
    for (const [rule, giver, receiver, bookings, points] of cells) {
      grow(given, giver, points);
      grow(received, receiver, points);
      const before = byRule.get(rule) ?? { bookings: 0, points: 0 };
      byRule.set(rule, { bookings: before.bookings + bookings, points: before.points + points });
    }
    const total = (sums: Map<string, number>): number => [...sums.values()].reduce((sum, points) => sum + points, 0);
    const rules = VALUE_RULES.map(({ code, version }) => ({ rule: code, version, bookings: byRule.get(code)?.bookings ?? 0, points: byRule.get(code)?.points ?? 0 }));
    return { credits: total(given), debits: total(received), commons: (received.get('commons') ?? 0) - (given.get('commons') ?? 0), bookings: rules.reduce((sum, { bookings }) => sum + bookings, 0), rules };
  } finally {
    connection.exec('DROP TABLE IF EXISTS temp.chosen');
  }
}

/** Changes whenever the ledger is made again: when the derive stage last ended, and how many bookings and points it holds. */
export function bookingStamp({ connection }: ProjectDatabase): string {
  return JSON.stringify(connection.prepare(`SELECT (SELECT finished_at_ms FROM stage WHERE name = 'derive'), count(*), sum(points) FROM booking`).raw().get());
}
