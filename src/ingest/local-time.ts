import { DateTime, IANAZone } from 'luxon';

/** A point on the calendar as written, before any zone. `month` and `day` count from 1. */
export interface CalendarTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** True for names that the time zone database knows. */
export function isTimeZone(name: string): boolean {
  return name === 'UTC' || IANAZone.isValidZone(name);
}

/** The calendar time as if it were UTC, ms; null when there is no such day or hour (31 February, 25:00). */
export function calendarMs({ year, month, day, hour, minute, second, millisecond }: CalendarTime): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60 || year < 1900 || year > 2999) return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return null;
  return midnight + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond;
}

const CACHE_LIMIT = 20_000;

/**
 * Reader of wall-clock times of one zone. An hour that clocks skip in spring is read as the same stretch after the
 * change (02:30 becomes 03:30); of an hour that occurs twice in autumn the first is taken. Offsets are remembered by
 * quarter of an hour, so a million rows cost little more than arithmetic. Throws RangeError `unknown time zone: x`.
 */
export function createZoneReader(zone: string): (wallMs: number) => number {
  if (!isTimeZone(zone)) throw new RangeError(`unknown time zone: ${zone.slice(0, 60)}`);
  if (zone === 'UTC') return (wallMs) => wallMs;
  const offsets = new Map<number, number>();
  return (wallMs) => {
    const quarter = Math.floor(wallMs / 900_000);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      const start = quarter * 900_000;
      const at = new Date(start);
      const read = DateTime.fromObject(
        { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes() }, { zone },
      );
      const candidates = read.getPossibleOffsets().map((possible) => possible.toMillis());
      offset = start - Math.min(read.toMillis(), ...candidates);
      if (offsets.size >= CACHE_LIMIT) offsets.clear();
      offsets.set(quarter, offset);
    }
    return wallMs - offset;
  };
}
