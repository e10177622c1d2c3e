import { describe, expect, it } from 'vitest';
import { burstReading } from '../../../../src/domain/strategy/bursts.ts';
import { dailyCounts } from '../../../../src/domain/strategy/daily-counts.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-03-01T11:00:00Z');
const days = (counts: readonly number[]): number[] => counts.flatMap((count, day) => Array.from({ length: count }, (_, at) => START_MS + day * DAY_MS + at * 60_000));
const place = 'Pagina';

describe('dailyCounts', () => {
  it('counts by the days of the zone, over the change of the clocks, without gaps', () => {
    const calendar = dailyCounts(days(Array.from({ length: 40 }, (_, day) => (day === 5 ? 0 : 1))), { edges: [], timeZone: 'Europe/Rome' });
    expect(calendar).toHaveLength(40);
    expect(calendar[5]?.count).toBe(0);
    expect(calendar.filter(({ count }) => count === 1)).toHaveLength(39);
    expect(new Date(calendar[0]?.startMs ?? 0).toISOString()).toBe('2026-02-28T23:00:00.000Z');
    expect(new Date(calendar[39]?.startMs ?? 0).toISOString()).toBe('2026-04-08T22:00:00.000Z');
    expect(calendar.every(({ complete }) => complete)).toBe(true);
  });
  it('marks the days on which collection begins and ends, and those between two collections', () => {
    const edges = ([[0, 'begins'], [10, 'ends'], [30, 'begins'], [39, 'ends']] as const).map(([day, kind]) => ({ place, kind, atMs: START_MS + day * DAY_MS }));
    const calendar = dailyCounts(days(Array.from({ length: 40 }, () => 1)), { edges, timeZone: 'Europe/Rome' });
    expect(calendar.flatMap(({ complete }, day) => (complete ? [day] : []))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 32, 33, 34, 35, 36, 37, 38]);
    expect(calendar[31]?.afterEdge).toBe(true);
  });
  it('has no day without a message', () => expect(dailyCounts([], { edges: [], timeZone: 'UTC' })).toEqual([]));
});

describe('burstReading', () => {
  const calm = (length: number): number[] => Array.from({ length }, (_, day) => day % 2);
  const read = (counts: readonly number[], edges: Parameters<typeof dailyCounts>[1]['edges'] = []) => burstReading(dailyCounts(days(counts), { edges, timeZone: 'UTC' }));
  it('finds a storm and the warning before its peak', () => {
    const { bursts, warnings, base } = read([1, ...calm(70), 5, 14, 9, ...calm(30)]);
    expect(base?.mean).toBeLessThan(1);
    expect(bursts).toMatchObject([{ kind: 'burst', first: 71, last: 73, peak: 72, messages: 28, atEdge: false }]);
    expect(warnings).toEqual([{ day: 71, burst: 0, leadDays: 1 }]);
  });
  it('calls what lasts longer than four weeks a level', () => {
    expect(read([1, ...calm(300), ...Array.from({ length: 35 }, () => 9), ...calm(300)]).bursts).toMatchObject([{ kind: 'level' }]);
  });
  it('says when a storm begins with a new collection, and leaves that day out', () => {
    const edges = [{ place, kind: 'begins' as const, atMs: START_MS - DAY_MS }, { place: 'Forum', kind: 'begins' as const, atMs: START_MS + 70 * DAY_MS }];
    const { bursts, leftOut } = read([1, ...calm(69), 20, 14, 9, ...calm(30)], edges);
    expect(leftOut).toBe(1);
    expect(bursts).toMatchObject([{ first: 71, messages: 23, atEdge: true }]);
  });
  it('is silent on a short or empty series', () => {
    expect(read(Array.from({ length: 55 }, () => 3))).toMatchObject({ days: 55, base: null, bursts: [] });
    expect(read([1, ...Array.from({ length: 98 }, () => 0), 1])).toMatchObject({ days: 100, base: null });
  });
});
