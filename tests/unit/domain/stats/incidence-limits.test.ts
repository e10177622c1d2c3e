import { describe, expect, it } from 'vitest';
import { cumulativeIncidence } from '../../../../src/domain/stats/cumulative-incidence.ts';
import { incidenceLimits } from '../../../../src/domain/stats/incidence-limits.ts';
import { kaplanMeier } from '../../../../src/domain/stats/kaplan-meier.ts';
import reference from '../../../reference/listening/listening.json' with { type: 'json' };

const { times, causes, brand, peer } = reference.incidence;

describe('limits of a cumulative incidence', () => {
  it.each([['brand', 1, brand], ['peer', 2, peer]] as const)('agree with the double sum in NumPy: %s', (_, cause, rows) => {
    const points = incidenceLimits(cumulativeIncidence(times, causes, 2), cause);
    expect(points).toHaveLength(rows.length);
    rows.forEach((row, i) => {
      expect(points[i]?.atSeconds).toBe(row.at);
      expect(points[i]?.estimate).toBeCloseTo(row.incidence, 12);
      expect(points[i]?.standardError).toBeCloseTo(row.standardError, 10);
    });
  });

  it('have Greenwood’s error where there is one cause alone', () => {
    const alone = causes.map((cause) => (cause === 1 ? 1 : 0));
    const points = incidenceLimits(cumulativeIncidence(times, alone, 1), 1);
    kaplanMeier(times, alone).steps.forEach((step, i) => {
      if (step.standardError !== null) expect(points[i]?.standardError).toBeCloseTo(step.standardError, 10);
    });
  });

  it('hold the estimate and stay inside 0 and 1, also where nothing or everything has happened', () => {
    for (const cause of [1, 2]) {
      for (const { estimate, low, high } of incidenceLimits(cumulativeIncidence(times, causes, 2), cause)) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
      }
    }
    expect(incidenceLimits(cumulativeIncidence([5, 5], [1, 1], 2), 1)).toMatchObject([{ estimate: 1, high: 1 }]);
    expect(incidenceLimits(cumulativeIncidence([5, 5], [1, 1], 2), 2)).toMatchObject([{ estimate: 0, low: 0 }]);
    expect(incidenceLimits([], 1)).toEqual([]);
  });
});
