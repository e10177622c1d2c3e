import type { OperationValue } from '../../contract/operations.ts';
import { JOURNEY_STEPS, ROUTE_STATES, type JourneyStep, type RouteState } from '../../domain/model/value-piece.ts';
import { journeyTime, LEAST_DEMANDS, type Demand } from '../../domain/value/demand-journey.ts';
import { nthRequestMs } from '../../domain/value/independent-requesters.ts';
import { firstAsked, groupMessageIds, groupWatches, type GroupWatch } from '../../store/piece-groups.ts';
import { messagesById } from '../../store/message-queries.ts';
import { pieceCondition, type PieceScope } from '../../store/piece-pages.ts';
import { groupSubjects, routedGroups, routesOf, type Route } from '../../store/piece-routes.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { standingRequesters } from './lost-change.ts';
import { EVERY_PIECE } from './lost-summary.ts';

const MOST_LISTED = 100;

/** When a route reached a state, or the first later one where it was passed over; null where it has not come so far. */
export function reachedMs({ state, steps }: Pick<Route, 'state' | 'steps'>, wanted: RouteState): number | null {
  const rank = (code: RouteState): number => ROUTE_STATES.indexOf(code);
  if (rank(state) < rank(wanted)) return null;
  const reached = steps.filter((step) => rank(step.state) >= rank(wanted)).toSorted((one, other) => rank(one.state) - rank(other.state) || one.atMs - other.atMs);
  return reached[0]?.atMs ?? null;
}

/** A demand that enough independent people made, with its journey so far. */
export interface CommonDemand {
  readonly group: string;
  readonly watch: GroupWatch;
  readonly requesters: number;
  readonly firstMs: number;
  readonly route: Route | null;
  readonly demand: Demand;
}

/**
 * The demands that at least so many independent people made, with the times to a reply, an entry, a change and the word back.
 * The reply is the first that the brand gives to anybody of them from the n-th request on. Hand steps are watched until
 * `nowMs`. Ideas, faults and questions; those that only stand where no reply can be seen have a watch that saw nothing.
 */
export function commonDemands(project: ProjectDatabase, scope: PieceScope, { requesters, nowMs }: { readonly requesters: number; readonly nowMs: number }): CommonDemand[] {
  const askedBy = new Map<string, number[]>();
  for (const { group, atMs } of firstAsked(project, pieceCondition(scope, { ...EVERY_PIECE, kinds: ['idea', 'fault', 'question'] }), requesters)) askedBy.set(group, [...(askedBy.get(group) ?? []), atMs]);
  const watches = groupWatches(project, [...askedBy.keys()]);
  const routed = routedGroups(project);
  return [...askedBy].flatMap(([group, times]) => {
    const fromMs = nthRequestMs(times, requesters);
    const watch = watches.get(group);
    if (fromMs === null || watch === undefined) return [];
    const [route] = routed.has(group) ? routesOf(project, groupSubjects(project, group)).toSorted((one, other) => other.atMs - one.atMs) : [];
    const handed = (state: RouteState): number | null => (route === undefined ? null : reachedMs(route, state));
    const steps: Record<JourneyStep, number | null> = { reply: watch.replies.find((atMs) => atMs >= fromMs) ?? null, collected: handed('collected'), done: handed('done'), 'told-back': handed('told-back') };
    const handMs = Math.max(nowMs, fromMs);
    const demand: Demand = { fromMs, steps, watchedMs: { reply: watch.watchedMs, collected: handMs, done: handMs, 'told-back': handMs } };
    return [{ group, watch, requesters: times.length, firstMs: Math.min(...times), route: route ?? null, demand }];
  });
}

/** How long {@link commonDemands} take to each step, over all of them, and the latest of them with their dates. */
export function lostTimes(project: ProjectDatabase, scope: PieceScope, nowMs: number): OperationValue<'lost.times'> {
  const requesters = standingRequesters(project);
  const demands = commonDemands(project, scope, { requesters, nowMs });
  const seen = demands.filter(({ watch }) => watch.seen > 0);
  const listed = seen.toSorted((one, other) => other.demand.fromMs - one.demand.fromMs || (one.group < other.group ? -1 : 1)).slice(0, MOST_LISTED);
  const firsts = groupMessageIds(project, listed.map(({ group }) => group), 1);
  const texts = new Map(messagesById(project, [...firsts.values()].flat()).map(({ messageId, text }) => [messageId, text ?? '']));
  return {
    requesters, demands: seen.length, leastDemands: LEAST_DEMANDS, unseen: demands.length - seen.length,
    steps: JOURNEY_STEPS.map((step) => ({ step, ...journeyTime(seen.map(({ demand }) => demand), step) })),
    list: listed.map(({ group, watch, requesters: by, demand: { fromMs, steps } }) => {
      const typicalId = firsts.get(group)?.[0] ?? 0;
      return { id: group, kind: watch.kind, text: texts.get(typicalId) ?? '', typicalId, fromMs, requesters: by, replyMs: steps.reply, collectedMs: steps.collected, doneMs: steps.done, toldBackMs: steps['told-back'] };
    }),
  };
}
