import { describe, expect, it } from 'vitest';
import { clusteredWaiting, waitingLayout } from '../../../../src/domain/stats/clustered-waiting.ts';
import { gammaDraw } from '../../../../src/domain/stats/gamma-draw.ts';
import { kaplanMeier } from '../../../../src/domain/stats/kaplan-meier.ts';
import { pooledEstimate } from '../../../../src/domain/stats/pooled-estimate.ts';
import { restrictedMean } from '../../../../src/domain/stats/restricted-mean.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { studentQuantile975 } from '../../../../src/domain/stats/student-quantile.ts';
import { waitingAt } from '../../../../src/domain/stats/waiting-at.ts';
import reference from '../../../reference/reading-check.json' with { type: 'json' };

describe('Student quantiles', () => {
  it('are those of SciPy', () => {
    for (const { degrees, t } of reference.student) expect(Math.abs(studentQuantile975(degrees) / t - 1)).toBeLessThan(1e-7);
    expect(studentQuantile975(Infinity)).toBeCloseTo(1.959963984540054, 12);
  });
  it('need degrees of freedom', () => {
    expect(() => studentQuantile975(0)).toThrow('invalid degrees of freedom: 0');
    expect(() => studentQuantile975(Number.NaN)).toThrow('invalid degrees of freedom: NaN');
  });
});

describe('gamma draws', () => {
  it('have the mean, variance and quantiles of SciPy, also far below shape 1', () => {
    for (const { shape, mean, variance, quantiles } of reference.gamma) {
      const random = seededRandom(17);
      const draws = Float64Array.from({ length: 40_000 }, () => gammaDraw(shape, random)).sort();
      const found = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
      expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(variance / draws.length));
      // the variance of a variance has the fourth moment in it: 6/shape + 3 - 1 times the square
      const spread = draws.reduce((sum, draw) => sum + (draw - found) ** 2, 0) / draws.length;
      expect(Math.abs(spread / variance - 1)).toBeLessThan(5 * Math.sqrt((6 / shape + 2) / draws.length));
      for (const { p, x } of quantiles) {
        const below = draws.filter((draw) => draw <= x).length / draws.length;
        expect(Math.abs(below - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / draws.length));
      }
    }
  });
  it('need a shape', () => {
    expect(() => gammaDraw(0, seededRandom(1))).toThrow('invalid shape: 0');
  });
});

describe("Rubin's rules", () => {
  it('give the worked example and fifty sets as computed outside', () => {
    for (const { estimates, variances, estimate, low, high, addedShare } of reference.rubin) {
      const pooled = pooledEstimate(estimates.map((value, at) => ({ estimate: value, variance: variances[at] ?? Number.NaN })));
      expect(pooled?.estimate).toBeCloseTo(estimate, 10);
      expect(pooled?.low).toBeCloseTo(low, 7);
      expect(pooled?.high).toBeCloseTo(high, 7);
      expect(pooled?.addedShare).toBeCloseTo(addedShare, 10);
    }
  });
  it('are the figure itself where the sets agree, and nothing without sets', () => {
    expect(pooledEstimate([])).toBeNull();
    expect(pooledEstimate([{ estimate: 4, variance: 0 }, { estimate: 4, variance: 0 }])).toEqual({ estimate: 4, low: 4, high: 4, addedShare: 0 });
    const alone = pooledEstimate([{ estimate: 4, variance: 1 }]);
    expect(alone?.high).toBeCloseTo(4 + 1.959963984540054, 10);
    expect(() => pooledEstimate([{ estimate: 4, variance: -1 }])).toThrow('invalid variance: -1');
    expect(() => pooledEstimate([{ estimate: 4, variance: Number.NaN }])).toThrow('invalid variance: NaN');
  });
});

describe('waits of authors', () => {
  it('have the means, shares and variances of the outside computation, by numerical derivatives', () => {
    for (const { seconds, answered, cluster, clusters, horizon, mean, meanVariance, shares } of reference.waiting) {
      const layout = waitingLayout({ waitedSeconds: seconds, answered, cluster, clusters });
      const { n, figures } = clusteredWaiting(layout, [{ kind: 'mean', seconds: horizon }, ...shares.map(({ seconds: at }) => ({ kind: 'share' as const, seconds: at }))])(new Uint8Array(seconds.length).fill(1));
      expect(n).toBe(seconds.length);
      expect(figures[0]?.estimate).toBeCloseTo(mean, 6);
      expect((figures[0]?.variance ?? 0) / meanVariance).toBeCloseTo(1, 6);
      shares.forEach(({ waiting, variance }, at) => {
        expect(figures[at + 1]?.estimate).toBeCloseTo(waiting, 12);
        expect((figures[at + 1]?.variance ?? 0) / variance).toBeCloseTo(1, 6);
      });
    }
  });

  it("have Greenwood's variance when everybody writes once", () => {
    for (const { seconds, answered, horizon, greenwood } of reference.waiting) {
      const layout = waitingLayout({ waitedSeconds: seconds, answered, cluster: seconds.map((_, at) => at), clusters: seconds.length });
      const { figures } = clusteredWaiting(layout, [{ kind: 'mean', seconds: horizon }])(new Uint8Array(seconds.length).fill(1));
      expect((figures[0]?.variance ?? 0) / greenwood).toBeCloseTo(1, 6);
    }
  });

  it('agree with the curve of any part of them, floors of follow-up included', () => {
    const random = seededRandom(9);
    for (let round = 0; round < 60; round += 1) {
      const n = 1 + Math.floor(random() * 30);
      const waitedSeconds = Array.from({ length: n }, () => Math.floor(random() * 12));
      const answered = Array.from({ length: n }, () => (random() < 0.6 ? 1 : 0));
      const cluster = Array.from({ length: n }, () => Math.floor(random() * 5));
      const layout = waitingLayout({ waitedSeconds, answered, cluster, clusters: 5 });
      const chosen = Uint8Array.from({ length: n }, () => (random() < 0.7 ? 1 : 0));
      const part = [...layout.order].filter((_, at) => chosen[at] === 1);
      const curve = kaplanMeier(part.map((at) => waitedSeconds[at] ?? 0), part.map((at) => answered[at] ?? 0));
      const found = clusteredWaiting(layout, [{ kind: 'mean', seconds: 8 }, { kind: 'share', seconds: 5 }])(chosen);
      expect(found.n).toBe(part.length);
      expect(found.clusters).toBe(new Set(part.map((at) => cluster[at])).size);
      const [mean, share] = [restrictedMean(curve, 8), waitingAt(curve, 5)];
      if (mean === null) expect(found.figures[0]).toBeNull();
      else expect(found.figures[0]?.estimate).toBeCloseTo(mean, 10);
      if (share === null) expect(found.figures[1]).toBeNull();
      else expect(found.figures[1]?.estimate).toBeCloseTo(share.estimate, 10);
    }
  });

  it('have no figure below the floors, and a mean\'s variance is the sum of its squared pulls', () => {
    const layout = waitingLayout({ waitedSeconds: [1, 2, 9], answered: [1, 1, 0], cluster: [0, 0, 1], clusters: 2 });
    expect(clusteredWaiting(layout, [{ kind: 'mean', seconds: 5 }], { waits: 3, clusters: 3 })([1, 1, 1])).toEqual({ n: 3, clusters: 2, figures: [null] });
    expect(clusteredWaiting(layout, [{ kind: 'mean', seconds: 5 }])([0, 0, 0])).toEqual({ n: 0, clusters: 0, figures: [null] });
    const [mean] = clusteredWaiting(layout, [{ kind: 'mean', seconds: 5 }])([1, 1, 1]).figures;
    expect(mean?.variance).toBeCloseTo([...(mean?.pulls ?? [])].reduce((sum, pull) => sum + pull * pull, 0), 12);
  });

  it('refuse a wait below zero', () => {
    expect(() => waitingLayout({ waitedSeconds: [-3], answered: [1], cluster: [0], clusters: 1 })).toThrow('invalid wait: -3 s');
  });
});
