import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localWeeks } from '../../../../src/domain/model/local-weeks.ts';
import { daysIntoWeek, WEEK_STARTS, weekdaysFrom } from '../../../../src/domain/model/week-start.ts';
import { zoneShift } from '../../../../src/domain/model/zone-shift.ts';

const DAY = 86_400_000;

test('weekdays are read from the day on which weeks begin', () => {
  expect(weekdaysFrom(1)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(weekdaysFrom(7)).toEqual([7, 1, 2, 3, 4, 5, 6]);
  expect(weekdaysFrom(6)).toEqual([6, 7, 1, 2, 3, 4, 5]);
  for (const start of WEEK_STARTS) expect(weekdaysFrom(start).map((day) => daysIntoWeek(day, start))).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('weeks that begin on Sunday hold Sunday to Saturday, named by the ISO week of their Thursday', () => {
  const weeks = localWeeks({ fromMs: Date.UTC(2026, 2, 1), toMs: Date.UTC(2026, 2, 10), timeZone: 'UTC', weekStart: 7 });
  expect(weeks).toEqual([
    { key: '2026-W10', startMs: Date.UTC(2026, 2, 1), endMs: Date.UTC(2026, 2, 8) },
    { key: '2026-W11', startMs: Date.UTC(2026, 2, 8), endMs: Date.UTC(2026, 2, 15) },
  ]);
});

test('whatever the beginning, weeks follow on each other without gaps and no name comes twice', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 900 }), fc.constantFrom(...WEEK_STARTS), fc.constantFrom('UTC', 'Europe/Rome', 'America/New_York'), (day, days, weekStart, timeZone) => {
    const [fromMs, toMs] = [day * DAY, (day + days) * DAY];
    const weeks = localWeeks({ fromMs, toMs, timeZone, weekStart });
    expect(new Set(weeks.map(({ key }) => key)).size).toBe(weeks.length);
    expect(weeks[0]?.startMs ?? Infinity).toBeLessThanOrEqual(fromMs);
    expect(weeks.at(-1)?.endMs ?? 0).toBeGreaterThan(toMs);
    weeks.slice(1).forEach((week, place) => expect(week.startMs).toBe(weeks[place]?.endMs));
  }), { numRuns: 20 });
});

test('another zone moves what lies near midnight, and says how many', () => {
  const stretches = [{ atMs: Date.UTC(2026, 0, 1, 12), messages: 5 }, { atMs: Date.UTC(2026, 0, 10, 23), messages: 3 }, { atMs: Date.UTC(2026, 0, 31, 23, 30), messages: 2 }];
  expect(zoneShift(stretches, { from: 'UTC', to: 'Europe/Rome' })).toEqual({ messages: 10, otherDay: 5, otherMonth: 2 });
  expect(zoneShift(stretches, { from: 'UTC', to: 'UTC' })).toEqual({ messages: 10, otherDay: 0, otherMonth: 0 });
  expect(zoneShift([], { from: 'UTC', to: 'Europe/Rome' })).toEqual({ messages: 0, otherDay: 0, otherMonth: 0 });
  expect(() => zoneShift([], { from: 'UTC', to: 'Luna/Mare' })).toThrow(RangeError);
});
