import type { TimePrecision } from '../domain/model/codes.ts';
import { calendarMs } from './local-time.ts';
import { writtenAge, type WrittenAge } from './relative-time.ts';
import type { DateOrder } from './table-mapping.ts';

/**
 * A time as its text says it. `zoned` holds UTC ms, `wall` a wall-clock reading (ms as if UTC) that still needs a zone,
 * `age` a distance from the collection. An order is what the text could be: both of day-first and month-first fit 3/4/2026.
 */
export type WrittenTime =
  | { readonly form: 'zoned'; readonly ms: number; readonly precision: TimePrecision }
  | { readonly form: 'wall'; readonly ms: number; readonly precision: TimePrecision }
  | { readonly form: 'age'; readonly age: WrittenAge };

const MONTH_NAMES = ['jan gen', 'feb', 'mar', 'apr', 'may mag', 'jun giu', 'jul lug', 'aug ago', 'sep set', 'oct ott', 'nov', 'dec dic'];
const MONTH_OF = new Map(MONTH_NAMES.flatMap((names, position) => names.split(' ').map((name) => [name, position + 1] as const)));
const NAMED_OFFSETS: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, CET: 60, CEST: 120, BST: 60, WET: 0, WEST: 60, EET: 120, EEST: 180 };

/** "[+-]hh:mm", "[+-]hhmm", Z, UTC or a common abbreviation as minutes east of Greenwich; null when absent, NaN when unknown. */
function offsetMinutes(text: string): number | null {
  const zone = text.trim();
  if (zone === '') return null;
  const match = /^(?:UTC|GMT)?\s*([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match !== null) return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
  const name = zone.replace(/[()]/g, '').toUpperCase();
  return Object.hasOwn(NAMED_OFFSETS, name) ? (NAMED_OFFSETS[name] ?? null) : Number.NaN;
}

const CLOCK = /^[,T\s]*(?:(?:alle|at|ore)\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?\s*(m\.?)?\s*(.*)$/i;

/** Completes a date with the clock that follows it, if any. */
function withClock(date: { year: number; month: number; day: number }, rest: string): WrittenTime | null {
  const none = { hour: 0, minute: 0, second: 0, millisecond: 0 };
  if (rest.trim() === '') {
    const ms = calendarMs({ ...date, ...none });
    return ms === null ? null : { form: 'wall', ms, precision: 'day' };
  }
  const match = CLOCK.exec(rest);
  if (match === null) return null;
  const [, hours = '', minutes = '', seconds, fraction, half, , zoneText = ''] = match;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const millisecond = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const ms = calendarMs({ ...date, hour, minute: Number(minutes), second: Number(seconds ?? 0), millisecond });
  if (ms === null) return null;
  // a fraction that is only zeros says nothing beyond the second
  const precision: TimePrecision = seconds === undefined ? 'min' : millisecond !== 0 ? 'ms' : 's';
  const offset = offsetMinutes(zoneText);
  if (Number.isNaN(offset)) return null;
  return offset === null ? { form: 'wall', ms, precision } : { form: 'zoned', ms: ms - offset * 60_000, precision };
}

function fullYear(year: number): number {
  return year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
}

/** "Tue Oct 31 22:10:47 +0000 2017", read by position because millions of rows are written so. */
function twitterTime(text: string): WrittenTime | null {
  if (text.length !== 30 || text.charCodeAt(13) !== 58) return null;
  const month = MONTH_OF.get(text.slice(4, 7).toLowerCase());
  const offset = offsetMinutes(text.slice(20, 25));
  if (month === undefined || offset === null || Number.isNaN(offset)) return null;
  const ms = calendarMs({ year: Number(text.slice(26)), month, day: Number(text.slice(8, 10)), hour: Number(text.slice(11, 13)), minute: Number(text.slice(14, 16)), second: Number(text.slice(17, 19)), millisecond: 0 });
  return ms === null || Number.isNaN(ms) ? null : { form: 'zoned', ms: ms - offset * 60_000, precision: 's' };
}

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|gio|ven|sab|dom)[a-zì]*\.?,?\s+/i;

/** Dates with the month in words, which no order can confuse: "31 ottobre 2017, 22:10", "Oct 31, 2017 10:10 PM". */
function namedMonthTime(text: string, order: 'day-first' | 'month-first'): WrittenTime | null {
  const pattern = order === 'day-first' ? /^(\d{1,2})\.?[\s-]+(?:de\s+|di\s+)?([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4})(.*)$/i : /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/i;
  // "mar" is Tuesday in Italian and March in both languages
  const match = pattern.exec(text) ?? pattern.exec(text.replace(WEEKDAY, ''));
  if (match === null) return null;
  const [, first = '', second = '', year = '', rest = ''] = match;
  const month = MONTH_OF.get((order === 'day-first' ? second : first).toLowerCase());
  return month === undefined ? null : withClock({ year: Number(year), month, day: Number(order === 'day-first' ? first : second) }, rest);
}

function epochTime(text: string, unit: 'epoch-seconds' | 'epoch-milliseconds'): WrittenTime | null {
  if (!/^\d{9,14}(?:\.\d+)?$/.test(text)) return null;
  const ms = Number(text) * (unit === 'epoch-seconds' ? 1000 : 1);
  // 1990 to 2100: outside it the number is something else
  if (ms < 631_152_000_000 || ms > 4_102_444_800_000) return null;
  return { form: 'zoned', ms: Math.floor(ms), precision: unit === 'epoch-seconds' ? 's' : 'ms' };
}

/** Reads a text as one given order; null when it does not fit. */
export function writtenTime(written: string, order: DateOrder): WrittenTime | null {
  const text = written.trim();
  switch (order) {
    case 'twitter':
      return twitterTime(text);
    case 'epoch-seconds':
    case 'epoch-milliseconds':
      return epochTime(text, order);
    case 'relative': {
      const age = writtenAge(text);
      return age === null ? null : { form: 'age', age };
    }
    case 'iso': {
      const match = /^(\d{4})-(\d{2})-(\d{2})(?=$|[T\s,])(.*)$/i.exec(text);
      return match === null ? null : withClock({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, match[4] ?? '');
    }
    case 'year-first': {
      const match = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?=$|[T\s,])(.*)$/i.exec(text);
      return match === null ? null : withClock({ year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) }, match[5] ?? '');
    }
    case 'day-first':
    case 'month-first': {
      const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[T\s,])(.*)$/i.exec(text.replace(WEEKDAY, ''));
      if (match === null) return namedMonthTime(text, order);
      const [, first = '', , second = '', year = '', rest = ''] = match;
      const day = Number(order === 'day-first' ? first : second);
      const month = Number(order === 'day-first' ? second : first);
      return withClock({ year: fullYear(Number(year)), month, day }, rest.replace(/[\u00a0\u202f]/g, ' '));
    }
  }
}
