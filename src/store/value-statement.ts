import type { Basis, PartyKind, ValueRuleCode } from '../domain/model/value-codes.ts';
import { VALUE_RULES } from '../domain/value/value-rules.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** Whose lines: these accounts together, or a brand. */
export interface StatementParty {
  readonly kind: 'account' | 'brand';
  readonly ids: readonly number[];
}

/** Which lines of a party: of one brand's ledger (null: of all), of selected messages (alias `m`; null: all), of a period. */
export interface StatementScope {
  readonly party: StatementParty;
  readonly brandId: number | null;
  readonly condition: SqlCondition | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** Points of the party as giver and as receiver; a line between two of its people counts on both sides. */
export interface TwoSides {
  readonly created: number;
  readonly consumed: number;
}

/** One booking as a statement shows it, with the totals up to and including it. */
export interface StatementLine extends TwoSides {
  /** Place in the statement, from 1. */
  readonly line: number;
  readonly atMs: number | null;
  readonly rule: ValueRuleCode;
  readonly version: number;
  readonly giverKind: PartyKind;
  readonly giverId: number;
  readonly receiverKind: PartyKind;
  readonly receiverId: number;
  readonly units: number;
  readonly points: number;
  readonly basis: Basis;
  readonly paired: boolean;
  readonly createdSoFar: number;
  readonly consumedSoFar: number;
  readonly messageId: number;
  /** The first 200 characters of the message behind the line; empty without a text. */
  readonly quote: string;
}

/** A statement over its whole length, with one page of its lines. */
export interface Statement {
  readonly total: number;
  readonly undated: number;
  readonly opening: TwoSides;
  readonly closing: TwoSides;
  readonly bookings: number;
  readonly basis: Readonly<Record<Basis, number>>;
  readonly withoutPairs: TwoSides;
  /** Points of all givers and of all receivers of the lines, summed apart. */
  readonly credits: number;
  readonly debits: number;
  readonly rules: readonly (TwoSides & { readonly rule: ValueRuleCode; readonly version: number; readonly lines: number })[];
  readonly lines: readonly StatementLine[];
}

interface Sums {
  readonly period: 0 | 1;
  readonly rule: ValueRuleCode;
  readonly version: number;
  readonly basis: Basis;
  readonly lines: number;
  readonly undated: number;
  readonly created: number;
  readonly consumed: number;
  readonly createdUnpaired: number;
  readonly consumedUnpaired: number;
}

const RULE_ORDER = new Map(VALUE_RULES.map(({ code }, place) => [code, place]));
const quoted = (side: 'giver' | 'receiver'): string => VALUE_RULES.filter(({ pairSide }) => pairSide === side).map(({ code }) => `'${code}'`).join(', ');
// a time counted back from "2 years ago" places a line nowhere
const AT = `CASE WHEN m.precision IN ('relative', 'none') THEN NULL ELSE b.at_ms END`;

/**
 * The statement of a party: every booking in which it gives or receives, oldest first, what has no time before everything
 * else. With a period the lines are those dated within it and `opening` holds what lies before and what has no time, so
 * that opening and lines always make the closing; what lies after is left out. A booking belongs to selected messages when
 * the message that shows it, or the exchange it is half of, is selected. Cost: the party's bookings, once a page.
 */
export function valueStatement({ connection }: ProjectDatabase, scope: StatementScope, { offset, size }: { readonly offset: number; readonly size: number }): Statement {
  const drop = (): void => void connection.exec('DROP TABLE IF EXISTS temp.party; DROP TABLE IF EXISTS temp.chosen; DROP TABLE IF EXISTS temp.statement');
  drop();
  try {
    layOut(connection, scope);
    const sums = connection
      .prepare(`SELECT s.period, b.rule, b.rule_version AS version, b.basis, count(*) AS lines, sum(s.at_ms IS NULL) AS undated, 
          sum(s.gives * b.points) AS created, sum(s.takes * b.points) AS consumed,
          sum(s.gives * b.points * NOT (b.pair_message_id IS NOT NULL AND b.rule IN (${quoted('giver')}))) AS createdUnpaired, sum(s.takes * b.points * NOT (b.pair_message_id IS NOT NULL AND b.rule IN (${quoted('receiver')}))) AS consumedUnpaired
        FROM temp.statement s JOIN booking b ON b.id = s.booking GROUP BY 1, 2, 3, 4`)
      .all() as Sums[];
    const within = sums.filter(({ period }) => period === 1);
    const total = added(within, 'lines');
    const opening = twoSides(sums.filter(({ period }) => period === 0));
    const closing = { created: opening.created + added(within, 'created'), consumed: opening.consumed + added(within, 'consumed') };
    return {
      total, opening, closing, bookings: added(sums, 'lines'), undated: added(sums, 'undated'),
      basis: { observed: added(within.filter(({ basis }) => basis === 'observed'), 'consumed'), received: added(within.filter(({ basis }) => basis === 'received'), 'consumed'), estimated: added(within.filter(({ basis }) => basis === 'estimated'), 'consumed') },
      withoutPairs: { created: added(sums, 'createdUnpaired'), consumed: added(sums, 'consumedUnpaired') },
      ...counterparts(connection),
      rules: byRule(within),
      lines: linesOf(connection, { opening, offset, size }),
    };
  } finally {
    drop();
  }
}

type Connection = ProjectDatabase['connection'];

function layOut(connection: Connection, { party, brandId, condition, fromMs, toMs }: StatementScope): void {
  connection.exec('CREATE TEMP TABLE party (id INTEGER PRIMARY KEY)');
  connection.prepare('INSERT OR IGNORE INTO temp.party SELECT value FROM json_each(?)').run(JSON.stringify(party.ids));
  if (condition !== null) {
    connection.exec('CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)');
    connection.prepare(`INSERT INTO temp.chosen SELECT m.id FROM message m WHERE ${condition.sql}`).run(...condition.parameters);
  }
  const chosen = condition === null ? '' : 'AND (b.message_id IN (SELECT id FROM temp.chosen) OR b.pair_message_id IN (SELECT id FROM temp.chosen))';
  const IN_PARTY = '(SELECT id FROM temp.party)';
  connection.exec('CREATE TEMP TABLE statement (line INTEGER PRIMARY KEY, booking INTEGER NOT NULL, at_ms INTEGER, gives INTEGER NOT NULL, takes INTEGER NOT NULL, period INTEGER NOT NULL)');
  const bounded = fromMs !== null || toMs !== null;
  // lines of the period first, so that their place in the table is their number
  connection
    .prepare(`INSERT INTO temp.statement (booking, at_ms, gives, takes, period)
      SELECT id, at, gives, takes, period FROM (
        SELECT b.id, ${AT} AS at, b.giver_kind = @kind AND b.giver_id IN ${IN_PARTY} AS gives, b.receiver_kind = @kind AND b.receiver_id IN ${IN_PARTY} AS takes,
          CASE WHEN ${bounded ? `${AT} IS NULL OR ${AT} < @fromMs` : '0'} THEN 0 ELSE 1 END AS period, b.message_id, b.rule
        FROM booking b JOIN message m ON m.id = b.message_id
        WHERE ((b.giver_kind = @kind AND b.giver_id IN ${IN_PARTY}) OR (b.receiver_kind = @kind AND b.receiver_id IN ${IN_PARTY}))
          AND (@brandId IS NULL OR b.brand_id IS NULL OR b.brand_id = @brandId) AND COALESCE(${AT}, -9e15) < @toMs ${chosen})
      ORDER BY period DESC, at, message_id, rule, id`)
    .run({ kind: party.kind, brandId, ...(bounded ? { fromMs: fromMs ?? -9e15 } : {}), toMs: toMs ?? 9e15 });
}

function linesOf(connection: Connection, { opening, offset, size }: { readonly opening: TwoSides; readonly offset: number; readonly size: number }): StatementLine[] {
  const before = connection.prepare('SELECT COALESCE(sum(s.gives * b.points), 0) AS created, COALESCE(sum(s.takes * b.points), 0) AS consumed FROM temp.statement s JOIN booking b ON b.id = s.booking WHERE s.line <= ? AND s.period = 1').get(offset) as TwoSides;
  const rows = connection
    .prepare(`SELECT s.line, s.at_ms AS atMs, b.rule, b.rule_version AS version, b.giver_kind AS giverKind, b.giver_id AS giverId, b.receiver_kind AS receiverKind, b.receiver_id AS receiverId, b.units, b.points, b.basis,
        b.pair_message_id IS NOT NULL AS paired, s.gives * b.points AS created, s.takes * b.points AS consumed, b.message_id AS messageId, COALESCE(substr(m.text, 1, 200), '') AS quote
      FROM temp.statement s JOIN booking b ON b.id = s.booking JOIN message m ON m.id = b.message_id WHERE s.line > ? AND s.period = 1 ORDER BY s.line LIMIT ?`)
    .all(offset, size) as (Omit<StatementLine, 'paired' | 'createdSoFar' | 'consumedSoFar'> & { paired: number })[];
  let createdSoFar = opening.created + before.created;
  let consumedSoFar = opening.consumed + before.consumed;
  return rows.map(({ paired, ...row }) => {
    createdSoFar += row.created;
    consumedSoFar += row.consumed;
    return { ...row, paired: paired === 1, createdSoFar, consumedSoFar };
  });
}

/** Givers' and receivers' sides of the lines, each summed over its own parties, as a trial balance does. */
function counterparts(connection: Connection): { readonly credits: number; readonly debits: number } {
  const sideSum = (side: 'giver' | 'receiver'): number =>
    (connection.prepare(`SELECT COALESCE(sum(points), 0) FROM (SELECT sum(b.points) AS points FROM temp.statement s JOIN booking b ON b.id = s.booking WHERE s.period = 1 GROUP BY b.${side}_kind, b.${side}_id ORDER BY b.${side}_kind, b.${side}_id)`).pluck().get() as number);
  return { credits: sideSum('giver'), debits: sideSum('receiver') };
}

function added(rows: readonly Sums[], column: Exclude<keyof Sums, 'rule' | 'basis'>): number {
  return rows.reduce((sum, row) => sum + row[column], 0);
}

function twoSides(rows: readonly Sums[]): TwoSides {
  return { created: added(rows, 'created'), consumed: added(rows, 'consumed') };
}

function byRule(rows: readonly Sums[]): Statement['rules'] {
  const versions = new Map<string, Sums[]>();
  for (const row of rows) versions.set(`${row.rule} ${String(row.version)}`, [...(versions.get(`${row.rule} ${String(row.version)}`) ?? []), row]);
  return [...versions.values()]
    .flatMap((same) => (same[0] === undefined ? [] : [{ rule: same[0].rule, version: same[0].version, lines: added(same, 'lines'), ...twoSides(same) }]))
    .sort((one, other) => (RULE_ORDER.get(one.rule) ?? 0) - (RULE_ORDER.get(other.rule) ?? 0) || one.version - other.version);
}
