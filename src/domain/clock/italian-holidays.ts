import type { HolidayCode } from '../model/opening-hours.ts';
import { easterSunday } from './easter-sunday.ts';

/** A holiday of one year. */
export interface Holiday {
  readonly code: HolidayCode;
  /** Days since 1970-01-01. */
  readonly dayNumber: number;
}

const DAY_MS = 86_400_000;

/** Holidays on fixed dates, with the year from which the law keeps them where that is recent. */
const FIXED: readonly { readonly code: HolidayCode; readonly month: number; readonly day: number; readonly since?: number }[] = [
  { code: 'new-year', month: 1, day: 1 },
  { code: 'epiphany', month: 1, day: 6, since: 1986 },
  { code: 'liberation', month: 4, day: 25 },
  { code: 'labour', month: 5, day: 1 },
  { code: 'republic', month: 6, day: 2, since: 2001 },
  { code: 'assumption', month: 8, day: 15 },
  { code: 'saint-francis', month: 10, day: 4, since: 2026 },
  { code: 'all-saints', month: 11, day: 1 },
  { code: 'immaculate', month: 12, day: 8 },
  { code: 'christmas', month: 12, day: 25 },
  { code: 'saint-stephen', month: 12, day: 26 },
];

/**
 * National holidays of Italy in one year, by date. 4 October is one from 2026 on, 2 June since 2001, Epiphany since 1986;
 * patron saints of towns are not national.
 * Source: law 260 of 27 May 1949 with laws 54/1977, 792/1985, 336/2000 and 151/2025.
 */
export function italianHolidays(year: number): Holiday[] {
  const { month, day } = easterSunday(year);
  const easter = Date.UTC(year, month - 1, day) / DAY_MS;
  return [
    ...FIXED.flatMap(({ code, month: fixedMonth, day: fixedDay, since }): Holiday[] => (since !== undefined && year < since ? [] : [{ code, dayNumber: Date.UTC(year, fixedMonth - 1, fixedDay) / DAY_MS }])),
    { code: 'easter' as const, dayNumber: easter },
    { code: 'easter-monday' as const, dayNumber: easter + 1 },
  ].sort((one, other) => one.dayNumber - other.dayNumber);
}
