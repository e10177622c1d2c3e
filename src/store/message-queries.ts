import { ACTS, INTENTS, codesIn, type Act, type Intent, type MessageKind, type Outcome, type Sentiment, type TextKind, type TimePrecision } from '../domain/model/codes.ts';
import type { EvidenceSpan } from '../domain/model/reading.ts';
import type { ProjectDatabase } from './project-database.ts';
import { spansIn } from './reading-bytes.ts';
import { IS_OUTBOUND } from './reading-queries.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A message with its labels as rooms show it. Times in UTC ms, waits in seconds. */
export interface StoredMessage {
  readonly messageId: number;
  readonly nativeId: string;
  readonly network: string;
  readonly container: string | null;
  readonly brand: string | null;
  readonly kind: MessageKind;
  readonly accountId: number | null;
  readonly authorName: string | null;
  readonly voice: boolean;
  readonly atMs: number | null;
  readonly precision: TimePrecision;
  readonly text: string | null;
  readonly language: string | null;
  /** The main one first. */
  readonly intents: Intent[];
  /** The main one first. */
  readonly acts: Act[];
  readonly sentiment: Sentiment | null;
  readonly rating: number | null;
  readonly likes: number | null;
  readonly parentId: number | null;
  readonly rootId: number | null;
  readonly outcome: Outcome | null;
  readonly waitedSeconds: number | null;
  readonly spans: EvidenceSpan[];
  /** Labels that a person decided on. */
  readonly byHand: ('intents' | 'acts' | 'sentiment')[];
  /** Null while the message waits to be read. */
  readonly textKind: TextKind | null;
  readonly abstained: boolean;
  readonly doubt: boolean;
}

interface MessageColumns extends Omit<StoredMessage, 'intents' | 'acts' | 'spans' | 'voice' | 'byHand' | 'abstained' | 'doubt'> {
  readonly intentBits: number | null;
  readonly actBits: number | null;
  readonly packedSpans: Uint8Array | null;
  readonly main: string | null;
  readonly voice: number;
  readonly intentsByHand: number;
  readonly actsByHand: number;
  readonly sentimentByHand: number;
  readonly abstained: number;
  readonly doubt: number;
}

const COLUMNS = `m.id AS messageId, m.native_id AS nativeId, n.code AS network, c.name AS container, b.name AS brand, m.kind AS kind, m.account_id AS accountId,
  COALESCE(a.name, a.handle, a.native_id) AS authorName, COALESCE(r.direction = 'outbound', ${IS_OUTBOUND}) AS voice, m.created_at_ms AS atMs, m.precision AS precision, m.text AS text,
  r.language AS language, COALESCE(d.intents, r.intents) AS intentBits, COALESCE(d.acts, r.acts) AS actBits, COALESCE(d.sentiment, r.sentiment) AS sentiment, m.rating AS rating, m.likes AS likes, m.parent_id AS parentId, m.root_id AS rootId,
  q.outcome AS outcome, q.waited_s AS waitedSeconds, r.spans AS packedSpans,
  COALESCE(d.primary_intent, d.primary_act, r.primary_intent, r.primary_act) AS main,
  d.intents IS NOT NULL AS intentsByHand, d.acts IS NOT NULL AS actsByHand, d.sentiment IS NOT NULL AS sentimentByHand, r.text_kind AS textKind, COALESCE(r.abstained, 0) AS abstained, COALESCE(r.doubt, 0) AS doubt`;
const SOURCES = `message m JOIN network n ON n.id = m.network_id LEFT JOIN container c ON c.id = m.container_id LEFT JOIN brand b ON b.id = c.brand_id
  LEFT JOIN account a ON a.id = COALESCE(m.source_account_id, m.account_id) LEFT JOIN reading r ON r.message_id = m.id
  LEFT JOIN label_verdict d ON d.network = n.code AND d.kind = m.kind AND d.message = m.native_id
  LEFT JOIN request q ON q.id = (SELECT id FROM request WHERE message_id = m.id AND listed_apart IS NULL ORDER BY brand_id LIMIT 1)`;

const mainFirst = <Code extends string>(codes: Code[], main: string | null): Code[] => (main === null ? codes : codes.sort((a, b) => Number(b === main) - Number(a === main)));

function storedMessage({ intentBits, actBits, packedSpans, main, voice, intentsByHand, actsByHand, sentimentByHand, abstained, doubt, ...rest }: MessageColumns): StoredMessage {
  return {
    ...rest,
    voice: voice === 1,
    abstained: abstained === 1,
    doubt: doubt === 1,
    byHand: [...(intentsByHand === 1 ? ['intents' as const] : []), ...(actsByHand === 1 ? ['acts' as const] : []), ...(sentimentByHand === 1 ? ['sentiment' as const] : [])],
    intents: intentBits === null ? [] : mainFirst(codesIn(INTENTS, intentBits), main),
    acts: actBits === null ? [] : mainFirst(codesIn(ACTS, actBits), main),
    spans: spansIn(packedSpans),
  };
}

/** Number of messages under a condition on alias `m`. */
export function messageCount(project: ProjectDatabase, condition: SqlCondition): number {
  return project.connection.prepare(`SELECT count(*) FROM message m WHERE ${condition.sql}`).pluck().get(...condition.parameters) as number;
}

/** One page of messages under a condition, by time; messages without a time come last either way. */
export function messagePage(project: ProjectDatabase, condition: SqlCondition, { page, size, newestFirst }: { page: number; size: number; newestFirst: boolean }): StoredMessage[] {
  const order = newestFirst ? 'm.created_at_ms DESC, m.id DESC' : 'm.created_at_ms IS NULL, m.created_at_ms, m.id';
  const ids = project.connection.prepare(`SELECT m.id FROM message m WHERE ${condition.sql} ORDER BY ${order} LIMIT ? OFFSET ?`).pluck().all(...condition.parameters, size, page * size);
  return messagesById(project, ids as number[]);
}

/** Messages by id, in the order asked for; unknown ids are left out. */
export function messagesById(project: ProjectDatabase, ids: readonly number[]): StoredMessage[] {
  return (project.connection.prepare(`SELECT ${COLUMNS} FROM json_each(?) wanted JOIN ${SOURCES} WHERE m.id = wanted.value ORDER BY wanted.key`).all(JSON.stringify(ids)) as MessageColumns[]).map(storedMessage);
}

/** The whole thread a message belongs to, oldest first, at most `limit` messages. */
export function threadOf(project: ProjectDatabase, messageId: number, limit = 500): StoredMessage[] {
  const root = project.connection.prepare('SELECT COALESCE(root_id, id) FROM message WHERE id = ?').pluck().get(messageId) as number | undefined;
  if (root === undefined) return [];
  const ids = project.connection.prepare('SELECT id FROM message WHERE root_id = @root OR id = @root ORDER BY created_at_ms IS NULL, created_at_ms, id LIMIT @limit').pluck().all({ root, limit });
  return messagesById(project, ids as number[]);
}

/** Ids of the messages under a condition on alias `m`; null when it keeps all of them. */
export function selectedMessageIds(project: ProjectDatabase, condition: SqlCondition): Set<number> | null {
  if (condition.sql === '1') return null;
  return new Set(project.connection.prepare(`SELECT m.id FROM message m WHERE ${condition.sql}`).pluck().all(...condition.parameters) as number[]);
}

function namesById(project: ProjectDatabase, sql: string): Map<number, string> {
  return new Map((project.connection.prepare(sql).all() as { id: number; name: string }[]).map(({ id, name }) => [id, name]));
}

/** Network codes by id. */
export function networkCodes(project: ProjectDatabase): Map<number, string> {
  return namesById(project, 'SELECT id, code AS name FROM network');
}

/** Container names by id. */
export function containerNames(project: ProjectDatabase): Map<number, string> {
  return namesById(project, 'SELECT id, name FROM container');
}
