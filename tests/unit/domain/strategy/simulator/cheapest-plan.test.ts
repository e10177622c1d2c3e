import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestPlan } from '../../../../../src/domain/strategy/simulator/cheapest-plan.ts';
import { peopleWithHours } from '../../../../../src/domain/strategy/simulator/people-with-hours.ts';

describe('cheapestPlan', () => {
  it('finds the plan that trying all would find, the earlier of those that cost the same', () => {
    const shape = fc.record({ hours: fc.integer({ min: 0, max: 60 }), needs: fc.integer({ min: 1, max: 9 }) });
    fc.assert(fc.property(fc.array(shape, { maxLength: 8 }), fc.integer({ min: 1, max: 7 }), (shapes, mostPeople) => {
      const all = shapes.flatMap((one) => (one.hours === 0 ? [] : Array.from({ length: mostPeople }, (_, at) => ({ shape: one, people: at + 1 })))).filter(({ shape: { needs }, people }) => people >= needs);
      const least = all.reduce<(typeof all)[number] | null>((best, plan) => (best === null || plan.people * plan.shape.hours < best.people * best.shape.hours ? plan : best), null);
      const found = cheapestPlan(shapes, { mostPeople, judged: ({ needs }, people) => (people >= needs ? people : null) });
      expect(found === null ? null : { shape: found.shape, people: found.people }).toEqual(least);
      if (found !== null) expect([found.found, found.hours]).toEqual([found.people, found.people * found.shape.hours]);
    }), { seed: 23, numRuns: 500 });
  });

  it('is none without shapes, and where nobody is enough', () => {
    expect(cheapestPlan([], { mostPeople: 5, judged: () => true })).toBeNull();
    expect(cheapestPlan([{ hours: 40 }], { mostPeople: 5, judged: () => null })).toBeNull();
  });
});

describe('peopleWithHours', () => {
  it('adds to hours that are staffed and takes from them, to the hour', () => {
    expect(peopleWithHours([1, 1, 0, 2], 2)).toEqual({ people: Uint16Array.of(2, 1, 0, 3), hours: 2 });
    expect(peopleWithHours([1, 1, 0, 2], -3.4)).toMatchObject({ hours: -3 });
    expect(peopleWithHours([1, 1, 0, 2], -9)).toEqual({ people: Uint16Array.of(0, 0, 0, 0), hours: -4 });
    expect(peopleWithHours([0, 0], 5)).toEqual({ people: Uint16Array.of(0, 0), hours: 0 });
    expect(peopleWithHours([1, 0], 0.3)).toEqual({ people: Uint16Array.of(1, 0), hours: 0 });
  });

  it('never has fewer people anywhere for more hours, and spreads them', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: -70, max: 70 }), (people, hours) => {
      const [less, more] = [peopleWithHours(people, hours), peopleWithHours(people, hours + 1)];
      less.people.forEach((count, cell) => expect(more.people[cell]).toBeGreaterThanOrEqual(count));
      expect(less.people.reduce((sum, count) => sum + count, 0)).toBe(people.reduce((sum, count) => sum + count, 0) + less.hours);
    }), { seed: 24, numRuns: 300 });
    // nine hours in a week of 45: none of the five days has fewer than one or more than three of them
    const week = Array.from({ length: 45 }, () => 1);
    const { people } = peopleWithHours(week, 9);
    const days = [0, 1, 2, 3, 4].map((day) => people.slice(day * 9, day * 9 + 9).reduce((sum, count) => sum + count - 1, 0));
    expect(Math.max(...days)).toBeLessThanOrEqual(3);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(1);
  });
});
