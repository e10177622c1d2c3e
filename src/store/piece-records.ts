import type { Department, DepartmentRule, PieceKind, PieceState, UnseenReason } from '../domain/model/value-piece.ts';
import type { ProjectDatabase } from './project-database.ts';

/** A piece to store; `kind` request = a request that is no piece, kept for the shares of departments. */
export interface PieceToStore {
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
}

/** A piece that a rule grouped, with its text: what to compare. */
export interface PieceText {
  readonly pieceId: number;
  readonly messageId: number;
  readonly brand: string;
  readonly language: string;
  readonly text: string;
}

/** A group with the members it had before. */
export interface GroupBefore {
  readonly id: string;
  readonly members: number[];
}

/** Members of the groups that a rule had found before, by message; to be read before the pieces are made anew. */
export function groupsBefore({ connection }: ProjectDatabase, kind: PieceKind): GroupBefore[] {
  const rows = connection.prepare('SELECT auto_group, message_id FROM value_piece WHERE kind = ? AND auto_group IS NOT NULL ORDER BY auto_group, message_id').raw().iterate(kind) as IterableIterator<[string, number]>;
  const groups: GroupBefore[] = [];
  for (const [id, messageId] of rows) {
    const last = groups.at(-1);
    if (last?.id === id) last.members.push(messageId);
    else groups.push({ id, members: [messageId] });
  }
  return groups;
}

/** Forgets every piece; what a person decided of them stays. */
export function deletePieces({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM value_piece');
}

/** Stores a batch of pieces in one transaction. */
export function storePieces({ connection }: ProjectDatabase, pieces: readonly PieceToStore[]): void {
  const insert = connection.prepare(`INSERT INTO value_piece (message_id, kind, brand_id, account_id, at_ms, state, unseen, answered, thanked, reused, reply_ms, watched_ms, probability, leads, department, department_rule, department_words)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  connection.transaction(() => {
    for (const p of pieces) {
      insert.run(p.messageId, p.kind, p.brandId, p.accountId, p.atMs, p.state, p.unseen, Number(p.answered), Number(p.thanked), Number(p.reused), p.replyMs, p.watchedMs, p.probability, Number(p.leads), p.department, p.departmentRule, p.departmentWords.join('|'));
    }
  }).immediate();
}

/** The next `size` pieces of a kind with their texts, by number above `afterId`. */
export function pieceTexts({ connection }: ProjectDatabase, kind: PieceKind, { afterId, size }: { readonly afterId: number; readonly size: number }): PieceText[] {
  return connection.prepare(`SELECT p.id AS pieceId, p.message_id AS messageId, COALESCE(b.name, '') AS brand, COALESCE(r.language, 'unknown') AS language, COALESCE(m.text, '') AS text
    FROM value_piece p JOIN message m ON m.id = p.message_id LEFT JOIN brand b ON b.id = p.brand_id LEFT JOIN reading r ON r.message_id = m.id WHERE p.id > ? AND p.kind = ? ORDER BY p.id LIMIT ?`).all(afterId, kind, size) as PieceText[];
}

/** A piece of a group found by rule. */
export interface GroupedPiece {
  readonly pieceId: number;
  readonly group: string;
  readonly likeness: number;
}

/** Stores the groups that a rule found; hands are laid over afterwards. One transaction. */
export function storeGroups({ connection }: ProjectDatabase, pieces: readonly GroupedPiece[]): void {
  const update = connection.prepare('UPDATE value_piece SET auto_group = @group, group_id = @group, likeness = @likeness WHERE id = @pieceId');
  connection.transaction(() => {
    for (const piece of pieces) update.run(piece);
  }).immediate();
}

/** Gives questions the topic they belong to as their group. */
export function groupQuestions({ connection }: ProjectDatabase): void {
  connection.exec(`UPDATE value_piece SET group_id = t.topic, likeness = t.likeness FROM topic_message t JOIN topic k ON k.id = t.topic AND k.kind = 'question'
    WHERE value_piece.kind = 'question' AND t.message_id = value_piece.message_id AND k.brand_id IS value_piece.brand_id`);
}

/** A piece of a group of several, as far as it matters who asks. */
export interface GroupMember {
  readonly pieceId: number;
  readonly messageId: number;
  readonly group: string;
  readonly accountId: number | null;
  readonly atMs: number | null;
}

/** Pieces that stand in a group, group by group; those of some groups when `groups` is given. */
export function groupMembers({ connection }: ProjectDatabase, groups: readonly string[] | null): IterableIterator<GroupMember> {
  const where = groups === null ? '' : 'AND group_id IN (SELECT value FROM json_each(?))';
  return connection.prepare(`SELECT id AS pieceId, message_id AS messageId, group_id AS "group", account_id AS accountId, at_ms AS atMs FROM value_piece WHERE group_id IS NOT NULL ${where} ORDER BY group_id, id`)
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
 * first. To be called again when weights change.
 */
export function storeAuthorPoints({ connection }: ProjectDatabase): void {
  connection.exec(`DROP TABLE IF EXISTS temp.given; CREATE TEMP TABLE given (account_id INTEGER PRIMARY KEY, points REAL NOT NULL);
    INSERT INTO temp.given SELECT giver_id, sum(points) FROM booking WHERE giver_kind = 'account' AND at_ms >= (SELECT max(at_ms) FROM booking) - 365 * 86400000 GROUP BY giver_id;
    UPDATE value_piece SET author_points = COALESCE((SELECT g.points FROM temp.given g WHERE g.account_id = value_piece.account_id), 0);
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
