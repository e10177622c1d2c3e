import type Database from 'better-sqlite3';
import { localClock, type LocalClock } from '../domain/model/local-clock.ts';

const FUNCTION = 'local_week_hour';
/** The zone in which a project counts where none was ever kept. */
const FALLBACK_ZONE = 'Europe/Rome';
/** Times that are known finely enough to have an hour. */
const WITH_HOUR = ['ms', 's', 'min'] as const;

/** Weekdays (1 = Monday to 7) and hours of the day (0-23) that are wanted; a list that is left out wants all. */
export interface WeekHours {
  readonly weekdays?: readonly number[] | undefined;
  readonly hours?: readonly number[] | undefined;
}

/** True where weekdays or hours narrow anything down. */
export function narrowsHours({ weekdays, hours }: WeekHours): boolean {
  return weekdays !== undefined || hours !== undefined;
}

/** True for a time of this precision where it tells the hour of the day. */
export function tellsHour(precision: string): boolean {
  return WITH_HOUR.some((fine) => fine === precision);
}

/** The hours of the week, counted from Monday midnight (0-167), that weekdays and hours leave over. */
export function hoursOfWeek({ weekdays, hours }: WeekHours): number[] {
  const all = (length: number, first: number): number[] => Array.from({ length }, (_, place) => place + first);
  return (weekdays ?? all(7, 1)).flatMap((weekday) => (hours ?? all(24, 0)).map((hour) => (weekday - 1) * 24 + hour));
}

const clocks = new Map<string, LocalClock>();

/** Reads the hour of the week of a moment (UTC ms) on the clocks of a zone; `null` is the zone of projects that keep none. One clock a zone, which remembers what it looked up. */
export function weekHourIn(timeZone: string | null): (atMs: number) => number {
  const zone = timeZone ?? FALLBACK_ZONE;
  const clock = clocks.get(zone) ?? localClock(zone);
  clocks.set(zone, clock);
  return (atMs) => {
    const { weekday, hour } = clock(atMs);
    return (weekday - 1) * 24 + hour;
  };
}

/** Teaches a connection to read local hours: SQLite knows no zones by name. To be called once for every connection. */
export function readLocalHours(connection: Database.Database): void {
  connection.function(FUNCTION, { deterministic: true, directOnly: true }, (atMs: unknown, timeZone: unknown) => (typeof atMs === 'number' ? weekHourIn(typeof timeZone === 'string' ? timeZone : null)(atMs) : null));
}

/** The hour of the week of a message on alias `m`, in the project's zone; null without a time that tells it. */
export const LOCAL_WEEK_HOUR = `CASE WHEN m.precision IN (${WITH_HOUR.map((fine) => `'${fine}'`).join(', ')}) THEN ${FUNCTION}(m.created_at_ms, (SELECT value FROM setting WHERE key = 'time_zone')) END`;
