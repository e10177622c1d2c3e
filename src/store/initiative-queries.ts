import type { PartyKind, ValueRuleCode } from '../domain/model/value-codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import { joinedMessages, type SqlCondition } from './selection-sql.ts';

/** A brand's own post that may carry an initiative. Times UTC ms. */
export interface CarryingPost {
  readonly messageId: number;
  readonly network: string;
  readonly kind: string;
  readonly nativeId: string;
  readonly container: string | null;
  readonly atMs: number | null;
  readonly text: string | null;
}

/** What identifies a post whatever its row. */
export type PostKey = Pick<CarryingPost, 'network' | 'kind' | 'nativeId'>;

/** What people wrote, in columns of one length, by time: message, person (0: nobody named), thread and tone (-1, 0, 1; null: not told). Times UTC ms. */
export interface InboundColumns {
  readonly ids: number[];
  readonly people: number[];
  readonly times: number[];
  readonly roots: number[];
  readonly tones: (number | null)[];
}

/** A booking as it counts for one side of people: points are units times the weight of its rule. */
export interface DatedBooking {
  readonly atMs: number;
  readonly rule: ValueRuleCode;
  readonly units: number;
  readonly isCreated: boolean;
  readonly isConsumed: boolean;
}

// roles hold between their dates
const APART = `EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role IN ('voice', 'employee', 'partner', 'bot') AND (v.from_ms IS NULL OR m.created_at_ms IS NULL OR m.created_at_ms >= v.from_ms) AND (v.to_ms IS NULL OR m.created_at_ms IS NULL OR m.created_at_ms < v.to_ms))`;
const MAP_APART = `SELECT account_id FROM account_role WHERE role IN ('voice', 'partner', 'bot')`;
const POST = `SELECT m.id AS messageId, n.code AS network, m.kind AS kind, m.native_id AS nativeId, c.name AS container, CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END AS atMs, m.text AS text
  FROM message m JOIN network n ON n.id = m.network_id LEFT JOIN container c ON c.id = m.container_id`;

/** First posts by a brand (null: by any) under a condition on alias `m`, by time. */
export function brandPosts({ connection }: ProjectDatabase, brandId: number | null, messages: SqlCondition): CarryingPost[] {
  const [own, values] = brandId === null ? ['brand_id IS NOT NULL', []] : ['brand_id = ?', [brandId]];
  return connection.prepare(`${POST} WHERE m.account_id IN (SELECT account_id FROM account_role WHERE role = 'voice' AND ${own}) AND COALESCE(m.root_id, m.id) = m.id AND m.parent_native_id IS NULL AND (${messages.sql}) ORDER BY m.created_at_ms, m.id`)
    .all(...values, ...messages.parameters) as CarryingPost[];
}

/** Posts by what identifies them; those that are not in the data are left out. */
export function keyedPosts({ connection }: ProjectDatabase, keys: readonly PostKey[]): CarryingPost[] {
  const one = connection.prepare(`${POST} WHERE n.code = ? AND m.kind = ? AND m.native_id = ?`);
  return keys.flatMap(({ network, kind, nativeId }) => (one.get(network, kind, nativeId) as CarryingPost | undefined) ?? []);
}

/** Dated messages by people under a condition on alias `m`, without those who speak for a brand, work for it, have an economic tie or are programs. One pass. */
export function inboundColumns({ connection }: ProjectDatabase, messages: SqlCondition): InboundColumns {
  const columns: InboundColumns = { ids: [], people: [], times: [], roots: [], tones: [] };
  const rows = connection.prepare(`SELECT m.id, COALESCE(m.account_id, 0), m.created_at_ms, COALESCE(m.root_id, m.id), CASE r.sentiment WHEN 'negative' THEN -1 WHEN 'neutral' THEN 0 WHEN 'positive' THEN 1 END
    FROM message m LEFT JOIN reading r ON r.message_id = m.id
    WHERE m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none') AND r.direction IS NOT 'outbound' AND NOT ${APART} AND (${messages.sql}) ORDER BY m.created_at_ms, m.id`)
    .raw().iterate(...messages.parameters) as IterableIterator<[number, number, number, number, number | null]>;
  for (const [id, person, atMs, root, tone] of rows) {
    columns.ids.push(id);
    columns.people.push(person);
    columns.times.push(atMs);
    columns.roots.push(root);
    columns.tones.push(tone);
  }
  return columns;
}

/** Dated bookings of a brand's ledger (null: of all) that people gave or received, by evidence of named traces or answers; under a condition on alias `m`. */
export function datedBookings({ connection }: ProjectDatabase, brandId: number | null, messages: SqlCondition): DatedBooking[] {
  const { join, sql, parameters } = joinedMessages(messages, 'b.message_id');
  const [own, values] = brandId === null ? ['1', []] : ['(b.brand_id IS NULL OR b.brand_id = ?)', [brandId]];
  const rows = connection.prepare(`WITH apart AS MATERIALIZED (${MAP_APART}) SELECT b.at_ms, b.rule, b.units, b.giver_kind, b.giver_id IN (SELECT account_id FROM apart), b.receiver_kind, b.receiver_id IN (SELECT account_id FROM apart), b.basis
    FROM booking b ${join} WHERE b.at_ms IS NOT NULL AND ${own} AND (${sql})`).raw().all(...values, ...parameters) as [number, ValueRuleCode, number, PartyKind, number, PartyKind, number, string][];
  return rows.map(([atMs, rule, units, giver, giverApart, receiver, receiverApart, basis]) => ({
    atMs, rule, units, isCreated: giver === 'account' && giverApart === 0, isConsumed: receiver === 'account' && receiverApart === 0 && basis !== 'estimated',
  }));
}
