import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPeriods } from '../../../../src/domain/model/local-periods.ts';
import { periodBooks, type PeriodEntry, type PersonBooks } from '../../../../src/domain/value/period-books.ts';
import { periodShift } from '../../../../src/domain/value/period-shift.ts';
import { groupTrailPoint, personTrailPoint } from '../../../../src/domain/value/period-trail.ts';
import { valueWeights } from '../../../../src/domain/value/value-rules.ts';
import { ROOT } from '../../../support/root.ts';

const weights = valueWeights({ review: 2 });
const entry = (accountId: number, quarter: number, side: PeriodEntry['side'], units = 1, rule = 'review'): PeriodEntry => ({ accountId, quarter, side, rule, units, bookings: 1 });
const booksOf = (people: readonly (readonly [created: number, consumed: number])[]): Map<number, PersonBooks> => new Map(people.map(([created, consumed], id) => [id, { created, consumed, bookings: 2 }]));
const everybody = (books: ReadonlyMap<number, PersonBooks>): number[] => [...books.keys()];

describe('calendar periods', () => {
  it('counts months of the zone, over the change of the clock and the turn of the year', () => {
    const months = localPeriods({ fromMs: Date.UTC(2025, 10, 30, 23, 30), toMs: Date.UTC(2026, 0, 2), timeZone: 'Europe/Rome', months: 1 });
    expect(months.map(({ key }) => key)).toEqual(['2025-12', '2026-01']);
    expect(months[0]?.startMs).toBe(Date.UTC(2025, 10, 30, 23));
    expect(months[0]?.endMs).toBe(months[1]?.startMs);
  });
});

describe('books by period', () => {
  const entries = [entry(1, 0, 'created'), entry(1, 2, 'consumed', 3), entry(2, 2, 'created', 1, 'idea'), entry(2, 1, 'created', 9, 'no-such-rule')];

  it('weighs units and starts anew in every period, or goes on', () => {
    const within = [...periodBooks(entries, { periods: 3, weights, mode: 'within' })].map((books) => [...books]);
    expect(within).toEqual([[[1, { created: 2, consumed: 0, bookings: 1 }]], [], [[1, { created: 0, consumed: 6, bookings: 1 }], [2, { created: 1, consumed: 0, bookings: 1 }]]]);
    const until = Array.from(periodBooks(entries, { periods: 3, weights, mode: 'until' }), (books) => structuredClone([...books]));
    expect(until[1]).toEqual([[1, { created: 2, consumed: 0, bookings: 1 }]]);
    expect(until[2]).toEqual([[1, { created: 2, consumed: 6, bookings: 2 }], [2, { created: 1, consumed: 0, bookings: 1 }]]);
  });

  it('ends where the sum of all periods ends', () => {
    fc.assert(fc.property(fc.array(fc.record({ accountId: fc.integer({ min: 1, max: 4 }), quarter: fc.integer({ min: 0, max: 4 }), side: fc.constantFrom('created' as const, 'consumed' as const), rule: fc.constant('review'), units: fc.integer({ min: 1, max: 5 }), bookings: fc.integer({ min: 1, max: 3 }) })), (list) => {
      const sum = (maps: readonly ReadonlyMap<number, PersonBooks>[]): number[] => [1, 2, 3, 4].flatMap((id) => (['created', 'consumed', 'bookings'] as const).map((side) => maps.reduce((total, map) => total + (map.get(id)?.[side] ?? 0), 0)));
      const last = [...periodBooks(list, { periods: 5, weights, mode: 'until' })].at(-1) ?? new Map<number, PersonBooks>();
      expect(sum([last])).toEqual(sum([...periodBooks(list, { periods: 5, weights, mode: 'within' })]));
    }));
  });
});

describe('places in a period', () => {
  it('leaves a gap under five people and under five bookings, and tells the counts', () => {
    const four = booksOf([[3, 1], [3, 1], [3, 1], [3, 1]]);
    expect(groupTrailPoint(four, [0, 1, 2, 3, 9], { seed: 1 })).toEqual({ people: 4, bookings: 8, created: null, consumed: null, log2Balance: null, low: null, high: null });
    const thin = new Map([0, 1, 2, 3, 4].map((id) => [id, { created: 1, consumed: 0, bookings: id === 4 ? 0 : 1 }]));
    expect(groupTrailPoint(thin, [0, 1, 2, 3, 4], { seed: 1 })).toMatchObject({ people: 5, bookings: 4, log2Balance: null });
    expect(personTrailPoint(four, 0)).toMatchObject({ people: 1, bookings: 2, log2Balance: null });
    expect(personTrailPoint(four, 7)).toMatchObject({ people: 0, bookings: 0, low: null });
  });

  it('places a group at its mean points with the balance of its sums; equal people have no spread', () => {
    const five = booksOf([[3, 1], [3, 1], [3, 1], [3, 1], [3, 1]]);
    const point = groupTrailPoint(five, everybody(five), { seed: 7 });
    expect(point).toMatchObject({ people: 5, bookings: 10, created: 3, consumed: 1, log2Balance: Math.log2(16 / 6) });
    expect([point.low, point.high]).toEqual([Math.log2(16 / 6), Math.log2(16 / 6)]);
  });
});

describe('shifts between two periods', () => {
  const reference = JSON.parse(readFileSync(join(ROOT, 'tests/reference/value/period-shift.json'), 'utf8')) as { people: { before: [number, number]; after: [number, number] }[]; shift: number; low: number; high: number; tolerance: number };
  const [before, after] = [booksOf(reference.people.map((person) => person.before)), booksOf(reference.people.map((person) => person.after))];

  it('agrees with a bootstrap of whole people made with NumPy', () => {
    const found = periodShift([before, after], everybody(before), { seed: 3 });
    expect(found.shift).toBeCloseTo(reference.shift, 10);
    expect(Math.abs((found.low ?? 9) - reference.low)).toBeLessThan(reference.tolerance);
    expect(Math.abs((found.high ?? 9) - reference.high)).toBeLessThan(reference.tolerance);
    expect(found.verdict).toBe('towards-giving');
  });

  it('mirrors when the periods are swapped, is the same in any order, and is not clear between equal periods', () => {
    const [there, back] = [periodShift([before, after], everybody(before), { seed: 3 }), periodShift([after, before], everybody(before), { seed: 3 })];
    expect(back.shift).toBeCloseTo(-(there.shift ?? 0), 12);
    expect(back.verdict).toBe('towards-receiving');
    expect(periodShift([before, after], everybody(before).reverse(), { seed: 3 })).toEqual(there);
    expect(periodShift([before, before], everybody(before), { seed: 3 })).toMatchObject({ shift: 0, low: 0, high: 0, verdict: 'unclear' });
  });

  it('says nothing when one of the periods is thin', () => {
    expect(periodShift([before, new Map()], everybody(before), { seed: 3 })).toMatchObject({ shift: null, low: null, high: null, verdict: 'too-few', after: { people: 0, bookings: 0 } });
  });
});
