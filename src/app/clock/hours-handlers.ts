import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success, type Failure, type Outcome } from '../../contract/outcome.ts';
import { dateOfDay } from '../../domain/clock/day-rules.ts';
import { italianHolidays } from '../../domain/clock/italian-holidays.ts';
import { zoneOffset } from '../../domain/model/local-clock.ts';
import { hoursProblems } from '../../domain/model/hours-problems.ts';
import { openMinutesAWeek, STARTING_HOURS, type HoursProblem, type OpeningHours } from '../../domain/model/opening-hours.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { channelChoices } from '../../store/hours-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import { brandNames } from '../../store/overview-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { StoredEpisode } from '../../store/request-queries.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { datedSpan } from '../../store/value-quarters.ts';
import type { AppContext } from '../context.ts';
import { episodesOf } from '../read/request-source.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { arrivals } from './hours-of-requests.ts';
import { implicitPromises } from './implicit-promises.ts';
import { hoursChange, hoursZone, putHours, standingHours } from './standing-hours.ts';

type Names = 'clock.calendar' | 'clock.setCalendar' | 'promises.implicit';
type CalendarValue = OperationValue<'clock.calendar'>;

const MOST_YEARS = 60;

/** What is wrong and what to do about it, for whoever reads no catalogue. */
const PROBLEM_WORDS: Readonly<Record<HoursProblem['code'], string>> = {
  'end-before-start': 'it ends before it starts; an end past midnight is counted on from 1440',
  'longer-than-a-day': 'it is longer than a day; split it',
  'outside-the-day': 'it starts outside its day; put it on the day it starts on',
  overlap: 'it overlaps an earlier stretch of the day; join them or part them',
  'overlap-next-day': 'it runs into the hours of the next day; end it earlier',
  'no-hours': 'it has no hours; add a stretch or take it away',
  'no-such-date': 'no calendar has this date; write it as YYYY-MM-DD',
  'closure-backwards': 'it ends before it starts; swap its dates',
  'closure-too-long': 'a closure of every year must be shorter than a year',
  'same-date-twice': 'this date has hours already; keep one of the two',
  'same-channel-twice': 'this channel has hours already; keep one of the two',
};

const issuesOf = (problems: readonly HoursProblem[]): NonNullable<Failure['issues']> => problems.map(({ path, code }) => ({ path: `hours.${path}`, message: PROBLEM_WORDS[code] }));

/** Holidays of the years from the first message to the last; none without messages. */
function holidaysOf(project: ProjectDatabase, { holidays, openOn }: OpeningHours): CalendarValue['holidays'] {
  const span = datedSpan(project);
  if (span === null) return [];
  const offsetAt = zoneOffset(hoursZone(project));
  const yearOf = (atMs: number): number => new Date(atMs + offsetAt(atMs)).getUTCFullYear();
  const last = yearOf(span.toMs);
  const first = Math.max(yearOf(span.fromMs), last - MOST_YEARS);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place).flatMap((year) =>
    italianHolidays(year).map(({ code, dayNumber }) => ({ code, date: dateOfDay(dayNumber), kept: holidays === 'italy' && !openOn.includes(code) })));
}

/** Channels to choose from: networks first, then containers. */
function channelsOf({ project, brand }: ResolvedScope): CalendarValue['channels'] {
  const containers = channelChoices(project, brand?.id ?? null);
  const byNetwork = new Map<string, number>();
  for (const { network, requests } of containers) byNetwork.set(network, (byNetwork.get(network) ?? 0) + requests);
  return [...[...byNetwork].map(([network, requests]) => ({ network, container: null, name: null, requests })), ...containers];
}

/** The clock of opening hours: its calendar, how a person sets it, and the promises it makes. */
export function hoursHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'clock.calendar': ({ draft, ...input }) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project, brand } = scope.value;
      const standing = standingHours(project, brand?.name ?? null);
      const hours = draft ?? standing ?? STARTING_HOURS;
      const problems = hoursProblems(hours);
      const requests = (): StoredEpisode[] => countedRequests(episodesOf(scope.value, {})) as StoredEpisode[];
      const counted = problems.length > 0 ? null : arrivals(project, hours, requests());
      return success({
        brand: brand?.name ?? null, timeZone: hoursZone(project), set: standing !== null, hours, problems: [...problems],
        weekSeconds: openMinutesAWeek(hours.week) * 60, holidays: holidaysOf(project, hours), channels: channelsOf(scope.value),
        arrivals: counted === null ? null : { n: counted.open.length + counted.closed.length, open: counted.open.length, closed: counted.closed.length },
      });
    },
    'clock.setCalendar': ({ brand: named, hours }): Outcome<OperationValue<'clock.setCalendar'>> => {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to set opening hours');
      const brands = brandNames(project);
      const found = named === undefined ? brands.find(({ own }) => own) : brands.find(({ name }) => name.toLowerCase() === named.toLowerCase());
      if (named !== undefined && found === undefined) return failed('not-found', `no brand of this project is called ${named}`);
      const problems = hours === null ? [] : hoursProblems(hours);
      if (problems.length > 0) return failed('invalid-input', `these opening hours cannot be kept: ${String(problems.length)} of their parts need a change`, issuesOf(problems));
      const change = hoursChange(project, found?.name ?? null, hours);
      const changed = change.before !== change.after;
      if (changed) {
        project.connection.transaction(() => {
          putHours(project, change, 'after');
          recordCommand(project, { command: 'clock.setCalendar', label: `clock.setCalendar:${hours === null ? 'none' : 'set'}`, forward: JSON.stringify({ brand: found?.name ?? null, hours }), inverse: JSON.stringify(change), atMs: context.now() });
        }).immediate();
      }
      return success({ set: hours !== null, changed, weekSeconds: hours === null ? 0 : openMinutesAWeek(hours.week) * 60, dataVersion: dataVersionOf(project) });
    },
    'promises.implicit': (input) => {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(implicitPromises(scope.value)) : scope;
    },
  };
}
