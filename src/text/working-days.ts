import { DateTime } from 'luxon';

// Month and day of the national holidays of Italy that keep their date, and the year from which they are one.
const FIXED_HOLIDAYS: readonly (readonly [month: number, day: number, since: number])[] = [
  [1, 1, 0], [1, 6, 0], [4, 25, 0], [5, 1, 0], [6, 2, 0], [8, 15, 0], [10, 4, 2026], [11, 1, 0], [12, 8, 0], [12, 25, 0], [12, 26, 0],
];
const ITALIAN_ZONES: ReadonlySet<string> = new Set(['Europe/Rome', 'Europe/San_Marino', 'Europe/Vatican']);
const SATURDAY = 6;

// Nobody promises more working days than these; a larger number is a slip, and the walk stays bounded.
const MOST_DAYS = 90;

/**
 * Easter Sunday of a year, in the zone given, at its first instant. Source: the Gregorian computus of Meeus, Jones and
 * Butcher (Astronomical Algorithms, 1991).
 * @example easterSunday(2026, 'utc').toISODate() // '2026-04-05'
 */
export function easterSunday(year: number, zone: DateTime['zone'] | string): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return DateTime.fromObject({ year, month: Math.floor(n / 31), day: (n % 31) + 1 }, { zone });
}

/**
 * Whether nobody is held to work on a day: Saturdays and Sundays, and in the zones of Italy its national holidays (4
 * October from 2026). The local patron's day is not known here. Saturdays count as free because a promise in working
 * days is judged by its most patient reading.
 */
export function isFreeDay(day: DateTime): boolean {
  if (day.weekday >= SATURDAY) return true;
  if (!ITALIAN_ZONES.has(day.zoneName ?? '')) return false;
  if (FIXED_HOLIDAYS.some(([month, date, since]) => day.month === month && day.day === date && day.year >= since)) return true;
  const monday = easterSunday(day.year, day.zone).plus({ days: 1 });
  return day.month === monday.month && day.day === monday.day;
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
