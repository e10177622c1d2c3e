import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePoints, differenceVariance } from '../../../../src/domain/stats/change-points.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import reference from '../../../reference/listening/listening.json' with { type: 'json' };

const starts = (found: ReturnType<typeof changePoints>): number[] => (found?.segments ?? []).slice(1).map(({ from }) => from);

/** The exhaustive search: every start for every end, no start ever dropped, costs from the points themselves. */
function exhaustiveCost(values: readonly number[], { variance, penalty, leastSegment }: { variance: number; penalty: number; leastSegment: number }): number {
  const best = [-penalty, ...values.map(() => Infinity)];
  for (let end = leastSegment; end <= values.length; end += 1) {
    for (let from = 0; from <= end - leastSegment; from += 1) {
      const part = values.slice(from, end);
      const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
      best[end] = Math.min(best[end] ?? Infinity, (best[from] ?? Infinity) + part.reduce((sum, value) => sum + (value - mean) ** 2, 0) / variance + penalty);
    }
  }
  return best[values.length] ?? Infinity;
}

/** Normal noise by Box and Muller, from a seed. */
function noise(n: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
}

describe('change points', () => {
  it.each(reference.changePoints.map((one, index) => [index, one] as const))('agree with optimal partitioning in NumPy, series %i', (_, { values, variance, changes, cost }) => {
    const found = changePoints(values);
    expect(starts(found)).toEqual(changes);
    expect(found?.variance).toBeCloseTo(variance, 10);
    expect(found?.cost).toBeCloseTo(cost, 6);
  });

  it('are the exact optimum for any series, penalty and least segment', () => {
    const piece = fc.record({ length: fc.integer({ min: 1, max: 14 }), level: fc.integer({ min: -4, max: 4 }), seed: fc.integer({ min: 1, max: 1e6 }) });
    fc.assert(fc.property(fc.array(piece, { minLength: 2, maxLength: 6 }), fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 20, noNaN: true }), (pieces, leastSegment, penalty) => {
      const values = pieces.flatMap(({ length, level, seed }) => noise(length, seed).map((value) => level + value));
      fc.pre(values.length >= leastSegment);
      const found = changePoints(values, { leastSegment, penalty, variance: 0.7, leastSeries: 1 });
      const segments = found?.segments ?? [];
      expect(found?.cost).toBeCloseTo(exhaustiveCost(values, { leastSegment, penalty, variance: 0.7 }), 6);
      expect(segments.every(({ from, to }) => to - from >= leastSegment)).toBe(true);
      expect(segments.map(({ from }) => from)).toEqual([0, ...segments.slice(0, -1).map(({ to }) => to)]);
      expect(segments.at(-1)?.to).toBe(values.length);
    }), { numRuns: 150, seed: 12 });
  });

  it('are found in one series of noise in twenty at most', () => {
    const falseShare = (n: number): number => Array.from({ length: 400 }, (_, i) => starts(changePoints(noise(n, 1000 * n + i))).length > 0).filter(Boolean).length / 400;
    for (const n of [26, 52, 104, 208]) expect(falseShare(n)).toBeLessThanOrEqual(0.05);
  });

  it('find a change of two standard deviations that lasts half a year, within three weeks', () => {
    const found = Array.from({ length: 100 }, (_, i) => starts(changePoints(noise(52, 77_000 + i).map((value, at) => value + (at >= 26 ? 2 : 0)))));
    expect(found.filter((at) => at.length === 1 && Math.abs((at[0] ?? 0) - 26) <= 3).length).toBeGreaterThanOrEqual(90);
  });

  it('do not move with the unit or the level of the series', () => {
    const values = noise(60, 5).map((value, at) => value + (at >= 33 ? 3 : 0));
    expect(starts(changePoints(values.map((value) => 1e6 + 40 * value)))).toEqual(starts(changePoints(values)));
    expect(starts(changePoints(values))).toEqual([33]);
  });

  it('need 26 points, and say nothing of fewer; a constant series has one level without limits around it', () => {
    expect(changePoints(noise(25, 1))).toBeNull();
    expect(changePoints([])).toBeNull();
    expect(changePoints(new Array<number>(30).fill(0.25))).toEqual({ variance: 0, cost: 0, segments: [{ from: 0, to: 30, mean: 0.25, low: 0.25, high: 0.25 }] });
  });

  it('refuse what is no number', () => {
    expect(() => changePoints([...noise(30, 1), Number.NaN])).toThrow(new RangeError('invalid value: NaN'));
    expect(() => changePoints(noise(30, 1), { variance: -1 })).toThrow(new RangeError('invalid variance: -1'));
    expect(differenceVariance([4])).toBe(0);
  });
});
