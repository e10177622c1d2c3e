import { createZoneReader } from './local-time.ts';
import { timeOfAge } from './relative-time.ts';
import { NO_TIME, type StoredTime } from './stored-time.ts';
import { DATE_ORDERS, type DateOrder } from './table-mapping.ts';
import { writtenTime, type WrittenTime } from './written-time.ts';

/** What a column of times turns out to be. */
export interface TimeColumn {
  /** Null when no order reads at least half of the values. */
  readonly order: DateOrder | null;
  /** Day-first and month-first read every value equally well and differ on some: a person must choose. */
  readonly ambiguous: boolean;
  /** Some values carry no zone of their own. */
  readonly zoneNeeded: boolean;
  /** Time of day (ms since midnight UTC) at which suspiciously many values lie: they were computed from "2 days ago". */
  readonly repeatedTimeOfDayMs: number | null;
  /** How many of the values looked at lie at each second of the day (UTC), and how many are known to the second at all. */
  readonly secondsOfDay: ReadonlyMap<number, number>;
  readonly exactTimes: number;
  /** Every value lies at midnight: the clock part says nothing. */
  readonly onlyDays: boolean;
}

const DAY_MS = 86_400_000;

function ascending(values: readonly number[]): boolean {
  let up = true;
  let down = true;
  for (let position = 1; position < values.length; position += 1) {
    const step = (values[position] ?? 0) - (values[position - 1] ?? 0);
    if (step < 0) up = false;
    if (step > 0) down = false;
  }
  return up || down;
}

function readings(values: readonly string[], order: DateOrder): WrittenTime[] {
  return values.map((value) => writtenTime(value, order)).filter((read) => read !== null);
}

function timesOf(read: readonly WrittenTime[]): number[] {
  return read.flatMap((time) => (time.form === 'age' ? [] : [time.ms]));
}

/** Exact times by second of the day. */
function secondsOfDay(read: readonly WrittenTime[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const time of read) {
    if (time.form === 'age' || (time.precision !== 's' && time.precision !== 'ms')) continue;
    const second = Math.floor((((time.ms % DAY_MS) + DAY_MS) % DAY_MS) / 1000);
    counts.set(second, (counts.get(second) ?? 0) + 1);
  }
  return counts;
}

/** The time of day shared by a fifth of the values known to the second, ten at least, midnight apart. */
function repeatedTimeOfDay(read: readonly WrittenTime[]): number | null {
  const exact = read.filter((time) => time.form !== 'age' && (time.precision === 's' || time.precision === 'ms'));
  const counts = new Map<number, number>();
  for (const ms of timesOf(exact)) counts.set(ms % DAY_MS, (counts.get(ms % DAY_MS) ?? 0) + 1);
  counts.delete(0);
  const [timeOfDay, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return count >= 10 && count >= exact.length / 5 ? timeOfDay : null;
}

/**
 * Finds how a whole column of times is written: the order that reads most values, the first of the list at a tie. Between
 * day-first and month-first a part above 12 decides; else the order under which the file is sorted; else it is ambiguous
 * (day-first is proposed). Values are as written, blanks left out.
 */
export function timeColumn(values: readonly string[]): TimeColumn {
  const filled = values.filter((value) => value.trim() !== '');
  const counts = DATE_ORDERS.map((order) => ({ order, read: readings(filled, order) }));
  const best = counts.reduce((first, next) => (next.read.length > first.read.length ? next : first));
  if (filled.length === 0 || best.read.length * 2 < filled.length) return { order: null, ambiguous: false, zoneNeeded: false, repeatedTimeOfDayMs: null, secondsOfDay: new Map(), exactTimes: 0, onlyDays: false };
  let { order, read } = best;
  let ambiguous = false;
  if (order === 'day-first') {
    const other = counts.find((candidate) => candidate.order === 'month-first');
    if (other?.read.length === read.length) {
      const dayFirst = timesOf(read);
      const monthFirst = timesOf(other.read);
      if (dayFirst.some((ms, position) => ms !== monthFirst[position])) {
        if (dayFirst.length > 2 && ascending(monthFirst) && !ascending(dayFirst)) ({ order, read } = other);
        else ambiguous = !(dayFirst.length > 2 && ascending(dayFirst) && !ascending(monthFirst));
      }
    }
  }
  const times = timesOf(read);
  const seconds = secondsOfDay(read);
  return {
    order,
    ambiguous,
    zoneNeeded: read.some(({ form }) => form === 'wall'),
    repeatedTimeOfDayMs: repeatedTimeOfDay(read),
    secondsOfDay: seconds,
    exactTimes: [...seconds.values()].reduce((sum, count) => sum + count, 0),
    onlyDays: times.length >= 3 && times.every((ms) => ms % DAY_MS === 0) && read.some((time) => time.form !== 'age' && time.precision !== 'day'),
  };
}

/** A time as stored, or null when the text is no time of the column's order. */
export type TimeReader = (written: string) => StoredTime | null;

/** True when a time lies whole days, calendar months or years before the collection, to the second: it was counted back from it. */
export function isCountedBack(ms: number, collectedAtMs: number): boolean {
  if (ms >= collectedAtMs - DAY_MS / 2) return false;
  return Math.abs(Math.floor(ms / 1000) - Math.floor(collectedAtMs / 1000)) % (DAY_MS / 1000) === 0;
}

/** So many rows, and such a share of a column, must lie whole days before the collection before it is more than chance: times on the full hour meet it by themselves. */
const LEAST_COUNTED_BACK = 3;
const COUNTED_BACK_SHARE = 0.02;

function holdsCountedBack({ secondsOfDay: counts, exactTimes }: TimeColumn, collectedAtMs: number): boolean {
  const count = counts.get(Math.floor((((collectedAtMs % DAY_MS) + DAY_MS) % DAY_MS) / 1000)) ?? 0;
  return count >= LEAST_COUNTED_BACK && count >= exactTimes * COUNTED_BACK_SHARE;
}

/**
 * Reader of one column's times. A time without a zone is read in `timeZone`; an age needs `collectedAtMs`, without it
 * the time is unknown (`none`); times counted back from the collection become `relative`.
 */
export function createTimeReader({ order, timeZone, collectedAtMs, column }: { order: DateOrder; timeZone: string; collectedAtMs: number | null; column: TimeColumn }): TimeReader {
  const utcOf = createZoneReader(timeZone);
  const countsBack = collectedAtMs !== null && holdsCountedBack(column, collectedAtMs);
  return (written) => {
    const read = writtenTime(written, order) ?? (order === 'iso' || order === 'relative' ? (writtenTime(written, 'relative') ?? writtenTime(written, 'iso')) : null);
    if (read === null) return null;
    if (read.form === 'age') return collectedAtMs === null ? NO_TIME : { ms: timeOfAge(read.age, collectedAtMs), precision: 'relative' };
    const ms = read.form === 'wall' ? utcOf(read.ms) : read.ms;
    if (column.onlyDays) return { ms, precision: 'day' };
    if (read.precision === 's' || read.precision === 'ms') {
      if (column.repeatedTimeOfDayMs !== null && read.ms % DAY_MS === column.repeatedTimeOfDayMs) return { ms, precision: 'relative' };
      if (countsBack && isCountedBack(ms, collectedAtMs)) return { ms, precision: 'relative' };
    }
    return { ms, precision: read.precision };
  };
}
