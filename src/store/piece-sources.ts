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
  readonly probabilities: Uint8Array | null;
  /** The ledger booked it as an idea, or as a fault report with detail. */
  readonly idea: boolean;
  readonly fault: boolean;
}

/** A booking of a piece that is no request: an answer to a peer, a testimonial, a recommendation. */
export interface BookedPieceSource {
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
  readonly probabilities: Uint8Array | null;
  /** Asker of the message it answers; null where it answers none. */
  readonly askerId: number | null;
}

/** Names of the intents whose probability a list of a kind is sorted by. */
export const PIECE_INTENTS: Readonly<Record<PieceKind, readonly Intent[]>> = { idea: ['idea'], fault: ['trouble'], question: ['information', 'purchase', 'decision'], answer: ['help'], testimonial: ['praise'], recommendation: ['recommendation'] };

/** Bits of the intents that make a request a question. */
export const QUESTION_BITS = codeSet(INTENTS, PIECE_INTENTS.question);

const APART = `SELECT account_id FROM account_role WHERE role IN ('voice', 'employee', 'partner', 'bot')`;

/** Which messages pieces are made of: those from one number to below another; with `notedOnly` those of them that have been noted. */
export interface PieceStretch {
  readonly from: number;
  readonly below: number;
  readonly notedOnly: boolean;
}

/** What is in a stretch, on a column that holds a message's number; a stretch that is noted is looked up one by one. */
const within = (column: string, notedOnly: boolean): string => (notedOnly ? `${column} IN (SELECT message_id FROM piece_message WHERE message_id >= @from AND message_id < @below)` : `${column} >= @from AND ${column} < @below`);

/** Stretches that hold every message, or every one that has been noted, of about `size` each. */
export function pieceStretches({ connection }: ProjectDatabase, { size, notedOnly }: { readonly size: number; readonly notedOnly: boolean }): PieceStretch[] {
  if (!notedOnly) {
    const highest = (connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0;
    return Array.from({ length: Math.ceil((highest + 1) / size) }, (_, place) => ({ from: place * size, below: (place + 1) * size, notedOnly }));
  }
  const starts = connection.prepare('SELECT message_id FROM (SELECT message_id, row_number() OVER (ORDER BY message_id) AS place FROM piece_message) WHERE place % ? = 1 OR ? = 1').pluck().all(size, size) as number[];
  return starts.map((from, place) => ({ from, below: starts[place + 1] ?? Number.MAX_SAFE_INTEGER, notedOnly }));
}

/** The requests of a stretch, those of people outside the brand, by message and brand. */
export function requestPieceSources({ connection }: ProjectDatabase, { notedOnly, ...stretch }: PieceStretch): RequestPieceSource[] {
  const rows = connection.prepare(`SELECT q.message_id AS messageId, m.kind AS kind, q.brand_id AS brandId, q.account_id AS accountId, m.created_at_ms AS atMs, m.precision AS precision, q.intents AS intents, q.primary_intent AS primaryIntent,
      q.outcome AS outcome, q.answered_at_ms AS answeredAtMs, q.peer_at_ms AS peerAtMs, q.observability AS observability, q.observation_end_ms AS watchedMs, COALESCE(r.language, 'unknown') AS language, COALESCE(m.text, '') AS text, r.probabilities AS probabilities,
      EXISTS (SELECT 1 FROM booking b WHERE b.message_id = q.message_id AND b.rule = 'idea' AND b.brand_id = q.brand_id AND b.giver_kind = 'account') AS idea,
      EXISTS (SELECT 1 FROM booking b WHERE b.message_id = q.message_id AND b.rule = 'fault-report' AND b.brand_id = q.brand_id AND b.giver_kind = 'account') AS fault
    FROM request q CROSS JOIN message m ON m.id = q.message_id LEFT JOIN reading r ON r.message_id = m.id WHERE ${within('q.message_id', notedOnly)} AND q.listed_apart IS NULL ORDER BY q.message_id, q.brand_id`)
    .all(stretch) as (Omit<RequestPieceSource, 'idea' | 'fault'> & { idea: number; fault: number })[];
  return rows.map(({ idea, fault, ...row }) => ({ ...row, idea: idea === 1, fault: fault === 1 }));
}

const PIECE_OF_RULE: Readonly<Record<string, PieceKind>> = { 'peer-help': 'answer', review: 'testimonial', recommendation: 'recommendation' };

/** The bookings of answers, testimonials and recommendations of a stretch, by message and in the order they are booked. */
export function bookedPieceSources({ connection }: ProjectDatabase, { notedOnly, ...stretch }: PieceStretch): BookedPieceSource[] {
  const rows = connection.prepare(`SELECT b.message_id AS messageId, b.rule AS rule, b.brand_id AS brandId, b.giver_id AS accountId, m.created_at_ms AS atMs, m.precision AS precision, m.container_id AS containerId, m.import_id AS importId, m.network_id AS networkId,
      m.root_id AS rootId, COALESCE(m.text, '') AS text, r.probabilities AS probabilities, (SELECT p.account_id FROM message p WHERE p.id = m.parent_id) AS askerId
    FROM booking b CROSS JOIN message m ON m.id = b.message_id LEFT JOIN reading r ON r.message_id = m.id
    WHERE ${within('b.message_id', notedOnly)} AND b.rule IN ('peer-help', 'review', 'recommendation') AND +b.giver_kind = 'account' AND b.giver_id NOT IN (${APART}) ORDER BY b.message_id, b.id`)
    .all(stretch) as (Omit<BookedPieceSource, 'piece'> & { rule: string })[];
  return rows.flatMap(({ rule, ...row }) => {
    const piece = PIECE_OF_RULE[rule];
    return piece === undefined ? [] : [{ ...row, piece }];
  });
}

interface Reply {
  readonly account: number | null;
  readonly outbound: boolean;
  readonly thanks: boolean;
  readonly helps: boolean;
  readonly atMs: number | null;
}

/** Reads the signs of one message of a stretch. */
export type UseSignsReader = (messageId: number, who: { readonly authorId: number | null; readonly askerId: number | null }) => UseSigns;

/** Messages that are the best answer to a question that recurs. */
export function bestAnswers({ connection }: ProjectDatabase): Set<number> {
  return new Set(connection.prepare('SELECT best_answer_id FROM topic WHERE best_answer_id IS NOT NULL').pluck().all() as number[]);
}

/**
 * Reads what became of the messages of a stretch: thanks, replies and shares by people other than their author. Replies by
 * `askerId`, who was answered, are part of the exchange; replies that help or thank do not build on it. Messages by a voice
 * are the brand's. The replies to a whole stretch are read at once.
 */
export function useSignsReader({ connection }: ProjectDatabase, { notedOnly, ...stretch }: PieceStretch, best: ReadonlySet<number>): UseSignsReader {
  const help = codeSet(INTENTS, ['help']);
  const replies = new Map<number, Reply[]>();
  const children = connection.prepare(`SELECT c.parent_id, c.account_id, x.direction = 'outbound', x.thanks, COALESCE(x.intents, 0) & ${help}, CASE WHEN c.precision NOT IN ('relative', 'none') THEN c.created_at_ms END
    FROM message c CROSS JOIN reading x ON x.message_id = c.id WHERE ${within('c.parent_id', notedOnly)}`).raw();
  for (const [parent, account, outbound, thanks, helps, atMs] of children.all(stretch) as [number, number | null, number, number, number, number | null][]) {
    const reply = { account, outbound: outbound === 1, thanks: thanks === 1, helps: helps !== 0, atMs };
    const known = replies.get(parent);
    if (known === undefined) replies.set(parent, [reply]);
    else known.push(reply);
  }
  const sharers = new Map<number, (number | null)[]>();
  for (const [messageId, account] of connection.prepare(`SELECT message_id, account_id FROM reaction x WHERE ${within('x.message_id', notedOnly)} AND x.kind = 'share'`).raw().all(stretch) as [number, number | null][]) sharers.set(messageId, [...(sharers.get(messageId) ?? []), account]);
  const counted = new Set(connection.prepare(`SELECT m.id FROM message m WHERE ${within('m.id', notedOnly)} AND m.shares > 0`).pluck().all(stretch) as number[]);
  return (messageId, { authorId, askerId }) => {
    let thanked = false;
    let builtOn = counted.has(messageId) || (sharers.get(messageId) ?? []).some((account) => account !== authorId);
    let brandReplied = false;
    let brandReplyMs: number | null = null;
    for (const { account, outbound, thanks, helps, atMs } of replies.get(messageId) ?? []) {
      if (outbound) {
        brandReplied = true;
        if (atMs !== null && (brandReplyMs === null || atMs < brandReplyMs)) brandReplyMs = atMs;
        continue;
      }
      if (thanks && account !== authorId) thanked = true;
      if (!thanks && !helps && account !== null && account !== authorId && account !== askerId) builtOn = true;
    }
    return { thanked, builtOn, brandReplied, brandReplyMs, bestAnswer: best.has(messageId) };
  };
}

/** Says of a place in an import whether some brand speaks there: where none does, whether a testimonial was answered cannot be seen. Each place is looked up once. */
export function brandSeenReader({ connection }: ProjectDatabase): (place: { readonly containerId: number | null; readonly importId: number; readonly networkId: number }) => boolean {
  const speaks = connection.prepare(`SELECT EXISTS (SELECT 1 FROM message m CROSS JOIN reading r ON r.message_id = m.id WHERE m.import_id = @importId AND m.network_id = @networkId AND m.container_id IS @containerId AND r.direction = 'outbound')`).pluck();
  const seen = new Map<string, boolean>();
  return ({ containerId, importId, networkId }) => {
    const key = `${importId} ${networkId} ${containerId ?? 0}`;
    const known = seen.get(key) ?? speaks.get({ containerId, importId, networkId }) === 1;
    seen.set(key, known);
    return known;
  };
}

const MOST_STEPS_UP = 60;

/**
 * Reads the person at the top of the conversation a message stands in, voices of a brand left out; null where nobody is known.
 * The messages of a stretch are read at once, those above it one by one.
 */
export function leaderReader({ connection }: ProjectDatabase, { notedOnly, ...stretch }: PieceStretch): (messageId: number) => number | null {
  const one = connection.prepare(`SELECT m.parent_id, m.account_id, COALESCE(r.direction, 'inbound') = 'inbound' FROM message m LEFT JOIN reading r ON r.message_id = m.id WHERE m.id = ?`).raw();
  const rows = connection.prepare(`SELECT m.id, m.parent_id, m.account_id, COALESCE(r.direction, 'inbound') = 'inbound' FROM message m LEFT JOIN reading r ON r.message_id = m.id WHERE ${within('m.id', notedOnly)}`).raw().all(stretch) as [number, number | null, number | null, number][];
  const known = new Map<number, readonly [parent: number | null, account: number | null, inbound: number] | undefined>(rows.map(([id, ...row]) => [id, row]));
  const read = (id: number): readonly [number | null, number | null, number] | undefined => {
    if (known.has(id)) return known.get(id);
    const row = one.get(id) as readonly [number | null, number | null, number] | undefined;
    known.set(id, row);
    return row;
  };
  return (messageId) => {
    let leader: number | null = null;
    let at: number | null = messageId;
    for (let depth = 0; at !== null && depth <= MOST_STEPS_UP; depth += 1) {
      const row = read(at);
      if (row === undefined) break;
      const [parent, account, inbound] = row;
      if (inbound === 1) leader = account;
      at = parent;
    }
    return leader;
  };
}

/** Who an account counts as among requesters: itself, the first of its doubles, or null for what is likely a program. */
export function requesterReader({ connection }: ProjectDatabase): (accountId: number | null) => number | null {
  const flags = connection.prepare(`SELECT account_id AS accountId, flag, json_extract(detail, '$.otherAccountId') AS other FROM account_flag`).all() as { accountId: number; flag: string; other: number | null }[];
  const programs = new Set(flags.flatMap(({ accountId, flag }) => (flag === 'bot' ? [accountId] : [])));
  const doubleOf = new Map(flags.flatMap(({ accountId, flag, other }) => (flag === 'duplicate' && other !== null ? [[accountId, Math.min(accountId, other)] as const] : [])));
  for (const accountId of connection.prepare(APART).pluck().all() as number[]) programs.add(accountId);
  return (accountId) => (accountId === null || programs.has(accountId) ? null : (doubleOf.get(accountId) ?? accountId));
}
