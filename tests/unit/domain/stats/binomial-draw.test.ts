import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaDraw } from '../../../../src/domain/stats/beta-draw.ts';
import { binomialDraw } from '../../../../src/domain/stats/binomial-draw.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import reference from '../../../reference/label-counts.json' with { type: 'json' };

const DRAWS = 20_000;

describe('a binomial draw', () => {
  it.each(reference.binomial)('comes out as often as SciPy says: $trials trials of $share', ({ trials, share, mass }) => {
    const random = seededRandom(trials);
    const found = new Float64Array(trials + 1);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const successes = binomialDraw(trials, share, random);
      found[successes] = (found[successes] ?? 0) + 1;
    }
    mass.forEach((chance, successes) => {
      expect(Math.abs((found[successes] ?? 0) / DRAWS - chance)).toBeLessThan(5 * Math.sqrt((chance * (1 - chance)) / DRAWS) + 1e-3 / trials);
    });
  });

  it('lies between none and all, is all or none where the chance is, and is drawn again by its seed', () => {
    fc.assert(fc.property(fc.nat(5000), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (trials, share, seed) => {
      const successes = binomialDraw(trials, share, seededRandom(seed));
      expect(Number.isInteger(successes) && successes >= 0 && successes <= trials).toBe(true);
      expect(binomialDraw(trials, share, seededRandom(seed))).toBe(successes);
      expect(binomialDraw(trials, 0, seededRandom(seed))).toBe(0);
      expect(binomialDraw(trials, 1, seededRandom(seed))).toBe(trials);
    }));
  });

  it('refuses what is no number of trials and no chance', () => {
    expect(() => binomialDraw(-1, 0.5, seededRandom(1))).toThrow('invalid trials: -1');
    expect(() => binomialDraw(2.5, 0.5, seededRandom(1))).toThrow('invalid trials: 2.5');
    expect(() => binomialDraw(3, 2, seededRandom(1))).toThrow('invalid share: 2');
    expect(() => binomialDraw(3, Number.NaN, seededRandom(1))).toThrow('invalid share: NaN');
  });
});

describe('a beta draw', () => {
  it('has the mean and the variance of its distribution', () => {
    const random = seededRandom(3);
    const values = Array.from({ length: DRAWS }, () => betaDraw(2, 6, random));
    const mean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
    expect(Math.abs(mean - 0.25)).toBeLessThan(0.005);
    expect(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / DRAWS).toBeCloseTo((2 * 6) / (8 * 8 * 9), 3);
    expect(() => betaDraw(0, 1, random)).toThrow('invalid shape: 0');
  });
});
