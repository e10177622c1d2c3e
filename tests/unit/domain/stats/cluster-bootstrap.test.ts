import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterBootstrapDraws, clusterBootstrapInterval } from '../../../../src/domain/stats/cluster-bootstrap.ts';
import { kaplanMeier } from '../../../../src/domain/stats/kaplan-meier.ts';
import { restrictedMean } from '../../../../src/domain/stats/restricted-mean.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { restrictedMeanLayout, weightedRestrictedMean } from '../../../../src/domain/stats/weighted-restricted-mean.ts';

describe('seeded random numbers', () => {
  it('repeat with the seed, differ between seeds, fill [0, 1) evenly', () => {
    const draw = (seed: number): number[] => { const random = seededRandom(seed); return Array.from({ length: 20_000 }, random); };
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5).slice(0, 4)).not.toEqual(draw(6).slice(0, 4));
    const numbers = draw(0);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, x) => sum + x, 0) / numbers.length).toBeCloseTo(0.5, 2);
    const bins = new Array<number>(10).fill(0);
    for (const x of numbers) bins[Math.floor(x * 10)] = (bins[Math.floor(x * 10)] ?? 0) + 1;
    expect(bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(27.9);
    expect(() => seededRandom(0.5)).toThrow(new RangeError('invalid seed: 0.5'));
  });
});

describe('author bootstrap', () => {
  it('of a mean has the spread of the theory', () => {
    const random = seededRandom(3);
    const values = Array.from({ length: 400 }, () => random() * 10);
    const mean = (weights: Uint16Array): number => values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / 400;
    const interval = clusterBootstrapInterval({ clusters: 400, draws: 2000, seed: 1, statistic: mean });
    const centre = values.reduce((sum, value) => sum + value, 0) / 400;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / 400 / 400);
    expect(interval?.low).toBeCloseTo(centre - 1.96 * deviation, 1);
    expect(interval?.high).toBeCloseTo(centre + 1.96 * deviation, 1);
    expect(clusterBootstrapInterval({ clusters: 400, draws: 2000, seed: 1, statistic: mean })).toEqual(interval);
  });

  it('has no interval without clusters or when the draws often fail', () => {
    expect(clusterBootstrapInterval({ clusters: 0, draws: 10, seed: 1, statistic: () => 1 })).toBeNull();
    let turn = 0;
    expect(clusterBootstrapInterval({ clusters: 2, draws: 100, seed: 1, statistic: () => ((turn += 1) % 10 === 0 ? null : 1) })).toBeNull();
    expect(() => clusterBootstrapDraws({ clusters: 2, draws: 0, seed: 1, statistic: () => 1 })).toThrow(new RangeError('invalid draws: 0'));
  });
});

describe('weighted restricted mean', () => {
  const sample = fc.array(fc.record({ seconds: fc.integer({ min: 0, max: 30 }), answered: fc.boolean(), author: fc.integer({ min: 0, max: 4 }) }), { minLength: 1, maxLength: 40 });

  it('is the restricted mean of the waits repeated as often as their author was drawn', () => {
    fc.assert(fc.property(sample, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }), fc.integer({ min: 1, max: 35 }), (waits, counts, horizon) => {
      const layout = restrictedMeanLayout({ waitedSeconds: waits.map((w) => w.seconds), answered: waits.map((w) => w.answered), cluster: waits.map((w) => w.author) }, horizon);
      const repeated = waits.flatMap((wait) => new Array<typeof wait>(counts[wait.author] ?? 0).fill(wait));
      const expected = restrictedMean(kaplanMeier(repeated.map((w) => w.seconds), repeated.map((w) => w.answered)), horizon);
      const weighted = weightedRestrictedMean(layout, Uint16Array.from(counts));
      if (expected === null) expect(weighted).toBeNull();
      else expect(weighted).toBeCloseTo(expected, 9);
    }));
  });

  it('refuses a horizon of nothing', () => {
    expect(() => restrictedMeanLayout({ waitedSeconds: [], answered: [], cluster: [] }, 0)).toThrow(new RangeError('invalid horizon: 0 s'));
  });
});
