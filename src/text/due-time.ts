import { DateTime } from 'luxon';
import { afterWorkingDays, easterSunday } from './working-days.ts';

/** A day or a longer stretch of the calendar, counted from the message. Weekdays start on Monday (1), seasons in spring (0). */
export type CalendarSpan =
  | { readonly of: 'unit'; readonly unit: 'day' | 'week' | 'month' | 'year'; readonly ahead: number }
  | { readonly of: 'weekday'; readonly weekday: number; /** Never today. */ readonly later: boolean }
  | { readonly of: 'date'; readonly day: number | null; readonly month: number | null; readonly year: number | null }
  | { readonly of: 'season'; readonly season: number }
  | { readonly of: 'easter' };

/** A time named by a promise: a length counted from the message, a calendar moment, or words that name no time. */
export type DueTime =
  | { readonly kind: 'duration'; readonly seconds: number }
  | { readonly kind: 'business-days'; readonly days: number }
  /** The end of the span; its first instant when the words say before it. */
  | { readonly kind: 'calendar'; readonly span: CalendarSpan; readonly edge: 'end' | 'start' }
  /** `loose`: the other half of the day may be meant ("by six"). `span` null: the next time the clock shows it. */
  | { readonly kind: 'clock'; readonly hour: number; readonly minute: number; readonly loose: boolean; readonly span: CalendarSpan | null }
  | { readonly kind: 'vague' };

interface Interval {
  readonly start: DateTime;
  readonly end: DateTime;
}

const HALF_DAY = 12;
// A small hour without a half of the day, on a day that is named, is an hour at which people work.
const FIRST_WORKING_HOUR = 8;
const SPRING_MONTH = 3;
const SEASON_MONTHS = 3;

const spanOf = (start: DateTime, unit: 'day' | 'week' | 'month' | 'year', length = 1): Interval => {
  const first = start.startOf(unit);
  // the first instant of what follows: whole seconds, right on days of 23 and 25 hours
  return { start: first, end: first.plus({ [unit]: length }).startOf(unit) };
};

// The first of the intervals a step apart that is not over yet.
const upcoming = (at: DateTime, inYear: (year: number) => Interval): Interval => {
  const first = inYear(at.year);
  return first.end.isValid && first.end <= at ? inYear(at.year + 1) : first;
};

const dateSpan = (at: DateTime, { day, month, year }: CalendarSpan & { of: 'date' }): Interval => {
  const { zone } = at;
  if (month === null && day === null) return spanOf(DateTime.fromObject({ year: year ?? at.year }, { zone }), 'year');
  if (month === null) {
    for (let ahead = 0; ahead < 3; ahead += 1) {
      const base = at.startOf('month').plus({ months: ahead });
      const named = DateTime.fromObject({ year: base.year, month: base.month, day: day ?? 1 }, { zone });
      if (named.isValid && spanOf(named, 'day').end > at) return spanOf(named, 'day');
    }
    return spanOf(DateTime.invalid('no such day'), 'day');
  }
  const named = (wanted: number): Interval => spanOf(DateTime.fromObject({ year: wanted, month, day: day ?? 1 }, { zone }), day === null ? 'month' : 'day');
  return year === null ? upcoming(at, named) : named(year);
};

const interval = (span: CalendarSpan, at: DateTime): Interval => {
  switch (span.of) {
    case 'unit': return spanOf(at.plus({ [span.unit]: span.ahead }), span.unit);
    case 'weekday': {
      const ahead = (span.weekday - at.weekday + 7) % 7;
      return spanOf(at.plus({ days: ahead === 0 && span.later ? 7 : ahead }), 'day');
    }
    case 'date': return dateSpan(at, span);
    case 'season': {
      const inYear = (year: number): Interval => spanOf(DateTime.fromObject({ year, month: SPRING_MONTH }, { zone: at.zone }).plus({ months: span.season * SEASON_MONTHS }), 'month', SEASON_MONTHS);
      const running = inYear(at.year - 1);
      return running.end > at ? running : upcoming(at, inYear);
    }
    case 'easter': return upcoming(at, (year) => spanOf(easterSunday(year, at.zone), 'day'));
  }
};

const clockMoment = ({ hour, minute, loose, span }: DueTime & { kind: 'clock' }, at: DateTime): DateTime => {
  const hours = loose && hour < HALF_DAY ? [hour, hour + HALF_DAY] : [hour];
  const on = (day: DateTime, wanted: number): DateTime => (wanted === 24 ? spanOf(day, 'day').end : day.set({ hour: wanted, minute, second: 0, millisecond: 0 }));
  if (span !== null) {
    const { start } = interval(span, at);
    const wanted = loose && hour < FIRST_WORKING_HOUR ? hour + HALF_DAY : hour;
    return start.isValid ? on(start, wanted) : start;
  }
  const moments = [at, at.plus({ days: 1 })].flatMap((day) => hours.map((wanted) => on(day, wanted)));
  return moments.find((moment) => moment > at) ?? at;
};

const moment = (due: DueTime, at: DateTime): DateTime | null => {
  switch (due.kind) {
    case 'business-days': return spanOf(afterWorkingDays(at, due.days), 'day').end;
    case 'calendar': {
      const { start, end } = interval(due.span, at);
      return due.edge === 'start' && start > at ? start : end;
    }
    case 'clock': return clockMoment(due, at);
    default: return null;
  }
};

/**
 * Seconds from a message to the time it names. Lengths ("24 hours") need no clock; calendar words are resolved in the
 * message's own zone, to the end of the named day (a weekday is the next such day, today when it is that day), week,
 * month, season or year, or to its first instant after "before". Working days leave out weekends and, in the zones of
 * Italy, its holidays. Null for words that name no time, for a calendar word without `atMs`, and for a date that does
 * not exist. A missing or unknown zone is read as UTC.
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
