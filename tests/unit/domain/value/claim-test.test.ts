import { describe, expect, it } from 'vitest';
import { partialRankCorrelation } from '../../../../src/domain/stats/partial-rank-correlation.ts';
import { midRanks } from '../../../../src/domain/stats/mid-ranks.ts';
import { claimTest, type TribeQuarter } from '../../../../src/domain/value/claim-test.ts';
import reference from '../../../reference/value/inequality-claim.json' with { type: 'json' };

describe('the partial rank correlation', () => {
  it('agrees with NumPy, ties included', () => {
    expect(reference.partial).toHaveLength(3);
    for (const { x, y, given, estimate } of reference.partial) expect(partialRankCorrelation({ x, y, given })).toBeCloseTo(estimate, 10);
  });

  it('shares places between ties and says nothing where nothing is left to compare', () => {
    expect([...midRanks([3, 1, 3, 2])]).toEqual([3.5, 1, 3.5, 2]);
    expect(partialRankCorrelation({ x: [1, 2, 3], y: [1, 2, 3], given: [1, 1, 1] })).toBeNull();
    expect(partialRankCorrelation({ x: [1, 1, 1, 1], y: [1, 2, 3, 4], given: [1, 2, 1, 2] })).toBeNull();
    expect(partialRankCorrelation({ x: [1, 2, 3, 4], y: [4, 3, 2, 1], given: [1, 2, 3, 4] })).toBeNull();
    expect(partialRankCorrelation({ x: [1, 2, 3, 4], y: [4, 3, 2, 1], given: [7, 7, 7, 7] })).toBeCloseTo(-1, 12);
    expect(() => partialRankCorrelation({ x: [1], y: [1, 2], given: [1] })).toThrow('invalid lengths: 1, 2, 1');
  });
});

describe('the claim', () => {
  const quarters: readonly TribeQuarter[] = reference.claim.quarters;

  it('agrees with NumPy on estimate and limits, and names what the interval allows', () => {
    const tested = claimTest(quarters, { outcome: 'used', seed: 5 });
    expect(tested).toMatchObject({ n: 60, tribes: 10, verdict: 'holds', reason: null });
    expect(tested.estimate).toBeCloseTo(reference.claim.estimate, 10);
    expect(Math.abs((tested.interval?.low ?? 0) - reference.claim.low)).toBeLessThan(0.03);
    expect(Math.abs((tested.interval?.high ?? 0) - reference.claim.high)).toBeLessThan(0.03);
    expect(claimTest(quarters.toReversed(), { outcome: 'used', seed: 5 }).estimate).toBeCloseTo(tested.estimate ?? 0, 12);
    const mirrored = claimTest(quarters.map((one) => ({ ...one, used: one.used === null ? null : 1 - one.used })), { outcome: 'used', seed: 5 });
    expect(mirrored.verdict).toBe('opposite');
    expect(mirrored.estimate).toBeCloseTo(-(tested.estimate ?? 0), 12);
  });

  it('is not verifiable with few tribe-quarters, few tribes, or nothing that varies', () => {
    expect(claimTest(quarters.slice(0, 19), { outcome: 'used', seed: 5 })).toEqual({ n: 19, tribes: 4, estimate: null, interval: null, verdict: 'not-verifiable', reason: 'few-tribe-quarters' });
    expect(claimTest(quarters.slice(0, 24), { outcome: 'used', seed: 5 })).toMatchObject({ tribes: 4, verdict: 'not-verifiable', reason: 'few-tribes' });
    expect(claimTest(quarters, { outcome: 'active', seed: 5 })).toMatchObject({ n: 60, verdict: 'not-verifiable', reason: 'no-variation' });
    expect(claimTest(quarters.map((one) => ({ ...one, used: null })), { outcome: 'used', seed: 5 })).toMatchObject({ n: 0, verdict: 'not-verifiable' });
  });
});
