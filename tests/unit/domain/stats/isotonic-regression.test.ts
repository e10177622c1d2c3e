import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isotonicRegression } from '../../../../src/domain/stats/isotonic-regression.ts';
import reference from '../../../reference/listening/listening.json' with { type: 'json' };

describe('isotonic regression', () => {
  it.each(reference.isotonic)('agrees with the max-min formula in NumPy', ({ values, weights, fitted }) => {
    const found = isotonicRegression(values, weights);
    expect(found).toHaveLength(fitted.length);
    fitted.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 10));
  });

  it('never falls, keeps the weighted mean, and leaves a rising series as it is', () => {
    const series = fc.array(fc.tuple(fc.double({ min: -10, max: 10, noNaN: true }), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(series, (pairs) => {
      const values = pairs.map(([value]) => value);
      const weights = pairs.map(([, weight]) => weight);
      const fitted = [...isotonicRegression(values, weights)];
      const total = (of: readonly number[]): number => of.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
      expect(fitted.every((value, i) => i === 0 || value >= (fitted[i - 1] ?? 0))).toBe(true);
      expect(total(fitted)).toBeCloseTo(total(values), 6);
      const sorted = values.toSorted((one, other) => one - other);
      expect([...isotonicRegression(sorted, weights)]).toEqual(sorted);
    }), { seed: 4 });
  });

  it('is empty for nothing and refuses weights that are none', () => {
    expect(isotonicRegression([], [])).toHaveLength(0);
    expect(() => isotonicRegression([1], [0])).toThrow(new RangeError('invalid weight: 0'));
    expect(() => isotonicRegression([1, 2], [1])).toThrow(new RangeError('invalid lengths: 2 values, 1 weights'));
  });
});
