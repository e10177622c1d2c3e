import type { Department, PieceKind, RouteState } from '../domain/model/value-piece.ts';
import type { ProjectDatabase } from './project-database.ts';

/** A piece as decisions name it, whatever the project. */
export interface PieceKey {
  readonly network: string;
  readonly kind: string;
  readonly message: string;
  readonly piece: PieceKind;
}

/** What a route is about: one piece, or the whole group it stands in. */
export type RouteScope = 'piece' | 'group';

/** A state that a route reached, with the date a person gives, UTC ms. */
export interface RouteStep {
  readonly state: RouteState;
  readonly atMs: number;
}

/** Where a person sent something, and how far it has come. */
export interface Route {
  /** Null while the proposed one holds. */
  readonly department: Department | null;
  readonly owner: string;
  readonly dueMs: number | null;
  readonly state: RouteState;
  readonly note: string;
  readonly atMs: number;
  /** In the order they were made. */
  readonly steps: readonly RouteStep[];
}

/** What a route is held by. */
export interface RouteSubject extends PieceKey {
  readonly scope: RouteScope;
}

/** A route with what it is held by. */
export interface RouteDecision extends RouteSubject, Route {}

/** Where a piece stands: its name, the brand it is around, and its group. */
export interface PlacedPiece extends PieceKey {
  readonly pieceId: number;
  readonly messageId: number;
  readonly brandId: number | null;
  readonly group: string | null;
}

const MESSAGE = 'm.network_id = n.id AND m.native_id = d.message AND m.kind = d.kind';
const SUBJECT = 'network = @network AND kind = @kind AND message = @message AND piece = @piece AND scope = @scope';

/** The piece of a kind that a message holds; null where it holds none. */
export function pieceOf({ connection }: ProjectDatabase, messageId: number, piece: PieceKind): PlacedPiece | null {
  return (connection.prepare(`SELECT p.id AS pieceId, p.message_id AS messageId, p.brand_id AS brandId, n.code AS network, m.kind AS kind, m.native_id AS message, p.kind AS piece, p.group_id AS "group"
    FROM value_piece p JOIN message m ON m.id = p.message_id JOIN network n ON n.id = m.network_id WHERE p.message_id = ? AND p.kind = ? ORDER BY p.id LIMIT 1`).get(messageId, piece) as PlacedPiece | undefined) ?? null;
}

/** What holds the route of a group: its earliest piece first, then every other piece that a route is held by. */
export function groupSubjects({ connection }: ProjectDatabase, group: string): RouteSubject[] {
  const first = connection.prepare(`SELECT n.code AS network, m.kind AS kind, m.native_id AS message, p.kind AS piece FROM value_piece p JOIN message m ON m.id = p.message_id JOIN network n ON n.id = m.network_id
    WHERE p.group_id = ? ORDER BY p.at_ms IS NULL, p.at_ms, n.code, m.kind, m.native_id LIMIT 1`).get(group) as PieceKey | undefined;
  if (first === undefined) return [];
  const held = connection.prepare(`SELECT d.network, d.kind, d.message, d.piece FROM piece_route d JOIN network n ON n.code = d.network JOIN message m ON ${MESSAGE} JOIN value_piece p ON p.message_id = m.id AND p.kind = d.piece
    WHERE d.scope = 'group' AND p.group_id = ?`).all(group) as PieceKey[];
  const isFirst = (key: PieceKey): boolean => key.network === first.network && key.kind === first.kind && key.message === first.message && key.piece === first.piece;
  return [first, ...held.filter((key) => !isFirst(key))].map((key) => ({ ...key, scope: 'group' }));
}

/** Groups that hold a route: a decision seldom made, so that most groups need not be asked. */
export function routedGroups({ connection }: ProjectDatabase): Set<string> {
  return new Set(connection.prepare(`SELECT DISTINCT p.group_id FROM piece_route d JOIN network n ON n.code = d.network JOIN message m ON ${MESSAGE} JOIN value_piece p ON p.message_id = m.id AND p.kind = d.piece
    WHERE d.scope = 'group' AND p.group_id IS NOT NULL`).pluck().all() as string[]);
}

/** The routes that some subjects hold, each with its history; those that hold none are left out. */
export function routesOf({ connection }: ProjectDatabase, subjects: readonly RouteSubject[]): RouteDecision[] {
  const one = connection.prepare(`SELECT network, kind, message, piece, scope, department, owner, due_ms AS dueMs, state, note, at_ms AS atMs FROM piece_route WHERE ${SUBJECT}`);
  const steps = connection.prepare(`SELECT state, at_ms AS atMs FROM piece_route_step WHERE ${SUBJECT} ORDER BY position`);
  return subjects.flatMap(({ network, kind, message, piece, scope }) => {
    const subject = { network, kind, message, piece, scope };
    const row = one.get(subject) as Omit<RouteDecision, 'steps'> | undefined;
    return row === undefined ? [] : [{ ...row, steps: steps.all(subject) as RouteStep[] }];
  });
}

/** Makes exactly these routes stand for some subjects; pieces are told by {@link applyRoutes}. To be called inside a transaction. */
export function putRoutes({ connection }: ProjectDatabase, subjects: readonly RouteSubject[], routes: readonly RouteDecision[]): void {
  const remove = [connection.prepare(`DELETE FROM piece_route WHERE ${SUBJECT}`), connection.prepare(`DELETE FROM piece_route_step WHERE ${SUBJECT}`)];
  const insert = connection.prepare(`INSERT INTO piece_route (network, kind, message, piece, scope, department, owner, due_ms, state, note, at_ms) VALUES (@network, @kind, @message, @piece, @scope, @department, @owner, @dueMs, @state, @note, @atMs)`);
  const step = connection.prepare('INSERT INTO piece_route_step (network, kind, message, piece, scope, position, state, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { network, kind, message, piece, scope } of subjects) for (const statement of remove) statement.run({ network, kind, message, piece, scope });
  for (const { steps, ...route } of routes) {
    insert.run(route);
    steps.forEach(({ state, atMs }, position) => step.run(route.network, route.kind, route.message, route.piece, route.scope, position, state, atMs));
  }
}

const SET = 'hand_department = d.department, owner = d.owner, due_ms = d.due_ms, route_state = d.state, note = d.note, routed_ms = d.at_ms';

/**
 * Lays the routes by hand over the pieces: first those of groups, where the latest decision on any of a group's pieces holds for
 * all of them, then those of single pieces, which win. Costs what the decisions cost, not the pieces.
 */
export function applyRoutes({ connection }: ProjectDatabase): void {
  connection.exec('UPDATE value_piece SET routed = NULL, hand_department = NULL, owner = NULL, due_ms = NULL, route_state = NULL, note = NULL, routed_ms = NULL WHERE routed IS NOT NULL');
  if (connection.prepare('SELECT 1 FROM piece_route LIMIT 1').get() === undefined) return;
  // from the decisions to the pieces: the other way round every piece would be looked at
  const decided = `piece_route d CROSS JOIN network n ON n.code = d.network CROSS JOIN message m ON ${MESSAGE}`;
  connection.exec(`UPDATE value_piece SET routed = 'group', ${SET} FROM (SELECT p.group_id, d.*, row_number() OVER (PARTITION BY p.group_id ORDER BY d.at_ms DESC, d.network, d.kind, d.message) AS place
      FROM ${decided} CROSS JOIN value_piece p ON p.message_id = m.id AND p.kind = d.piece WHERE d.scope = 'group' AND p.group_id IS NOT NULL) d
      WHERE d.place = 1 AND value_piece.group_id = d.group_id;
    UPDATE value_piece SET routed = 'piece', ${SET} FROM (SELECT DISTINCT m.id AS message_id, d.* FROM ${decided}) d
      WHERE value_piece.message_id = d.message_id AND value_piece.kind = d.piece AND (d.scope = 'piece' OR value_piece.group_id IS NULL)`);
}
