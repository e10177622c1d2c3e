import { channelCalendars } from '../../domain/clock/channel-calendars.ts';
import { isOpenAt, type OpeningCalendar } from '../../domain/clock/opening-calendar.ts';
import { openingWait, waitsSpan } from '../../domain/clock/opening-waits.ts';
import type { OpeningHours } from '../../domain/model/opening-hours.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { containerNativeIds } from '../../store/hours-queries.ts';
import { networkCodes } from '../../store/message-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { hoursZone } from './standing-hours.ts';

/** Where something was written. */
export interface Place {
  readonly networkId: number;
  readonly containerId: number | null;
}

/** The calendar of each place over a stretch of time, on the clocks of the project's zone. */
export function placeCalendars(project: ProjectDatabase, hours: OpeningHours, span: { readonly fromMs: number; readonly toMs: number }): (place: Place) => OpeningCalendar {
  const calendarOf = channelCalendars(hours, { timeZone: hoursZone(project), ...span });
  if (hours.channels.length === 0) return () => calendarOf({ network: '', container: null });
  const networks = networkCodes(project);
  const containers = containerNativeIds(project);
  return ({ networkId, containerId }) => calendarOf({ network: networks.get(networkId) ?? '', container: containerId === null ? null : (containers.get(containerId) ?? null) });
}

/** The same requests with their waits in open seconds; the data keep those of the wall clock. O(n log days). */
export function inOpeningHours<Episode extends RequestEpisode>(project: ProjectDatabase, hours: OpeningHours, requests: readonly Episode[]): Episode[] {
  const span = waitsSpan(requests);
  if (span === null) return [...requests];
  const calendarOf = placeCalendars(project, hours, span);
  return requests.map((request) => ({ ...request, waitedSeconds: openingWait(request, calendarOf(request)) }));
}

/** Requests whose hour of arrival is known, by whether their channel was open. */
export function arrivals<Episode extends RequestEpisode & { readonly localHour: number | null }>(project: ProjectDatabase, hours: OpeningHours, requests: readonly Episode[]): { readonly open: Episode[]; readonly closed: Episode[] } {
  const timed = requests.filter(({ atMs, localHour }) => atMs !== null && localHour !== null);
  const span = waitsSpan(timed);
  const [open, closed]: [Episode[], Episode[]] = [[], []];
  if (span === null) return { open, closed };
  const calendarOf = placeCalendars(project, hours, span);
  for (const request of timed) (isOpenAt(calendarOf(request), request.atMs ?? 0) ? open : closed).push(request);
  return { open, closed };
}
