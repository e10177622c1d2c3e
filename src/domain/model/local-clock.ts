/** A moment as clocks in one time zone show it. */
export interface LocalMoment {
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  readonly day: number;
  /** 0-23. */
  readonly hour: number;
  /** ISO weekday, 1 = Monday. */
  readonly weekday: number;
}

/** Reads a moment (UTC ms) on the clocks of one zone. */
export type LocalClock = (atMs: number) => LocalMoment;

const QUARTER_MS = 900_000;

function offsetMs(format: Intl.DateTimeFormat, atMs: number): number {
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type) ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour') % 24, part('minute'), part('second')) - Math.floor(atMs / 1000) * 1000;
}

/**
 * By how many ms the clocks of an IANA zone are ahead of UTC at a moment (UTC ms), daylight saving included. Looked up once
 * per quarter of an hour (no zone changes more finely), so a million moments cost about a second. Throws RangeError for an
 * unknown zone.
 * @example zoneOffset('Europe/Rome')(Date.UTC(2026, 6, 1)) // 7200000
 */
export function zoneOffset(timeZone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  const offsets = new Map<number, number>();
  return (atMs) => {
    const quarter = Math.floor(atMs / QUARTER_MS);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      offset = offsetMs(format, quarter * QUARTER_MS);
      offsets.set(quarter, offset);
    }
    return offset;
  };
}

/**
 * A reader of local time for one IANA zone, daylight saving included; costs as {@link zoneOffset}. Throws RangeError for an
 * unknown zone.
 * @example localClock('Europe/Rome')(Date.UTC(2026, 2, 29, 1, 0)).hour // 3
 */
export function localClock(timeZone: string): LocalClock {
  const offsetAt = zoneOffset(timeZone);
  return (atMs) => {
    const shown = new Date(atMs + offsetAt(atMs));
    return { year: shown.getUTCFullYear(), month: shown.getUTCMonth() + 1, day: shown.getUTCDate(), hour: shown.getUTCHours(), weekday: shown.getUTCDay() === 0 ? 7 : shown.getUTCDay() };
  };
}

/**
 * The month a moment falls in, as `YYYY-MM`.
 * @example monthKey({ year: 2026, month: 3, day: 1, hour: 0, weekday: 7 }) // '2026-03'
 */
export function monthKey({ year, month }: LocalMoment): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
