import { INTENTS, SENTIMENTS, type ReplyCoverage } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** Counts of what a selection holds; accounts are profiles as sources name them, persons count joined ones once; `windowStartMs`/`windowEndMs` span messages whose time is known to the day or better. */
export interface MessageTotals {
  readonly messages: number;
  readonly accounts: number;
  readonly persons: number;
  readonly inbound: number;
  readonly outbound: number;
  readonly withoutAuthor: number;
  readonly withoutText: number;
  readonly relativeTimes: number;
  readonly unread: number;
  /** Of the unread, those left without a label because none was likely enough for the project's threshold. */
  readonly abstained: number;
  readonly windowStartMs: number | null;
  readonly windowEndMs: number | null;
}

const EXACT = `m.precision NOT IN ('relative', 'none')`;

/** Totals of the messages under a condition on alias `m`. One pass. */
export function messageTotals(project: ProjectDatabase, condition: SqlCondition): MessageTotals {
  return project.connection
    .prepare(`SELECT count(*) AS messages, count(DISTINCT COALESCE(m.source_account_id, m.account_id)) AS accounts, count(DISTINCT m.account_id) AS persons,
      COALESCE(sum(r.direction IS NOT 'outbound'), 0) AS inbound, COALESCE(sum(r.direction IS 'outbound'), 0) AS outbound,
      COALESCE(sum(m.account_id IS NULL), 0) AS withoutAuthor, COALESCE(sum(m.text IS NULL OR m.text = ''), 0) AS withoutText,
      COALESCE(sum(m.precision IN ('relative', 'none')), 0) AS relativeTimes,
      COALESCE(sum(r.direction IS NOT 'outbound' AND r.intents IS NULL AND COALESCE(r.text_kind, 'none') NOT IN ('emoji', 'tags')), 0) AS unread,
      COALESCE(sum(r.direction IS NOT 'outbound' AND r.intents IS NULL AND r.abstained = 1), 0) AS abstained,
      min(CASE WHEN ${EXACT} THEN m.created_at_ms END) AS windowStartMs, max(CASE WHEN ${EXACT} THEN m.created_at_ms END) AS windowEndMs
      FROM message m LEFT JOIN reading r ON r.message_id = m.id WHERE ${condition.sql}`)
    .get(...condition.parameters) as MessageTotals;
}

/** Reactions in the project. */
export function reactionCount(project: ProjectDatabase): number {
  return project.connection.prepare('SELECT COALESCE(sum(count), 0) FROM reaction').pluck().get() as number;
}

/** True when some reaction names the person who reacted. */
export function hasNamedReactions(project: ProjectDatabase): boolean {
  return project.connection.prepare('SELECT EXISTS (SELECT 1 FROM reaction WHERE account_id IS NOT NULL)').pluck().get() === 1;
}

/** Messages per value of a label, most first; values without messages are absent. */
export function messagesBy(project: ProjectDatabase, dimension: 'network' | 'container' | 'language', condition: SqlCondition): { value: string; messages: number }[] {
  const grouped = (column: string, from = 'message m'): string => `(SELECT ${column} AS id, count(*) AS messages FROM ${from} WHERE ${condition.sql} GROUP BY 1)`;
  // counted by id before names are looked up: by an index, where one has the column
  const sources = {
    network: `SELECT n.code AS value, sum(g.messages) AS messages FROM ${grouped('m.network_id')} g JOIN network n ON n.id = g.id`,
    container: `SELECT c.name AS value, sum(g.messages) AS messages FROM ${grouped('m.container_id')} g JOIN container c ON c.id = g.id`,
    language: `SELECT g.id AS value, g.messages AS messages FROM ${grouped('r.language', 'message m JOIN reading r ON r.message_id = m.id')} g`,
  } as const;
  return project.connection.prepare(`${sources[dimension]} GROUP BY 1 ORDER BY 2 DESC, 1`).all(...condition.parameters) as { value: string; messages: number }[];
}

/** Brands by name, the own one first. O(brands). */
export function brandNames(project: ProjectDatabase): { id: number; name: string; own: boolean }[] {
  const rows = project.connection.prepare('SELECT id, name, is_own AS own FROM brand ORDER BY is_own DESC, name').all() as { id: number; name: string; own: number }[];
  return rows.map((row) => ({ ...row, own: row.own === 1 }));
}

/** Brands with the messages written in their name. */
export function brandCounts(project: ProjectDatabase): { id: number; name: string; own: boolean; messages: number }[] {
  const rows = project.connection
    .prepare(`SELECT b.id AS id, b.name AS name, b.is_own AS own, (SELECT count(*) FROM message m WHERE m.account_id IN (SELECT account_id FROM account_role WHERE role = 'voice' AND brand_id = b.id)) AS messages
      FROM brand b ORDER BY b.is_own DESC, 4 DESC, b.name`)
    .all() as { id: number; name: string; own: number; messages: number }[];
  return rows.map((row) => ({ ...row, own: row.own === 1 }));
}

/** One source (container as imported) with what is known of its replies; of the imports of each container the one collected last speaks. */
export interface CoverageRow {
  readonly container: string;
  readonly network: string;
  readonly brand: string | null;
  readonly replies: ReplyCoverage;
  readonly reason: string;
  readonly imported: number;
  readonly declared: number | null;
}

/** The import that speaks for a container comes first: collected last, then with the most answers, then by its file. */
const SPEAKS_LAST = `COALESCE(i.collected_at_ms, 0) DESC, w.imported DESC, i.file_hash, i.file_name`;

/** Coverage of every container, the worst first. */
export function coverageRows(project: ProjectDatabase): CoverageRow[] {
  return project.connection
    .prepare(`SELECT c.name AS container, n.code AS network, b.name AS brand, v.replies AS replies, v.reason AS reason, v.imported AS imported, v.declared AS declared
      FROM coverage v JOIN container c ON c.id = v.container_id JOIN network n ON n.id = c.network_id LEFT JOIN brand b ON b.id = c.brand_id
      WHERE v.import_id = (SELECT w.import_id FROM coverage w JOIN import i ON i.id = w.import_id WHERE w.container_id = v.container_id AND i.state = 'done' ORDER BY ${SPEAKS_LAST} LIMIT 1)
      ORDER BY CASE v.replies WHEN 'absent' THEN 0 WHEN 'partly' THEN 1 ELSE 2 END, c.name`)
    .all() as CoverageRow[];
}

/** Inbound messages per UTC hour-aligned bucket and label; the caller folds hours into months of the project's zone. */
export function hourlyVolume(project: ProjectDatabase, label: 'intent' | 'sentiment', condition: SqlCondition): { hour: number; kind: string; messages: number }[] {
  const column = label === 'intent' ? 'r.primary_intent' : 'r.sentiment';
  const known: readonly string[] = label === 'intent' ? INTENTS : SENTIMENTS;
  const rows = project.connection
    .prepare(`SELECT m.created_at_ms / 3600000 AS hour, COALESCE(${column}, 'unread') AS kind, count(*) AS messages
      FROM message m LEFT JOIN reading r ON r.message_id = m.id WHERE ${condition.sql} AND m.created_at_ms IS NOT NULL AND ${EXACT} AND r.direction IS NOT 'outbound' GROUP BY 1, 2`)
    .all(...condition.parameters) as { hour: number; kind: string; messages: number }[];
  return rows.filter(({ kind }) => kind === 'unread' || known.includes(kind));
}
