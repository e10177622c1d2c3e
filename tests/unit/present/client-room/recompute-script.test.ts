import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredWithin } from '../../../../src/domain/stats/answered-within.ts';
import { kaplanMeier } from '../../../../src/domain/stats/kaplan-meier.ts';
import { medianWait } from '../../../../src/domain/stats/median-wait.ts';
import { restrictedMean } from '../../../../src/domain/stats/restricted-mean.ts';
import { pageRecompute, type PageAnswer } from '../../../support/page-recompute.ts';

const HOUR = 3600;
const EDGE = 1e-9;
const HORIZON = 168;

interface Wait {
  readonly seconds: number;
  readonly answered: boolean;
}

const packed = (waits: readonly Wait[]): number[][] => waits.map(({ seconds, answered }, at) => [at + 1, 0, 1, 0, Math.ceil(seconds / HOUR), answered ? 1 : 0]);
const curve = (waits: readonly Wait[]): ReturnType<typeof kaplanMeier> => kaplanMeier(waits.map(({ seconds }) => seconds), waits.map(({ answered }) => answered));
const measure = (kind: string, hours = 0): Parameters<typeof pageRecompute>[1] => ({ kind, intent: -1, hours, week: true });
const holds = ({ low, high }: PageAnswer, value: number): boolean => low !== null && high !== null && value >= low - EDGE && value <= high + EDGE;
const waits = fc.array(fc.record({ seconds: fc.oneof(fc.integer({ min: 0, max: 300 * HOUR }), fc.integer({ min: 0, max: 30 }).map((hours) => hours * HOUR), fc.integer({ min: 0, max: 4 * HOUR })), answered: fc.boolean() }), { minLength: 1, maxLength: 60 });

describe('a figure counted again in the page', () => {
  it('has limits between which the figure of the exact waits lies, whatever the waits', () => {
    fc.assert(fc.property(waits, fc.integer({ min: 1, max: 170 }), (given, hours) => {
      const exact = curve(given);
      const rows = packed(given);
      const share = answeredWithin(exact, hours * HOUR);
      if (share !== null) expect(holds(pageRecompute(rows, measure('answered-within', hours)), share.estimate), 'share').toBe(true);
      const mean = restrictedMean(exact, HORIZON * HOUR);
      if (mean !== null) expect(holds(pageRecompute(rows, measure('restricted-mean', HORIZON)), mean / HOUR), 'mean').toBe(true);
      const median = medianWait(exact).seconds;
      const again = pageRecompute(rows, measure('median'));
      if (median !== null && again.low !== null) expect(holds(again, median / HOUR), 'median').toBe(true);
    }), { numRuns: 150, seed: 7 });
  });
  it('is the figure itself where all waits are whole hours and nobody leaves in the hour of an answer', () => {
    // 2, 3, 5 and 8 hours answered, 4 and 9 hours still waiting: by hand S(8) = 5/6 x 4/5 x 2/3 x 1/2
    const given = [[2, true], [3, true], [4, false], [5, true], [8, true], [9, false]] as const;
    const rows = packed(given.map(([hours, answered]) => ({ seconds: hours * HOUR, answered })));
    const share = pageRecompute(rows, measure('still-waiting', 8));
    expect(share.n).toBe(6);
    expect(share.low).toBeCloseTo((5 / 6) * (4 / 5) * (2 / 3) * (1 / 2), 12);
    expect(share.high).toBeCloseTo(share.low ?? 0, 12);
    // area under the steps: 2 + 5/6 + 2 x 4/6 + 3 x 4/9, up to hour 8
    const mean = pageRecompute(rows, measure('restricted-mean', 8));
    expect(mean.high).toBeCloseTo(2 + 5 / 6 + (2 * 4) / 6 + (3 * 4) / 9, 12);
    expect((mean.high ?? 0) - (mean.low ?? 0)).toBeLessThanOrEqual(1);
  });
  it('differs by an hour at most for a mean of waits that all ended', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 400 * HOUR }), { minLength: 1, maxLength: 50 }), (seconds) => {
      const { low, high } = pageRecompute(packed(seconds.map((one) => ({ seconds: one, answered: true }))), measure('restricted-mean', HORIZON));
      expect((high ?? 0) - (low ?? 0)).toBeLessThanOrEqual(1 + EDGE);
    }), { numRuns: 60, seed: 3 });
  });
  it('counts cases, people and answers, of a kind alone and at the precision that the figure takes', () => {
    // voices 1, 1, 2 and an unknown one; kinds 0 and 1; fine, day and unknown times
    const rows = [[1, 0, 1, 0, 2, 1], [1, 0, 3, 0, 4, 0], [2, -1, 2, 0, 24, 3], [0, -1, 2, -1, -1, 5]];
    const of = (kind: string, intent: number, hours = 0, week = false): PageAnswer => pageRecompute(rows, { kind, intent, hours, week });
    expect(of('requests', -1).high).toBe(4);
    expect(of('requests', 1).high).toBe(3);
    expect(of('people', -1).high).toBe(2);
    expect(of('answered', 1).high).toBe(2);
    expect(of('mean-of-answers', -1)).toEqual({ n: 1, low: 1, high: 2 });
    expect(of('answered-within', -1, 1).n).toBe(2);
    expect(of('still-waiting', -1, 24, true).n).toBe(3);
    expect(of('answered-within', 1, 200)).toEqual({ n: 1, low: null, high: null });
    expect(of('mean-of-answers', 2)).toEqual({ n: 0, low: null, high: null });
  });
});
