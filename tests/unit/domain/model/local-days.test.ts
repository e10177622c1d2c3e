import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAndMinute, dayOf, dayStart, momentOfMinute, wallClock } from '../../../../src/domain/model/local-days.ts';

const MARCH_3 = Date.UTC(2026, 2, 2, 23);

describe('days', () => {
  it('start at midnight of the project’s zone, over a change of clocks too', () => {
    expect(dayStart('2026-03-03', 'Europe/Rome')).toBe(MARCH_3);
    expect(dayStart('2026-03-29', 'Europe/Rome', 1)).toBe(Date.UTC(2026, 2, 29, 22));
    expect(dayStart('2026-03-29', 'Europe/Rome')).toBe(Date.UTC(2026, 2, 28, 23));
    expect(dayStart('2026-03-03', 'America/New_York')).toBe(Date.UTC(2026, 2, 3, 5));
  });

  it('start when clocks do where midnight is skipped, and at the first of two midnights', () => {
    // Santiago skips the first hour of 6 September 2026; Havana lives the midnight hour of 1 November 2026 twice
    expect(dayStart('2026-09-06', 'America/Santiago')).toBe(Date.UTC(2026, 8, 6, 4));
    expect(dayStart('2026-11-01', 'America/Havana')).toBe(Date.UTC(2026, 10, 1, 4));
  });

  it('are those that contain a moment', () => {
    expect(dayOf(Date.UTC(2026, 2, 29, 22), 'Europe/Rome', -1)).toBe('2026-03-29');
    expect([dayOf(MARCH_3, 'Europe/Rome'), dayOf(MARCH_3 - 1, 'Europe/Rome'), dayOf(MARCH_3, 'America/New_York')]).toEqual(['2026-03-03', '2026-03-02', '2026-03-02']);
    expect([dayOf(undefined, 'UTC'), dayOf(null, 'UTC')]).toEqual(['', '']);
  });

  it('are nothing when they are no days', () => {
    expect(['', '2026-02-30', '3/3/2026', 'soon', '2026-13-01'].map((day) => dayStart(day, 'UTC'))).toEqual([null, null, null, null, null]);
  });

  it('hold the moments that they begin with, in any zone', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2e12 }), fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'America/Santiago', 'UTC'), (atMs, timeZone) => {
      const day = dayOf(atMs, timeZone);
      const [start, next] = [dayStart(day, timeZone), dayStart(day, timeZone, 1)];
      if (start === null || next === null) throw new Error(day);
      expect(start).toBeLessThanOrEqual(atMs);
      expect(next).toBeGreaterThan(atMs);
    }), { seed: 11 });
  });
});

describe('moments to the minute', () => {
  it('are written and read on the clocks of the zone', () => {
    const atMs = Date.UTC(2026, 6, 6, 7, 30);
    expect(dayAndMinute(atMs, 'Europe/Rome')).toBe('2026-07-06T09:30');
    expect(momentOfMinute('2026-07-06T09:30', 'Europe/Rome')).toBe(atMs);
    expect(momentOfMinute('2026-07-06T09:30', 'America/New_York')).toBe(Date.UTC(2026, 6, 6, 13, 30));
    expect(['2026-07-06', '2026-07-06T25:00', '2026-02-30T10:00', ''].map((written) => momentOfMinute(written, 'UTC'))).toEqual([null, null, null, null]);
    expect(dayAndMinute(null, 'UTC')).toBe('');
  });

  it('that clocks skip are the end of the gap', () => {
    expect(wallClock('Europe/Rome').momentOf(Date.UTC(2026, 2, 29, 2, 30))).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });
});
