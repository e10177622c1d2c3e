import type { Department, PieceKind, RouteState } from '../domain/model/value-piece.ts';
import { PIECE_DEPARTMENT, PIECE_STATE } from './piece-pages.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** What a list of groups may be ordered by. */
export type GroupOrder = 'requesters' | 'lost' | 'latest';

/** A group of pieces that ask the same, as counted under the scope. */
export interface GroupRow {
  readonly group: string;
  readonly kind: PieceKind;
  readonly brand: string | null;
  readonly pieces: number;
  readonly requesters: number;
  readonly people: number;
  readonly unnamed: number;
  readonly lost: number;
  readonly waiting: number;
  readonly unseen: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly product: number;
  readonly innovation: number;
  readonly handDepartment: Department | null;
  readonly owner: string | null;
  readonly dueMs: number | null;
  readonly routeState: RouteState | null;
  readonly note: string | null;
  readonly routedMs: number | null;
  readonly typicalId: number;
  readonly text: string;
}

const ORDERS: Readonly<Record<GroupOrder, string>> = { requesters: 'requesters DESC, pieces DESC, "group"', lost: 'lost DESC, requesters DESC, "group"', latest: 'lastMs IS NULL, lastMs DESC, "group"' };
const BY_GROUP = (column: string): string => `max(CASE WHEN p.routed = 'group' THEN p.${column} END)`;

/** One page of groups with at least so many independent requesters, under a condition on aliases `p` and `m`; the typical piece is the shortest of those most like the middle. */
export function groupPage({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition, { least, page, size, orderBy }: { readonly least: number; readonly page: number; readonly size: number; readonly orderBy: GroupOrder }): { readonly total: number; readonly groups: GroupRow[] } {
  const counted = `SELECT p.group_id AS "group", min(p.kind) AS kind, min(p.brand_id) AS brandId, count(*) AS pieces, count(DISTINCT p.requester_id) AS requesters, count(DISTINCT p.account_id) AS people, sum(p.account_id IS NULL) AS unnamed,
      sum(${PIECE_STATE} = 'lost') AS lost, sum(${PIECE_STATE} = 'waiting') AS waiting, sum(p.state = 'unseen') AS unseen, min(p.at_ms) AS firstMs, max(p.at_ms) AS lastMs, sum(${PIECE_DEPARTMENT} = 'product') AS product, sum(${PIECE_DEPARTMENT} = 'innovation') AS innovation,
      ${BY_GROUP('hand_department')} AS handDepartment, ${BY_GROUP('owner')} AS owner, ${BY_GROUP('due_ms')} AS dueMs, ${BY_GROUP('route_state')} AS routeState, ${BY_GROUP('note')} AS note, ${BY_GROUP('routed_ms')} AS routedMs
    FROM value_piece p JOIN message m ON m.id = p.message_id WHERE ${sql} AND p.group_id IS NOT NULL GROUP BY p.group_id HAVING requesters >= ?`;
  const total = connection.prepare(`SELECT count(*) FROM (${counted})`).pluck().get(...parameters, least) as number;
  const rows = connection.prepare(`SELECT g.*, b.name AS brand FROM (${counted} ORDER BY ${ORDERS[orderBy]} LIMIT ? OFFSET ?) g LEFT JOIN brand b ON b.id = g.brandId ORDER BY ${ORDERS[orderBy]}`).all(...parameters, least, size, page * size) as (Omit<GroupRow, 'typicalId' | 'text'> & { brandId: number | null })[];
  const typical = connection.prepare(`SELECT p.message_id AS typicalId, COALESCE(m.text, '') AS text FROM value_piece p JOIN message m ON m.id = p.message_id WHERE p.group_id = ? ORDER BY p.likeness DESC, length(m.text), m.text, m.id LIMIT 1`);
  return { total, groups: rows.map(({ brandId: _brandId, ...row }) => ({ ...row, ...(typical.get(row.group) as Pick<GroupRow, 'typicalId' | 'text'>) })) };
}

/** Messages of some groups in order of time, at most `most` of each. */
export function groupMessageIds({ connection }: ProjectDatabase, groups: readonly string[], most: number): Map<string, number[]> {
  const select = connection.prepare('SELECT message_id FROM value_piece WHERE group_id = ? ORDER BY at_ms IS NULL, at_ms, message_id LIMIT ?').pluck();
  return new Map(groups.map((group) => [group, select.all(group, most) as number[]]));
}

/** When each independent requester of a group asked first. */
export interface FirstAsked {
  readonly group: string;
  readonly atMs: number;
}

/** First times of every requester of the groups with at least `least` of them, under a condition on aliases `p` and `m`. */
export function firstAsked({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition, least: number): FirstAsked[] {
  // one pass: a requester of a group is a row, so that the rows of a group are its requesters
  return connection.prepare(`SELECT "group", atMs FROM (SELECT p.group_id AS "group", min(p.at_ms) AS atMs, count(*) OVER (PARTITION BY p.group_id) AS requesters FROM value_piece p JOIN message m ON m.id = p.message_id
      WHERE ${sql} AND p.group_id IS NOT NULL AND p.requester_id IS NOT NULL AND p.at_ms IS NOT NULL GROUP BY p.group_id, p.requester_id) WHERE requesters >= ? ORDER BY 1, 2`)
    .all(...parameters, least) as FirstAsked[];
}

/** What the brand did about a group: when it answered, and until when its places were watched. */
export interface GroupWatch {
  readonly group: string;
  readonly kind: PieceKind;
  readonly replies: readonly number[];
  readonly watchedMs: number;
  readonly seen: number;
}

/** When the brand answered pieces of some groups, in order, and until when that could be seen. */
export function groupWatches({ connection }: ProjectDatabase, groups: readonly string[]): Map<string, GroupWatch> {
  const rows = connection.prepare(`SELECT group_id AS "group", min(kind) AS kind, json_group_array(reply_ms) FILTER (WHERE reply_ms IS NOT NULL) AS replies, max(CASE WHEN state <> 'unseen' THEN watched_ms END) AS watchedMs, sum(state <> 'unseen') AS seen
    FROM value_piece WHERE group_id IN (SELECT value FROM json_each(?)) GROUP BY group_id`).all(JSON.stringify(groups)) as { group: string; kind: PieceKind; replies: string; watchedMs: number | null; seen: number }[];
  return new Map(rows.map(({ group, kind, replies, watchedMs, seen }) => [group, { group, kind, seen, watchedMs: watchedMs ?? 0, replies: (JSON.parse(replies) as number[]).sort((one, other) => one - other) }]));
}

/** A group by its typical text, to be compared with others. */
export interface TypicalText {
  readonly group: string;
  readonly messageId: number;
  readonly text: string;
  readonly language: string;
  readonly pieces: number;
}

/** Typical texts of the largest groups of a kind around one brand, at most `most`. */
export function typicalTexts({ connection }: ProjectDatabase, { kind, brandId, most }: { readonly kind: PieceKind; readonly brandId: number | null; readonly most: number }): TypicalText[] {
  return connection.prepare(`SELECT "group", messageId, text, language, pieces FROM (SELECT p.group_id AS "group", p.message_id AS messageId, COALESCE(m.text, '') AS text, COALESCE(r.language, 'unknown') AS language, count(*) OVER (PARTITION BY p.group_id) AS pieces,
      row_number() OVER (PARTITION BY p.group_id ORDER BY p.likeness DESC, length(m.text), m.text, m.id) AS place
    FROM value_piece p JOIN message m ON m.id = p.message_id LEFT JOIN reading r ON r.message_id = m.id WHERE p.kind = ? AND p.brand_id IS ? AND p.group_id IS NOT NULL) WHERE place = 1 ORDER BY pieces DESC, "group" LIMIT ?`).all(kind, brandId, most) as TypicalText[];
}
