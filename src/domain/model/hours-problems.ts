import { DAY_MINUTES, type Closure, type HoursProblem, type HoursProblemCode, type OpeningHours, type OpenInterval, type OpenWeek } from './opening-hours.ts';

const DAY_MS = 86_400_000;

/** UTC ms of a written date's midnight; null for one that no calendar has, such as 2026-02-30. */
function writtenDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const atMs = Date.UTC(year, month - 1, day);
  return new Date(atMs).toISOString().startsWith(text) ? atMs : null;
}

function intervalProblem({ startMinute, endMinute }: OpenInterval): HoursProblemCode | null {
  if (endMinute <= startMinute) return 'end-before-start';
  if (startMinute < 0 || startMinute >= DAY_MINUTES) return 'outside-the-day';
  return endMinute - startMinute > DAY_MINUTES ? 'longer-than-a-day' : null;
}

/** Problems of one day's stretches: each by itself, then against those before it. */
function dayProblems(day: readonly OpenInterval[], path: string): HoursProblem[] {
  return day.flatMap((interval, place): HoursProblem[] => {
    const own = intervalProblem(interval);
    if (own !== null) return [{ path: `${path}.${String(place)}`, code: own }];
    const overlaps = day.slice(0, place).some((other) => other.startMinute < interval.endMinute && interval.startMinute < other.endMinute);
    return overlaps ? [{ path: `${path}.${String(place)}`, code: 'overlap' }] : [];
  });
}

/** Problems of a week: those of its days, nights that run into the hours of the morning after, and no hours at all. */
function weekProblems(week: OpenWeek, path: string): HoursProblem[] {
  const found = week.flatMap((day, weekday) => dayProblems(day, `${path}.${String(weekday)}`));
  if (found.length > 0) return found;
  if (week.every((day) => day.length === 0)) return [{ path, code: 'no-hours' }];
  return week.flatMap((day, weekday) => day.flatMap(({ endMinute }, place): HoursProblem[] => {
    const next = week[(weekday + 1) % week.length] ?? [];
    return next.some(({ startMinute }) => startMinute < endMinute - DAY_MINUTES) ? [{ path: `${path}.${String(weekday)}.${String(place)}`, code: 'overlap-next-day' }] : [];
  }));
}

function closureProblem({ from, to, yearly }: Closure): HoursProblemCode | null {
  const [first, last] = [writtenDate(from), writtenDate(to)];
  if (first === null || last === null) return 'no-such-date';
  if (last < first) return 'closure-backwards';
  return yearly && last - first >= 365 * DAY_MS ? 'closure-too-long' : null;
}

/**
 * Everything wrong with opening hours, in the order of their parts; empty when they can be kept. The window asks while a
 * person types, the engine before it stores. O(stretches squared a day).
 * @example hoursProblems({ week: [[], [], [], [], [], [], []], holidays: 'none', openOn: [], closures: [], openings: [], channels: [], reply: null }) // [{ path: 'week', code: 'no-hours' }]
 */
export function hoursProblems({ week, closures, openings, channels }: OpeningHours): HoursProblem[] {
  return [
    ...weekProblems(week, 'week'),
    ...closures.flatMap((closure, place): HoursProblem[] => {
      const code = closureProblem(closure);
      return code === null ? [] : [{ path: `closures.${String(place)}`, code }];
    }),
    ...openings.flatMap(({ date, intervals }, place): HoursProblem[] => {
      const path = `openings.${String(place)}`;
      if (writtenDate(date) === null) return [{ path, code: 'no-such-date' }];
      if (openings.slice(0, place).some((other) => other.date === date)) return [{ path, code: 'same-date-twice' }];
      return intervals.length === 0 ? [{ path, code: 'no-hours' }] : dayProblems(intervals, `${path}.intervals`);
    }),
    ...channels.flatMap(({ network, container, week: own }, place): HoursProblem[] => {
      const path = `channels.${String(place)}`;
      const twice = channels.slice(0, place).some((other) => other.network === network && other.container === container);
      return twice ? [{ path, code: 'same-channel-twice' }] : weekProblems(own, `${path}.week`);
    }),
  ];
}
