import type { ChangeCause, ChangeGrouping, ChangeMeasure } from '../../../domain/model/change-code.ts';
import { REQUEST_INTENTS } from '../../../domain/model/codes.ts';
import { countedRequests } from '../../../domain/response/counted-requests.ts';
import type { RequestEpisode } from '../../../domain/response/request-episode.ts';
import { timedFor } from '../../../domain/response/wait-columns.ts';
import type { ChangeCase, ChangeFigure } from '../../../domain/strategy/change/change-sample.ts';
import { isValueRuleCode, valueWeights } from '../../../domain/value/value-rules.ts';
import { changedPromises, givenPoints, messagesSince, networksOfAccounts } from '../../../store/change-queries.ts';
import { networkCodes, selectedMessageIds } from '../../../store/message-queries.ts';
import { storedEpisodes, type StoredEpisode } from '../../../store/request-queries.ts';
import { messageCondition } from '../../../store/selection-sql.ts';
import { datedSpan, personQuarters, quarterUnits } from '../../../store/value-quarters.ts';
import { promiseScope } from '../../trust/promise-scope.ts';
import { ledgerView } from '../../value/ledger-view.ts';
import type { ResolvedScope } from '../../read/scope.ts';
import { scopeOfSide, type ChangeSide } from './change-side.ts';
import type { ClusterNumbers } from './clusters.ts';
import { recountedRequests } from './recounted-requests.ts';

const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 604_800;
const YEAR_MS = 365 * 86_400_000;
/** Points from which whoever asks counts as somebody who gives much. */
const MUCH_GIVEN = 5;
const NO_GROUP = 'none';

/** A measure as it is divided: its figure, its definition, and the groupings that its cases carry. */
export interface DividedMeasure {
  readonly figure: ChangeFigure;
  readonly unit: 'share' | 'seconds' | 'points';
  readonly metric: string;
  readonly offered: readonly ChangeGrouping[];
}

const REQUEST_GROUPINGS: readonly ChangeGrouping[] = ['network', 'intent', 'tribe', 'importance'];

/** The measures that can be divided. */
export const DIVIDED_MEASURES: Readonly<Record<ChangeMeasure, DividedMeasure>> = {
  'answered-day': { figure: { kind: 'answered', atSeconds: DAY_SECONDS }, unit: 'share', metric: 'answered-share', offered: REQUEST_GROUPINGS },
  'answered-week': { figure: { kind: 'answered', atSeconds: WEEK_SECONDS }, unit: 'share', metric: 'answered-share', offered: REQUEST_GROUPINGS },
  'restricted-wait': { figure: { kind: 'restricted-mean', horizonSeconds: WEEK_SECONDS }, unit: 'seconds', metric: 'restricted-mean-wait', offered: REQUEST_GROUPINGS },
  'promises-kept': { figure: { kind: 'share' }, unit: 'share', metric: 'promises-kept', offered: ['network'] },
  'created-per-person': { figure: { kind: 'mean' }, unit: 'points', metric: 'created', offered: ['network'] },
};

/** A case with the message behind it; null where it rests on many. */
export type SourcedCase = ChangeCase & { readonly messageId: number | null };

/** What is to be divided, as cases. */
export interface ChangeCases {
  /** The first period under every set of causes, as it is now last. */
  readonly recounts: readonly (readonly SourcedCase[])[];
  /** Null when both sides are one period. */
  readonly after: readonly SourcedCase[] | null;
  readonly causes: readonly { readonly cause: ChangeCause; readonly n: number }[];
}

/** Which question the cases are for. */
export interface CasesAsked {
  readonly measure: ChangeMeasure;
  readonly by: ChangeGrouping;
  readonly before: ChangeSide;
  readonly after: ChangeSide;
  readonly clusters: ClusterNumbers;
}

/** True when both sides are of one period. */
export function isSamePeriod({ before, after }: Pick<CasesAsked, 'before' | 'after'>): boolean {
  return before.fromMs === after.fromMs && before.toMs === after.toMs;
}

/** The cases of a question. */
export function changeCases(scope: ResolvedScope, asked: CasesAsked): ChangeCases {
  if (asked.measure === 'promises-kept') return promiseCases(scope, asked);
  return asked.measure === 'created-per-person' ? valueCases(scope, asked) : requestCases(scope, asked);
}

function storedRequests({ project, brand, messages: { brandId: _brandId, ...messages } }: ResolvedScope): StoredEpisode[] {
  return storedEpisodes(project, { table: 'request', brandId: brand?.id ?? null, messages: messageCondition(messages) });
}

/** Of a request: how much its asker had given in the year before it. */
function importanceOf({ project }: ResolvedScope, requests: readonly RequestEpisode[]): (request: RequestEpisode) => string {
  const given = new Map<number, { readonly atMs: number; readonly points: number }[]>();
  for (const { accountId, ...points } of givenPoints(project, [...new Set(requests.flatMap(({ askerId }) => askerId ?? []))])) given.set(accountId, [...(given.get(accountId) ?? []), points]);
  return ({ askerId, atMs }) => {
    if (askerId === null || atMs === null) return NO_GROUP;
    const points = (given.get(askerId) ?? []).reduce((sum, one) => (one.atMs < atMs && one.atMs >= atMs - YEAR_MS ? sum + one.points : sum), 0);
    return points === 0 ? 'gave-nothing' : points < MUCH_GIVEN ? 'gave-some' : 'gave-much';
  };
}

/** The group of a request; each request is in one, so that shares add up. */
function groupOfRequest(scope: ResolvedScope, by: ChangeGrouping, requests: readonly RequestEpisode[]): (request: RequestEpisode) => string {
  const wanted = new Set<string>(REQUEST_INTENTS);
  switch (by) {
    case 'network': { const codes = networkCodes(scope.project); return ({ networkId }) => codes.get(networkId) ?? NO_GROUP; }
    case 'intent': return ({ intents }) => intents.find((intent) => wanted.has(intent)) ?? NO_GROUP;
    case 'tribe': {
      const { filters: _filters, ...all } = scope.messages;
      const tribes = new Map(storedRequests({ ...scope, messages: all }).map(({ messageId, tribeBefore }) => [messageId, tribeBefore]));
      return ({ messageId }) => tribes.get(messageId) ?? NO_GROUP;
    }
    case 'importance': return importanceOf(scope, requests);
  }
}

function requestCases(scope: ResolvedScope, { measure, by, before, after, clusters }: CasesAsked): ChangeCases {
  const { figure } = DIVIDED_MEASURES[measure];
  const horizon = figure.kind === 'answered' ? figure.atSeconds : WEEK_SECONDS;
  const [first, second] = [scopeOfSide(scope, before), scopeOfSide(scope, after)];
  const recount = before.edition === null ? null : recountedRequests(scope, before.edition, after.edition);
  const whole = recount === null ? 0 : 2 ** recount.causes.length - 1;
  const kept = (side: ResolvedScope): ((requests: readonly RequestEpisode[]) => RequestEpisode[]) => {
    const { brandId: _brandId, ...messages } = side.messages;
    const ids = selectedMessageIds(side.project, messageCondition(messages));
    return (requests) => timedFor(requests.filter(({ messageId }) => ids === null || ids.has(messageId)), horizon);
  };
  const inFirst = kept(first);
  const now = recount?.under(whole) ?? null;
  const sets = recount === null || now === null ? [timedFor(countedRequests(storedRequests(first)), horizon)] : Array.from({ length: whole + 1 }, (_, set) => inFirst(set === whole ? now : recount.under(set)));
  const later = isSamePeriod({ before, after }) ? null : now === null ? timedFor(countedRequests(storedRequests(second)), horizon) : kept(second)(now);
  const groupOf = groupOfRequest(scope, by, [...sets.flat(), ...(later ?? [])]);
  const caseOf = (request: RequestEpisode): SourcedCase => ({ group: groupOf(request), cluster: clusters.of(request.askerId, request.messageId), yes: !request.censored, seconds: request.waitedSeconds ?? 0, amount: 0, messageId: request.messageId });
  return { recounts: sets.map((requests) => requests.map(caseOf)), after: later?.map(caseOf) ?? null, causes: recount?.causes ?? [] };
}

/** Promises that named a time and could be judged: kept or not, as the program and the hands say it now, or said it then. */
function promiseCases(scope: ResolvedScope, { before, after, clusters }: CasesAsked): ChangeCases {
  const { project } = scope;
  const hidden = new Set(after.edition === null ? [] : messagesSince(project, after.edition.closedMs));
  const thenMs = before.edition?.closedMs ?? null;
  const nowMs = after.edition?.closedMs ?? Infinity;
  const later = new Set(thenMs === null ? [] : messagesSince(project, thenMs));
  const promises = (side: ResolvedScope) => changedPromises(project, promiseScope(side)).filter(({ messageId, named }) => named && !hidden.has(messageId));
  const own = promises(scopeOfSide(scope, before));
  type Promise = (typeof own)[number];
  const isLate = ({ evidenceId }: Promise): boolean => evidenceId !== null && later.has(evidenceId);
  const isNewHand = ({ byHandMs }: Promise): boolean => byHandMs !== null && thenMs !== null && byHandMs > thenMs && byHandMs <= nowMs;
  const causes: { cause: ChangeCause; n: number }[] = [];
  if (thenMs !== null) {
    const found: readonly (readonly [ChangeCause, number])[] = [['new-messages', own.filter(({ messageId }) => later.has(messageId)).length], ['late-replies', own.filter(isLate).length], ['by-hand', own.filter(isNewHand).length]];
    for (const [cause, n] of found) if (n > 0) causes.push({ cause, n });
  }
  const casesUnder = (of: readonly Promise[], set: number): SourcedCase[] => {
    const isNow = (cause: ChangeCause): boolean => {
      const at = causes.findIndex((one) => one.cause === cause);
      return at < 0 || (set & (2 ** at)) !== 0;
    };
    return of.flatMap((promise): SourcedCase[] => {
      if (later.has(promise.messageId) && !isNow('new-messages')) return [];
      const hand = promise.byHandMs !== null && promise.byHandMs <= nowMs && (!isNewHand(promise) || isNow('by-hand')) ? promise.byHand : null;
      // a verdict that rests on a later message was not one then
      const derived = isLate(promise) && !isNow('late-replies') ? 'unverifiable' : promise.derived;
      const state = hand ?? derived;
      if (state !== 'kept' && state !== 'late' && state !== 'broken') return [];
      return [{ group: promise.network, cluster: clusters.of(promise.accountId, promise.messageId), yes: state === 'kept', seconds: 0, amount: 0, messageId: promise.messageId }];
    });
  };
  const whole = 2 ** causes.length - 1;
  return {
    recounts: Array.from({ length: whole + 1 }, (_, set) => casesUnder(own, set)), causes,
    after: isSamePeriod({ before, after }) ? null : casesUnder(promises(scopeOfSide(scope, after)), whole),
  };
}

/** Points that each person who wrote in a period created in it; of what changed since, only the weights can be counted again. */
function valueCases(scope: ResolvedScope, { before, after, clusters }: CasesAsked): ChangeCases {
  const { project } = scope;
  const view = ledgerView(scopeOfSide(scope, { fromMs: null, toMs: null }));
  const span = datedSpan(project);
  const periods = [before, after].map(({ fromMs, toMs }, place) => ({ key: String(place), startMs: fromMs ?? span?.fromMs ?? 0, endMs: toMs ?? (span?.toMs ?? 0) + 1 }));
  const writers = personQuarters(project, view.ledger, periods);
  const units = quarterUnits(project, view.ledger, periods).filter(({ side }) => side === 'created');
  const networks = networksOfAccounts(project, [...new Set(writers.map(({ accountId }) => accountId))]);
  const keptWeights = before.edition?.kept?.weights ?? null;
  const laterWeights = after.edition?.kept?.weights ?? null;
  const nowWeights = laterWeights === null ? view.weights : valueWeights(laterWeights);
  const thenWeights = keptWeights === null ? nowWeights : valueWeights(keptWeights);
  const then = new Map(Object.entries(thenWeights));
  const moved = Object.entries(nowWeights).filter(([rule, points]) => then.get(rule) !== points).length;
  const casesOf = (place: number, weights: typeof nowWeights): SourcedCase[] => {
    const points = new Map<number, number>();
    for (const unit of units) if (unit.quarter === place && isValueRuleCode(unit.rule)) points.set(unit.accountId, (points.get(unit.accountId) ?? 0) + unit.units * weights[unit.rule]);
    return writers.filter(({ quarter }) => quarter === place).map(({ accountId }) => ({ group: networks.get(accountId) ?? NO_GROUP, cluster: clusters.of(accountId, 0), yes: false, seconds: 0, amount: points.get(accountId) ?? 0, messageId: null }));
  };
  return {
    recounts: moved === 0 ? [casesOf(0, nowWeights)] : [casesOf(0, thenWeights), casesOf(0, nowWeights)], causes: moved === 0 ? [] : [{ cause: 'definitions', n: moved }],
    after: isSamePeriod({ before, after }) ? null : casesOf(1, nowWeights),
  };
}
