import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestMonth, movedPeriod, type DataSpan } from '../../../../src/renderer/state/moved-period.ts';

const day = (year: number, month: number, date: number): number => new Date(year, month - 1, date).getTime();
const timeZone = 'Europe/Rome';
const span: DataSpan = { timeZone, fromMs: day(2024, 1, 10), toMs: day(2027, 6, 10) };
const moved = (from: number, to: number, direction: 1 | -1): unknown => movedPeriod({ fromMs: from, toMs: to }, direction, span);

describe('a period moved by one', () => {
  it('is the calendar month, quarter or year beside it when it is one', () => {
    expect(moved(day(2026, 2, 1), day(2026, 3, 1), 1)).toEqual({ fromMs: day(2026, 3, 1), toMs: day(2026, 4, 1), stop: null });
    expect(moved(day(2026, 3, 1), day(2026, 4, 1), -1)).toEqual({ fromMs: day(2026, 2, 1), toMs: day(2026, 3, 1), stop: null });
    expect(moved(day(2026, 1, 1), day(2026, 4, 1), -1)).toEqual({ fromMs: day(2025, 10, 1), toMs: day(2026, 1, 1), stop: null });
    expect(moved(day(2025, 1, 1), day(2026, 1, 1), -1)).toEqual({ fromMs: day(2024, 1, 1), toMs: day(2025, 1, 1), stop: null });
  });

  it('keeps whole days over a change of clocks, and any other length as it is', () => {
    // Italy loses an hour on 29 March 2026
    expect(moved(day(2026, 3, 25), day(2026, 3, 29), 1)).toEqual({ fromMs: day(2026, 3, 29), toMs: day(2026, 4, 2), stop: null });
    expect(moved(day(2026, 5, 4) + 1000, day(2026, 5, 4) + 3000, 1)).toEqual({ fromMs: day(2026, 5, 4) + 3000, toMs: day(2026, 5, 4) + 5000, stop: null });
  });

  it('stays at the ends of the data, and where there is no whole period', () => {
    expect(moved(day(2024, 1, 1), day(2024, 2, 1), -1)).toEqual({ stop: 'data-begin' });
    expect(moved(day(2027, 6, 1), day(2027, 7, 1), 1)).toEqual({ stop: 'data-end' });
    expect(movedPeriod({ fromMs: day(2026, 1, 1) }, 1, span)).toEqual({ stop: 'open-period' });
    expect(movedPeriod({}, -1, span)).toEqual({ stop: 'no-period' });
    expect(movedPeriod({ fromMs: 1, toMs: 2 }, 1, { fromMs: null, toMs: null, timeZone })).toEqual({ stop: 'data-end' });
  });

  it('has the days of the project, whatever the zone of the machine', () => {
    const [newYork, may, june, july] = ['America/New_York', Date.UTC(2026, 4, 1, 4), Date.UTC(2026, 5, 1, 4), Date.UTC(2026, 6, 1, 4)];
    const there = { fromMs: 0, toMs: july, timeZone: newYork };
    expect(movedPeriod({ fromMs: may, toMs: june }, 1, there)).toEqual({ fromMs: june, toMs: july, stop: null });
    expect(latestMonth(there)).toEqual({ fromMs: june, toMs: july });
    // the same moments are no month of Rome: they move by their days
    expect(movedPeriod({ fromMs: may, toMs: june }, 1, { ...there, timeZone })).toEqual({ fromMs: june, toMs: june + (june - may), stop: null });
  });

  it('comes back whole by the opposite move', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 60 }), (start, days) => {
      const [from, to] = [day(2024, 7, 1 + start), day(2024, 7, 1 + start + days)];
      const on = movedPeriod({ fromMs: from, toMs: to }, 1, { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, timeZone });
      if (on.stop !== null) throw new Error(on.stop);
      expect(on.fromMs).toBe(to);
      const back = movedPeriod(on, -1, { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, timeZone });
      // a month of 31 days and one of 30 are both one month: whole months come back as whole months
      expect(back).toMatchObject({ toMs: to, stop: null });
    }));
  });
});

describe('the latest month', () => {
  it('lies whole within the data, or there is none', () => {
    expect(latestMonth(span)).toEqual({ fromMs: day(2027, 5, 1), toMs: day(2027, 6, 1) });
    expect(latestMonth({ fromMs: day(2027, 5, 2), toMs: day(2027, 6, 10), timeZone })).toBeNull();
    expect(latestMonth({ fromMs: null, toMs: null, timeZone })).toBeNull();
  });
});
