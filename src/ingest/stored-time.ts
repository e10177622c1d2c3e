import type { TimePrecision } from '../domain/model/codes.ts';
import type { WrittenTime } from './written-time.ts';

/** A time as stored. */
export interface StoredTime {
  readonly ms: number | null;
  readonly precision: TimePrecision;
}

/** No time at all. */
export const NO_TIME: StoredTime = { ms: null, precision: 'none' };

/** A time as it was read; one without a zone is placed by `utcOf` (default: as UTC). No time for an age, and where nothing was read. */
export function storedTime(read: WrittenTime | null, utcOf: (wallMs: number) => number = (wallMs) => wallMs): StoredTime {
  if (read === null || read.form === 'age') return NO_TIME;
  return { ms: read.form === 'wall' ? utcOf(read.ms) : read.ms, precision: read.precision };
}

/** The first of several times that is known; no time where none is. */
export function firstTime(...times: readonly StoredTime[]): StoredTime {
  return times.find(({ ms }) => ms !== null) ?? NO_TIME;
}
