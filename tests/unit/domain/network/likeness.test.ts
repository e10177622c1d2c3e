import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRandIndex, meanAdjustedRand } from '../../../../src/domain/network/adjusted-rand-index.ts';
import { normalisedMutualInformation } from '../../../../src/domain/network/mutual-information.ts';
import { networkReference } from './graphs.ts';

const known = Int32Array.from(networkReference.karate.known);
const other = known.map((_, node) => node % 3);
const anyPair = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 40 }).map((rows) => [Int32Array.from(rows, ([a]) => a), Int32Array.from(rows, ([, b]) => b)] as const);

describe('likeness of partitions', () => {
  it('is that of the published formulas', () => {
    expect(adjustedRandIndex(known, other)).toBeCloseTo(networkReference.adjustedRand, 12);
    expect(normalisedMutualInformation(known, other)).toBeCloseTo(networkReference.mutualInformation, 12);
  });

  it('does not depend on names or order, is 1 for the same, and stays within bounds', () => {
    fc.assert(fc.property(anyPair, ([first, second]) => {
      const renamed = second.map((label) => 4 - label);
      for (const likeness of [adjustedRandIndex, normalisedMutualInformation]) {
        expect(likeness(first, first)).toBeCloseTo(1, 12);
        expect(likeness(first, second)).toBeCloseTo(likeness(second, first), 12);
        expect(likeness(first, renamed)).toBeCloseTo(likeness(first, second), 12);
        expect(likeness(first, second)).toBeLessThanOrEqual(1 + 1e-12);
      }
      expect(normalisedMutualInformation(first, second)).toBeGreaterThanOrEqual(0);
    }));
  });

  it('is 1 where chance must give equality, and refuses other nodes', () => {
    expect(adjustedRandIndex(Int32Array.of(0, 1, 2), Int32Array.of(2, 0, 1))).toBe(1);
    expect(adjustedRandIndex(Int32Array.of(0, 0), Int32Array.of(1, 1))).toBe(1);
    expect(adjustedRandIndex(new Int32Array(0), new Int32Array(0))).toBe(1);
    expect(normalisedMutualInformation(Int32Array.of(0, 0), Int32Array.of(0, 0))).toBe(1);
    expect(() => adjustedRandIndex(Int32Array.of(0), Int32Array.of(0, 1))).toThrow(new RangeError('invalid partitions: 1 and 2 nodes'));
  });

  it('is averaged over pairs', () => {
    expect(meanAdjustedRand([known])).toBeNull();
    expect(meanAdjustedRand([known, other, known])).toBeCloseTo((1 + 2 * networkReference.adjustedRand) / 3, 12);
  });
});
