import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallTau } from '../../../../src/domain/stats/kendall-tau.ts';
import { compositeSensitivity, trustComposite } from '../../../../src/domain/trust/trust-composite.ts';
import { trustLevers } from '../../../../src/domain/trust/trust-levers.ts';
import { TRUST_PARTS, type TrustPart, type TrustPartCode } from '../../../../src/domain/trust/trust-part.ts';
import { weightShares, type TrustWeights } from '../../../../src/domain/trust/trust-weights.ts';
import reference from '../../../reference/trust/trust.json' with { type: 'json' };

const weights = (given: Partial<TrustWeights>): TrustWeights => ({ promises: 0, reciprocity: 0, 'tie-strength': 0, care: 0, advocacy: 0, ...given });
const part = (code: TrustPartCode, estimate: number | null, half = 0.1, beside: Record<string, number | null> = {}): TrustPart =>
  ({ part: code, n: 50, estimate, low: estimate === null ? null : Math.max(0, estimate - half), high: estimate === null ? null : Math.min(1, estimate + half), tooFew: estimate === null, reason: null, beside });

describe('tau-b', () => {
  it('agrees with SciPy, ties included', () => {
    for (const { first, second, tau } of reference.tau) expect(kendallTau(first, second)).toBeCloseTo(tau, 12);
    expect(kendallTau([], [])).toBeNull();
    expect(kendallTau([1], [1])).toBeNull();
    expect(kendallTau([1, 1], [1, 2])).toBeNull();
    expect(() => kendallTau([1, 2, 3], [1, 2])).toThrow('invalid lengths: 3 and 2');
  });

  it('is the same from both sides and turns with an order that is turned', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), { minLength: 2, maxLength: 12 }), (rows) => {
      const [first, second] = [rows.map(([one]) => one), rows.map(([, other]) => other)];
      const tau = kendallTau(first, second);
      expect(kendallTau(second, first)).toBe(tau);
      if (tau !== null) expect(kendallTau(first, second.map((value) => -value))).toBeCloseTo(-tau, 12);
    }));
  });
});

describe('the index', () => {
  it('is the weighted mean of the parts as they stand, with limits of parts that err alone', () => {
    const parts = [part('promises', 0.8), part('reciprocity', 0.4, 0.2)];
    const index = trustComposite(parts, weights({ promises: 3, reciprocity: 1 }));
    expect(index.estimate).toBeCloseTo(0.7, 12);
    expect((index.high ?? 0) - 0.7).toBeCloseTo(Math.hypot(0.75 * 0.1, 0.25 * 0.2), 12);
    expect(index.missing).toEqual([]);
  });

  it('is not given where a part that counts is missing, and never guessed', () => {
    const parts = [part('promises', 0.8), part('care', null)];
    expect(trustComposite(parts, weights({ promises: 1, care: 0.01, advocacy: 1 }))).toEqual({ estimate: null, low: null, high: null, missing: ['care', 'advocacy'] });
    expect(trustComposite(parts, weights({ promises: 1 })).estimate).toBe(0.8);
    expect(trustComposite(parts, weights({})).estimate).toBeNull();
    expect(() => weightShares(weights({ care: -1 }))).toThrow('invalid weight: -1');
  });

  it('stays between the least and the greatest part, and does not hang on the scale of the weights', () => {
    const five = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(fc.property(five, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }), (values, given) => {
      const parts = TRUST_PARTS.map((code, place) => part(code, values[place] ?? 0));
      const chosen = weights(Object.fromEntries(TRUST_PARTS.map((code, place) => [code, given[place] ?? 1])));
      const tenfold = weights(Object.fromEntries(TRUST_PARTS.map((code, place) => [code, 10 * (given[place] ?? 1)])));
      const { estimate } = trustComposite(parts, chosen);
      expect(estimate).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
      expect(estimate).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      expect(trustComposite(parts, tenfold).estimate).toBeCloseTo(estimate ?? 9, 9);
    }));
  });
});

describe('how much the order hangs on the weights', () => {
  const { groups, weights: given, firstChanges, meanTau } = reference.sensitivity;
  const rows = groups.map((values) => [part('promises', values[0] ?? 0), part('reciprocity', values[1] ?? 0), part('care', values[2] ?? 0)]);
  const chosen = weights({ promises: given[0] ?? 0, reciprocity: given[1] ?? 0, care: given[2] ?? 0 });

  it('agrees with NumPy and SciPy within four standard errors of a thousand draws', () => {
    const found = compositeSensitivity(rows, chosen, { seed: 3 });
    expect(found).toMatchObject({ weightings: 1000, groups: 4 });
    expect(Math.abs((found?.firstChanges ?? 9) - firstChanges)).toBeLessThan(4 * Math.sqrt((firstChanges * (1 - firstChanges)) / 1000));
    expect(Math.abs((found?.meanTau ?? 9) - meanTau)).toBeLessThan(0.07);
    expect(compositeSensitivity(rows, chosen, { seed: 3 })).toEqual(found);
  });

  it('never changes what is first everywhere, and is silent with one group, one part or parts missing', () => {
    const first = [part('promises', 0.9), part('care', 0.9)];
    const second = [part('promises', 0.1), part('care', 0.1)];
    const both = weights({ promises: 1, care: 1 });
    expect(compositeSensitivity([first, second], both, { seed: 1 })).toMatchObject({ firstChanges: 0, meanTau: 1 });
    expect(compositeSensitivity([first], both, { seed: 1 })).toBeNull();
    expect(compositeSensitivity([first, second], weights({ care: 1 }), { seed: 1 })).toBeNull();
    expect(compositeSensitivity([first, [part('promises', 0.3), part('care', null)]], both, { seed: 1 })).toBeNull();
  });
});

describe('levers', () => {
  const parts = [part('promises', 0.8), part('reciprocity', 0.95), part('tie-strength', 0.4, 0.1, { reciprocity: 0.3 }), part('care', 0.2), part('advocacy', 0.02, 0.01)];
  const even = weights({ promises: 1, reciprocity: 1, 'tie-strength': 1, care: 1, advocacy: 1 });
  const by = (assumption: Parameters<typeof trustLevers>[2]) => new Map(trustLevers(parts, even, assumption).map((lever) => [lever.part, lever]));

  it('ten cases more of a hundred, never beyond all of them', () => {
    const levers = by('ten-more');
    expect(levers.get('promises')).toMatchObject({ now: 0.8, step: 0.1 });
    expect(levers.get('promises')?.estimate).toBeCloseTo(0.02, 12);
    expect(levers.get('reciprocity')?.step).toBeCloseTo(0.05, 12);
    expect(levers.get('reciprocity')?.low).toBeCloseTo(0, 12);
    expect(levers.get('reciprocity')?.high).toBeCloseTo(0.02, 12);
    expect(levers.get('advocacy')?.step).toBe(0.01);
    expect(levers.get('tie-strength')?.step).toBeCloseTo(0.1 * 0.7 / 7, 12);
  });

  it('a quarter of what goes wrong helps most where most goes wrong', () => {
    const levers = trustLevers(parts, even, 'quarter-of-rest');
    expect(levers.map((lever) => lever.part)).toEqual(['advocacy', 'care', 'tie-strength', 'promises', 'reciprocity']);
    expect(levers[1]).toMatchObject({ part: 'care', now: 0.2 });
    expect(levers[1]?.estimate).toBeCloseTo(0.2 * 0.25 * 0.8, 12);
    expect(levers[1]?.low).toBeCloseTo(0.2 * 0.25 * 0.7, 12);
  });

  it('leaves out parts without figure or weight', () => {
    expect(trustLevers([part('care', null), part('promises', 0.5)], weights({ care: 1 }), 'half-width')).toEqual([]);
    expect(by('half-width').get('care')?.estimate).toBeCloseTo(0.02, 12);
    expect(trustLevers(parts, weights({}), 'ten-more')).toEqual([]);
  });
});
