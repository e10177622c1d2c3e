import { zoneOffset } from '../model/local-clock.ts';
import type { OpeningHours } from '../model/opening-hours.ts';
import { dayRules, type Channel } from './day-rules.ts';
import { wallMoment } from './wall-moment.ts';

/** A stretch of time that is open throughout, UTC ms, the end excluded. */
export interface Opening {
  readonly startMs: number;
  readonly endMs: number;
}

/** Every opening of a stretch of time, with how much was open before each: questions about it take a binary search. */
export interface OpeningCalendar {
  /** The moments it can be asked about, both included. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  /** Open ms before each opening. */
  readonly openBeforeMs: Float64Array;
}

/** Which stretch of time a calendar is made for, on which clocks, and for which channel; null: the brand's own hours. */
export interface CalendarSpan {
  readonly timeZone: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly channel: Channel | null;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * The openings of a stretch of time as the wall clocks of its zone have them: nine to six is nine hours on any day, a night
 * shift is an hour shorter or longer when clocks change in it. Stretches that touch or overlap are one. Throws RangeError for
 * an unknown zone. O(days).
 */
export function openingCalendar(hours: OpeningHours, { timeZone, fromMs, toMs, channel }: CalendarSpan): OpeningCalendar {
  const offsetAt = zoneOffset(timeZone);
  // an opening may have begun the day before; one more day on either side keeps every zone inside
  const first = Math.floor(fromMs / DAY_MS) - 3;
  const last = Math.floor(toMs / DAY_MS) + 2;
  const opensOn = dayRules(hours, { channel, first, last });
  const found: Opening[] = [];
  for (let day = first; day <= last; day += 1) {
    const midnight = day * DAY_MS;
    const offset = offsetAt(midnight - DAY_MS);
    const steady = offset === offsetAt(midnight + 3 * DAY_MS);
    for (const { startMinute, endMinute } of opensOn(day)) {
      const [start, end] = [midnight + startMinute * MINUTE_MS, midnight + endMinute * MINUTE_MS];
      const opening = steady ? { startMs: start - offset, endMs: end - offset } : { startMs: wallMoment(offsetAt, start, 'start'), endMs: wallMoment(offsetAt, end, 'end') };
      if (opening.endMs > opening.startMs) found.push(opening);
    }
  }
  return { fromMs, toMs, ...columnsOf(found) };
}

function columnsOf(found: Opening[]): Pick<OpeningCalendar, 'startMs' | 'endMs' | 'openBeforeMs'> {
  const joined: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of found.sort((one, other) => one.startMs - other.startMs)) {
    const last = joined.at(-1);
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else joined.push({ startMs, endMs });
  }
  const openBeforeMs = new Float64Array(joined.length);
  let open = 0;
  joined.forEach(({ startMs, endMs }, place) => {
    openBeforeMs[place] = open;
    open += endMs - startMs;
  });
  return { startMs: Float64Array.from(joined, ({ startMs }) => startMs), endMs: Float64Array.from(joined, ({ endMs }) => endMs), openBeforeMs };
}

/** How many openings begin at a moment or before. */
function openedBy({ startMs, fromMs, toMs }: OpeningCalendar, atMs: number): number {
  if (!(atMs >= fromMs && atMs <= toMs)) throw new RangeError(`moment outside the calendar: ${String(atMs)}`);
  let [low, high] = [0, startMs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((startMs[middle] ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function openBefore(calendar: OpeningCalendar, atMs: number): number {
  const place = openedBy(calendar, atMs) - 1;
  if (place < 0) return 0;
  const { startMs, endMs, openBeforeMs } = calendar;
  return (openBeforeMs[place] ?? 0) + Math.min(atMs, endMs[place] ?? 0) - (startMs[place] ?? 0);
}

/**
 * Seconds open between two moments, exact to the ms; 0 when the second does not come after the first. Never more than the wall
 * clock's, and stretches add up. Throws RangeError `moment outside the calendar: 12`. O(log openings).
 */
export function openSecondsBetween(calendar: OpeningCalendar, fromMs: number, toMs: number): number {
  return toMs <= fromMs ? 0 : (openBefore(calendar, toMs) - openBefore(calendar, fromMs)) / 1000;
}

/** Whether a moment is open; the last moment of an opening is not. Throws RangeError `moment outside the calendar: 12`. */
export function isOpenAt(calendar: OpeningCalendar, atMs: number): boolean {
  return atMs < (calendar.endMs[openedBy(calendar, atMs) - 1] ?? -Infinity);
}

/** The opening that holds a moment, else the next one; null when nothing opens any more. Throws RangeError `moment outside the calendar: 12`. */
export function openingAt(calendar: OpeningCalendar, atMs: number): Opening | null {
  const opened = openedBy(calendar, atMs);
  const place = opened > 0 && atMs < (calendar.endMs[opened - 1] ?? -Infinity) ? opened - 1 : opened;
  const startMs = calendar.startMs[place];
  const endMs = calendar.endMs[place];
  return startMs === undefined || endMs === undefined ? null : { startMs, endMs };
}
