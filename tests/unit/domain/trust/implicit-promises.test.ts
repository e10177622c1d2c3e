import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingCalendar } from '../../../../src/domain/clock/opening-calendar.ts';
import { dateOfDay } from '../../../../src/domain/clock/day-rules.ts';
import { zoneOffset } from '../../../../src/domain/model/local-clock.ts';
import { STARTING_HOURS } from '../../../../src/domain/model/opening-hours.ts';
import { openDays, replyTimeKept, type HourlyRequest } from '../../../../src/domain/trust/implicit-promises.ts';

const HOUR_MS = 3_600_000;
const MONDAY_TEN = Date.parse('2026-03-02T09:00:00Z');
const END = Date.parse('2026-03-31T00:00:00Z');
const calendar = openingCalendar(STARTING_HOURS, { timeZone: 'Europe/Rome', fromMs: Date.parse('2026-02-01T00:00:00Z'), toMs: Date.parse('2026-04-30T00:00:00Z'), channel: null });
const request = (messageId: number, change: Partial<HourlyRequest> = {}): HourlyRequest => ({ messageId, askerId: messageId, atMs: MONDAY_TEN, answeredAtMs: null, observationEndMs: END, calendar, ...change });
const many = (n: number, change: (place: number) => Partial<HourlyRequest>): HourlyRequest[] => Array.from({ length: n }, (_, place) => request(place + 1, change(place)));

describe('the declared reply time', () => {
  it('counts answers within it, on the wall or in open hours', () => {
    // answered at eleven the next morning: 25 hours, of which 10 open
    const answered = many(25, (place) => ({ answeredAtMs: place < 20 ? MONDAY_TEN + 25 * HOUR_MS : null }));
    expect(replyTimeKept(answered, { seconds: 24 * 3600, clock: 'wall' })).toMatchObject({ n: 25, within: 0, estimate: 0, low: 0 });
    expect(replyTimeKept(answered, { seconds: 10 * 3600, clock: 'opening' })).toMatchObject({ n: 25, within: 20, estimate: 0.8, missedIds: [21, 22, 23, 24, 25] });
  });

  it('leaves out those who arrived shut, and those not watched for that long, answered or not', () => {
    const night = many(25, () => ({ atMs: MONDAY_TEN - 5 * HOUR_MS, answeredAtMs: MONDAY_TEN }));
    expect(replyTimeKept(night, { seconds: 3600, clock: 'wall' })).toMatchObject({ arrivedOpen: 0, n: 0, tooFew: true });
    const late = many(25, (place) => ({ observationEndMs: MONDAY_TEN + HOUR_MS, answeredAtMs: place < 20 ? MONDAY_TEN + 60_000 : null }));
    expect(replyTimeKept(late, { seconds: 7200, clock: 'wall' })).toMatchObject({ arrivedOpen: 25, n: 0 });
    expect(replyTimeKept(late, { seconds: 3600, clock: 'wall' })).toMatchObject({ n: 25, within: 20 });
  });

  it('gives no figure under the floors of requests and people', () => {
    expect(replyTimeKept(many(19, () => ({ answeredAtMs: MONDAY_TEN })), { seconds: 3600, clock: 'wall' })).toMatchObject({ n: 19, tooFew: true, estimate: null, within: null });
    expect(replyTimeKept(many(30, (place) => ({ askerId: place % 9, answeredAtMs: MONDAY_TEN })), { seconds: 3600, clock: 'wall' })).toMatchObject({ n: 30, people: 9, tooFew: true });
    expect(replyTimeKept(many(30, () => ({ askerId: null, answeredAtMs: MONDAY_TEN - 1000 })), { seconds: 3600, clock: 'wall' })).toMatchObject({ people: 30, within: 30, estimate: 1 });
  });

  it('is kept more often the longer the time', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 20, maxLength: 30 }), fc.integer({ min: 60, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), (hours, seconds, more) => {
      const requests = hours.map((wait, place) => request(place + 1, { answeredAtMs: MONDAY_TEN + wait * HOUR_MS }));
      const kept = (limit: number): number => replyTimeKept(requests, { seconds: limit, clock: 'opening' }).within ?? 0;
      expect(kept(seconds + more)).toBeGreaterThanOrEqual(kept(seconds));
    }), { numRuns: 40 });
  });
});

describe('open days', () => {
  const offsetAt = zoneOffset('Europe/Rome');
  const days = (requests: readonly HourlyRequest[], spokenMs: readonly number[]): { days: number; silent: string[] } => {
    const found = openDays(requests, { spokenMs, offsetAt });
    return { days: found.days, silent: found.silent.map(({ dayNumber, messageIds }) => `${dateOfDay(dayNumber)} ${String(messageIds.length)}`) };
  };

  it('are silent without one message of the brand', () => {
    const asked = [request(1), request(2), request(3, { atMs: MONDAY_TEN + 24 * HOUR_MS }), request(4, { atMs: MONDAY_TEN + 48 * HOUR_MS })];
    expect(days(asked, [MONDAY_TEN + 25 * HOUR_MS])).toEqual({ days: 3, silent: ['2026-03-02 2', '2026-03-04 1'] });
  });

  it('are not those that only closed hours saw asked, nor the last one of the data', () => {
    expect(days([request(1, { atMs: MONDAY_TEN + 12 * HOUR_MS })], [])).toEqual({ days: 0, silent: [] });
    expect(days([request(1, { observationEndMs: MONDAY_TEN + 9 * HOUR_MS })], [])).toEqual({ days: 0, silent: [] });
  });

  it('are days of the zone, not of UTC', () => {
    const night = openingCalendar({ ...STARTING_HOURS, week: Array.from({ length: 7 }, () => [{ startMinute: 0, endMinute: 120 }]) }, { timeZone: 'Europe/Rome', fromMs: Date.parse('2026-02-01T00:00:00Z'), toMs: Date.parse('2026-04-30T00:00:00Z'), channel: null });
    expect(days([request(1, { atMs: Date.parse('2026-03-02T23:30:00Z'), calendar: night })], [])).toEqual({ days: 1, silent: ['2026-03-03 1'] });
  });
});
