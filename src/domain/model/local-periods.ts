import { localClock } from './local-clock.ts';

/** A stretch of a zone's calendar: from its first moment to the next one's, UTC ms. */
export interface LocalPeriod {
  /** `2026-Q1` for a quarter, `2026-03` for a month. */
  readonly key: string;
  readonly startMs: number;
  readonly endMs: number;
}

const STEP_MS = 900_000;
const STEPS_AN_HOUR = 4;

/**
 * The calendar months or quarters of a zone that hold the moments from `fromMs` to `toMs`, both included, in order and
 * without gaps; none when `toMs` lies before. Throws RangeError for an unknown zone.
 * @example localPeriods({ fromMs: 0, toMs: 0, timeZone: 'UTC', months: 1 }) // [{ key: '1970-01', startMs: 0, endMs: 2678400000 }]
 */
export function localPeriods({ fromMs, toMs, timeZone, months }: { readonly fromMs: number; readonly toMs: number; readonly timeZone: string; readonly months: 1 | 3 }): LocalPeriod[] {
  const clock = localClock(timeZone);
  // no zone is further than 14 hours from UTC, none changes more finely than a quarter of an hour
  const firstMoment = (year: number, month: number): number => {
    const wall = Date.UTC(year, month - 1, 1);
    let [before, after] = [-15 * STEPS_AN_HOUR, 15 * STEPS_AN_HOUR];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      const moment = clock(wall + middle * STEP_MS);
      if (moment.year * 12 + moment.month >= year * 12 + month) after = middle;
      else before = middle;
    }
    return wall + after * STEP_MS;
  };
  const periods: LocalPeriod[] = [];
  if (toMs < fromMs) return periods;
  const { year, month } = clock(fromMs);
  let [atYear, atMonth] = [year, month - ((month - 1) % months)];
  for (let startMs = firstMoment(atYear, atMonth); startMs <= toMs; ) {
    const key = months === 3 ? `${String(atYear)}-Q${String((atMonth + 2) / 3)}` : `${String(atYear)}-${String(atMonth).padStart(2, '0')}`;
    [atYear, atMonth] = atMonth + months > 12 ? [atYear + 1, 1] : [atYear, atMonth + months];
    const endMs = firstMoment(atYear, atMonth);
    periods.push({ key, startMs, endMs });
    startMs = endMs;
  }
  return periods;
}
