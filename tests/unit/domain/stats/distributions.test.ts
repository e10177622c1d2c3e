import { describe, expect, it } from 'vitest';
import { betaQuantile } from '../../../../src/domain/stats/beta-quantile.ts';
import { chiSquareTail } from '../../../../src/domain/stats/chi-square-tail.ts';
import { complementaryError } from '../../../../src/domain/stats/complementary-error.ts';
import { giniCoefficient } from '../../../../src/domain/stats/gini-coefficient.ts';
import { incompleteBeta } from '../../../../src/domain/stats/incomplete-beta.ts';
import { logBeta } from '../../../../src/domain/stats/log-beta.ts';
import { lorenzCurve } from '../../../../src/domain/stats/lorenz-curve.ts';
import { normalCdf } from '../../../../src/domain/stats/normal-cdf.ts';
import { normalQuantile } from '../../../../src/domain/stats/normal-quantile.ts';
import { quantile } from '../../../../src/domain/stats/quantile.ts';
import { wilsonInterval } from '../../../../src/domain/stats/wilson-interval.ts';
import reference from '../../../reference/distributions.json' with { type: 'json' };
import survival from '../../../reference/survival.json' with { type: 'json' };

function expectRelative(value: number | null | undefined, outside: number, tolerance: number): void {
  expect(Math.abs((value ?? Number.NaN) - outside), `${value} against ${outside}`).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(outside), 1e-300));
}

describe('distributions against SciPy', () => {
  it('Beta quantiles, to 1e-10', () => {
    for (const { a, b, p, x } of reference.betaQuantiles) expectRelative(betaQuantile(p, a, b), x, 1e-10);
  });
  it('incomplete beta', () => {
    for (const { a, b, x, p } of reference.incompleteBeta) {
      if (p > 1e-280) expectRelative(incompleteBeta(x, a, b), p, 1e-9);
      else expect(incompleteBeta(x, a, b)).toBeLessThan(1e-270);
    }
  });
  it('log beta', () => {
    for (const { a, b, value } of reference.logBeta) expect(logBeta(a, b)).toBeCloseTo(value, 10);
  });
  it('normal distribution and its inverse', () => {
    for (const { z, p } of reference.normalCdf) expectRelative(normalCdf(z), p, 1e-12);
    for (const { p, z } of reference.normalQuantile) expectRelative(normalQuantile(p), z, 1e-9);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
  });
  it('chi-square tail', () => {
    for (const { x, p } of reference.chiSquareTail) expectRelative(chiSquareTail(x), p, 1e-11);
  });
  it('Wilson interval', () => {
    for (const { k, n, low, high } of reference.wilson) {
      expect(wilsonInterval(k, n)?.low).toBeCloseTo(low, 10);
      expect(wilsonInterval(k, n)?.high).toBeCloseTo(high, 10);
    }
  });
  it('Gini coefficient by all pairs', () => {
    expect(giniCoefficient(reference.gini.amounts)).toBeCloseTo(reference.gini.value, 12);
  });
  it('quantiles against R', () => {
    const { values, at, quantile: outside } = survival.quantiles;
    at.forEach((p, i) => expect(quantile(values, p)).toBeCloseTo(outside[i] ?? Number.NaN, 12));
  });
});

describe('edges', () => {
  it('quantile, Gini and Lorenz without enough values', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([4], 0.9)).toBe(4);
    expect(giniCoefficient([])).toBeNull();
    expect(giniCoefficient([3])).toBeNull();
    expect(giniCoefficient([0, 0])).toBeNull();
    expect(giniCoefficient([2, 2, 2])).toBe(0);
    expect(lorenzCurve([0, 0])).toEqual([]);
    expect(lorenzCurve([])).toEqual([]);
  });
  it('Lorenz is thinned, ascending, and ends at one', () => {
    const points = lorenzCurve(Array.from({ length: 5000 }, (_, i) => i), 100);
    expect(points.length).toBeLessThanOrEqual(101);
    expect(points.at(-1)).toEqual({ peopleShare: 1, amountShare: 1 });
    for (const point of points) expect(point.amountShare).toBeLessThanOrEqual(point.peopleShare);
  });
  it('error function', () => {
    expect(complementaryError(30)).toBe(0);
    expect(complementaryError(-30)).toBe(2);
    expect(complementaryError(Number.NaN)).toBeNaN();
  });
  it('refusals name the value', () => {
    expect(() => quantile([1], 2)).toThrow(new RangeError('invalid probability: 2'));
    expect(() => betaQuantile(-1, 1, 1)).toThrow(new RangeError('invalid probability: -1'));
    expect(() => betaQuantile(0.5, 0, 1)).toThrow(new RangeError('invalid shape: 0'));
    expect(() => incompleteBeta(2, 1, 1)).toThrow(new RangeError('invalid probability: 2'));
    expect(() => normalQuantile(-1)).toThrow(new RangeError('invalid probability: -1'));
    expect(() => chiSquareTail(-1)).toThrow(new RangeError('invalid statistic: -1'));
    expect(() => wilsonInterval(5, 3)).toThrow(new RangeError('invalid share: 5 of 3'));
    expect(() => giniCoefficient([1, -1])).toThrow(new RangeError('invalid amount: -1'));
    expect(() => lorenzCurve([1, -1])).toThrow(new RangeError('invalid amount: -1'));
  });
});
