import { ACTS, INTENTS, codeSet, type MessageKind, type Outcome, type TextKind } from '../domain/model/codes.ts';
import { QUESTION_INTENTS, WELCOME_PHRASES } from '../domain/value/value-rules.ts';
import type { MentionFact, MessageFact, ParentFact, ReactionFact, RequestFact, ValueActor } from '../domain/value/value-fact.ts';
import type { ProjectDatabase } from './project-database.ts';
import { roleBook } from './value-roles.ts';

const PROMOTION = codeSet(ACTS, ['promotion']);
const QUESTION = codeSet(INTENTS, QUESTION_INTENTS);
const WELCOMES = WELCOME_PHRASES.map((phrase) => `instr(lower(m.text), '${phrase}') > 0`).join(' OR ');
const KINDS: readonly MessageKind[] = ['post', 'comment', 'reply', 'review', 'ticket', 'message'];

/** Pages of facts in ascending order of message: pages, not cursors, because bookings are written between them. */
export interface ValueFacts {
  readonly messages: (pageSize: number) => Generator<MessageFact[]>;
  readonly requests: (pageSize: number) => Generator<RequestFact[]>;
  readonly reactions: (pageSize: number) => Generator<ReactionFact[]>;
  readonly messageCount: number;
}

/**
 * Reads the ledger's facts from a project whose messages are read and whose requests are found. One pass keeps, in typed
 * arrays of some 30 bytes a message, what other messages must know of their parents; everything else streams. With
 * `touchedOnly` the facts are those of the messages laid out in the temporary table `touched`, in the same order, and no
 * row of another is read; whatever they refer to must be laid out with them.
 */
export function valueFacts(project: ProjectDatabase, { touchedOnly = false }: { readonly touchedOnly?: boolean } = {}): ValueFacts {
  const { connection } = project;
  const roles = roleBook(project);
  const touched = (table: string, key: string): string => (touchedOnly ? `temp.touched t CROSS JOIN ${table} ON ${key} = t.id` : table);
  const size = ((connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0) + 1;
  const authors = new Int32Array(size);
  const times = new Float64Array(size).fill(Number.NaN);
  const parents = new Int32Array(size);
  const intents = new Int16Array(size);
  const kinds = new Uint8Array(size);
  const containers = new Int32Array(size);
  const promotions = new Uint8Array(size);
  const heads = new Int32Array(size);
  let messageCount = 0;
  for (const row of connection
    .prepare(`SELECT m.id, m.account_id, m.created_at_ms, m.parent_id, m.container_id, m.kind, r.intents, r.acts FROM ${touched('message m', 'm.id')} LEFT JOIN reading r ON r.message_id = m.id`)
    .raw().iterate() as IterableIterator<[number, number | null, number | null, number | null, number | null, MessageKind, number | null, number | null]>) {
    const [id, accountId, atMs, parentId, containerId, kind, intentBits, actBits] = row;
    authors[id] = accountId ?? 0;
    if (atMs !== null) times[id] = atMs;
    parents[id] = parentId ?? 0;
    containers[id] = containerId ?? 0;
    kinds[id] = KINDS.indexOf(kind);
    intents[id] = intentBits ?? 0;
    promotions[id] = ((actBits ?? 0) & PROMOTION) === 0 ? 0 : 1;
    messageCount += 1;
  }
  for (const [messageId, head] of connection
    .prepare(`SELECT p.message_id, q.message_id FROM ${touched('request_part p', 'p.message_id')} JOIN request q ON q.id = p.request_id ORDER BY q.brand_id DESC, q.message_id DESC`)
    .raw().iterate() as IterableIterator<[number, number]>) heads[messageId] = head;
  for (const messageId of connection.prepare(`SELECT q.message_id FROM ${touched('request q', 'q.message_id')}`).pluck().iterate() as IterableIterator<number>) heads[messageId] = messageId;
  const brandOf = new Map(connection.prepare('SELECT id, brand_id FROM container WHERE brand_id IS NOT NULL').raw().all() as [number, number][]);

  const atOf = (id: number): number | null => {
    const atMs = times[id] ?? Number.NaN;
    return Number.isNaN(atMs) ? null : atMs;
  };
  const authorOf = (id: number): ValueActor | null => {
    const accountId = authors[id] ?? 0;
    return accountId === 0 ? null : roles.actor(accountId, atOf(id));
  };
  const brandAt = (id: number): number | null => brandOf.get(containers[id] ?? 0) ?? null;
  const parentFact = (id: number): ParentFact | null => {
    if (id === 0) return null;
    const head = heads[id] ?? 0;
    const grandparent = parents[id] ?? 0;
    const grandparentAccount = grandparent === 0 ? 0 : (authors[grandparent] ?? 0);
    return {
      messageId: id, author: authorOf(id), intents: intents[id] ?? 0, requestMessageId: head === 0 ? null : head, kind: KINDS[kinds[id] ?? 0] ?? 'message', atMs: atOf(id),
      grandparentAccountId: grandparentAccount === 0 ? null : grandparentAccount,
    };
  };
  const reactionCounts = countsOfReactions(project, touched);

  return {
    messageCount,
    *messages(pageSize) {
      const page = connection
        .prepare(`SELECT m.id, m.root_id, m.text IS NOT NULL AND (${WELCOMES}), COALESCE(length(m.text), 0), m.likes, m.views, r.text_kind, r.recommendation_sign, r.economic_tie, r.thanks
          FROM ${touched('message m', 'm.id')} LEFT JOIN reading r ON r.message_id = m.id WHERE m.id > ? ORDER BY m.id LIMIT ?`)
        .raw();
      const mentioned = connection.prepare(`SELECT x.message_id, x.leading, x.account_id FROM ${touched('mention x', 'x.message_id')} WHERE x.message_id BETWEEN ? AND ? ORDER BY x.message_id, x.rowid`).raw();
      for (let after = 0; ; ) {
        const rows = page.all(after, pageSize) as [number, number | null, number | null, number, number | null, number | null, TextKind | null, 1 | -1 | null, number | null, number | null][];
        const last = rows.at(-1);
        if (last === undefined) return;
        const mentions = new Map<number, MentionFact[]>();
        for (const [messageId, leading, accountId] of mentioned.all(after + 1, last[0]) as [number, number, number | null][]) {
          const named = accountId === null ? null : roles.actor(accountId, atOf(messageId));
          const fact: MentionFact = { leading: leading === 1, accountId, voiceOf: named?.voiceOf ?? null, ...(named?.desk === true ? { desk: true } : {}) };
          const facts = mentions.get(messageId);
          if (facts === undefined) mentions.set(messageId, [fact]);
          else facts.push(fact);
        }
        after = last[0];
        yield rows.map(([id, rootId, welcomes, textLength, likes, views, textKind, sign, economicTie, thanks]): MessageFact => {
          const root = rootId === null || rootId >= size ? 0 : rootId;
          const counted = reactionCounts.get(id);
          const containerId = containers[id] ?? 0;
          return {
            messageId: id, atMs: atOf(id), kind: KINDS[kinds[id] ?? 0] ?? 'message', author: authorOf(id), containerId: containerId === 0 ? null : containerId, containerBrandId: brandAt(id),
            parent: parentFact(parents[id] ?? 0), promotionOf: root !== 0 && root !== id && promotions[root] === 1 ? (authorOf(root)?.voiceOf ?? null) : null,
            mentions: mentions.get(id) ?? [], intents: intents[id] ?? 0, textKind: textKind ?? 'none', textLength, thanks: thanks === 1, welcomes: welcomes === 1,
            recommendationSign: sign, economicTie: economicTie === 1,
            unnamedReactions: Math.max(0, Math.max(likes ?? 0, counted?.reactions ?? 0) - (counted?.namedReactions ?? 0)),
            unnamedViews: Math.max(0, Math.max(views ?? 0, counted?.views ?? 0) - (counted?.namedViews ?? 0)),
          };
        });
      }
    },
    *requests(pageSize) {
      const page = connection
        .prepare(`SELECT q.message_id, q.brand_id, q.id, q.intents, COALESCE(length(m.text), 0), q.outcome, q.answer_message_id, q.answered_at_ms, q.peer_at_ms,
            (SELECT count(*) FROM request_part p WHERE p.request_id = q.id AND p.message_id <> q.message_id)
          FROM ${touched('request q', 'q.message_id')} JOIN message m ON m.id = q.message_id WHERE (q.message_id, q.brand_id, q.id) > (?, ?, ?) ORDER BY q.message_id, q.brand_id, q.id LIMIT ?`)
        .raw();
      for (let after = [0, 0, 0]; ; ) {
        const rows = page.all(...after, pageSize) as [number, number, number, number, number, Outcome, number | null, number | null, number | null, number][];
        const last = rows.at(-1);
        if (last === undefined) return;
        after = [last[0], last[1], last[2]];
        yield rows.map(([messageId, brandId, , bits, textLength, outcome, answerMessageId, answeredAtMs, peerAtMs, followUps]): RequestFact => ({
          messageId, kind: KINDS[kinds[messageId] ?? 0] ?? 'message', brandId, asker: authorOf(messageId), intents: bits, atMs: atOf(messageId), textLength, followUps, outcome, answerMessageId, answeredAtMs, answeredByPeer: peerAtMs !== null,
        }));
      }
    },
    *reactions(pageSize) {
      connection.exec(`DROP TABLE IF EXISTS temp.named_reaction;
        CREATE TEMP TABLE named_reaction AS SELECT message_id, CASE WHEN kind IN ('view', 'share') THEN kind ELSE 'reaction' END AS class, account_id, min(created_at_ms) AS at_ms
          FROM ${touched('reaction', 'message_id')} WHERE account_id IS NOT NULL AND message_id IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
      const page = connection.prepare('SELECT rowid, message_id, class, account_id, at_ms FROM temp.named_reaction WHERE rowid > ? ORDER BY rowid LIMIT ?').raw();
      for (let after = 0; ; ) {
        const rows = page.all(after, pageSize) as [number, number, 'reaction' | 'share' | 'view', number, number | null][];
        const last = rows.at(-1);
        if (last === undefined) break;
        after = last[0];
        yield rows.map(([, messageId, kind, accountId, atMs]): ReactionFact => ({
          messageId, atMs: atMs ?? atOf(messageId), kind, actor: roles.actor(accountId, atMs ?? atOf(messageId)), author: authorOf(messageId), containerBrandId: brandAt(messageId),
          asks: (heads[messageId] ?? 0) !== 0 || ((intents[messageId] ?? 0) & QUESTION) !== 0,
        }));
      }
      connection.exec('DROP TABLE temp.named_reaction');
    },
  };
}

interface ReactionCounts {
  readonly reactions: number;
  readonly namedReactions: number;
  readonly views: number;
  readonly namedViews: number;
}

/** Reactions per message that has any in the table, named and in all; follows and shares are no reactions to a text's count. */
function countsOfReactions({ connection }: ProjectDatabase, touched: (table: string, key: string) => string): Map<number, ReactionCounts> {
  const rows = connection
    .prepare(`SELECT message_id, sum(CASE WHEN kind NOT IN ('view', 'share', 'follow', 'save') THEN count ELSE 0 END), sum(kind NOT IN ('view', 'share', 'follow', 'save') AND account_id IS NOT NULL),
        sum(CASE WHEN kind = 'view' THEN count ELSE 0 END), sum(kind = 'view' AND account_id IS NOT NULL)
      FROM ${touched('reaction', 'message_id')} WHERE message_id IS NOT NULL GROUP BY message_id`)
    .raw().iterate() as IterableIterator<[number, number, number, number, number]>;
  const counts = new Map<number, ReactionCounts>();
  for (const [messageId, reactions, namedReactions, views, namedViews] of rows) counts.set(messageId, { reactions, namedReactions, views, namedViews });
  return counts;
}
