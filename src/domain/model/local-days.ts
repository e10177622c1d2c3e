import { zoneOffset } from './local-clock.ts';

/** Turns moments (UTC ms) into what clocks of one zone show and back. A wall time is written as the UTC ms at which a clock in UTC would show it. */
export interface WallClock {
  readonly wallOf: (atMs: number) => number;
  /** The first moment that shows a wall time; the end of the gap where clocks skip it. */
  readonly momentOf: (wallMs: number) => number;
}

const DAY_MS = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/u;

/**
 * The wall clock of an IANA zone, daylight saving included. Throws RangeError for an unknown zone.
 * @example wallClock('Europe/Rome').momentOf(Date.UTC(2026, 2, 29)) // 1774738800000
 */
export function wallClock(timeZone: string): WallClock {
  const offsetAt = zoneOffset(timeZone);
  return {
    wallOf: (atMs) => atMs + offsetAt(atMs),
    momentOf: (wallMs) => {
      const [before, after] = [wallMs - offsetAt(wallMs - DAY_MS), wallMs - offsetAt(wallMs + DAY_MS)];
      const found = [Math.min(before, after), Math.max(before, after)].find((atMs) => atMs + offsetAt(atMs) === wallMs);
      return found ?? before;
    },
  };
}

/** The day of a moment in a zone as fields for dates hold it, moved by whole days; empty without a moment. @example dayOf(0, 'UTC') // '1970-01-01' */
export function dayOf(atMs: number | null | undefined, timeZone: string, moveDays = 0): string {
  return atMs === null || atMs === undefined ? '' : new Date(wallClock(timeZone).wallOf(atMs) + moveDays * DAY_MS).toISOString().slice(0, 10);
}

/** The wall time at which a written day begins; null for what is no day of the calendar. */
function wallOfDay(day: string): number | null {
  const [, year, month, date] = DAY.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return new Date(wall).toISOString().startsWith(day) ? wall : null;
}

/**
 * The first moment of a written day in a zone, UTC ms, moved by whole days; null for what is no day.
 * @example dayStart('2026-03-03', 'Europe/Rome') // 1772492400000
 */
export function dayStart(day: string, timeZone: string, moveDays = 0): number | null {
  const wall = wallOfDay(day);
  return wall === null ? null : wallClock(timeZone).momentOf(wall + moveDays * DAY_MS);
}

/** A moment in a zone to the minute, as fields for a day and an hour hold it; empty without one. @example dayAndMinute(0, 'UTC') // '1970-01-01T00:00' */
export function dayAndMinute(atMs: number | null | undefined, timeZone: string): string {
  return atMs === null || atMs === undefined ? '' : new Date(wallClock(timeZone).wallOf(atMs)).toISOString().slice(0, 16);
}

/** The moment that a written day and hour mean in a zone, UTC ms; null for what is none. @example momentOfMinute('1970-01-01T00:01', 'UTC') // 60000 */
export function momentOfMinute(written: string, timeZone: string): number | null {
  const [, day, hour, minute] = MOMENT.exec(written) ?? [];
  const wall = day === undefined ? null : wallOfDay(day);
  if (wall === null || Number(hour) > 23 || Number(minute) > 59) return null;
  return wallClock(timeZone).momentOf(wall + (Number(hour) * 60 + Number(minute)) * 60_000);
}
