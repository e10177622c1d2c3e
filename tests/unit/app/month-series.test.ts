import { describe, expect, it } from 'vitest';
import { monthSeries } from '../../../src/app/read/month-series.ts';

const hour = (iso: string): number => Date.parse(iso) / 3_600_000;

describe('monthSeries', () => {
  it('folds hours into months of the zone, quiet months included', () => {
    const series = monthSeries({
      byIntent: [{ hour: hour('2025-12-31T23:00:00Z'), kind: 'trouble', messages: 3 }, { hour: hour('2026-03-05T10:00:00Z'), kind: 'idea', messages: 2 }],
      bySentiment: [{ hour: hour('2025-12-31T23:00:00Z'), kind: 'negative', messages: 3 }],
      timeZone: 'Europe/Rome',
    });
    expect(series.map(({ key, total }) => [key, total])).toEqual([['2026-01', 3], ['2026-02', 0], ['2026-03', 2]]);
    expect(series[0]?.sentiments).toEqual({ negative: 3 });
    expect(series[0]?.startMs).toBe(Date.parse('2025-12-31T23:00:00Z'));
  });

  it('is empty without messages', () => {
    expect(monthSeries({ byIntent: [], bySentiment: [], timeZone: 'Europe/Rome' })).toEqual([]);
  });
});
