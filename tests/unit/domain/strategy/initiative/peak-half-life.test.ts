import { describe, expect, it } from 'vitest';
import { peakHalfLife, type DayWriting } from '../../../../../src/domain/strategy/initiative/peak-half-life.ts';

/** Messages by day, each of the next of 40 writers. */
function written(counts: readonly number[]): DayWriting[] {
  let writer = 0;
  return counts.flatMap((count, day) => Array.from({ length: count }, () => ({ day, writer: (writer += 1) % 40 })));
}

const plan = { days: 10, base: 0, writers: 40, seed: 1, draws: 200 };

describe('peakHalfLife', () => {
  it('counts the days from the peak until three days together bring half of it or less', () => {
    const found = peakHalfLife(written([5, 40, 30, 25, 20, 10, 8, 4, 2, 1]), plan);
    expect(found).toMatchObject({ peakDay: 1, peak: 40, n: 140, tooFew: false, days: 2, watched: 8 });
    expect(found.low).toBeLessThanOrEqual(2);
    expect(found.high).toBeGreaterThanOrEqual(2);
  });

  it('falls back to what there was before, not to nothing', () => {
    const counts = [30, 60, 50, 40, 38, 36, 34, 32, 31, 30];
    expect(peakHalfLife(written(counts), { ...plan, base: 30 }).days).toBe(1);
    expect(peakHalfLife(written(counts), plan).days).toBeNull();
  });

  it('says when it never fell while it was watched, and when there is too little', () => {
    expect(peakHalfLife(written([20, 20, 20, 20, 20, 20, 20, 20, 20, 20]), plan)).toMatchObject({ days: null, low: null, tooFew: false, watched: 9 });
    expect(peakHalfLife(written([9, 1, 0, 0]), plan)).toMatchObject({ days: null, tooFew: true });
    expect(peakHalfLife(Array.from({ length: 60 }, (_, at) => ({ day: at % 9, writer: at % 3 })), plan).tooFew).toBe(true);
    expect(peakHalfLife([], plan)).toMatchObject({ peakDay: null, n: 0 });
  });

  it('gives the same limits for the same seed', () => {
    const writings = written([5, 40, 30, 25, 20, 10, 8, 4, 2, 1]);
    expect(peakHalfLife(writings, plan)).toEqual(peakHalfLife(writings, plan));
  });
});
