import type { LocalClock } from '../model/local-clock.ts';
import { daysIntoWeek, type WeekStart } from '../model/week-start.ts';
import { PROMISE_STATES, type PromiseState } from '../model/promise-state.ts';

/** Promises made in one week of a zone's calendar, by state. */
export interface PromiseWeek<One> {
  /** From the first moment of the week to that of the next, UTC ms. */
  readonly startMs: number;
  readonly endMs: number;
  readonly counts: Readonly<Record<PromiseState, number>>;
  readonly promises: readonly One[];
}

const DAY_MS = 86_400_000;
const STEP_MS = 900_000;
const STEPS_AN_HOUR = 4;
const DAYS = 7;

/**
 * Promises by the week in which they were made, gaps filled with empty weeks so that a quiet week shows as one; none without
 * promises. Any order. Weeks begin on Monday unless told otherwise, where the zone's clocks begin them, across changes of daylight saving.
 */
export function promiseWeeks<One extends { readonly atMs: number; readonly state: PromiseState }>(promises: readonly One[], clock: LocalClock, weekStart: WeekStart = 1): PromiseWeek<One>[] {
  if (promises.length === 0) return [];
  const beginningOf = (atMs: number): number => {
    const { year, month, day, weekday } = clock(atMs);
    return Date.UTC(year, month - 1, day) / DAY_MS - daysIntoWeek(weekday, weekStart);
  };
  const made = new Map<number, One[]>();
  for (const promise of promises) {
    const beginning = beginningOf(promise.atMs);
    const own = made.get(beginning);
    if (own === undefined) made.set(beginning, [promise]);
    else own.push(promise);
  }
  const beginnings = [...made.keys()].sort((one, other) => one - other);
  const [first = 0, last = 0] = [beginnings[0], beginnings.at(-1)];
  return Array.from({ length: (last - first) / DAYS + 1 }, (_, at) => {
    const beginning = first + at * DAYS;
    const own = made.get(beginning) ?? [];
    const counts = emptyCounts();
    for (const { state } of own) counts[state] += 1;
    return { startMs: firstMoment(beginning, clock), endMs: firstMoment(beginning + DAYS, clock), counts, promises: own };
  });
}

const emptyCounts = (): Record<PromiseState, number> => Object.fromEntries(PROMISE_STATES.map((state) => [state, 0])) as Record<PromiseState, number>;

/** The first moment of a day, given by its number since 1970, on the clocks of a zone. */
function firstMoment(day: number, clock: LocalClock): number {
  const wall = day * DAY_MS;
  // no zone is further than 14 hours from UTC, none changes more finely than a quarter of an hour
  let [before, after] = [-15 * STEPS_AN_HOUR, 15 * STEPS_AN_HOUR];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    const shown = clock(wall + middle * STEP_MS);
    if (Date.UTC(shown.year, shown.month - 1, shown.day) >= wall) after = middle;
    else before = middle;
  }
  return wall + after * STEP_MS;
}
