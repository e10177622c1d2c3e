import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelCalendars } from '../../../../src/domain/clock/channel-calendars.ts';
import { openingCalendar } from '../../../../src/domain/clock/opening-calendar.ts';
import { openingWait, waitsSpan } from '../../../../src/domain/clock/opening-waits.ts';
import { STARTING_HOURS, type OpeningHours } from '../../../../src/domain/model/opening-hours.ts';
import { openingScale, WALL_SCALE } from '../../../../src/domain/response/wait-scale.ts';
import { responseCurves } from '../../../../src/domain/response/response-curves.ts';
import { WHOLE_GROUPING } from '../../../../src/domain/response/grouping.ts';
import { GOLDEN_THREADS } from '../response/golden-facts.ts';
import golden from '../../../fixtures/golden-threads.json' with { type: 'json' };
import { episode } from '../response/episode-sample.ts';

const HOUR = 3600;

/** Waits of golden requests on office hours in Rome, worked out by hand from their times; observation ends on Friday 20 March 2026 at one in the afternoon. */
const GOLDEN_OPEN_HOURS: readonly (readonly [thread: string, request: string, hours: number])[] = [
  // Monday ten to eleven in the morning
  ['plain answer', '1-a', 1],
  // Monday 2 March at ten until Friday 20 March at one: 8 hours that day, 13 working days of 9, 4 hours on the last
  ['silence', '2-a', 8 + 13 * 9 + 4],
  // until ten in the evening, four hours after closing
  ['copy in another thread', '20-a', 8],
  ['reopened', '17-c', 2],
  // ten on Monday to ten on Tuesday
  ['peer thanked', '40-a', 8 + 1],
  // five in the afternoon of Tuesday until the end
  ['one day is one thread', '46-c', 1 + 12 * 9 + 4],
  // a Sunday night, on which an hour comes twice
  ['clock change', '24-a', 0],
  ['skewed clock', '30-a', 0],
  ['same second', '32-a', 0],
  // Monday and Tuesday, each whole
  ['times known to the day', '50-a', 18],
];

describe('waits on the clock of opening hours', () => {
  it.each(GOLDEN_OPEN_HOURS)('golden thread %s, request %s', (name, request, hours) => {
    const thread = GOLDEN_THREADS.find((one) => one.name === name);
    const expected = thread?.expected.find((one) => one.request === request);
    const at = (id: string | null): number | null => (id === null ? null : Date.parse(thread?.messages.find((message) => message.id === id)?.createdAt ?? ''));
    const ends = { atMs: at(request), answeredAtMs: at(expected?.answer ?? null), observationEndMs: Date.parse(golden.collectedAt), waitedSeconds: expected?.waitedSeconds ?? null, censored: expected?.censored ?? true };
    const span = waitsSpan([ends]) ?? { fromMs: 0, toMs: 0 };
    expect(openingWait(ends, openingCalendar(STARTING_HOURS, { timeZone: 'Europe/Rome', ...span, channel: null }))).toBe(hours * HOUR);
  });

  it('is nothing for an answer that came before the doors opened, or before its request', () => {
    const calendar = openingCalendar(STARTING_HOURS, { timeZone: 'Europe/Rome', fromMs: Date.parse('2026-03-01T00:00:00Z'), toMs: Date.parse('2026-03-31T00:00:00Z'), channel: null });
    const ends = { observationEndMs: Date.parse('2026-03-20T00:00:00Z'), waitedSeconds: 1, censored: false };
    expect(openingWait({ ...ends, atMs: Date.parse('2026-03-06T20:00:00Z'), answeredAtMs: Date.parse('2026-03-08T20:00:00Z') }, calendar)).toBe(0);
    expect(openingWait({ ...ends, atMs: Date.parse('2026-03-06T10:00:00Z'), answeredAtMs: Date.parse('2026-03-06T09:58:00Z') }, calendar)).toBe(0);
    expect(openingWait({ ...ends, atMs: null, answeredAtMs: null, waitedSeconds: null }, calendar)).toBeNull();
  });

  it('takes the hours of the channel a request came by', () => {
    const always: OpeningHours = { ...STARTING_HOURS, channels: [{ network: 'telegram', container: null, week: Array.from({ length: 7 }, () => [{ startMinute: 0, endMinute: 1440 }]), keepsClosures: false }] };
    const calendarOf = channelCalendars(always, { timeZone: 'Europe/Rome', fromMs: Date.parse('2026-03-01T00:00:00Z'), toMs: Date.parse('2026-03-31T00:00:00Z') });
    const night = { atMs: Date.parse('2026-03-05T22:00:00Z'), answeredAtMs: Date.parse('2026-03-06T02:00:00Z'), observationEndMs: 0, waitedSeconds: 4 * HOUR, censored: false };
    expect(openingWait(night, calendarOf({ network: 'telegram', container: 'any' }))).toBe(4 * HOUR);
    expect(openingWait(night, calendarOf({ network: 'facebook', container: 'any' }))).toBe(0);
    expect(calendarOf({ network: 'facebook', container: 'any' })).toBe(calendarOf({ network: 'x', container: null }));
  });
});

describe('the scale of opening hours', () => {
  it('is an open hour, a usual day and a week as the table has it', () => {
    expect(openingScale(STARTING_HOURS.week)).toEqual({ clock: 'opening', shareSeconds: [HOUR, 9 * HOUR, 45 * HOUR], weekSeconds: 45 * HOUR });
    expect(openingScale(Array.from({ length: 7 }, (_, day) => (day === 2 ? [{ startMinute: 600, endMinute: 630 }] : [])))).toEqual({ clock: 'opening', shareSeconds: [1800], weekSeconds: 1800 });
    expect(() => openingScale([[], [], [], [], [], [], []])).toThrow('no opening hours');
  });

  it('of a place that never shuts is the wall clock’s, to the digit of every figure', () => {
    const scale = openingScale(Array.from({ length: 7 }, () => [{ startMinute: 0, endMinute: 1440 }]));
    expect({ ...scale, clock: 'wall' }).toEqual(WALL_SCALE);
    fc.assert(fc.property(fc.array(fc.record({ waited: fc.integer({ min: 0, max: 900_000 }), censored: fc.boolean(), asker: fc.integer({ min: 1, max: 30 }), day: fc.boolean() }), { minLength: 30, maxLength: 60 }), (rows) => {
      const requests = rows.map(({ waited, censored, asker, day }, place) => episode({ messageId: place + 1, askerId: asker, waitedSeconds: waited, censored, precision: day ? 'day' : 'fine' }));
      const options = { grouping: WHOLE_GROUPING, horizonSeconds: 604_800, seed: 1, unread: 0, reference: null, draws: 20 };
      expect(responseCurves(requests, { ...options, scale })).toEqual(responseCurves(requests, options));
    }), { numRuns: 20 });
  });
});
