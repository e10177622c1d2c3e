import { DateTime } from 'luxon';

/** A time named by a promise: a length counted from the message, a calendar moment, or a word that names none. */
export type DueTime =
  | { readonly kind: 'duration'; readonly seconds: number }
  | { readonly kind: 'business-days'; readonly days: number }
  | { readonly kind: 'end-of'; readonly unit: 'day' | 'week' | 'month'; readonly ahead: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'date'; readonly day: number | null; readonly month: number; readonly year: number | null }
  | { readonly kind: 'clock'; readonly hour: number; readonly minute: number }
  | { readonly kind: 'vague' };

const SATURDAY = 6;

// The end of a day is the first instant of the next: whole seconds, right on days of 23 and 25 hours.
const endOfDay = (day: DateTime): DateTime => day.plus({ days: 1 }).startOf('day');

const afterBusinessDays = (at: DateTime, days: number): DateTime => {
  let day = at;
  for (let left = Math.min(days, 60); left > 0;) {
    day = day.plus({ days: 1 });
    if (day.weekday < SATURDAY) left -= 1;
  }
  return endOfDay(day);
};

const dateAfter = (at: DateTime, due: DueTime & { kind: 'date' }): DateTime => {
  const named = (year: number): DateTime => due.day === null
    ? DateTime.fromObject({ year, month: due.month }, { zone: at.zone }).plus({ months: 1 }).startOf('month')
    : endOfDay(DateTime.fromObject({ year, month: due.month, day: due.day }, { zone: at.zone }));
  const first = named(due.year ?? at.year);
  return due.year === null && first.isValid && first <= at ? named(at.year + 1) : first;
};

const moment = (due: DueTime, at: DateTime): DateTime | null => {
  switch (due.kind) {
    case 'business-days': return afterBusinessDays(at, due.days);
    case 'end-of': return due.unit === 'day'
      ? endOfDay(at.plus({ days: due.ahead }))
      : at.plus({ [due.unit]: due.ahead + 1 }).startOf(due.unit);
    case 'weekday': return endOfDay(at.plus({ days: (due.weekday - at.weekday + 7) % 7 }));
    case 'date': return dateAfter(at, due);
    case 'clock': {
      const today = at.set({ hour: due.hour, minute: due.minute, second: 0, millisecond: 0 });
      return today > at ? today : today.plus({ days: 1 });
    }
    default: return null;
  }
};

/**
 * Seconds from a message to the time it names. Lengths ("24 hours") need no clock; calendar words are resolved in the
 * message's own zone, to the end of the named day (a weekday is the next such day, today when it is that day). Null
 * for words that name no time, for a calendar word without `atMs`, and for a date that does not exist. A missing or
 * unknown zone is read as UTC.
 * @example dueAfterSeconds({ kind: 'duration', seconds: 86400 }, undefined, undefined) // 86400
 */
export function dueAfterSeconds(due: DueTime, atMs: number | undefined, timeZone: string | undefined): number | null {
  if (due.kind === 'duration') return due.seconds;
  if (due.kind === 'vague' || atMs === undefined) return null;
  const zoned = DateTime.fromMillis(atMs, { zone: timeZone ?? 'utc' });
  const at = zoned.isValid ? zoned : DateTime.fromMillis(atMs, { zone: 'utc' });
  if (!at.isValid) return null;
  const resolved = moment(due, at);
  return resolved?.isValid === true ? Math.max(0, Math.round((resolved.toMillis() - atMs) / 1000)) : null;
}
