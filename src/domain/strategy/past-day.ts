const DAY_MS = 86_400_000;

/**
 * True once the day on which something was due is over. A due day is kept as its noon in UTC, and is not late while it
 * lasts, whatever the hour: both moments are compared by their day in UTC.
 * @example isPastDay(Date.parse('2026-06-01T12:00:00Z'), Date.parse('2026-06-01T18:00:00Z')) // false
 */
export function isPastDay(dueMs: number, nowMs: number): boolean {
  return Math.floor(dueMs / DAY_MS) < Math.floor(nowMs / DAY_MS);
}
