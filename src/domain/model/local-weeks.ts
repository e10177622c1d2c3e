import { localClock } from './local-clock.ts';
import { daysIntoWeek, type WeekStart } from './week-start.ts';

/** A week of a zone's calendar, from its first moment to the next one's, UTC ms. */
export interface LocalWeek {
  /** ISO 8601: `2026-W10`; of a week that begins on another day, the name of the ISO week whose Thursday it holds. */
  readonly key: string;
  readonly startMs: number;
  readonly endMs: number;
}

const DAY_MS = 86_400_000;
const STEP_MS = 900_000;
const STEPS_AN_HOUR = 4;

/**
 * The weeks (ISO: Monday to Sunday, unless they begin on another day) of a zone that hold the moments from `fromMs` to `toMs`, both included, in order and without
 * gaps; none when `toMs` lies before. A week in which clocks change is an hour longer or shorter. Throws RangeError for an
 * unknown zone. O(weeks).
 * Source: ISO 8601-1:2019, section 4.3.2.2 (week 1 holds the year's first Thursday).
 * @example localWeeks({ fromMs: 0, toMs: 0, timeZone: 'UTC' }) // [{ key: '1970-W01', startMs: -259200000, endMs: 345600000 }]
 */
export function localWeeks({ fromMs, toMs, timeZone, weekStart = 1 }: { readonly fromMs: number; readonly toMs: number; readonly timeZone: string; readonly weekStart?: WeekStart }): LocalWeek[] {
  const clock = localClock(timeZone);
  const dayOf = (atMs: number): number => {
    const { year, month, day } = clock(atMs);
    return Date.UTC(year, month - 1, day) / DAY_MS;
  };
  // no zone is further than 14 hours from UTC, none changes more finely than a quarter of an hour
  const firstMoment = (day: number): number => {
    let [before, after] = [-15 * STEPS_AN_HOUR, 15 * STEPS_AN_HOUR];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (dayOf(day * DAY_MS + middle * STEP_MS) >= day) after = middle;
      else before = middle;
    }
    return day * DAY_MS + after * STEP_MS;
  };
  const weeks: LocalWeek[] = [];
  if (toMs < fromMs) return weeks;
  let first = dayOf(fromMs) - daysIntoWeek(clock(fromMs).weekday, weekStart);
  for (let startMs = firstMoment(first); startMs <= toMs; ) {
    const endMs = firstMoment(first + 7);
    weeks.push({ key: weekKey(first + daysIntoWeek(4, weekStart)), startMs, endMs });
    startMs = endMs;
    first += 7;
  }
  return weeks;
}

function weekKey(day: number): string {
  const thursday = new Date(day * DAY_MS);
  const year = thursday.getUTCFullYear();
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${String(year)}-W${String(number).padStart(2, '0')}`;
}
