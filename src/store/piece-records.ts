import { MERGED_KINDS, type Department, type DepartmentRule, type MergedKind, type PieceKind, type PieceState, type UnseenReason } from '../domain/model/value-piece.ts';
import { contestQuestions } from './contest-queries.ts';
import type { ProjectDatabase } from './project-database.ts';

/** A piece to store; `kind` request = a request that is no piece, kept for the shares of departments. */
export interface PieceToStore {
  /** Place among the pieces of its message: those of requests by brand, then those that are booked. */
  readonly place: number;
  readonly messageId: number;
  readonly kind: PieceKind | 'request';
  readonly brandId: number | null;
  readonly accountId: number | null;
  readonly atMs: number | null;
  readonly state: Exclude<PieceState, 'adopted'>;
  readonly unseen: UnseenReason | null;
  readonly answered: boolean;
  readonly thanked: boolean;
  readonly reused: boolean;
  /** When the brand answered it, UTC ms. */
  readonly replyMs: number | null;
  readonly watchedMs: number;
  readonly probability: number | null;
  readonly leads: boolean;
  readonly department: Department;
  readonly departmentRule: DepartmentRule;
  readonly departmentWords: readonly string[];
  /** The person at the top of its conversation. */
  readonly leaderId: number | null;
}

/** What a message that demands something is about: its content words in order, parted by blanks. */
export interface DemandWords {
  readonly messageId: number;
  readonly language: string;
  readonly words: string;
}

/** A piece that a rule groups, with its words and the group it stands in: what to compare. */
export type DemandPiece = readonly [kind: MergedKind, pieceId: number, messageId: number, brandId: number | null, language: string, words: string, group: string | null, likeness: number];

/** A group with the members it had before. */
export interface GroupBefore {
  readonly id: string;
  readonly members: number[];
}

const KINDS = MERGED_KINDS.map((kind) => `'${kind}'`).join(', ');

/** At most so many pieces rest on one message. */
const PER_MESSAGE = 4096;

/** A member of a group that a rule had found before. */
export type MemberBefore = readonly [kind: MergedKind, group: string, messageId: number];

/** Members of the groups that a rule had found before: of all, to be read before the pieces are made anew, or with `notedOnly` those whose messages have been noted. */
export function membersBefore({ connection }: ProjectDatabase, { notedOnly }: { readonly notedOnly: boolean }): MemberBefore[] {
  const among = notedOnly ? 'piece_message n CROSS JOIN value_piece p ON p.message_id = n.message_id' : 'value_piece p NOT INDEXED';
  return connection.prepare(`SELECT p.kind, p.auto_group, p.message_id FROM ${among} WHERE p.kind IN (${KINDS}) AND p.auto_group IS NOT NULL`).raw().all() as MemberBefore[];
}

/**
 * Stores pieces and the words of demands in one transaction, or in the one that runs. Numbers follow from message and place,
 * not from when a piece was written: pieces that were kept up to date are, numbers and order included, those made anew. Throws
 * RangeError `too many pieces: message 5`.
 */
export function storePieces({ connection }: ProjectDatabase, pieces: readonly PieceToStore[], demands: readonly DemandWords[]): void {
  const insert = connection.prepare(`INSERT INTO value_piece (id, message_id, kind, brand_id, account_id, at_ms, state, unseen, answered, thanked, reused, reply_ms, watched_ms, probability, leads, department, department_rule, department_words, leader_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const words = connection.prepare('INSERT OR REPLACE INTO demand_words (message_id, language, words) VALUES (@messageId, @language, @words)');
  const write = (): void => {
    for (const p of pieces) {
      if (p.place >= PER_MESSAGE) throw new RangeError(`too many pieces: message ${p.messageId}`);
      insert.run(p.messageId * PER_MESSAGE + p.place, p.messageId, p.kind, p.brandId, p.accountId, p.atMs, p.state, p.unseen, Number(p.answered), Number(p.thanked), Number(p.reused), p.replyMs, p.watchedMs, p.probability, Number(p.leads), p.department, p.departmentRule, p.departmentWords.join('|'), p.leaderId);
    }
    for (const demand of demands) words.run(demand);
  };
  if (connection.inTransaction) write();
  else connection.transaction(write).immediate();
}

/** The pieces that a rule groups, by number, with their words. One pass; nothing may be written meanwhile. */
export function demandPieces({ connection }: ProjectDatabase): IterableIterator<DemandPiece> {
  return connection.prepare(`SELECT p.kind, p.id, p.message_id, p.brand_id, w.language, w.words, p.auto_group, p.likeness
    FROM value_piece p NOT INDEXED CROSS JOIN demand_words w ON w.message_id = p.message_id WHERE p.kind IN (${KINDS}) ORDER BY p.id`).raw().iterate() as IterableIterator<DemandPiece>;
}

/** Names of brands by number. */
export function brandNames({ connection }: ProjectDatabase): Map<number, string> {
  return new Map(connection.prepare('SELECT id, name FROM brand').raw().all() as [number, string][]);
}

/** A booked piece with its place, and what is stored of what became of it. */
export interface WatchedPiece {
  readonly pieceId: number;
  readonly messageId: number;
  readonly piece: PieceKind;
  readonly containerId: number | null;
  readonly importId: number;
  readonly networkId: number;
  readonly rootId: number | null;
  readonly atMs: number | null;
  readonly answered: number;
  readonly thanked: number;
  readonly reused: number;
  readonly unseen: UnseenReason | null;
  readonly watchedMs: number;
}

/** Pieces that are booked and no request: until when they are watched does not come with a request. */
export function watchedPieces({ connection }: ProjectDatabase): WatchedPiece[] {
  return connection.prepare(`SELECT p.id AS pieceId, p.message_id AS messageId, p.kind AS piece, m.container_id AS containerId, m.import_id AS importId, m.network_id AS networkId, m.root_id AS rootId, p.at_ms AS atMs,
      p.answered AS answered, p.thanked AS thanked, p.reused AS reused, p.unseen AS unseen, p.watched_ms AS watchedMs
    FROM value_piece p JOIN message m ON m.id = p.message_id WHERE p.kind IN ('answer', 'testimonial', 'recommendation')`).all() as WatchedPiece[];
}

/**
 * Moves until when the pieces of requests are watched on to where their requests are, and with it what waits and what is lost
 * (`lostAfterMs` after it was written). One pass; writes what differs. Inside a transaction.
 */
export function moveWatches({ connection }: ProjectDatabase, lostAfterMs: number): void {
  connection.prepare(`UPDATE value_piece SET watched_ms = q.observation_end_ms, state = CASE WHEN value_piece.state NOT IN ('waiting', 'lost') THEN value_piece.state WHEN value_piece.at_ms IS NOT NULL AND q.observation_end_ms - value_piece.at_ms < ? THEN 'waiting' ELSE 'lost' END
    FROM request q WHERE q.message_id = value_piece.message_id AND q.brand_id = value_piece.brand_id AND value_piece.kind IN ('idea', 'fault', 'question', 'request') AND value_piece.watched_ms <> q.observation_end_ms`).run(lostAfterMs);
}

/** Writes until when some pieces are watched, and what became of them by then. Inside a transaction. */
export function putWatches({ connection }: ProjectDatabase, pieces: readonly (Pick<PieceToStore, 'state' | 'unseen' | 'watchedMs'> & { readonly pieceId: number })[]): void {
  const update = connection.prepare('UPDATE value_piece SET state = @state, unseen = @unseen, watched_ms = @watchedMs WHERE id = @pieceId');
  for (const { pieceId, state, unseen, watchedMs } of pieces) update.run({ pieceId, state, unseen, watchedMs });
}

/** A piece of a group found by rule. */
export interface GroupedPiece {
  readonly pieceId: number;
  readonly group: string;
  readonly likeness: number;
}

/** Stores the groups that a rule found; hands are laid over afterwards. One transaction, or part of the one that runs. */
export function storeGroups({ connection }: ProjectDatabase, pieces: readonly GroupedPiece[]): void {
  const update = connection.prepare('UPDATE value_piece SET auto_group = @group, group_id = @group, likeness = @likeness WHERE id = @pieceId');
  const write = (): void => {
    for (const piece of pieces) update.run(piece);
  };
  if (connection.inTransaction) write();
  else connection.transaction(write).immediate();
}

/** Gives questions the topic they belong to as their group; those asked only to enter a contest stand in none. Writes those alone whose group or likeness is another. */
export function groupQuestions(project: ProjectDatabase): void {
  const { connection } = project;
  const topic = `topic_message t JOIN topic k ON k.id = t.topic AND k.kind = 'question'`;
  const own = `t.message_id = value_piece.message_id AND k.brand_id IS value_piece.brand_id AND t.message_id NOT IN (SELECT value FROM json_each(?))`;
  const entries = JSON.stringify(contestQuestions(project));
  connection.prepare(`UPDATE value_piece SET group_id = t.topic, likeness = t.likeness FROM ${topic} WHERE value_piece.kind = 'question' AND ${own} AND (value_piece.group_id IS NOT t.topic OR value_piece.likeness <> t.likeness)`).run(entries);
  connection.prepare(`UPDATE value_piece SET group_id = NULL, likeness = 1, requester_id = NULL WHERE kind = 'question' AND group_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${topic} WHERE ${own})`).run(entries);
}

/** A piece of a group of several, as far as it matters who asks. */
export interface GroupMember {
  readonly pieceId: number;
  readonly messageId: number;
  readonly group: string;
  readonly accountId: number | null;
  readonly atMs: number | null;
  readonly leaderId: number | null;
  /** Whom it counts for as stored. */
  readonly requesterId: number | null;
}

/** Pieces that stand in a group, in no order; those of some groups when `groups` is given. */
export function groupMembers({ connection }: ProjectDatabase, groups: readonly string[] | null): IterableIterator<GroupMember> {
  const where = groups === null ? 'NOT INDEXED WHERE group_id IS NOT NULL' : 'WHERE group_id IN (SELECT value FROM json_each(?))';
  return connection.prepare(`SELECT id AS pieceId, message_id AS messageId, group_id AS "group", account_id AS accountId, at_ms AS atMs, leader_id AS leaderId, requester_id AS requesterId FROM value_piece ${where}`)
    .iterate(...(groups === null ? [] : [JSON.stringify(groups)])) as IterableIterator<GroupMember>;
}

/** Writes whom pieces count for among independent requesters. One transaction, or part of the one that runs. */
export function storeRequesters({ connection }: ProjectDatabase, requesters: Iterable<readonly [pieceId: number, requester: number | null]>): void {
  const update = connection.prepare('UPDATE value_piece SET requester_id = ? WHERE id = ?');
  const write = (): void => {
    for (const [pieceId, requester] of requesters) update.run(requester, pieceId);
  };
  if (connection.inTransaction) write();
  else connection.transaction(write).immediate();
}

/**
 * Writes beside each piece what its author gave in the year before the end of the data, in points of the ledger: whom to answer
 * first; only where that is another than what stands. To be called again when weights change.
 */
export function storeAuthorPoints({ connection }: ProjectDatabase): void {
  connection.exec(`DROP TABLE IF EXISTS temp.given; CREATE TEMP TABLE given (account_id INTEGER PRIMARY KEY, points REAL NOT NULL);
    INSERT INTO temp.given SELECT giver_id, sum(points) FROM booking WHERE giver_kind = 'account' AND at_ms >= (SELECT max(at_ms) FROM booking) - 365 * 86400000 GROUP BY giver_id;
    UPDATE value_piece SET author_points = COALESCE((SELECT g.points FROM temp.given g WHERE g.account_id = value_piece.account_id), 0)
      WHERE author_points <> COALESCE((SELECT g.points FROM temp.given g WHERE g.account_id = value_piece.account_id), 0);
    DROP TABLE temp.given;`);
}

/** What names a message whatever the project (network, kind, the source's own number), with its time; null where none is known. */
export interface ContentName {
  readonly key: string;
  readonly atMs: number | null;
}

const NAMES_AT_ONCE = 5000;

/** What names each of some messages, by number. */
export function contentNames({ connection }: ProjectDatabase, messageIds: readonly number[]): Map<number, ContentName> {
  const select = connection.prepare(`SELECT m.id, n.code || ' ' || m.kind || ' ' || m.native_id, CASE WHEN m.precision IN ('relative', 'none') THEN NULL ELSE m.created_at_ms END
    FROM json_each(?) wanted JOIN message m ON m.id = wanted.value JOIN network n ON n.id = m.network_id`).raw();
  const names = new Map<number, ContentName>();
  for (let start = 0; start < messageIds.length; start += NAMES_AT_ONCE) {
    for (const [id, key, atMs] of select.all(JSON.stringify(messageIds.slice(start, start + NAMES_AT_ONCE))) as [number, string, number | null][]) names.set(id, { key, atMs });
  }
  return names;
}
