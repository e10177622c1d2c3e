import type { OpeningHours, OpenInterval, OpenWeek } from '../model/opening-hours.ts';
import { italianHolidays } from './italian-holidays.ts';

/** A place that may have hours of its own: a container by its network's own id, on a network. */
export interface Channel {
  readonly network: string;
  readonly container: string | null;
}

/** What opens on a day given by its number since 1970-01-01, in stretches that begin on it. */
export type DayRules = (dayNumber: number) => readonly OpenInterval[];

const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;
// 1970-01-01 was a Thursday; position 0 is Monday
const FIRST_WEEKDAY = 3;

/** The number since 1970-01-01 of a date written `YYYY-MM-DD`. */
export function dayNumberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/**
 * The date of a day number, `YYYY-MM-DD`.
 * @example dateOfDay(20454) // '2026-01-01'
 */
export function dateOfDay(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** Days between two on which holidays or closures leave everything shut. */
function closedDays({ holidays, openOn, closures }: OpeningHours, first: number, last: number): Set<number> {
  const closed = new Set<number>();
  const years: number[] = [];
  const close = (from: number, to: number): void => {
    for (let day = Math.max(from, first); day <= Math.min(to, last); day += 1) closed.add(day);
  };
  // a yearly closure over new year begins in the year before
  for (let year = Number(dateOfDay(first).slice(0, 4)) - 1; year <= Number(dateOfDay(last).slice(0, 4)); year += 1) years.push(year);
  if (holidays === 'italy') {
    for (const year of years) for (const { code, dayNumber } of italianHolidays(year)) if (!openOn.includes(code)) close(dayNumber, dayNumber);
  }
  for (const { from, to, yearly } of closures) {
    if (!yearly) close(dayNumberOf(from), dayNumberOf(to));
    else {
      const [fromYear = 0, fromMonth = 1, fromDay = 1] = from.split('-').map(Number);
      const [toYear = 0, toMonth = 1, toDay = 1] = to.split('-').map(Number);
      for (const year of years) close(Date.UTC(year, fromMonth - 1, fromDay) / DAY_MS, Date.UTC(year + toYear - fromYear, toMonth - 1, toDay) / DAY_MS);
    }
  }
  return closed;
}

/** The week that holds for a channel: that of its container, else of its network, else the brand's. */
export function weekOfChannel({ week, channels }: OpeningHours, { network, container }: Channel): { readonly week: OpenWeek; readonly keepsClosures: boolean } {
  const own = (container === null ? undefined : channels.find((one) => one.network === network && one.container === container)) ?? channels.find((one) => one.network === network && one.container === null);
  return own ?? { week, keepsClosures: true };
}

/**
 * What opens on each day between two day numbers, for a channel (null: the brand's own hours). A special opening stands before
 * holidays and closures, and these before the week. Days outside the two open as the week says.
 */
export function dayRules(hours: OpeningHours, { channel, first, last }: { readonly channel: Channel | null; readonly first: number; readonly last: number }): DayRules {
  const { week, keepsClosures } = channel === null ? { week: hours.week, keepsClosures: true } : weekOfChannel(hours, channel);
  const closed = keepsClosures ? closedDays(hours, first, last) : new Set<number>();
  const special = new Map(keepsClosures ? hours.openings.map(({ date, intervals }) => [dayNumberOf(date), intervals] as const) : []);
  return (dayNumber) => {
    const own = special.get(dayNumber);
    if (own !== undefined) return own;
    return closed.has(dayNumber) ? [] : (week[(((dayNumber + FIRST_WEEKDAY) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK] ?? []);
  };
}
