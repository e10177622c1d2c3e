import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredWithin } from '../../../../src/domain/stats/answered-within.ts';
import { kaplanMeier } from '../../../../src/domain/stats/kaplan-meier.ts';
import { medianWait } from '../../../../src/domain/stats/median-wait.ts';
import { restrictedMean } from '../../../../src/domain/stats/restricted-mean.ts';
import { waitingAt, waitingBand } from '../../../../src/domain/stats/waiting-at.ts';
import { wilsonInterval } from '../../../../src/domain/stats/wilson-interval.ts';
import reference from '../../../reference/survival.json' with { type: 'json' };

describe('Kaplan-Meier curve against R survival', () => {
  for (const outside of reference.curves) {
    it(outside.name, () => {
      const curve = kaplanMeier(outside.time, outside.event);
      expect(curve.steps.map((step) => step.atSeconds)).toEqual(outside.atSeconds);
      expect(curve.steps.map((step) => step.atRisk)).toEqual(outside.atRisk);
      expect(curve.steps.map((step) => step.answered)).toEqual(outside.answered);
      curve.steps.forEach((step, i) => {
        expect(step.waiting).toBeCloseTo(outside.waiting[i] ?? Number.NaN, 12);
        const band = waitingBand(step);
        if (step.waiting === 0) {
          expect(step.standardError).toBeNull();
          expect(band).toEqual(wilsonInterval(0, step.atRisk));
        } else {
          expect(step.standardError).toBeCloseTo(outside.standardError[i] ?? Number.NaN, 12);
          expect(band.low).toBeCloseTo(outside.low[i] ?? Number.NaN, 10);
          expect(band.high).toBeCloseTo(outside.high[i] ?? Number.NaN, 10);
        }
      });
      expect(restrictedMean(curve, outside.horizon)).toBeCloseTo(outside.restrictedMean, 7);
      const median = medianWait(curve);
      // R takes the middle of the flat stretch when the curve stands at exactly one half; the rule here is its start.
      expect(median.seconds).toBe(outside.name === 'oneEach' ? 10 : outside.median);
      expect(median.low).toBe(outside.medianLow);
      expect(median.high).toBe(outside.medianHigh);
    });
  }
});

describe('Kaplan-Meier curve at its edges', () => {
  it('is empty without waits and says nothing', () => {
    const curve = kaplanMeier([], []);
    expect(curve).toMatchObject({ n: 0, answered: 0, longestSeconds: null, steps: [] });
    expect(waitingAt(curve, 0)).toBeNull();
    expect(restrictedMean(curve, 10)).toBeNull();
    expect(medianWait(curve)).toEqual({ seconds: null, low: null, high: null });
  });

  it('counts answers before censorings at a tie', () => {
    const [step] = kaplanMeier([5, 5], [1, 0]).steps;
    expect(step).toMatchObject({ atRisk: 2, answered: 1, censored: 1, waiting: 0.5 });
  });

  it('answers in the same second as a step at zero', () => {
    expect(kaplanMeier([0, 0, 9], [1, 1, 1]).steps[0]).toMatchObject({ atSeconds: 0, waiting: 1 / 3 });
  });

  it('takes the Wilson interval on those at risk while all wait', () => {
    const curve = kaplanMeier([2, 50, 60, 70], [0, 1, 0, 0]);
    expect(answeredWithin(curve, 1)).toMatchObject({ estimate: 0, low: 0 });
    expect(answeredWithin(curve, 10)?.high).toBeCloseTo(1 - (wilsonInterval(3, 3)?.low ?? 0), 15);
  });

  it('says nothing past the longest wait while somebody waits, and zero once nobody does', () => {
    const open = kaplanMeier([10, 20], [1, 0]);
    expect(waitingAt(open, 20)?.estimate).toBe(0.5);
    expect(waitingAt(open, 21)).toBeNull();
    expect(restrictedMean(open, 20)).toBe(15);
    expect(restrictedMean(open, 21)).toBeNull();
    const closed = kaplanMeier([10, 20], [1, 1]);
    expect(answeredWithin(closed, 1000)?.estimate).toBe(1);
    expect(restrictedMean(closed, 1000)).toBe(15);
  });

  it('refuses what is not a wait', () => {
    expect(() => kaplanMeier([-3], [1])).toThrow(new RangeError('invalid wait: -3 s'));
    expect(() => kaplanMeier([1, 2], [1])).toThrow(new RangeError('invalid lengths: 2 waits, 1 answers'));
    expect(() => restrictedMean(kaplanMeier([1], [1]), 0)).toThrow(new RangeError('invalid horizon: 0 s'));
    expect(() => waitingAt(kaplanMeier([1], [1]), -1)).toThrow(new RangeError('invalid time: -1 s'));
  });

  const waits = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.boolean()), { minLength: 1, maxLength: 60 });

  it('falls, stays in bounds, ignores order, and without censoring is the plain share', () => {
    fc.assert(fc.property(waits, (pairs) => {
      const curve = kaplanMeier(pairs.map(([s]) => s), pairs.map(([, a]) => a));
      let before = 1;
      for (const step of curve.steps) {
        expect(step.waiting).toBeLessThan(before);
        const band = waitingBand(step);
        expect(band.low).toBeLessThanOrEqual(step.waiting + 1e-12);
        expect(band.high).toBeGreaterThanOrEqual(step.waiting - 1e-12);
        expect(band.low).toBeGreaterThanOrEqual(0);
        expect(band.high).toBeLessThanOrEqual(1);
        before = step.waiting;
      }
      const reversed = pairs.toReversed();
      expect(kaplanMeier(reversed.map(([s]) => s), reversed.map(([, a]) => a)).steps).toEqual(curve.steps);
      const all = kaplanMeier(pairs.map(([s]) => s), pairs.map(() => true));
      for (const step of all.steps) {
        expect(step.waiting).toBeCloseTo(pairs.filter(([s]) => s > step.atSeconds).length / pairs.length, 12);
      }
    }));
  });
});
