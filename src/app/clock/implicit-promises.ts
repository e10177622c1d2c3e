import type { OperationValue } from '../../contract/operations.ts';
import { dateOfDay } from '../../domain/clock/day-rules.ts';
import { isOpenAt } from '../../domain/clock/opening-calendar.ts';
import { waitsSpan } from '../../domain/clock/opening-waits.ts';
import { zoneOffset } from '../../domain/model/local-clock.ts';
import type { OpeningHours } from '../../domain/model/opening-hours.ts';
import { openDays, replyTimeKept, type HourlyRequest } from '../../domain/trust/implicit-promises.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { spokenMoments } from '../../store/hours-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { placeCalendars } from './hours-of-requests.ts';
import { hoursZone, standingHours } from './standing-hours.ts';

type ImplicitValue = OperationValue<'promises.implicit'>;

/** Most messages that one piece of evidence can name. */
const EVIDENCE_LIMIT = 5000;
const MOST_DAYS = 50;

const NOTHING: Pick<ImplicitValue, 'replyTime' | 'openDays'> = { replyTime: null, openDays: null };

/**
 * The promises that opening hours and a declared reply time make, from the requests of a scope whose hour is known. Inferred
 * answers count as the project's rules say; filters of networks and containers also say where the brand is listened to.
 */
export function implicitPromises(scope: ResolvedScope): ImplicitValue {
  const { project, brand } = scope;
  const hours = standingHours(project, brand?.name ?? null);
  if (hours === null) return { state: 'no-hours', declared: null, ...NOTHING };
  const requests = countedRequests(episodesOf(scope, {})).filter(({ precision }) => precision === 'fine');
  const span = waitsSpan(requests);
  const declared = hours.reply;
  if (span === null) return { state: 'told', declared, replyTime: declared === null ? null : emptyReply(), openDays: { days: 0, requests: 0, silent: 0, silentDays: [] } };
  const calendarOf = placeCalendars(project, hours, span);
  const hourly = requests.flatMap(({ messageId, askerId, atMs, answeredAtMs, observationEndMs, censored, ...place }): HourlyRequest[] =>
    (atMs === null ? [] : [{ messageId, askerId, atMs, answeredAtMs: censored ? null : (answeredAtMs ?? atMs), observationEndMs, calendar: calendarOf(place) }]));
  return { state: 'told', declared, replyTime: declared === null ? null : replyValue(hourly, declared), openDays: daysValue(scope, { hourly, span, calendarOf }) };
}

const emptyReply = (): NonNullable<ImplicitValue['replyTime']> => ({ arrivedOpen: 0, n: 0, people: 0, within: null, estimate: null, low: null, high: null, tooFew: true, messageIds: [], missedIds: [], missed: null });

function replyValue(hourly: readonly HourlyRequest[], declared: NonNullable<OpeningHours['reply']>): NonNullable<ImplicitValue['replyTime']> {
  const { messageIds, missedIds, ...figures } = replyTimeKept(hourly, declared);
  return { ...figures, messageIds: messageIds.slice(-EVIDENCE_LIMIT), missedIds: figures.tooFew ? [] : missedIds.slice(-EVIDENCE_LIMIT), missed: figures.tooFew ? null : missedIds.length };
}

interface Days {
  readonly hourly: readonly HourlyRequest[];
  readonly span: { readonly fromMs: number; readonly toMs: number };
  readonly calendarOf: ReturnType<typeof placeCalendars>;
}

function daysValue({ project, brand, messages }: ResolvedScope, { hourly, span, calendarOf }: Days): NonNullable<ImplicitValue['openDays']> {
  const { networks, containers } = messages.filters ?? {};
  const spoken = spokenMoments(project, brand?.id ?? null, messageCondition({ filters: { networks, containers } }));
  const spokenMs = spoken.filter(({ atMs, ...place }) => atMs >= span.fromMs && atMs <= span.toMs && isOpenAt(calendarOf(place), atMs)).map(({ atMs }) => atMs);
  const { days, requests, silent } = openDays(hourly, { spokenMs, offsetAt: zoneOffset(hoursZone(project)) });
  const silentDays = silent.slice(-MOST_DAYS).reverse().map(({ dayNumber, messageIds }) => ({ date: dateOfDay(dayNumber), requests: messageIds.length, messageIds: messageIds.slice(0, EVIDENCE_LIMIT) }));
  return { days, requests, silent: silent.length, silentDays };
}
