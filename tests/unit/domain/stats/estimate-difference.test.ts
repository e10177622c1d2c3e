import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateDifference } from '../../../../src/domain/stats/estimate-difference.ts';
import { wilsonInterval } from '../../../../src/domain/stats/wilson-interval.ts';

interface Reference { readonly shares: readonly { readonly first: [number, number]; readonly second: [number, number]; readonly estimate: number; readonly low: number; readonly high: number }[] }

const reference = JSON.parse(readFileSync(new URL('../../../reference/strategy/share-differences.json', import.meta.url), 'utf8')) as Reference;
/** Newcombe 1998, table 2, method 10, as printed. */
const PRINTED = [[0.0524, 0.3339], [0.1705, 0.809], [0.0582, 0.8062], [-0.0381, 0.1926], [-0.1611, 0.2775], [-0.2775, 0.2775], [0.6791, 1], [0.6075, 1]] as const;

const share = ([k, n]: [number, number]): { estimate: number; low: number; high: number } => ({ estimate: k / n, low: wilsonInterval(k, n)?.low ?? 0, high: wilsonInterval(k, n)?.high ?? 0 });
const estimates = fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true })).map(([estimate, below, above]) => ({ estimate, low: estimate - below, high: estimate + above }));

describe('the difference of two estimates from their limits', () => {
  it('is Newcombe’s on two shares, as SciPy gives their limits', () => {
    for (const { first, second, ...expected } of reference.shares) {
      const found = estimateDifference(share(first), share(second));
      expect(found?.estimate).toBeCloseTo(expected.estimate, 12);
      expect(found?.low).toBeCloseTo(expected.low, 9);
      expect(found?.high).toBeCloseTo(expected.high, 9);
    }
  });

  it('is the one printed in the paper', () => {
    for (const [at, [low, high]] of PRINTED.entries()) {
      const found = estimateDifference(share(reference.shares[at]?.first ?? [0, 1]), share(reference.shares[at]?.second ?? [0, 1]));
      expect(found?.low).toBeCloseTo(low, 4);
      expect(found?.high).toBeCloseTo(high, 4);
    }
  });

  it('turns round with its sides and is never narrower than either', () => {
    fc.assert(fc.property(estimates, estimates, (one, other) => {
      const [there, back] = [estimateDifference(one, other), estimateDifference(other, one)];
      if (there === null || back === null) return false;
      const slack = 1e-6 * (1 + Math.abs(there.estimate));
      return Math.abs(there.low + back.high) <= slack && there.high - there.low >= Math.max(one.high - one.low, other.high - other.low) - slack && there.low <= there.estimate && there.estimate <= there.high;
    }));
  });

  it('is null where an estimate lies outside its limits or is no number', () => {
    expect(estimateDifference({ estimate: 3, low: 4, high: 5 }, { estimate: 1, low: 0, high: 2 })).toBeNull();
    expect(estimateDifference({ estimate: Number.NaN, low: 0, high: 1 }, { estimate: 1, low: 0, high: 2 })).toBeNull();
    expect(estimateDifference({ estimate: 1, low: -Infinity, high: 1 }, { estimate: 1, low: 0, high: 2 })).toBeNull();
  });
});
