import { DateTime } from 'luxon';
import { easterSunday as easterDate } from '../domain/clock/easter-sunday.ts';
import { italianHolidays } from '../domain/clock/italian-holidays.ts';

const ITALIAN_ZONES: ReadonlySet<string> = new Set(['Europe/Rome', 'Europe/San_Marino', 'Europe/Vatican']);
const SATURDAY = 6;
const DAY_MS = 86_400_000;

// Nobody promises more working days than these; a larger number is a slip, and the walk stays bounded.
const MOST_DAYS = 90;

/**
 * Easter Sunday of a year, in the zone given, at its first instant.
 * @example easterSunday(2026, 'utc').toISODate() // '2026-04-05'
 */
export function easterSunday(year: number, zone: DateTime['zone'] | string): DateTime {
  return DateTime.fromObject({ year, ...easterDate(year) }, { zone });
}

/**
 * Whether nobody is held to work on a day: Saturdays and Sundays, and in the zones of Italy its national holidays (4
 * October from 2026). The local patron's day is not known here. Saturdays count as free because a promise in working
 * days is judged by its most patient reading.
 */
export function isFreeDay(day: DateTime): boolean {
  if (day.weekday >= SATURDAY) return true;
  if (!ITALIAN_ZONES.has(day.zoneName ?? '')) return false;
  const dayNumber = Date.UTC(day.year, day.month - 1, day.day) / DAY_MS;
  return italianHolidays(day.year).some((holiday) => holiday.dayNumber === dayNumber);
}

/** The day that lies so many working days after another, at the same local time; the first day itself is not counted. */
export function afterWorkingDays(from: DateTime, days: number): DateTime {
  let day = from;
  for (let left = Math.min(Math.ceil(days), MOST_DAYS); left > 0;) {
    day = day.plus({ days: 1 });
    if (!isFreeDay(day)) left -= 1;
  }
  return day;
}
