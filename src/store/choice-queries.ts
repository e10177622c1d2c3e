import { codeSet, INTENTS, type Sentiment, type TimePrecision } from '../domain/model/codes.ts';
import type { AskedChoice, ChoiceReply, KnownAnswer } from '../domain/response/decision-moments.ts';
import type { Observability } from '../domain/response/request-episode.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';
import { heldOut } from './unclaimed-desks.ts';

/** A message by somebody of the public that may ask for a choice. */
export interface ChoiceCandidate extends AskedChoice {
  readonly text: string;
  readonly language: string;
  /** Intents as read or said by hand; null where nothing was read. */
  readonly intents: number | null;
}

const CONTEST = codeSet(INTENTS, ['contest']);
const APART = `SELECT account_id FROM account_role WHERE role IN ('voice', 'employee', 'partner', 'bot')`;

/**
 * Messages in one language that may ask for a choice, under a condition on alias `m`: those with a question mark, those that an index
 * finds by `search`, and those in `byHand`. Accounts with a tie to a brand, programs, desks of any firm (a desk asks what somebody uses, not what to choose) and entries into contests are left out.
 */
export function choiceCandidates({ connection }: ProjectDatabase, language: string, { search, byHand, messages: { sql, parameters } }: { readonly search: string; readonly byHand: readonly number[]; readonly messages: SqlCondition }): IterableIterator<ChoiceCandidate> {
  return connection.prepare(`SELECT m.id AS messageId, m.account_id AS askerId, COALESCE(m.root_id, m.id) AS rootId, m.container_id AS containerId, m.network_id AS networkId, m.import_id AS importId, m.created_at_ms AS atMs, m.precision AS precision, m.text AS text, r.language AS language, r.intents AS intents
    FROM reading r JOIN message m ON m.id = r.message_id
    WHERE r.direction = 'inbound' AND r.text_kind = 'text' AND r.language = ? AND m.text IS NOT NULL AND (m.account_id IS NULL OR m.account_id NOT IN (${APART}))
      AND m.source_inbound IS NOT 0 AND (r.intents & ${CONTEST}) = 0
      AND (instr(m.text, '?') > 0 OR m.id IN (SELECT rowid FROM message_search WHERE message_search MATCH ?) OR m.id IN (SELECT value FROM json_each(?))) AND (${sql}) ORDER BY m.id`)
    .iterate(language, search, JSON.stringify(byHand), ...parameters) as IterableIterator<ChoiceCandidate>;
}

/** All messages of some conversations as the moments of choice take them. */
export function choiceConversations({ connection }: ProjectDatabase, rootIds: readonly number[]): ChoiceReply[] {
  const roots = JSON.stringify(rootIds);
  const holds = `(v.from_ms IS NULL OR m.created_at_ms IS NULL OR m.created_at_ms >= v.from_ms) AND (v.to_ms IS NULL OR m.created_at_ms IS NULL OR m.created_at_ms < v.to_ms)`;
  const from = `json_each(?) wanted CROSS JOIN message m ON (m.root_id = wanted.value OR m.id = wanted.value)`;
  const mentioned = new Map<number, number[]>();
  for (const [id, accountId] of connection.prepare(`SELECT DISTINCT m.id, x.account_id FROM ${from} JOIN mention x ON x.message_id = m.id WHERE x.account_id IS NOT NULL`).raw().all(roots) as [number, number][]) mentioned.set(id, [...(mentioned.get(id) ?? []), accountId]);
  const rows = connection.prepare(`SELECT DISTINCT m.id AS id, COALESCE(m.root_id, m.id) AS rootId, m.parent_id AS parentId, m.account_id AS authorId, m.created_at_ms AS atMs, m.precision AS precision,
      (SELECT min(v.brand_id) FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice' AND ${holds}) AS brandId,
      EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND (v.role IN ('employee', 'partner', 'bot') OR ${heldOut('v')})) AS setApart FROM ${from} ORDER BY m.id`)
    .all(roots) as { id: number; rootId: number; parentId: number | null; authorId: number | null; atMs: number | null; precision: TimePrecision; brandId: number | null; setApart: number }[];
  return rows.map(({ setApart, ...row }) => ({ ...row, setApart: setApart === 1 && row.brandId === null, mentionedIds: mentioned.get(row.id) ?? [] }));
}

/** How the requests among some messages stand with a brand: whether an answer can be seen, and the answer. A merged question stands where its request does. */
export function choiceRequests({ connection }: ProjectDatabase, messageIds: readonly number[], brandId: number): Map<number, { readonly observability: Observability; readonly answer: KnownAnswer | null }> {
  const rows = connection.prepare(`SELECT q.message_id AS messageId, q.observability AS observability, q.censored AS censored, q.answer_message_id AS answerId, q.answered_at_ms AS answeredAtMs
    FROM json_each(?) wanted CROSS JOIN request q ON q.message_id = wanted.value WHERE q.brand_id = ?`).all(JSON.stringify(messageIds), brandId) as { messageId: number; observability: Observability; censored: number; answerId: number | null; answeredAtMs: number | null }[];
  return new Map(rows.map(({ messageId, observability, censored, answerId, answeredAtMs }) => [messageId, { observability, answer: censored === 1 ? null : { messageId: answerId, atMs: answeredAtMs } }]));
}

/** Networks on which an account is known to speak for a brand. */
export function voiceNetworks({ connection }: ProjectDatabase, brandId: number): Set<number> {
  return new Set(connection.prepare(`SELECT DISTINCT a.network_id FROM account_role r JOIN account a ON a.id = r.account_id WHERE r.role = 'voice' AND r.brand_id = ?`).pluck().all(brandId) as number[]);
}

/** Those of some messages that begin by naming an account that speaks for a brand: they ask it, not other people. */
export function namedFirst({ connection }: ProjectDatabase, messageIds: readonly number[], brandId: number): Set<number> {
  return new Set(connection.prepare(`SELECT DISTINCT x.message_id FROM json_each(?) wanted CROSS JOIN mention x ON x.message_id = wanted.value WHERE x.leading = 1 AND x.account_id IN (SELECT account_id FROM account_role WHERE role = 'voice' AND brand_id = ?)`).pluck().all(JSON.stringify(messageIds), brandId) as number[]);
}

/** Those of some messages that meet a condition on alias `m`. */
export function messagesThat({ connection }: ProjectDatabase, messageIds: readonly number[], { sql, parameters }: SqlCondition): Set<number> {
  return new Set(connection.prepare(`SELECT m.id FROM json_each(?) wanted CROSS JOIN message m ON m.id = wanted.value WHERE (${sql})`).pluck().all(JSON.stringify(messageIds), ...parameters) as number[]);
}

/** The tone of some messages by people, by number; messages without one are left out. */
export function tonesOf({ connection }: ProjectDatabase, messageIds: readonly number[]): { messageId: number; authorId: number | null; sentiment: Sentiment }[] {
  return connection.prepare(`SELECT m.id AS messageId, m.account_id AS authorId, r.sentiment AS sentiment FROM json_each(?) wanted CROSS JOIN message m ON m.id = wanted.value JOIN reading r ON r.message_id = m.id WHERE r.sentiment IS NOT NULL ORDER BY m.id`)
    .all(JSON.stringify(messageIds)) as { messageId: number; authorId: number | null; sentiment: Sentiment }[];
}

/** How often each tone is read in all messages by people, in the order of the codes given. */
export function toneCounts({ connection }: ProjectDatabase, tones: readonly Sentiment[]): number[] {
  const counts = new Map(connection.prepare(`SELECT sentiment, count(*) FROM reading WHERE direction = 'inbound' AND sentiment IS NOT NULL GROUP BY 1`).raw().all() as [Sentiment, number][]);
  return tones.map((tone) => counts.get(tone) ?? 0);
}
