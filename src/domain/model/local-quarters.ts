import { localClock } from './local-clock.ts';

/** A calendar quarter of one zone: from its first moment to the next one's, UTC ms. */
export interface LocalQuarter {
  /** `2026-Q1`. */
  readonly key: string;
  readonly startMs: number;
  readonly endMs: number;
}

const STEP_MS = 900_000;
const STEPS_AN_HOUR = 4;

/**
 * The calendar quarters of a zone that hold the moments from `fromMs` to `toMs`, both included, in order and without gaps;
 * none when `toMs` lies before. Throws RangeError for an unknown zone.
 * @example localQuarters({ fromMs: 0, toMs: 0, timeZone: 'UTC' }) // [{ key: '1970-Q1', startMs: 0, endMs: 7776000000 }]
 */
export function localQuarters({ fromMs, toMs, timeZone }: { readonly fromMs: number; readonly toMs: number; readonly timeZone: string }): LocalQuarter[] {
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
  const quarters: LocalQuarter[] = [];
  if (toMs < fromMs) return quarters;
  const { year, month } = clock(fromMs);
  let [atYear, atMonth] = [year, month - ((month - 1) % 3)];
  for (let startMs = firstMoment(atYear, atMonth); startMs <= toMs; ) {
    const key = `${String(atYear)}-Q${String((atMonth + 2) / 3)}`;
    [atYear, atMonth] = atMonth === 10 ? [atYear + 1, 1] : [atYear, atMonth + 3];
    const endMs = firstMoment(atYear, atMonth);
    quarters.push({ key, startMs, endMs });
    startMs = endMs;
  }
  return quarters;
}
