import type { OperationRequest } from '../../contract/operations.ts';
import { groupSubjects, pieceOf, routesOf, type Route, type RouteDecision, type RouteSubject } from '../../store/piece-routes.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { RoutesChange } from './lost-change.ts';

type Request = OperationRequest<'lost.route'>;

/** The route of something that was never sent anywhere. */
const NEW: Omit<Route, 'atMs'> = { department: null, owner: '', dueMs: null, state: 'proposed', note: '', steps: [] };

/** A route as it stands after a request; a state that changed adds a step with its date. */
function changedRoute(before: Route | undefined, { department, owner, dueMs, state, stateAtMs, note }: Request, nowMs: number): Route {
  const { steps, ...known } = before ?? { ...NEW, atMs: nowMs };
  const next = { ...known, atMs: nowMs, ...(department === undefined ? {} : { department }), ...(owner === undefined ? {} : { owner: owner.trim() }), ...(dueMs === undefined ? {} : { dueMs }), ...(state === undefined ? {} : { state }), ...(note === undefined ? {} : { note: note.trim() }) };
  const isStep = before === undefined || next.state !== before.state || stateAtMs !== undefined;
  return { ...next, steps: isStep ? [...steps, { state: next.state, atMs: stateAtMs ?? nowMs }] : steps };
}

/**
 * What a request changes: every subject with the routes it held and will hold. A group's route is held by its earliest piece;
 * those that other pieces of the group held before it was joined go. Null when some subject is no piece of this project.
 */
export function routesChange(project: ProjectDatabase, request: Request, nowMs: number): RoutesChange | null {
  const subjects: RouteSubject[] = [];
  const before: RouteDecision[] = [];
  const after: RouteDecision[] = [];
  const seen = new Set<string>();
  for (const { messageId, piece, scope } of request.subjects) {
    const placed = pieceOf(project, messageId, piece);
    if (placed === null) return null;
    const { network, kind, message, group } = placed;
    const held: RouteSubject[] = scope === 'group' && group !== null ? groupSubjects(project, group) : [{ network, kind, message, piece, scope }];
    const [holder] = held;
    const key = JSON.stringify(holder);
    if (holder === undefined || seen.has(key)) continue;
    seen.add(key);
    const standing = routesOf(project, held);
    subjects.push(...held);
    before.push(...standing);
    if (request.clear) continue;
    const latest = standing.reduce<RouteDecision | undefined>((last, route) => (last === undefined || route.atMs > last.atMs ? route : last), undefined);
    after.push({ network: holder.network, kind: holder.kind, message: holder.message, piece: holder.piece, scope: holder.scope, ...changedRoute(latest === undefined ? undefined : routeOf(latest), request, nowMs) });
  }
  return { subjects, before, after };
}

function routeOf({ department, owner, dueMs, state, note, atMs, steps }: RouteDecision): Route {
  return { department, owner, dueMs, state, note, atMs, steps };
}
