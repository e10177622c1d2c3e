import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { groupMessageIds } from '../../store/piece-groups.ts';
import { messagesById } from '../../store/message-queries.ts';
import type { RouteState } from '../../domain/model/value-piece.ts';
import type { Route } from '../../store/piece-routes.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { groupRequesters, toldReader, typicalMessages, type GroupRequester } from '../../store/told-back-queries.ts';
import { standingRequesters } from '../lost/lost-change.ts';
import { commonDemands, type CommonDemand } from '../lost/lost-times.ts';
import { quoteCheck } from '../present/quote-records.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { messageKey, saidDidByKey, toldKeys } from './origin-records.ts';

type Changes = OperationValue<'value.changes'>;
type SaidDid = OperationValue<'value.saidDid'>;
type Told = NonNullable<Changes['list'][number]['told']>;

const MOST_DRILLED = 200;

/** The demands of a scope in places where a reply can be seen, and how many are not. */
function seenDemands({ project, brand, messages }: ResolvedScope, nowMs: number): { readonly seen: CommonDemand[]; readonly unseen: number } {
  const all = commonDemands(project, { brandId: brand?.id ?? null, messages: messageCondition(messages) }, { requesters: standingRequesters(project), nowMs });
  const seen = all.filter(({ watch }) => watch.seen > 0);
  return { seen, unseen: all.length - seen.length };
}

const changedMs = ({ demand: { steps } }: CommonDemand): number | null => steps.done ?? steps['told-back'];

/** When a route reached exactly this state; null where nobody said. */
function saidMs(route: Route | null, state: RouteState): number | null {
  return route?.steps.find((step) => step.state === state)?.atMs ?? null;
}

/** Who was told of each change, by group, of those who had asked before it: seen in the data, or marked by a person. Nothing for demands without a declared change. */
function toldByGroup(project: ProjectDatabase, demands: readonly CommonDemand[]): Map<string, Told> {
  const changed = new Map(demands.flatMap((demand) => {
    const atMs = changedMs(demand);
    return atMs === null ? [] : [[demand.group, atMs] as const];
  }));
  const marked = toldKeys(project);
  const toldBy = toldReader(project);
  const byGroup = new Map([...changed.keys()].map((group) => [group, { people: [] as { readonly requester: GroupRequester; readonly seenId: number | null; readonly byHand: boolean }[], after: 0 }]));
  for (const requester of groupRequesters(project, [...changed.keys()])) {
    const known = byGroup.get(requester.group);
    const changedAt = changed.get(requester.group) ?? 0;
    if (known === undefined) continue;
    // whoever asks after the change waits for no word on it
    if (requester.atMs !== null && requester.atMs >= changedAt) known.after += 1;
    else known.people.push({ requester, seenId: toldBy({ group: requester.group, requesterId: requester.requesterId, fromMs: changedAt }), byHand: marked.has(messageKey(requester)) });
  }
  return new Map([...byGroup].map(([group, { people, after }]) => [group, {
    n: people.length, after, k: people.filter(({ seenId, byHand }) => seenId !== null || byHand).length,
    seen: people.filter(({ seenId }) => seenId !== null).length, byHand: people.filter(({ seenId, byHand }) => seenId === null && byHand).length,
    seenIds: people.flatMap(({ seenId }) => seenId ?? []).slice(0, MOST_DRILLED),
    untold: people.filter(({ seenId, byHand }) => seenId === null && !byHand).slice(0, MOST_DRILLED).map(({ requester: { messageId, name } }) => ({ messageId, name })),
  }]));
}

/** What a person wrote of each demand: the words held by any of its messages. */
function wordsOf(project: ProjectDatabase, messageIds: readonly number[], written: ReturnType<typeof saidDidByKey>): { readonly youSaid: string; readonly weDid: string } {
  for (const message of messagesById(project, [...messageIds])) {
    const words = written.get(messageKey(message));
    if (words !== undefined) return words;
  }
  return { youSaid: '', weDid: '' };
}

/** Demands from the n-th request on, with their steps, who was told and what was written of them; those that were changed first, then the latest. */
export function changesView(scope: ResolvedScope, { page, size, only }: OperationRequest<'value.changes'>, nowMs: number): Changes {
  const { project } = scope;
  const { seen, unseen } = seenDemands(scope, nowMs);
  const told = toldByGroup(project, seen);
  const ordered = seen.filter((demand) => only === 'all' || changedMs(demand) !== null)
    .toSorted((one, other) => Number(changedMs(other) !== null) - Number(changedMs(one) !== null) || other.requesters - one.requesters || other.demand.fromMs - one.demand.fromMs || (one.group < other.group ? -1 : 1));
  const shown = ordered.slice(page * size, (page + 1) * size);
  const ids = groupMessageIds(project, shown.map(({ group }) => group), MOST_DRILLED);
  const typical = typicalMessages(project, shown.map(({ group }) => group));
  const written = saidDidByKey(project);
  const sum = (count: (one: Told) => number): number => [...told.values()].reduce((total, one) => total + count(one), 0);
  return {
    requesters: standingRequesters(project), demands: seen.length, declared: seen.filter((demand) => changedMs(demand) !== null).length, unseen, total: ordered.length,
    told: countedShare(sum(({ k }) => k), sum(({ n }) => n)),
    list: shown.map((one) => {
      const { group, watch, requesters, firstMs, route, demand: { fromMs, steps } } = one;
      const messageIds = ids.get(group) ?? [];
      return {
        id: group, kind: watch.kind, text: typical.get(group)?.text ?? '', typicalId: typical.get(group)?.messageId ?? messageIds[0] ?? 0, messageIds, firstMs, fromMs, requesters, watchedMs: Math.max(watch.watchedMs, fromMs),
        replyMs: steps.reply, collectedMs: saidMs(route, 'collected'), assessedMs: saidMs(route, 'assessed'), doneMs: saidMs(route, 'done'), toldBackMs: saidMs(route, 'told-back'),
        told: told.get(group) ?? null, ...(written.size === 0 ? { youSaid: '', weDid: '' } : wordsOf(project, messageIds, written)),
      };
    }),
  };
}

/** Declared changes for which a person wrote what was asked and what was done, the latest first; a wording that leads to somebody with the data of today is marked. */
export function saidDidView(scope: ResolvedScope, nowMs: number): SaidDid {
  const { project } = scope;
  const { seen } = seenDemands(scope, nowMs);
  const changed = seen.filter((demand) => changedMs(demand) !== null);
  const written = saidDidByKey(project);
  if (written.size === 0) return { declared: changed.length, changes: [] };
  const told = toldByGroup(project, changed);
  const ids = groupMessageIds(project, changed.map(({ group }) => group), MOST_DRILLED);
  return {
    declared: changed.length,
    changes: changed.flatMap((demand) => {
      const messageIds = ids.get(demand.group) ?? [];
      const { youSaid, weDid } = wordsOf(project, messageIds, written);
      if (youSaid === '' || weDid === '') return [];
      const { k, n } = told.get(demand.group) ?? { k: 0, n: demand.requesters };
      return [{ id: demand.group, typicalId: messageIds[0] ?? 0, youSaid, weDid, doneMs: changedMs(demand) ?? 0, requesters: demand.requesters, told: { k, n }, state: saidDidProblems(project, messageIds, { youSaid, weDid }).length === 0 ? 'shown' as const : 'leads' as const }];
    }).toSorted((one, other) => other.doneMs - one.doneMs || (one.id < other.id ? -1 : 1)),
  };
}

/** What of a wording leads to somebody: what people asked is held against all their messages, what was done against names and contacts alone. */
export function saidDidProblems(project: ProjectDatabase, messageIds: readonly number[], { youSaid, weDid }: { readonly youSaid: string; readonly weDid: string }): { readonly kind: string; readonly words: string }[] {
  const messages = messagesById(project, [...messageIds]);
  return [
    ...messages.flatMap((message) => quoteCheck(project, { ...message, voice: false }, youSaid).problems),
    ...messages.slice(0, 1).flatMap((message) => quoteCheck(project, { ...message, voice: true }, weDid).problems),
  ];
}
