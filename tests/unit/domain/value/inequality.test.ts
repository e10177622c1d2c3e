import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnGini, inequality } from '../../../../src/domain/value/inequality.ts';
import { giniCoefficient } from '../../../../src/domain/stats/gini-coefficient.ts';
import reference from '../../../reference/value/inequality-claim.json' with { type: 'json' };

describe('inequality', () => {
  it('agrees with NumPy on the coefficient and on the fewest people who make half', () => {
    expect(reference.spreads).toHaveLength(4);
    for (const { amounts, gini, half } of reference.spreads) {
      const spread = inequality(amounts, { seed: 1 });
      expect(spread.gini).toBeCloseTo(gini, 10);
      expect(spread.half?.people).toBe(half);
      expect(spread.half?.share).toBeCloseTo(half / amounts.length, 12);
    }
  });

  it('agrees with NumPy on the limits, as closely as two bootstraps can', () => {
    const { interval } = inequality(reference.spreads[reference.bootstrap.of]?.amounts ?? [], { seed: 3 });
    expect(interval?.low).toBeCloseTo(reference.bootstrap.low, 1.5);
    expect(interval?.high).toBeCloseTo(reference.bootstrap.high, 1.5);
  });

  it('has no figures under five people, counts alone under thirty, and says why', () => {
    expect(inequality([4, 0, 0, 1], { seed: 1 })).toEqual({ n: 4, without: 0, points: 0, gini: null, interval: null, half: null, curve: [], reason: 'few-people' });
    expect(inequality([4, 0, 0, 1, 1], { seed: 1 })).toEqual({ n: 5, without: 2, points: 6, gini: null, interval: null, half: { people: 1, share: null }, curve: [], reason: 'under-30' });
    expect(inequality(new Array<number>(40).fill(0), { seed: 1 })).toMatchObject({ n: 40, without: 40, gini: null, half: null, reason: 'no-points' });
    expect(() => inequality([...new Array<number>(40).fill(1), -1], { seed: 1 })).toThrow('invalid amount: -1');
  });

  it('needs half of the people when all have the same, and draws nothing of order', () => {
    const even = inequality(new Array<number>(30).fill(2), { seed: 1 });
    expect(even).toMatchObject({ gini: 0, half: { people: 15, share: 0.5 }, interval: { low: 0, high: 0 } });
    const points = [...new Array<number>(30).keys()];
    expect(inequality(points.toReversed(), { seed: 9 })).toEqual(inequality(points, { seed: 9 }));
    expect(inequality(points, { seed: 9 }).interval).not.toEqual(inequality(points, { seed: 10 }).interval);
    expect(inequality(points, { seed: 9 }).curve.length).toBeLessThanOrEqual(200);
  });

  it('counts a drawn person as often as drawn: the coefficient is that of the people written out', () => {
    fc.assert(fc.property(fc.array(fc.record({ amount: fc.integer({ min: 0, max: 20 }), times: fc.integer({ min: 0, max: 3 }) }), { minLength: 2, maxLength: 40 }), (people) => {
      const ascending = people.toSorted((one, other) => one.amount - other.amount);
      const written = ascending.flatMap(({ amount, times }) => new Array<number>(times).fill(amount));
      // a draw always holds as many as there are people
      if (written.length !== people.length) return;
      const drawn = drawnGini(Float64Array.from(ascending, ({ amount }) => amount), Uint16Array.from(ascending, ({ times }) => times));
      const expected = giniCoefficient(written);
      if (expected === null) expect(drawn).toBeNull();
      else expect(drawn).toBeCloseTo(expected, 12);
    }), { numRuns: 2000, seed: 4 });
  });
});
