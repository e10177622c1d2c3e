import type { ExchangeMessage } from '../domain/answers/answer-exchange.ts';
import type { ProjectDatabase } from './project-database.ts';
import { heldOut } from './unclaimed-desks.ts';

/** A message of a conversation with the brand it speaks for, and its words for whoever asks. */
export interface ConversationMessage extends Omit<ExchangeMessage, 'byBrand' | 'resolves'> {
  readonly brandId: number | null;
  /** Its text, empty where it has none: asked of few messages, and most of what they hold. */
  readonly words: () => string;
}

interface Columns {
  readonly rootId: number;
  readonly id: number;
  readonly parentId: number | null;
  readonly authorId: number | null;
  readonly brandId: number | null;
  readonly atMs: number | null;
  readonly thanks: number;
  readonly text: string;
}

// roles hold between their dates; of several brands the first: an account speaks for one
const VOICE_AT = `(SELECT min(v.brand_id) FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice' AND (v.from_ms IS NULL OR m.created_at_ms >= v.from_ms) AND (v.to_ms IS NULL OR m.created_at_ms < v.to_ms))`;

/** Act bits of messages by id; messages that were not read as a brand's are absent. */
export function actsOf({ connection }: ProjectDatabase, messageIds: readonly number[]): Map<number, number> {
  return new Map(connection.prepare('SELECT message_id, acts FROM reading WHERE acts IS NOT NULL AND message_id IN (SELECT value FROM json_each(?))').raw().all(JSON.stringify(messageIds)) as [number, number][]);
}

/** The messages of some conversations in time order, by the id of the conversation; those of programs and of desks of firms that are no brand are left out. */
export function answerConversations({ connection }: ProjectDatabase, rootIds: readonly number[]): Map<number, ConversationMessage[]> {
  const roots = JSON.stringify(rootIds);
  const within = '(m.id IN (SELECT value FROM json_each(@roots)) OR m.root_id IN (SELECT value FROM json_each(@roots)))';
  const mentioned = new Map<number, number[]>();
  for (const [messageId, accountId] of connection.prepare(`SELECT x.message_id, x.account_id FROM mention x JOIN message m ON m.id = x.message_id WHERE x.account_id IS NOT NULL AND ${within}`).raw().all({ roots }) as [number, number][]) {
    mentioned.set(messageId, [...(mentioned.get(messageId) ?? []), accountId]);
  }
  const rows = connection
    .prepare(`SELECT COALESCE(m.root_id, m.id) AS rootId, m.id AS id, COALESCE(m.parent_id, p.parent_id) AS parentId, m.account_id AS authorId, ${VOICE_AT} AS brandId,
        CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END AS atMs, COALESCE(r.thanks, 0) AS thanks, COALESCE(m.text, '') AS text
      FROM message m LEFT JOIN reading r ON r.message_id = m.id LEFT JOIN inferred_parent p ON p.message_id = m.id
      WHERE ${within} AND NOT EXISTS (SELECT 1 FROM account_role b WHERE b.account_id = m.account_id AND (b.role = 'bot' OR ${heldOut('b')})) ORDER BY m.created_at_ms, m.id`)
    .all({ roots }) as Columns[];
  const found = new Map<number, ConversationMessage[]>();
  for (const { rootId, thanks, text, ...row } of rows) {
    const message: ConversationMessage = { ...row, words: () => text, thanks: thanks === 1, mentionedIds: mentioned.get(row.id) ?? [] };
    const conversation = found.get(rootId);
    if (conversation === undefined) found.set(rootId, [message]);
    else conversation.push(message);
  }
  return found;
}
