const MONDAY_UTC_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** A day that is this ISO weekday, UTC ms, for formats that write the weekday of a day. */
export function weekdayMs(weekday: number): number {
  return MONDAY_UTC_MS + (weekday - 1) * DAY_MS;
}

/** The name of an ISO weekday. @example weekdayName(1, 'it') // 'lunedì' */
export function weekdayName(weekday: number, language: string, length: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { weekday: length, timeZone: 'UTC' }).format(weekdayMs(weekday));
}

/**
 * Hours of the day as stretches on a clock, from the first to the end of the last that follow each other.
 * @example hourStretches([9, 10, 11, 23]) // ['09:00–12:00', '23:00–24:00']
 */
export function hourStretches(hours: readonly number[]): string[] {
  const wanted = [...new Set(hours)].sort((one, other) => one - other);
  const stretches: { from: number; to: number }[] = [];
  for (const hour of wanted) {
    const last = stretches.at(-1);
    if (last?.to === hour) last.to = hour + 1;
    else stretches.push({ from: hour, to: hour + 1 });
  }
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  return stretches.map(({ from, to }) => `${clock(from)}–${clock(to)}`);
}
