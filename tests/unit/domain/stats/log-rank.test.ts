import { describe, expect, it } from 'vitest';
import { cumulativeIncidence } from '../../../../src/domain/stats/cumulative-incidence.ts';
import { holmAdjusted } from '../../../../src/domain/stats/holm.ts';
import { logRankTest } from '../../../../src/domain/stats/log-rank.ts';
import reference from '../../../reference/survival.json' with { type: 'json' };

describe('log-rank test with the variance summed by author, against the robust score of coxph', () => {
  reference.tests.forEach((outside, i) => {
    it(`sample ${i + 1}`, () => {
      const test = logRankTest({ waitedSeconds: outside.time, answered: outside.event, group: outside.group, cluster: outside.author });
      expect(test?.observed).toBe(outside.observed);
      expect(test?.expected).toBeCloseTo(outside.expected, 10);
      expect(test?.statistic).toBeCloseTo(outside.robustScore, 9);
      expect(test?.p).toBeCloseTo(outside.p, 10);
    });
  });

  it('has no answer for one group, for no answers, or for nothing', () => {
    const one = { waitedSeconds: [1, 2, 3], answered: [1, 1, 1], group: [1, 1, 1], cluster: [0, 1, 2] };
    expect(logRankTest(one)).toBeNull();
    expect(logRankTest({ ...one, group: [0, 1, 0], answered: [0, 0, 0] })).toBeNull();
    expect(logRankTest({ waitedSeconds: [], answered: [], group: [], cluster: [] })).toBeNull();
  });

  it('does not depend on which group is counted, nor on the order', () => {
    const waits = { waitedSeconds: [3, 1, 4, 1, 5, 9, 2, 6], answered: [1, 1, 0, 1, 1, 0, 1, 1], group: [1, 0, 1, 0, 0, 1, 1, 0], cluster: [0, 1, 2, 2, 3, 4, 0, 5] };
    const swapped = { ...waits, group: waits.group.map((group) => 1 - group) };
    const reversed = Object.fromEntries(Object.entries(waits).map(([name, column]) => [name, column.toReversed()]));
    const statistic = logRankTest(waits)?.statistic ?? Number.NaN;
    expect(logRankTest(swapped)?.statistic).toBeCloseTo(statistic, 12);
    expect(logRankTest({ ...waits, ...reversed })?.statistic).toBeCloseTo(statistic, 12);
  });

  it('copying every wait of every author changes nothing but the counts: copies are not evidence', () => {
    const waits = { waitedSeconds: [3, 1, 4, 7, 5, 9], answered: [1, 1, 0, 1, 1, 0], group: [1, 0, 1, 0, 0, 1], cluster: [0, 1, 2, 3, 4, 5] };
    const twice = <T>(column: T[]): T[] => [...column, ...column];
    const doubled = logRankTest({ waitedSeconds: twice(waits.waitedSeconds), answered: twice(waits.answered), group: twice(waits.group), cluster: twice(waits.cluster) });
    expect(doubled?.statistic).toBeCloseTo(logRankTest(waits)?.statistic ?? Number.NaN, 12);
  });
});

describe('Aalen-Johansen incidence against R survfit with several states', () => {
  it('matches and adds up to one', () => {
    const { causes } = reference;
    const steps = cumulativeIncidence(causes.time, causes.cause, 2);
    expect(steps.map((step) => step.atSeconds)).toEqual(causes.atSeconds);
    steps.forEach((step, i) => {
      expect(step.waiting).toBeCloseTo(causes.waiting[i] ?? Number.NaN, 12);
      expect(step.incidence[0]).toBeCloseTo(causes.brand[i] ?? Number.NaN, 12);
      expect(step.incidence[1]).toBeCloseTo(causes.peer[i] ?? Number.NaN, 12);
      expect(step.waiting + (step.incidence[0] ?? 0) + (step.incidence[1] ?? 0)).toBeCloseTo(1, 12);
    });
  });

  it('is empty without ends and refuses an unknown cause', () => {
    expect(cumulativeIncidence([1, 2], [0, 0], 2)).toEqual([]);
    expect(() => cumulativeIncidence([1], [3], 2)).toThrow(new RangeError('invalid cause: 3'));
    expect(() => cumulativeIncidence([-1], [0], 2)).toThrow(new RangeError('invalid wait: -1 s'));
  });
});

describe('Holm adjustment against R p.adjust', () => {
  it('matches in order', () => {
    holmAdjusted(reference.holm.p).forEach((p, i) => expect(p).toBeCloseTo(reference.holm.adjusted[i] ?? Number.NaN, 14));
    expect(holmAdjusted([])).toEqual([]);
    expect(() => holmAdjusted([2])).toThrow(new RangeError('invalid p value: 2'));
  });
});
