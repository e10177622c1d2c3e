import type { Department, DepartmentRule, PieceKind, PieceState, RouteState, UnseenReason } from '../domain/model/value-piece.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { RouteScope } from './piece-routes.ts';
import { joinedMessages, type SqlCondition } from './selection-sql.ts';

/** Whose pieces: those around a brand or around none (null: all), under a condition on alias `m`. */
export interface PieceScope {
  readonly brandId: number | null;
  readonly messages: SqlCondition;
}

/** Which pieces of a scope; an empty list is no restriction. */
export interface PieceChoice {
  readonly kinds: readonly PieceKind[];
  readonly states: readonly PieceState[];
  readonly departments: readonly Department[];
  readonly group: string | null;
  /** Only those with a route by hand, or only those without; null for both. */
  readonly routed: boolean | null;
  /** Of a group that holds a route, one piece stands for all. */
  readonly once: boolean;
}

/** What a list may be ordered by: the author's points in a year and then age, age alone, newest, how sure the reader is, due date. */
export type PieceOrder = 'points' | 'age' | 'newest' | 'sure' | 'due';

/** A piece as a list shows it. */
export interface PieceRow {
  readonly pieceId: number;
  readonly messageId: number;
  readonly nativeId: string;
  readonly network: string;
  readonly container: string | null;
  readonly brand: string | null;
  readonly kind: PieceKind;
  readonly accountId: number | null;
  readonly authorName: string | null;
  readonly authorPoints: number;
  readonly atMs: number | null;
  readonly text: string;
  readonly state: PieceState;
  readonly unseen: UnseenReason | null;
  readonly probability: number | null;
  readonly group: string | null;
  /** Pieces of its group, itself included. */
  readonly groupPieces: number;
  readonly department: Department;
  readonly proposed: Department;
  readonly rule: DepartmentRule;
  readonly words: string;
  readonly routed: RouteScope | null;
  readonly byHand: boolean;
  readonly owner: string | null;
  readonly dueMs: number | null;
  readonly routeState: RouteState | null;
  readonly note: string | null;
  readonly routedMs: number | null;
}

/** What became of a piece, with what a person declared: a change made, or told back, is adoption. What cannot be seen stays so. */
export const PIECE_STATE = `CASE WHEN p.state <> 'unseen' AND p.route_state IN ('done', 'told-back') THEN 'adopted' ELSE p.state END`;
/** Where a piece goes: by hand where a person decided, else as proposed. */
export const PIECE_DEPARTMENT = 'COALESCE(p.hand_department, p.department)';

const ORDERS: Readonly<Record<PieceOrder, string>> = {
  points: 'p.author_points DESC, p.at_ms IS NULL, p.at_ms, p.id',
  age: 'p.at_ms IS NULL, p.at_ms, p.id',
  newest: 'p.at_ms IS NULL, p.at_ms DESC, p.id',
  sure: 'p.probability IS NULL, p.probability DESC, p.at_ms IS NULL, p.at_ms, p.id',
  due: 'p.due_ms IS NULL, p.due_ms, p.routed_ms DESC, p.id',
};

/** A condition on pieces; `join` brings in the messages where it needs them: aliases `p` and, with it, `m`. */
export interface PieceCondition extends SqlCondition {
  readonly join: string;
}

/** The condition that a scope and a choice put on pieces. */
export function pieceCondition({ brandId, messages }: PieceScope, { kinds, states, departments, group, routed, once }: PieceChoice): PieceCondition {
  const joined = joinedMessages(messages, 'p.message_id');
  const parts = [`(${joined.sql})`];
  const parameters: (string | number)[] = [...joined.parameters];
  const add = (sql: string, ...values: (string | number)[]): void => {
    parts.push(sql);
    parameters.push(...values);
  };
  if (brandId !== null) add('(p.brand_id IS NULL OR p.brand_id = ?)', brandId);
  if (kinds.length > 0) add('p.kind IN (SELECT value FROM json_each(?))', JSON.stringify(kinds));
  else add(`p.kind <> 'request'`);
  if (states.length > 0) add(`${PIECE_STATE} IN (SELECT value FROM json_each(?))`, JSON.stringify(states));
  if (departments.length > 0) add(`${PIECE_DEPARTMENT} IN (SELECT value FROM json_each(?))`, JSON.stringify(departments));
  if (group !== null) add('p.group_id = ?', group);
  if (routed !== null) add(`p.routed IS ${routed ? 'NOT ' : ''}NULL`);
  if (once) add(`(p.routed IS NOT 'group' OR p.id = (SELECT min(o.id) FROM value_piece o WHERE o.group_id = p.group_id AND o.routed = 'group'))`);
  return { join: joined.join, sql: parts.join(' AND '), parameters };
}

/** How many pieces meet a condition. */
export function pieceCount({ connection }: ProjectDatabase, { join, sql, parameters }: PieceCondition): number {
  return connection.prepare(`SELECT count(*) FROM value_piece p ${join} WHERE ${sql}`).pluck().get(...parameters) as number;
}

/** One page of pieces under a condition. */
export function piecePage({ connection }: ProjectDatabase, { join, sql, parameters }: PieceCondition, { page, size, orderBy }: { readonly page: number; readonly size: number; readonly orderBy: PieceOrder }): PieceRow[] {
  const rows = connection.prepare(`SELECT p.id AS pieceId, p.message_id AS messageId, m.native_id AS nativeId, n.code AS network, c.name AS container, b.name AS brand, p.kind AS kind, p.account_id AS accountId, COALESCE(a.name, a.handle, a.native_id) AS authorName,
      p.author_points AS authorPoints, p.at_ms AS atMs, COALESCE(m.text, '') AS text, ${PIECE_STATE} AS state, p.unseen AS unseen, p.probability AS probability, p.group_id AS "group", (SELECT count(*) FROM value_piece o WHERE o.group_id = p.group_id) AS groupPieces,
      ${PIECE_DEPARTMENT} AS department, p.department AS proposed, p.department_rule AS rule, p.department_words AS words, p.routed AS routed, p.hand_department IS NOT NULL AS byHand, p.owner AS owner, p.due_ms AS dueMs, p.route_state AS routeState, p.note AS note, p.routed_ms AS routedMs
    FROM (SELECT p.id FROM value_piece p ${join} WHERE ${sql} ORDER BY ${ORDERS[orderBy]} LIMIT ? OFFSET ?) chosen
      JOIN value_piece p ON p.id = chosen.id JOIN message m ON m.id = p.message_id JOIN network n ON n.id = m.network_id LEFT JOIN container c ON c.id = m.container_id LEFT JOIN brand b ON b.id = p.brand_id LEFT JOIN account a ON a.id = p.account_id ORDER BY ${ORDERS[orderBy]}`)
    .all(...parameters, size, page * size) as (Omit<PieceRow, 'byHand'> & { byHand: number })[];
  return rows.map(({ byHand, ...row }) => ({ ...row, byHand: byHand === 1 }));
}

/** Pieces of one kind and state. */
export interface StateCount {
  readonly kind: PieceKind;
  readonly state: PieceState;
  readonly pieces: number;
}

/** Pieces by kind and state under a condition. */
export function stateCounts({ connection }: ProjectDatabase, { join, sql, parameters }: PieceCondition): StateCount[] {
  return connection.prepare(`SELECT p.kind AS kind, ${PIECE_STATE} AS state, count(*) AS pieces FROM value_piece p ${join} WHERE ${sql} GROUP BY 1, 2`).all(...parameters) as StateCount[];
}

/** Distinct authors of the pieces whose fate the data show and that were watched long enough, by kind. */
export function knownAuthors({ connection }: ProjectDatabase, { join, sql, parameters }: PieceCondition): Map<PieceKind, number> {
  const rows = connection.prepare(`SELECT p.kind, count(DISTINCT p.account_id) FROM value_piece p ${join} WHERE ${sql} AND p.state NOT IN ('unseen', 'waiting') GROUP BY 1`).raw().all(...parameters) as [PieceKind, number][];
  return new Map(rows);
}

/** A place in which what became of pieces cannot be seen, and why. */
export interface UnseenPlace {
  readonly container: string | null;
  readonly network: string;
  readonly reason: UnseenReason;
  readonly pieces: number;
}

/** The places in which what became of pieces cannot be seen, those with most pieces first. */
export function unseenPlaces({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition): UnseenPlace[] {
  return connection.prepare(`SELECT c.name AS container, n.code AS network, p.unseen AS reason, count(*) AS pieces FROM value_piece p JOIN message m ON m.id = p.message_id JOIN network n ON n.id = m.network_id LEFT JOIN container c ON c.id = m.container_id
    WHERE ${sql} AND p.state = 'unseen' GROUP BY 1, 2, 3 ORDER BY pieces DESC, container, network, reason LIMIT 20`).all(...parameters) as UnseenPlace[];
}

/** Requests that go to one department: how many, of how many authors, and how many by hand. */
export interface DepartmentCount {
  readonly department: Department;
  readonly requests: number;
  readonly byHand: number;
}

/** Requests by department, each request once by its main piece, and how many people made them all. */
export function departmentCounts({ connection }: ProjectDatabase, { brandId, messages }: PieceScope): { readonly departments: DepartmentCount[]; readonly authors: number } {
  const joined = joinedMessages(messages, 'p.message_id');
  const where = `p.leads = 1 AND (${joined.sql})${brandId === null ? '' : ' AND p.brand_id = ?'}`;
  const parameters = [...joined.parameters, ...(brandId === null ? [] : [brandId])];
  const from = `FROM value_piece p ${joined.join} WHERE ${where}`;
  return {
    departments: connection.prepare(`SELECT ${PIECE_DEPARTMENT} AS department, count(*) AS requests, sum(p.hand_department IS NOT NULL) AS byHand ${from} GROUP BY 1`).all(...parameters) as DepartmentCount[],
    authors: connection.prepare(`SELECT count(DISTINCT p.account_id) ${from}`).pluck().get(...parameters) as number,
  };
}
