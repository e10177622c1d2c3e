import { INTENTS, codeSet, type Intent, type MessageKind, type Outcome, type TimePrecision } from '../domain/model/codes.ts';
import type { Observability } from '../domain/response/request-episode.ts';
import type { PieceKind } from '../domain/model/value-piece.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What the stored messages under a piece show of its use. */
export interface UseSigns {
  readonly thanked: boolean;
  /** Another person replied to it, thanks and help aside, or shared it. */
  readonly builtOn: boolean;
  /** A brand's voice replied to it. */
  readonly brandReplyMs: number | null;
  readonly brandReplied: boolean;
  readonly bestAnswer: boolean;
}

/** A request of one brand, as far as pieces are made of it. */
export interface RequestPieceSource {
  readonly requestId: number;
  readonly messageId: number;
  readonly kind: MessageKind;
  readonly brandId: number;
  readonly accountId: number | null;
  readonly atMs: number | null;
  readonly precision: TimePrecision;
  readonly intents: number;
  readonly primaryIntent: Intent;
  readonly outcome: Outcome;
  readonly answeredAtMs: number | null;
  readonly peerAtMs: number | null;
  readonly observability: Observability;
  readonly watchedMs: number;
  readonly language: string;
  readonly text: string;
  readonly probabilities: string | null;
  /** The ledger booked it as an idea, or as a fault report with detail. */
  readonly idea: boolean;
  readonly fault: boolean;
}

/** A booking of a piece that is no request: an answer to a peer, a testimonial, a recommendation. */
export interface BookedPieceSource {
  readonly bookingId: number;
  readonly messageId: number;
  readonly piece: PieceKind;
  readonly brandId: number | null;
  readonly accountId: number;
  readonly atMs: number | null;
  readonly precision: TimePrecision;
  readonly containerId: number | null;
  readonly importId: number;
  readonly networkId: number;
  readonly rootId: number | null;
  readonly text: string;
  readonly probabilities: string | null;
  /** Asker of the message it answers; null where it answers none. */
  readonly askerId: number | null;
}

/** Names of the intents whose probability a list of a kind is sorted by. */
export const PIECE_INTENTS: Readonly<Record<PieceKind, readonly Intent[]>> = { idea: ['idea'], fault: ['trouble'], question: ['information', 'purchase', 'decision'], answer: ['help'], testimonial: ['praise'], recommendation: ['recommendation'] };

/** Bits of the intents that make a request a question. */
export const QUESTION_BITS = codeSet(INTENTS, PIECE_INTENTS.question);

const APART = `SELECT account_id FROM account_role WHERE role IN ('voice', 'employee', 'partner', 'bot')`;

/** The next `size` requests by number above `afterId`, those of people outside the brand. */
export function requestPieceSources({ connection }: ProjectDatabase, afterId: number, size: number): RequestPieceSource[] {
  const rows = connection.prepare(`SELECT q.id AS requestId, q.message_id AS messageId, m.kind AS kind, q.brand_id AS brandId, q.account_id AS accountId, m.created_at_ms AS atMs, m.precision AS precision, q.intents AS intents, q.primary_intent AS primaryIntent,
      q.outcome AS outcome, q.answered_at_ms AS answeredAtMs, q.peer_at_ms AS peerAtMs, q.observability AS observability, q.observation_end_ms AS watchedMs, COALESCE(r.language, 'unknown') AS language, COALESCE(m.text, '') AS text, r.probabilities AS probabilities,
      EXISTS (SELECT 1 FROM booking b WHERE b.message_id = q.message_id AND b.rule = 'idea' AND b.brand_id = q.brand_id AND b.giver_kind = 'account') AS idea,
      EXISTS (SELECT 1 FROM booking b WHERE b.message_id = q.message_id AND b.rule = 'fault-report' AND b.brand_id = q.brand_id AND b.giver_kind = 'account') AS fault
    FROM request q JOIN message m ON m.id = q.message_id LEFT JOIN reading r ON r.message_id = m.id WHERE q.id > ? AND q.listed_apart IS NULL ORDER BY q.id LIMIT ?`)
    .all(afterId, size) as (Omit<RequestPieceSource, 'idea' | 'fault'> & { idea: number; fault: number })[];
  return rows.map(({ idea, fault, ...row }) => ({ ...row, idea: idea === 1, fault: fault === 1 }));
}

const PIECE_OF_RULE: Readonly<Record<string, PieceKind>> = { 'peer-help': 'answer', review: 'testimonial', recommendation: 'recommendation' };

/** The next `size` bookings of answers, testimonials and recommendations by number above `afterId`. */
export function bookedPieceSources({ connection }: ProjectDatabase, afterId: number, size: number): BookedPieceSource[] {
  const rows = connection.prepare(`SELECT b.id AS bookingId, b.message_id AS messageId, b.rule AS rule, b.brand_id AS brandId, b.giver_id AS accountId, m.created_at_ms AS atMs, m.precision AS precision, m.container_id AS containerId, m.import_id AS importId, m.network_id AS networkId,
      m.root_id AS rootId, COALESCE(m.text, '') AS text, r.probabilities AS probabilities, (SELECT p.account_id FROM message p WHERE p.id = m.parent_id) AS askerId
    FROM booking b JOIN message m ON m.id = b.message_id LEFT JOIN reading r ON r.message_id = m.id
    WHERE b.id > ? AND b.rule IN ('peer-help', 'review', 'recommendation') AND b.giver_kind = 'account' AND b.giver_id NOT IN (${APART}) ORDER BY b.id LIMIT ?`)
    .all(afterId, size) as (Omit<BookedPieceSource, 'piece'> & { rule: string })[];
  return rows.flatMap(({ rule, ...row }) => {
    const piece = PIECE_OF_RULE[rule];
    return piece === undefined ? [] : [{ ...row, piece }];
  });
}

/**
 * Reads what became of one message: thanks, replies and shares by people other than its author. Replies by `askerId`, who was
 * answered, are part of the exchange; replies that help or thank do not build on it. Messages by a voice are the brand's.
 */
export function useSignsReader({ connection }: ProjectDatabase): (messageId: number, who: { readonly authorId: number | null; readonly askerId: number | null }) => UseSigns {
  const help = codeSet(INTENTS, ['help']);
  const children = connection.prepare(`SELECT max(x.thanks = 1 AND x.direction = 'inbound' AND c.account_id IS NOT @authorId) AS thanked,
      max(x.direction = 'inbound' AND x.thanks = 0 AND COALESCE(x.intents, 0) & ${help} = 0 AND c.account_id IS NOT NULL AND c.account_id IS NOT @authorId AND c.account_id IS NOT @askerId) AS builtOn,
      max(x.direction = 'outbound') AS brandReplied, min(CASE WHEN x.direction = 'outbound' AND c.precision NOT IN ('relative', 'none') THEN c.created_at_ms END) AS brandReplyMs
    FROM message c JOIN reading x ON x.message_id = c.id WHERE c.parent_id = @messageId`);
  const shared = connection.prepare(`SELECT COALESCE((SELECT m.shares > 0 FROM message m WHERE m.id = @messageId), 0) OR EXISTS (SELECT 1 FROM reaction x WHERE x.message_id = @messageId AND x.kind = 'share' AND x.account_id IS NOT @authorId)`).pluck();
  const best = new Set(connection.prepare('SELECT best_answer_id FROM topic WHERE best_answer_id IS NOT NULL').pluck().all() as number[]);
  return (messageId, { authorId, askerId }) => {
    const row = children.get({ messageId, authorId, askerId }) as { thanked: number | null; builtOn: number | null; brandReplied: number | null; brandReplyMs: number | null };
    return {
      thanked: row.thanked === 1, builtOn: row.builtOn === 1 || shared.get({ messageId, authorId }) === 1, brandReplied: row.brandReplied === 1, brandReplyMs: row.brandReplyMs, bestAnswer: best.has(messageId),
    };
  };
}

/** Says of a place in an import whether some brand speaks there: where none does, whether a testimonial was answered cannot be seen. */
export function brandSeenReader({ connection }: ProjectDatabase): (place: { readonly containerId: number | null; readonly importId: number; readonly networkId: number }) => boolean {
  const rows = connection.prepare(`SELECT DISTINCT m.import_id, m.network_id, COALESCE(m.container_id, 0) FROM reading r JOIN message m ON m.id = r.message_id WHERE r.direction = 'outbound'`).raw().all() as [number, number, number][];
  const seen = new Set(rows.map((row) => row.join(' ')));
  return ({ containerId, importId, networkId }) => seen.has([importId, networkId, containerId ?? 0].join(' '));
}

const MOST_STEPS_UP = 60;

/** Reads the person at the top of the conversation a message stands in, voices of a brand left out; null where nobody is known. */
export function leaderReader({ connection }: ProjectDatabase): (messageId: number) => number | null {
  const up = connection.prepare(`WITH RECURSIVE up(id, parent_id, account_id, depth) AS (SELECT id, parent_id, account_id, 0 FROM message WHERE id = ?
      UNION ALL SELECT m.id, m.parent_id, m.account_id, up.depth + 1 FROM up JOIN message m ON m.id = up.parent_id WHERE up.depth < ${MOST_STEPS_UP})
    SELECT up.account_id FROM up LEFT JOIN reading r ON r.message_id = up.id WHERE COALESCE(r.direction, 'inbound') = 'inbound' ORDER BY up.depth DESC LIMIT 1`).pluck();
  return (messageId) => (up.get(messageId) as number | null | undefined) ?? null;
}

/** Who an account counts as among requesters: itself, the first of its doubles, or null for what is likely a program. */
export function requesterReader({ connection }: ProjectDatabase): (accountId: number | null) => number | null {
  const flags = connection.prepare(`SELECT account_id AS accountId, flag, json_extract(detail, '$.otherAccountId') AS other FROM account_flag`).all() as { accountId: number; flag: string; other: number | null }[];
  const programs = new Set(flags.flatMap(({ accountId, flag }) => (flag === 'bot' ? [accountId] : [])));
  const doubleOf = new Map(flags.flatMap(({ accountId, flag, other }) => (flag === 'duplicate' && other !== null ? [[accountId, Math.min(accountId, other)] as const] : [])));
  for (const accountId of connection.prepare(APART).pluck().all() as number[]) programs.add(accountId);
  return (accountId) => (accountId === null || programs.has(accountId) ? null : (doubleOf.get(accountId) ?? accountId));
}
