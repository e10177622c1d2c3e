import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredShare, effectiveCases } from '../../../../src/domain/stats/clustered-share.ts';
import { countedShare } from '../../../../src/domain/stats/counted-share.ts';
import { trendInShares } from '../../../../src/domain/stats/trend-in-shares.ts';
import reference from '../../../reference/choices/choices.json' with { type: 'json' };

const pair = (values: readonly number[]): { k: number; n: number } => ({ k: values[0] ?? 0, n: values[1] ?? 0 });

describe('shares of cases that come from people with several each', () => {
  it('agree with values made elsewhere', () => {
    for (const { clusters, worth, estimate, low, high } of reference.clustered) {
      const share = clusteredShare(clusters.map(pair));
      expect(effectiveCases(clusters.map(pair))).toBeCloseTo(worth, 8);
      expect(share.estimate).toBeCloseTo(estimate, 10);
      expect(share.low).toBeCloseTo(low, 8);
      expect(share.high).toBeCloseTo(high, 8);
    }
  });

  it('are those of independent cases where everybody has one', () => {
    const one = Array.from({ length: 40 }, (_, at) => ({ k: at < 13 ? 1 : 0, n: 1 }));
    const [clustered, plain] = [clusteredShare(one), countedShare(13, 40)];
    expect(clustered.estimate).toBe(plain.estimate);
    expect(clustered.low).toBeGreaterThanOrEqual((plain.low ?? 0) - 0.01);
    expect(clustered.high).toBeLessThanOrEqual((plain.high ?? 1) + 0.01);
  });

  it('are worth as many cases as people where all say the same, and tell no share under thirty', () => {
    expect(effectiveCases([{ k: 50, n: 50 }, { k: 10, n: 10 }])).toBe(2);
    expect(clusteredShare([{ k: 50, n: 50 }]).low).toBeLessThan(0.3);
    expect(clusteredShare([{ k: 7, n: 22 }])).toEqual({ k: 7, n: 22, estimate: null, low: null, high: null });
    expect(clusteredShare([])).toEqual({ k: 0, n: 0, estimate: null, low: null, high: null });
    expect(() => clusteredShare([{ k: 5, n: 3 }])).toThrow('invalid share: 5 of 3');
  });

  it('are never worth more than there are, and hold their share within the limits', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 40 }), (rows) => {
      const clusters = rows.map(([k, n]) => ({ k: Math.min(k, n), n }));
      const { n, estimate, low, high } = clusteredShare(clusters);
      expect(effectiveCases(clusters)).toBeLessThanOrEqual(n + 1e-9);
      if (estimate !== null) expect((low ?? 1) <= estimate + 1e-12 && estimate <= (high ?? 0) + 1e-12).toBe(true);
    }));
  });
});

describe('trends in shares', () => {
  it('agree with values made elsewhere', () => {
    for (const { groups, z, p } of reference.trends) {
      const found = trendInShares(groups.map(pair));
      expect(found?.z).toBeCloseTo(z, 8);
      expect(found?.p).toBeCloseTo(p, 6);
    }
  });

  it('are none where all are alike, of one group, and turn with the order', () => {
    expect(trendInShares([{ k: 0, n: 5 }, { k: 0, n: 9 }])).toBeNull();
    expect(trendInShares([{ k: 3, n: 5 }, { k: 0, n: 0 }])).toBeNull();
    const groups = [{ k: 1, n: 9 }, { k: 4, n: 9 }, { k: 8, n: 9 }];
    expect(trendInShares(groups)?.z).toBeCloseTo(-(trendInShares(groups.toReversed())?.z ?? 0), 10);
    expect(() => trendInShares([{ k: 2, n: 1 }])).toThrow('invalid share: 2 of 1');
  });
});
