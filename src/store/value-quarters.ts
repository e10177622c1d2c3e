import { ACTS, INTENTS, codeSet } from '../domain/model/codes.ts';
import type { LocalQuarter } from '../domain/model/local-quarters.ts';
import { heldPersonQuarters, heldQuarterUnits, heldSilentPeople, heldUndatedBookings, heldWritingPeople, standApart } from './held-quarters.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { LedgerScope } from './value-ledger.ts';

type Connection = ProjectDatabase['connection'];

const APART = `SELECT account_id FROM account_role WHERE role IN ('voice', 'partner', 'bot')`;
const OWN_PLACE = '(@brandId IS NULL OR m.container_id IS NULL OR m.container_id NOT IN (SELECT id FROM container WHERE brand_id <> @brandId))';
const OWN_BOOKING = '(@brandId IS NULL OR b.brand_id IS NULL OR b.brand_id = @brandId)';

/** Lays out the selected messages and the quarters for the length of one answer. */
function withTables<Value>({ connection }: ProjectDatabase, { condition }: LedgerScope, quarters: readonly LocalQuarter[], answer: (connection: Connection, chosen: { readonly message: string; readonly booking: string }) => Value): Value {
  const drop = (): void => void connection.exec('DROP TABLE IF EXISTS temp.chosen; DROP TABLE IF EXISTS temp.quarter');
  drop();
  try {
    connection.exec('CREATE TEMP TABLE quarter (place INTEGER PRIMARY KEY, start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL)');
    const insert = connection.prepare('INSERT INTO temp.quarter VALUES (?, ?, ?)');
    quarters.forEach(({ startMs, endMs }, place) => void insert.run(place, startMs, endMs));
    if (condition === null) return answer(connection, { message: '1', booking: '1' });
    connection.exec('CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)');
    connection.prepare(`INSERT INTO temp.chosen SELECT m.id FROM message m WHERE ${condition.sql}`).run(...condition.parameters);
    return answer(connection, { message: 'm.id IN (SELECT id FROM temp.chosen)', booking: '(b.message_id IN (SELECT id FROM temp.chosen) OR b.pair_message_id IN (SELECT id FROM temp.chosen))' });
  } finally {
    drop();
  }
}

/** From the first to the last message whose time is known to the day or better; null without any. Reads the ends of an index. */
export function datedSpan({ connection }: ProjectDatabase): { readonly fromMs: number; readonly toMs: number } | null {
  const end = (order: 'ASC' | 'DESC'): number | undefined => connection.prepare(`SELECT m.created_at_ms FROM message m WHERE m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none') ORDER BY m.created_at_ms ${order} LIMIT 1`).pluck().get() as number | undefined;
  const [fromMs, toMs] = [end('ASC'), end('DESC')];
  return fromMs === undefined || toMs === undefined ? null : { fromMs, toMs };
}

/** What one person left in one quarter; `quarter` is its place in the list given. */
export interface PersonQuarter {
  readonly accountId: number;
  readonly quarter: number;
  readonly messages: number;
}

/** Messages by person and quarter, voices, partners and bots left out; a message without a usable time is in none. */
export function personQuarters(project: ProjectDatabase, scope: LedgerScope, quarters: readonly LocalQuarter[]): PersonQuarter[] {
  if (scope.inMemory !== undefined && standApart(quarters)) return heldPersonQuarters(project, scope.inMemory, { brandId: scope.brandId, quarters });
  return withTables(project, scope, quarters, (connection, chosen) => connection
    .prepare(`SELECT m.account_id AS accountId, q.place AS quarter, count(*) AS messages FROM message m JOIN temp.quarter q ON m.created_at_ms >= q.start_ms AND m.created_at_ms < q.end_ms
      WHERE m.account_id IS NOT NULL AND m.precision NOT IN ('relative', 'none') AND ${OWN_PLACE} AND ${chosen.message} AND m.account_id NOT IN (${APART}) GROUP BY 1, 2 ORDER BY 1, 2`)
    .all({ brandId: scope.brandId }) as PersonQuarter[]);
}

/** Every person with at least one selected message, dated or not; ids ascending. */
export function writingPeople(project: ProjectDatabase, scope: LedgerScope): number[] {
  if (scope.inMemory !== undefined) return heldWritingPeople(project, scope.inMemory, scope.brandId);
  return withTables(project, scope, [], (connection, chosen) => connection
    .prepare(`SELECT DISTINCT m.account_id FROM message m WHERE m.account_id IS NOT NULL AND ${OWN_PLACE} AND ${chosen.message} AND m.account_id NOT IN (${APART}) ORDER BY 1`)
    .pluck().all({ brandId: scope.brandId }) as number[]);
}

/** People with a name on either side of a booking of the scope who wrote none of the selected messages. */
export function silentPeople(project: ProjectDatabase, scope: LedgerScope): number {
  if (scope.inMemory !== undefined) return heldSilentPeople(project, scope.inMemory, scope.brandId);
  return withTables(project, scope, [], (connection, chosen) => connection
    .prepare(`SELECT count(*) FROM (SELECT b.giver_id AS id FROM booking b WHERE b.giver_kind = 'account' AND ${OWN_BOOKING} AND ${chosen.booking} UNION SELECT b.receiver_id FROM booking b WHERE b.receiver_kind = 'account' AND ${OWN_BOOKING} AND ${chosen.booking})
      WHERE id NOT IN (${APART}) AND id NOT IN (SELECT m.account_id FROM message m WHERE m.account_id IS NOT NULL AND ${OWN_PLACE} AND ${chosen.message})`)
    .pluck().get({ brandId: scope.brandId }) as number);
}

/** Units of one rule on one side of a person's books in one quarter. */
export interface QuarterUnits {
  readonly accountId: number;
  readonly quarter: number;
  readonly side: 'created' | 'consumed';
  readonly rule: string;
  readonly units: number;
  readonly bookings: number;
}

/** Units by person, quarter, side and rule, by the time of the booking; what rests on counts without names is left out. Sorted by person and quarter. */
export function quarterUnits(project: ProjectDatabase, scope: LedgerScope, quarters: readonly LocalQuarter[]): QuarterUnits[] {
  const inMemory = scope.inMemory === undefined || !standApart(quarters) ? null : heldQuarterUnits(project, scope.inMemory, { brandId: scope.brandId, quarters });
  if (inMemory !== null) return inMemory;
  const side = (name: 'giver' | 'receiver', code: QuarterUnits['side'], chosen: string): string => `SELECT b.${name}_id AS accountId, q.place AS quarter, '${code}' AS side, b.rule AS rule, sum(b.units) AS units, count(*) AS bookings
    FROM booking b JOIN message m ON m.id = b.message_id JOIN temp.quarter q ON b.at_ms >= q.start_ms AND b.at_ms < q.end_ms
    WHERE b.${name}_kind = 'account' AND b.basis <> 'estimated' AND m.precision NOT IN ('relative', 'none') AND ${OWN_BOOKING} AND ${chosen} AND b.${name}_id NOT IN (${APART}) GROUP BY 1, 2, 4`;
  return withTables(project, scope, quarters, (connection, chosen) => connection
    .prepare(`${side('giver', 'created', chosen.booking)} UNION ALL ${side('receiver', 'consumed', chosen.booking)} ORDER BY 1, 2, 3, 4`).all({ brandId: scope.brandId }) as QuarterUnits[]);
}

/** Pieces a person made in a quarter, and how many of them somebody used. */
export interface PersonPieces {
  readonly accountId: number;
  readonly quarter: number;
  readonly pieces: number;
  readonly used: number;
}

const PIECE = codeSet(INTENTS, ['information', 'purchase', 'decision', 'trouble', 'idea', 'praise', 'recommendation', 'help']);
const TAKEN_UP = codeSet(ACTS, ['answer', 'care', 'acknowledge']);

/**
 * Pieces of value by person and quarter: public messages that ask, report, propose, praise, advise or help. A piece is used
 * when within `withinMs` of it the brand answered it in public, another person answered it, replied to it or shared it, or
 * the brand thanked for it or took it up. Pieces later than `lastMs` are left out: nobody had the time to use them.
 */
export function personPieces(project: ProjectDatabase, scope: LedgerScope, quarters: readonly LocalQuarter[], { withinMs, lastMs }: { readonly withinMs: number; readonly lastMs: number }): PersonPieces[] {
  const soon = (column: string): string => `${column} >= m.created_at_ms AND ${column} - m.created_at_ms <= @withinMs`;
  return withTables(project, scope, quarters, (connection, chosen) => connection
    .prepare(`SELECT m.account_id AS accountId, q.place AS quarter, count(*) AS pieces, sum(
        EXISTS (SELECT 1 FROM request x WHERE (x.message_id = m.id OR x.id IN (SELECT p.request_id FROM request_part p WHERE p.message_id = m.id))
          AND ((x.outcome = 'public' AND ${soon('x.answered_at_ms')}) OR ${soon('x.peer_at_ms')}))
        OR EXISTS (SELECT 1 FROM message c LEFT JOIN reading d ON d.message_id = c.id WHERE c.parent_id = m.id AND c.account_id IS NOT NULL AND c.account_id <> m.account_id AND ${soon('c.created_at_ms')}
          AND (d.thanks = 1 OR d.acts & ${String(TAKEN_UP)} OR (c.account_id NOT IN (SELECT account_id FROM account_role WHERE role IN ('voice', 'bot')))))
        OR EXISTS (SELECT 1 FROM reaction s WHERE s.message_id = m.id AND s.kind = 'share' AND s.account_id IS NOT NULL AND s.account_id <> m.account_id AND (s.created_at_ms IS NULL OR ${soon('s.created_at_ms')}))) AS used
      FROM message m JOIN reading r ON r.message_id = m.id JOIN temp.quarter q ON m.created_at_ms >= q.start_ms AND m.created_at_ms < q.end_ms
      WHERE m.account_id IS NOT NULL AND r.intents & ${String(PIECE)} AND r.direction = 'inbound' AND m.kind NOT IN ('ticket', 'message') AND m.precision NOT IN ('relative', 'none') AND m.created_at_ms <= @lastMs
        AND ${OWN_PLACE} AND ${chosen.message} AND m.account_id NOT IN (${APART}) GROUP BY 1, 2 ORDER BY 1, 2`)
    .all({ brandId: scope.brandId, withinMs, lastMs }) as PersonPieces[]);
}

/** Bookings of a scope, around an account, that no period holds: their message has no time, or one counted back from "2 years ago". */
export function undatedBookings(project: ProjectDatabase, scope: LedgerScope): number {
  if (scope.inMemory !== undefined) return heldUndatedBookings(scope.inMemory, scope.brandId);
  return withTables(project, scope, [], (connection, chosen) => connection
    .prepare(`SELECT count(*) FROM booking b LEFT JOIN message m ON m.id = b.message_id WHERE (b.at_ms IS NULL OR m.id IS NULL OR m.precision IN ('relative', 'none'))
      AND b.basis <> 'estimated' AND (b.giver_kind = 'account' OR b.receiver_kind = 'account') AND ${OWN_BOOKING} AND ${chosen.booking}`)
    .pluck().get({ brandId: scope.brandId }) as number);
}
