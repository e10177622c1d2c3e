import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenAt, openingAt, openingCalendar, openSecondsBetween, type OpeningCalendar } from '../../../../src/domain/clock/opening-calendar.ts';
import { easterSunday } from '../../../../src/domain/clock/easter-sunday.ts';
import { italianHolidays } from '../../../../src/domain/clock/italian-holidays.ts';
import { dateOfDay } from '../../../../src/domain/clock/day-rules.ts';
import { STARTING_HOURS, type Closure, type OpeningHours, type OpenInterval, type SpecialOpening } from '../../../../src/domain/model/opening-hours.ts';
import { ROOT } from '../../../support/root.ts';

interface ReferenceCase {
  readonly name: string;
  readonly zone: string;
  readonly week: readonly (readonly (readonly [number, number])[])[];
  readonly holidays: 'italy' | 'none';
  readonly closures: readonly Omit<Closure, 'name'>[];
  readonly openings: readonly { readonly date: string; readonly intervals: readonly (readonly [number, number])[] }[];
  readonly from: string;
  readonly to: string;
  readonly openSeconds: number;
}

const reference = JSON.parse(readFileSync(join(ROOT, 'tests/reference/clock/opening-hours.json'), 'utf8')) as { readonly easter: readonly string[]; readonly cases: readonly ReferenceCase[] };
const interval = ([startMinute, endMinute]: readonly [number, number]): OpenInterval => ({ startMinute, endMinute });
const hoursOf = ({ week, holidays, closures, openings }: ReferenceCase): OpeningHours => ({
  ...STARTING_HOURS, holidays, week: week.map((day) => day.map(interval)),
  closures: closures.map((closure): Closure => ({ name: 'closed', ...closure })), openings: openings.map(({ date, intervals }): SpecialOpening => ({ name: 'open', date, intervals: intervals.map(interval) })),
});
const rome = (hours: OpeningHours, from: string, to: string, channel: { network: string; container: string | null } | null = null): OpeningCalendar =>
  openingCalendar(hours, { timeZone: 'Europe/Rome', fromMs: Date.parse(from), toMs: Date.parse(to), channel });

describe('open seconds against minutes read one by one', () => {
  it.each(reference.cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const [fromMs, toMs] = [Date.parse(one.from), Date.parse(one.to)];
    expect(openSecondsBetween(openingCalendar(hoursOf(one), { timeZone: one.zone, fromMs, toMs, channel: null }), fromMs, toMs)).toBe(one.openSeconds);
  });
});

describe('holidays of Italy', () => {
  it('has the Easter Sundays of two centuries', () => {
    const found = reference.easter.map((text) => Number(text.slice(0, 4))).map((year) => {
      const { month, day } = easterSunday(year);
      return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    });
    expect(found).toEqual(reference.easter);
  });

  it('lists a year by date, with Saint Francis from 2026 on', () => {
    const dates = (year: number): string[] => italianHolidays(year).map(({ code, dayNumber }) => `${dateOfDay(dayNumber)} ${code}`);
    expect(dates(2026)).toEqual([
      '2026-01-01 new-year', '2026-01-06 epiphany', '2026-04-05 easter', '2026-04-06 easter-monday', '2026-04-25 liberation', '2026-05-01 labour', '2026-06-02 republic',
      '2026-08-15 assumption', '2026-10-04 saint-francis', '2026-11-01 all-saints', '2026-12-08 immaculate', '2026-12-25 christmas', '2026-12-26 saint-stephen',
    ]);
    expect(dates(2025).some((one) => one.includes('saint-francis'))).toBe(false);
    expect(dates(2000).some((one) => one.includes('republic'))).toBe(false);
  });

  it('opens on a holiday that the person takes off the list, and on a special opening', () => {
    const christmas = rome({ ...STARTING_HOURS, openOn: ['christmas'] }, '2026-12-24T12:00:00Z', '2026-12-27T00:00:00Z');
    expect(isOpenAt(christmas, Date.parse('2026-12-25T09:00:00Z'))).toBe(true);
    const special = rome({ ...STARTING_HOURS, openings: [{ name: 'mercatino', date: '2026-12-25', intervals: [{ startMinute: 600, endMinute: 660 }] }] }, '2026-12-24T12:00:00Z', '2026-12-27T00:00:00Z');
    expect(openingAt(special, Date.parse('2026-12-25T00:00:00Z'))).toEqual({ startMs: Date.parse('2026-12-25T09:00:00Z'), endMs: Date.parse('2026-12-25T10:00:00Z') });
  });
});

describe('moments', () => {
  const week = rome(STARTING_HOURS, '2026-03-02T00:00:00Z', '2026-03-31T00:00:00Z');

  it('opens at its first moment and is shut at its last', () => {
    expect([isOpenAt(week, Date.parse('2026-03-02T08:00:00Z') - 1), isOpenAt(week, Date.parse('2026-03-02T08:00:00Z')), isOpenAt(week, Date.parse('2026-03-02T17:00:00Z') - 1), isOpenAt(week, Date.parse('2026-03-02T17:00:00Z'))]).toEqual([false, true, true, false]);
  });

  it('gives the opening a moment stands in, else the next', () => {
    const monday = { startMs: Date.parse('2026-03-02T08:00:00Z'), endMs: Date.parse('2026-03-02T17:00:00Z') };
    expect(openingAt(week, Date.parse('2026-03-02T10:00:00Z'))).toEqual(monday);
    expect(openingAt(week, Date.parse('2026-03-02T03:00:00Z'))).toEqual(monday);
    // after the change of clocks, nine is seven in UTC
    expect(openingAt(week, Date.parse('2026-03-27T17:00:00Z'))?.startMs).toBe(Date.parse('2026-03-30T07:00:00Z'));
  });

  it('says so where it was not made for a moment', () => {
    expect(() => isOpenAt(week, 0)).toThrow('moment outside the calendar: 0');
    expect(openSecondsBetween(week, Date.parse('2026-03-03T10:00:00Z'), Date.parse('2026-03-03T09:00:00Z'))).toBe(0);
  });

  it('never opens without hours', () => {
    const shut = rome({ ...STARTING_HOURS, week: [[], [], [], [], [], [], []] }, '2026-03-02T00:00:00Z', '2026-03-31T00:00:00Z');
    expect(openSecondsBetween(shut, Date.parse('2026-03-02T00:00:00Z'), Date.parse('2026-03-31T00:00:00Z'))).toBe(0);
    expect(openingAt(shut, Date.parse('2026-03-10T00:00:00Z'))).toBeNull();
    expect(isOpenAt(shut, Date.parse('2026-03-10T09:00:00Z'))).toBe(false);
  });

  it('knows a channel by its container, else by its network, and its own word on closures', () => {
    const all: OpenInterval[][] = Array.from({ length: 7 }, () => [{ startMinute: 0, endMinute: 1440 }]);
    const hours: OpeningHours = { ...STARTING_HOURS, channels: [{ network: 'x', container: null, week: all, keepsClosures: true }, { network: 'x', container: 'night', week: all, keepsClosures: false }] };
    const [from, to] = ['2026-12-25T00:00:00Z', '2026-12-25T12:00:00Z'];
    const open = (channel: { network: string; container: string | null }): number => openSecondsBetween(rome(hours, from, to, channel), Date.parse(from), Date.parse(to)) / 3600;
    expect([open({ network: 'x', container: 'night' }), open({ network: 'x', container: 'day' }), open({ network: 'facebook', container: 'night' })]).toEqual([12, 0, 0]);
  });
});

const dayArbitrary = fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { maxLength: 6 }).map((edges) => {
  const sorted = edges.map((edge) => edge * 15).sort((one, other) => one - other);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, place) => ({ startMinute: sorted[place * 2] ?? 0, endMinute: sorted[place * 2 + 1] ?? 0 }));
});
const hoursArbitrary = fc.array(dayArbitrary, { minLength: 7, maxLength: 7 }).map((week): OpeningHours => ({ ...STARTING_HOURS, week }));
const [SPAN_FROM, SPAN_TO] = [Date.parse('2026-01-01T00:00:00Z'), Date.parse('2026-12-31T00:00:00Z')];
const momentArbitrary = fc.integer({ min: SPAN_FROM, max: SPAN_TO });
const zoneArbitrary = fc.constantFrom('Europe/Rome', 'America/New_York', 'Australia/Lord_Howe', 'UTC');

describe('whatever the hours', () => {
  it('stretches add up, never exceed the wall clock, and never shrink', () => {
    fc.assert(fc.property(hoursArbitrary, zoneArbitrary, fc.tuple(momentArbitrary, momentArbitrary, momentArbitrary), (hours, timeZone, moments) => {
      const [first, middle, last] = [...moments].sort((one, other) => one - other) as [number, number, number];
      const calendar = openingCalendar(hours, { timeZone, fromMs: SPAN_FROM, toMs: SPAN_TO, channel: null });
      const [one, two, whole] = [openSecondsBetween(calendar, first, middle), openSecondsBetween(calendar, middle, last), openSecondsBetween(calendar, first, last)];
      expect(one + two).toBeCloseTo(whole, 6);
      expect(whole).toBeGreaterThanOrEqual(one);
      expect(whole).toBeLessThanOrEqual((last - first) / 1000);
      expect(one).toBeGreaterThanOrEqual(0);
    }), { numRuns: 60 });
  });

  it('a place that never shuts lives on the wall clock', () => {
    const always: OpeningHours = { ...STARTING_HOURS, holidays: 'none', week: Array.from({ length: 7 }, () => [{ startMinute: 0, endMinute: 1440 }]) };
    fc.assert(fc.property(zoneArbitrary, momentArbitrary, momentArbitrary, (timeZone, one, other) => {
      const calendar = openingCalendar(always, { timeZone, fromMs: SPAN_FROM, toMs: SPAN_TO, channel: null });
      expect(openSecondsBetween(calendar, Math.min(one, other), Math.max(one, other))).toBe(Math.abs(one - other) / 1000);
    }), { numRuns: 20 });
  });

  it('is open where a moment adds to what was open', () => {
    const calendar = rome(STARTING_HOURS, '2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z');
    fc.assert(fc.property(fc.integer({ min: SPAN_FROM, max: SPAN_TO - 1 }), (atMs) => {
      expect(openSecondsBetween(calendar, atMs, atMs + 1) > 0).toBe(isOpenAt(calendar, atMs));
    }), { numRuns: 300 });
  });
});
