const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** First instant of the sample's year, midnight of 1 July 2025 in Rome (UTC ms). */
export const YEAR_START_MS = Date.UTC(2025, 5, 30, 22);
/** End of the sample's year: midnight after 30 June 2026 in Rome. */
export const YEAR_END_MS = Date.UTC(2026, 5, 30, 22);
/** When all files were collected: 6 July 2026, 10:00 in Rome. */
export const COLLECTED_MS = Date.UTC(2026, 6, 6, 8);

/** Days on which the made-up team does not work: national holidays, the bridge days it takes, and the August closure. */
const CLOSED_DAYS = new Set([
  '2025-08-11', '2025-08-12', '2025-08-13', '2025-08-14', '2025-08-15', '2025-12-08', '2025-12-24', '2025-12-25', '2025-12-26',
  '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-06', '2026-04-06', '2026-05-01', '2026-06-02',
]);

function lastSundayAtOne(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
}

/** Rome's distance from UTC at an instant, in ms: one hour, two between the last Sundays of March and October. */
function romeOffsetMs(atMs: number): number {
  const year = new Date(atMs).getUTCFullYear();
  return atMs >= lastSundayAtOne(year, 2) && atMs < lastSundayAtOne(year, 9) ? 2 * HOUR_MS : HOUR_MS;
}

/** An instant as Rome's wall clock, packed into a Date whose UTC fields hold the local ones. */
export function romeClock(atMs: number): Date {
  return new Date(atMs + romeOffsetMs(atMs));
}

/** The instant at which Rome's wall clock shows the given local milliseconds; in the repeated hour the later one. */
export function instantOfRome(localMs: number): number {
  const guess = localMs - HOUR_MS;
  return localMs - romeOffsetMs(guess - HOUR_MS);
}

/** `2025-11-03T09:12:44+01:00`. */
export function isoInRome(atMs: number): string {
  const hours = romeOffsetMs(atMs) / HOUR_MS;
  return `${romeClock(atMs).toISOString().slice(0, 19)}+0${hours}:00`;
}

/** Local calendar day, `2025-11-03`. */
export function dayInRome(atMs: number): string {
  return romeClock(atMs).toISOString().slice(0, 10);
}

/** Midnight of the local day, in local milliseconds. */
export function localMidnight(atMs: number): number {
  return Math.floor((atMs + romeOffsetMs(atMs)) / DAY_MS) * DAY_MS;
}

/** The team's hours on a local day as local milliseconds: Monday to Friday 9-18, the first and third Saturday 9-13, else null. */
function openHours(midnightLocal: number): readonly [number, number] | null {
  const day = new Date(midnightLocal);
  if (CLOSED_DAYS.has(day.toISOString().slice(0, 10))) return null;
  const weekday = day.getUTCDay();
  if (weekday >= 1 && weekday <= 5) return [midnightLocal + 9 * HOUR_MS, midnightLocal + 18 * HOUR_MS];
  const week = Math.ceil(day.getUTCDate() / 7);
  return weekday === 6 && (week === 1 || week === 3) ? [midnightLocal + 9 * HOUR_MS, midnightLocal + 13 * HOUR_MS] : null;
}

/** The instant after a number of seconds counted only while the team is at work. */
export function afterOpenSeconds(fromMs: number, seconds: number): number {
  let left = seconds * 1000;
  let local = fromMs + romeOffsetMs(fromMs);
  for (let midnight = Math.floor(local / DAY_MS) * DAY_MS; ; midnight += DAY_MS) {
    const hours = openHours(midnight);
    if (hours === null) continue;
    const start = Math.max(local, hours[0]);
    const room = hours[1] - start;
    if (room > left) return instantOfRome(start + left);
    if (room > 0) left -= room;
    local = Math.max(local, hours[1]);
  }
}

/** The first working day not before an instant, as its hours in local milliseconds. */
export function nextOpenHours(fromMs: number): readonly [number, number] {
  for (let midnight = localMidnight(fromMs); ; midnight += DAY_MS) {
    const hours = openHours(midnight);
    if (hours !== null && hours[1] > fromMs + romeOffsetMs(fromMs)) return hours;
  }
}

/** The same instant moved out of the night (1 to 6:30 in Rome), when almost nobody writes. */
export function awake(atMs: number): number {
  const clock = romeClock(atMs);
  const hour = clock.getUTCHours() + clock.getUTCMinutes() / 60;
  return hour >= 1 && hour < 6.5 ? atMs + 5.75 * HOUR_MS : atMs;
}

/** When a promise made with these words falls due: the end of the local day it names, or a number of hours later. */
export function promiseDueMs(words: string, madeAtMs: number): number {
  const midnight = localMidnight(madeAtMs);
  const endOfDay = (days: number): number => instantOfRome(midnight + (days + 1) * DAY_MS) - 1;
  const weekday = new Date(midnight).getUTCDay();
  if (/24 (ore|hours)/.test(words)) return madeAtMs + DAY_MS;
  if (/giornata|today/.test(words)) return endOfDay(0);
  if (/venerdì|Friday/.test(words)) return endOfDay((5 - weekday + 7) % 7);
  if (/lunedì|Monday/.test(words)) return endOfDay((1 - weekday + 7) % 7);
  if (/domani|tomorrow/.test(words)) return endOfDay(1);
  throw new RangeError(`unknown due words: ${words}`);
}
