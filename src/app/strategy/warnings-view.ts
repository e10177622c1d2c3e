import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { LEAST_DAYS, LEAST_MESSAGES } from '../../domain/strategy/bursts.ts';
import { dailyCounts, type DayCount } from '../../domain/strategy/daily-counts.ts';
import { denseStart } from '../../domain/strategy/dense-start.ts';
import { SHUFFLES } from '../../domain/strategy/false-alarms.ts';
import { calendarOf, groupWarnings } from '../../domain/strategy/group-warnings.ts';
import { storedEpisodes, type StoredEpisode } from '../../store/request-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { askedTopics } from '../../store/warning-queries.ts';
import { hoursZone } from '../clock/standing-hours.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { edgesOf } from './bursts-view.ts';
import { newestIds } from './placed-brand-messages.ts';

type Warnings = OperationValue<'strategy.warnings'>;
type TimedRequest = StoredEpisode & { readonly atMs: number };

/** Questions that are looked at, those asked most often. */
const MOST_TOPICS = 40;

/** Requests of the public whose day is known, by time. */
function timedRequests({ project, brand, messages: { brandId: _brandId, ...messages } }: ResolvedScope): TimedRequest[] {
  return storedEpisodes(project, { table: 'request', brandId: brand?.id ?? null, messages: messageCondition(messages) })
    .flatMap((request) => (request.atMs === null || request.precision === 'count' || request.listedApart !== null ? [] : [{ ...request, atMs: request.atMs }]));
}

function groupsOf({ project, brand }: ResolvedScope, by: Warnings['by'], requests: readonly TimedRequest[]): { readonly key: string; readonly label: string; readonly requests: readonly TimedRequest[] }[] {
  if (by === 'intent') return REQUEST_INTENTS.map((intent) => ({ key: intent, label: '', requests: requests.filter(({ intents }) => intents.includes(intent)) }));
  const byMessage = new Map(requests.map((request) => [request.messageId, request]));
  return askedTopics(project, { brandId: brand?.id ?? null, least: LEAST_MESSAGES, most: MOST_TOPICS })
    .map(({ id, label, messageIds }) => ({ key: id, label, requests: messageIds.flatMap((messageId) => byMessage.get(messageId) ?? []) }));
}

/**
 * Bursts and warnings kind by kind of request, or question by question, on the days whose collection is complete. Many series
 * are looked at, so that some warnings come by chance: how many a year, is told for each and for all together.
 */
export function warningsView(scope: ResolvedScope, { by, seed }: Pick<OperationRequest<'strategy.warnings'>, 'by' | 'seed'>): Warnings {
  const all = timedRequests(scope);
  const requests = all.slice(denseStart(all.map(({ atMs }) => atMs)));
  const timeZone = hoursZone(scope.project);
  const calendar = dailyCounts(requests.map(({ atMs }) => atMs), { edges: edgesOf(scope, requests), timeZone });
  const startOf = (day: number): number => calendar[day]?.startMs ?? 0;
  const endOf = (day: number): number => calendar[day + 1]?.startMs ?? startOf(day) + 86_400_000;
  const series = groupsOf(scope, by, requests).filter(({ requests: own }) => own.length > 0).map(({ key, label, requests: own }): Warnings['series'][number] => {
    const days: DayCount[] = calendarOf(own.map(({ atMs }) => atMs), calendar);
    const { reading, falseAlarms, medianLeadDays, unwarned, standing } = groupWarnings(days, { seed });
    const right = reading.warnings.filter(({ burst }) => burst !== null).length;
    const people = new Set(own.map(({ askerId, messageId }) => askerId ?? `m${messageId}`)).size;
    const within = (fromMs: number, toMs: number): number[] => newestIds(own.filter(({ atMs }) => atMs >= fromMs && atMs < toMs));
    return {
      key, label, n: own.length, people, tooFew: reading.base === null, days: reading.days, mean: reading.base?.mean ?? null,
      bursts: reading.bursts.map(({ kind, first, last, peak, messages, atEdge }) => ({ kind, startMs: startOf(first), endMs: endOf(last), peakMs: startOf(peak), peak: days[peak]?.count ?? 0, messages, atEdge, messageIds: within(startOf(first), endOf(last)) })),
      warnings: reading.warnings.map(({ day, burst, leadDays }) => ({ atMs: startOf(day), burst, leadDays })),
      precision: countedShare(right, reading.warnings.length), unwarned, medianLeadDays,
      falseAlarms: falseAlarms === null ? null : { ...falseAlarms },
      standing: standing === null ? null : { atMs: startOf(standing), messageIds: within(startOf(standing), Infinity) },
      messageIds: newestIds(own),
    };
  });
  const rates = series.flatMap(({ falseAlarms }) => falseAlarms?.aYear ?? []);
  return {
    by, timeZone, n: requests.length, leftOut: calendar.filter(({ complete }) => !complete).length, least: { days: LEAST_DAYS, messages: LEAST_MESSAGES }, shuffles: SHUFFLES, seed,
    looked: rates.length, falseAlarmsAYear: rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0),
    series: series.toSorted((one, other) => Number(other.standing !== null) - Number(one.standing !== null) || Number(one.tooFew) - Number(other.tooFew) || other.n - one.n || (one.key < other.key ? -1 : 1)),
  };
}
