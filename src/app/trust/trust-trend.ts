import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { localPeriods, type LocalPeriod } from '../../domain/model/local-periods.ts';
import { localWeeks } from '../../domain/model/local-weeks.ts';
import type { WeekStart } from '../../domain/model/week-start.ts';
import { edgesNear, type CollectionEdge } from '../../domain/response/collection-edges.ts';
import { changePoints } from '../../domain/stats/change-points.ts';
import { LEAST_CASES } from '../../domain/trust/trust-part.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { requestMoments, type RequestMoment, type TrustRequest } from '../../store/trust-queries.ts';
import { datedSpan } from '../../store/value-quarters.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { keptWeekStart } from '../counting/kept-counting.ts';
import { projectCollection } from '../read/project-collection.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { periodTies } from './period-ties.ts';
import type { TiePeriod, TieTable } from './tie-table.ts';
import { groupParts, trustMaterial, type Belongs } from './trust-group.ts';
import { EVERYBODY } from './trust-groups.ts';
import { trustSeed } from './trust-parts.ts';

type Trend = OperationValue<'trust.trend'>;

/** The latest periods shown. */
const MOST_PERIODS = { quarter: 12, month: 18 } as const;

/**
 * The parts of a group by calendar quarter, or by month where at least half of the months hold twenty requests; each period is
 * counted as if it were all there is, recency back from its end. The weeks carry the share of those who wrote and were answered;
 * weeks in which fewer than five people wrote are left out of the search for changes, and under 26 of them there is none. A change by an edge of the collection
 * of a place that holds a twentieth of the requests keeps its reason and its edges: what changed may be the data.
 */
export function trustTrend(scope: ResolvedScope, { tribe = EVERYBODY, by }: Pick<OperationRequest<'trust.trend'>, 'tribe' | 'by'>): Trend {
  const { project, messages } = scope;
  const people = tribe === EVERYBODY ? null : new Set(tribeMembers(project).get(tribe) ?? []);
  const belongs: Belongs = (accountId) => people?.has(accountId) !== false;
  const timeZone = settingOf(project, 'time_zone') ?? 'UTC';
  const { requests, filtered } = trustMaterial(scope, NO_TIES);
  const moments = requestMoments(project);
  const asked = requests.flatMap(({ messageId, accountId, answered }) => {
    const moment = moments.get(messageId);
    return moment === undefined || !belongs(accountId) || filtered?.has(accountId) === false ? [] : [{ accountId, answered, ...moment }];
  });
  const span = datedSpan(project);
  const { fromMs: filterFrom, toMs: filterTo } = messages.filters ?? {};
  const fromMs = Math.max(span?.fromMs ?? 0, filterFrom ?? -Infinity);
  const toMs = Math.min(span?.toMs ?? 0, filterTo === undefined ? Infinity : filterTo - 1);
  const isEmpty = span === null || toMs < fromMs;
  const months = isEmpty ? [] : localPeriods({ fromMs, toMs, timeZone, months: 1 });
  const full = months.filter(({ startMs, endMs }) => asked.filter(({ atMs }) => atMs >= startMs && atMs < endMs).length >= LEAST_CASES);
  const unit = by ?? (months.length > 0 && full.length * 2 >= months.length ? 'month' : 'quarter');
  const periods = (unit === 'month' ? months : isEmpty ? [] : localPeriods({ fromMs, toMs, timeZone, months: 3 })).slice(-MOST_PERIODS[unit]);
  return { by: unit, tribe, periods: people !== null && people.size < LEAST_PEOPLE ? [] : periodParts(scope, periods, { belongs, requestsIn: ({ fromMs: start, toMs: end }) => requests.filter(({ messageId }) => isWithin(moments.get(messageId), start, end)) }), weeks: weekly(asked, projectCollection(project, asked).edges, { timeZone, weekStart: keptWeekStart(project), fromMs, toMs, isEmpty: isEmpty || (people !== null && people.size < LEAST_PEOPLE) }) };
}

const NO_TIES: TieTable = { ties: [], acts: [] };

interface PeriodMaterial {
  readonly belongs: Belongs;
  readonly requestsIn: (period: TiePeriod) => readonly TrustRequest[];
}

const isWithin = (moment: RequestMoment | undefined, fromMs: number, toMs: number): boolean => moment !== undefined && moment.atMs >= fromMs && moment.atMs < toMs;

function periodParts(scope: ResolvedScope, periods: readonly LocalPeriod[], material: PeriodMaterial): Trend['periods'] {
  if (periods.length === 0) return [];
  const filters = scope.messages.filters ?? {};
  const spans = periods.map(({ startMs, endMs }): TiePeriod => ({ fromMs: Math.max(startMs, filters.fromMs ?? -Infinity), toMs: Math.min(endMs, filters.toMs ?? Infinity) }));
  const ties = periodTies(scope, spans);
  return periods.map(({ key }, position) => periodOf(scope, key, { ...material, ...(spans[position] ?? { fromMs: 0, toMs: 0 }), table: ties[position] ?? NO_TIES }));
}

function periodOf(scope: ResolvedScope, key: string, { belongs, requestsIn, fromMs, toMs, table }: PeriodMaterial & TiePeriod & { readonly table: TieTable }): Trend['periods'][number] {
  const within: ResolvedScope = { ...scope, messages: { ...scope.messages, filters: { ...scope.messages.filters, fromMs, toMs } } };
  const material = trustMaterial(within, table, requestsIn({ fromMs, toMs }));
  return { key, fromMs, toMs, parts: groupParts(material, belongs, { seed: trustSeed(scope) }).map(({ part, n, estimate, low, high, tooFew, reason }) => ({ part, n, estimate, low, high, tooFew, reason })) };
}

interface Asked extends RequestMoment {
  readonly accountId: number;
  readonly answered: boolean;
}

function weekly(asked: readonly Asked[], edges: readonly CollectionEdge[], { timeZone, weekStart, fromMs, toMs, isEmpty }: { readonly timeZone: string; readonly weekStart: WeekStart; readonly fromMs: number; readonly toMs: number; readonly isEmpty: boolean }): Trend['weeks'] {
  const inOrder = asked.toSorted((one, other) => one.atMs - other.atMs);
  let next = 0;
  const points = (isEmpty ? [] : localWeeks({ fromMs, toMs, timeZone, weekStart })).map(({ startMs, endMs }) => {
    const people = new Map<number, boolean>();
    for (let request = inOrder[next]; request !== undefined && request.atMs < endMs; next += 1, request = inOrder[next]) people.set(request.accountId, request.answered || (people.get(request.accountId) ?? false));
    return { startMs, endMs, people: people.size, answered: [...people.values()].filter((isAnswered) => isAnswered).length };
  });
  const told = points.filter(({ people }) => people >= LEAST_PEOPLE);
  const found = changePoints(told.map(({ people, answered }) => answered / people));
  const startOf = (position: number): number => told[Math.min(position, told.length - 1)]?.startMs ?? 0;
  const segments = found?.segments ?? [];
  const changes = segments.slice(1).map(({ from, mean }, position) => {
    const near = edgesNear(edges, { lastEndMs: told[from - 1]?.endMs ?? startOf(from), firstStartMs: startOf(from) });
    return { atMs: startOf(from), before: segments[position]?.mean ?? mean, after: mean, reason: near.length > 0 ? ('collection-changed' as const) : null, edges: near };
  });
  return {
    reason: found !== null ? null : points.length >= told.length * 2 ? 'few-requests' : 'few-weeks', points: points.map(({ startMs, people, answered }) => ({ startMs, people, answered })), changes,
    segments: segments.map(({ from, to, mean, low, high }) => ({ fromMs: startOf(from), toMs: startOf(to - 1), mean, low: Math.max(0, low), high: Math.min(1, high) })),
  };
}
