import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocatedSteps } from '../../../../src/domain/strategy/allocated-steps.ts';
import { answeredCapacity } from '../../../../src/domain/strategy/answered-capacity.ts';

interface Reference { readonly cases: readonly { readonly mean: number; readonly capacity: number; readonly answered: number }[] }
const reference = JSON.parse(readFileSync(new URL('../../../reference/strategy/answered_capacity.json', import.meta.url), 'utf8')) as Reference;

describe('answeredCapacity', () => {
  it.each(reference.cases)('is $answered for $mean requests and a capacity of $capacity (SciPy)', ({ mean, capacity, answered }) => {
    expect(answeredCapacity({ mean, capacity })).toBeCloseTo(answered, 7);
  });

  it('is concave, does not fall, and passes neither the capacity nor the mean', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 150, noNaN: true }), fc.double({ min: 0.01, max: 20, noNaN: true }), (mean, capacity, step) => {
      const [here, next, after] = [0, 1, 2].map((steps) => answeredCapacity({ mean, capacity: capacity + steps * step })) as [number, number, number];
      expect(next).toBeGreaterThanOrEqual(here - 1e-9);
      expect(next - here).toBeGreaterThanOrEqual(after - next - 1e-9);
      expect(here).toBeLessThanOrEqual(Math.min(mean, capacity) + 1e-9);
    }), { seed: 20, numRuns: 300 });
  });

  it('refuses what is no rate', () => {
    expect(answeredCapacity({ mean: 0, capacity: 9 })).toBe(0);
    expect(() => answeredCapacity({ mean: -1, capacity: 0 })).toThrow('invalid mean: -1');
    expect(() => answeredCapacity({ mean: 1, capacity: Number.NaN })).toThrow('invalid capacity: NaN');
  });
});

/** The most that any split of the steps gains, by trying all of them. */
function mostGained(gains: readonly ((steps: number) => number)[], steps: number): number {
  const [first, ...rest] = gains;
  if (first === undefined) return 0;
  return Math.max(...Array.from({ length: steps + 1 }, (_, own) => first(own) + mostGained(rest, steps - own)));
}

describe('allocatedSteps', () => {
  it('gains as much as the best of all splits', () => {
    const place = fc.record({ mean: fc.double({ min: 0, max: 12, noNaN: true }), minutes: fc.double({ min: 2, max: 60, noNaN: true }) });
    fc.assert(fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 8 }), (places, steps) => {
      const gains = places.map(({ mean, minutes }) => (dealt: number) => answeredCapacity({ mean, capacity: (dealt * 30) / minutes }));
      const { steps: dealt, left } = allocatedSteps(gains, { steps });
      expect(dealt.reduce((sum, own) => sum + own, 0) + left).toBe(steps);
      expect(dealt.reduce((sum, own, at) => sum + (gains[at]?.(own) ?? 0), 0)).toBeCloseTo(mostGained(gains, steps), 9);
    }), { seed: 21, numRuns: 200 });
  });

  it('splits evenly between places that are alike, and says that another split is as good', () => {
    const gain = (steps: number): number => Math.sqrt(steps);
    expect(allocatedSteps([gain, gain], { steps: 5 })).toEqual({ steps: [3, 2], left: 0, tied: true });
    expect(allocatedSteps([gain, gain], { steps: 4 })).toEqual({ steps: [2, 2], left: 0, tied: false });
  });

  it('leaves steps that would gain next to nothing, and all of them where there is nothing to gain', () => {
    expect(allocatedSteps([(steps) => Math.min(steps, 2)], { steps: 6 })).toMatchObject({ steps: [2], left: 4 });
    expect(allocatedSteps([(steps) => 1 - 0.5 ** steps], { steps: 6, least: 0.2 })).toMatchObject({ steps: [2], left: 4 });
    expect(allocatedSteps([() => 0, () => 0], { steps: 3 })).toEqual({ steps: [0, 0], left: 3, tied: false });
    expect(allocatedSteps([], { steps: 3 })).toEqual({ steps: [], left: 3, tied: false });
  });
});
