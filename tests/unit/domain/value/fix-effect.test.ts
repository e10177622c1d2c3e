import { describe, expect, it } from 'vitest';
import { FIX_DAYS, fixEffect, type FaultReport } from '../../../../src/domain/value/fix-effect.ts';

const DAY_MS = 86_400_000;
const FIX_MS = 200 * DAY_MS;
const DATA = { fixMs: FIX_MS, fromMs: 0, toMs: 400 * DAY_MS };

/** `people` people with one report each, spread over the `days` before (below zero) or after the fix. */
function reports(people: number, days: number, from = 0): FaultReport[] {
  return Array.from({ length: people }, (_, at) => ({ personId: from + at, atMs: FIX_MS + (days * (at + 0.5) * DAY_MS) / people }));
}

describe('the effect of a fix', () => {
  it('is the ratio of reports after and before against that of all others, with Woolf’s limits', () => {
    const effect = fixEffect({ subject: [...reports(20, -80), ...reports(5, 80, 100)], others: [...reports(80, -80, 1000), ...reports(80, 80, 2000)], ...DATA });
    expect(effect).toMatchObject({ state: 'fewer', days: FIX_DAYS, before: 20, after: 5, othersBefore: 80, othersAfter: 80 });
    // (5.5 / 20.5) / (80.5 / 80.5); standard error of its logarithm 0.50542
    expect([effect.ratio, effect.low, effect.high].map((value) => value?.toFixed(3))).toEqual(['0.268', '0.100', '0.722']);
  });

  it('takes what all faults do off: fewer reports of everything are no effect', () => {
    expect(fixEffect({ subject: [...reports(60, -80), ...reports(20, 80, 100)], others: [...reports(300, -80, 1000), ...reports(100, 80, 2000)], ...DATA })).toMatchObject({ state: 'not-clear' });
    expect(fixEffect({ subject: [...reports(60, -80), ...reports(60, 80, 100)], others: [...reports(300, -80, 1000), ...reports(100, 80, 2000)], ...DATA })).toMatchObject({ state: 'more' });
  });

  it('counts a person once a window, and nothing outside of them', () => {
    const again = reports(10, -80).flatMap((report) => [report, { ...report, atMs: report.atMs + 3_600_000 }]);
    expect(fixEffect({ subject: [...again, ...reports(15, 80, 100), { personId: 900, atMs: FIX_MS - 95 * DAY_MS }, { personId: 901, atMs: FIX_MS + 95 * DAY_MS }], others: [], ...DATA })).toMatchObject({ before: 10, after: 15 });
  });

  it('has no ratio from few people, nor where the data begin or end too near', () => {
    const others = [...reports(80, -80, 1000), ...reports(80, 80, 2000)];
    expect(fixEffect({ subject: reports(19, -80), others, ...DATA })).toMatchObject({ state: 'too-few', before: 19, after: 0, ratio: null, low: null, high: null });
    expect(fixEffect({ subject: reports(60, -80), others: reports(80, -80, 1000), ...DATA })).toMatchObject({ state: 'too-few', ratio: null });
    expect(fixEffect({ subject: reports(60, -20), others, ...DATA, toMs: FIX_MS + 27.9 * DAY_MS })).toMatchObject({ state: 'short', days: 27, ratio: null });
    expect(fixEffect({ subject: reports(60, -20), others, ...DATA, fromMs: FIX_MS - 40 * DAY_MS })).toMatchObject({ days: 40 });
    expect(fixEffect({ subject: [], others: [], fixMs: 0, fromMs: 100, toMs: 0 })).toMatchObject({ state: 'short', days: 0, before: 0, after: 0 });
  });

  it('has limits also where nobody reports any more', () => {
    const effect = fixEffect({ subject: reports(40, -80), others: [...reports(80, -80, 1000), ...reports(80, 80, 2000)], ...DATA });
    expect(effect).toMatchObject({ state: 'fewer', after: 0 });
    expect((effect.low ?? 0) > 0 && (effect.high ?? 1) < 1).toBe(true);
  });
});
