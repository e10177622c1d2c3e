import { describe, expect, it } from 'vitest';
import { dailyCounts } from '../../../../src/domain/strategy/daily-counts.ts';
import { falseAlarmRate } from '../../../../src/domain/strategy/false-alarms.ts';
import { calendarOf, groupWarnings } from '../../../../src/domain/strategy/group-warnings.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-03-01T11:00:00Z');
const times = (counts: readonly number[]): number[] => counts.flatMap((count, day) => Array.from({ length: count }, (_, at) => START_MS + day * DAY_MS + at * 1000));
const calendarFrom = (counts: readonly number[]) => dailyCounts(times(counts), { edges: [], timeZone: 'UTC' });

/** Counts around a mean, by Knuth's multiplication. */
function poisson(days: number, mean: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: days }, () => {
    let [count, product] = [0, random()];
    while (product > Math.exp(-mean)) {
      count += 1;
      product *= random();
    }
    return count;
  });
}

describe('false alarms', () => {
  const none = (days: number): boolean[] => new Array<boolean>(days).fill(false);

  it('of a series that never moves are none', () => {
    expect(falseAlarmRate(new Array<number>(200).fill(4), { inBurst: none(200), seed: 1, least: 56 })).toEqual({ aYear: 0, low: 0, high: 0, days: 200 });
  });

  it('are the same for the same seed, and do not come from the storms that were there', () => {
    const calm = poisson(280, 4, 5);
    const stormy = [...calm.slice(0, 140), 60, 80, 40, ...calm.slice(140)];
    const inBurst = stormy.map((count) => count >= 40);
    const rate = falseAlarmRate(calm, { inBurst: none(280), seed: 3, least: 56 });
    expect(rate).toEqual(falseAlarmRate(calm, { inBurst: none(280), seed: 3, least: 56 }));
    expect(falseAlarmRate(stormy, { inBurst, seed: 3, least: 56 })).toEqual(rate);
    expect(rate?.aYear).toBeGreaterThan(0);
    expect(rate?.aYear).toBeLessThan(20);
    expect(rate?.low).toBeLessThanOrEqual(rate?.aYear ?? 0);
  });

  it('are not told of too few ordinary days', () => {
    expect(falseAlarmRate(poisson(55, 4, 1), { inBurst: none(55), seed: 1, least: 56 })).toBeNull();
    expect(falseAlarmRate(poisson(90, 4, 1), { inBurst: new Array<boolean>(90).fill(true), seed: 1, least: 56 })).toBeNull();
  });
});

describe('the warnings of a group', () => {
  it('stand on the days of all messages, days without one of the group included', () => {
    const all = calendarFrom(new Array<number>(80).fill(3));
    const own = calendarOf(times([0, 0, 2, 0, 5]), all);
    expect(own).toHaveLength(80);
    expect(own.slice(0, 6).map(({ count }) => count)).toEqual([0, 0, 2, 0, 5, 0]);
    expect(calendarOf([START_MS - 5 * DAY_MS], all).every(({ count }) => count === 0)).toBe(true);
  });

  it('tell how many days ahead they came, and the one that stands at the end', () => {
    const counts = [...poisson(90, 1, 2).map((count) => Math.min(2, count)), 4, 5, 6, 14, 22, 9, ...poisson(60, 1, 4).map((count) => Math.min(2, count)), 5, 7];
    const { reading, medianLeadDays, falseAlarms, standing } = groupWarnings(calendarFrom(counts), { seed: 1 });
    const [first] = reading.bursts;
    expect(first).toMatchObject({ peak: 94 });
    const warned = reading.warnings.find(({ burst }) => burst === 0);
    expect(medianLeadDays).not.toBeNull();
    expect(warned?.leadDays).toBe(94 - (warned?.day ?? 0));
    expect(falseAlarms).not.toBeNull();
    expect(standing).toBeGreaterThanOrEqual(counts.length - 7);
  });

  it('are nothing under the floors', () => {
    expect(groupWarnings(calendarFrom(new Array<number>(40).fill(2)), { seed: 1 })).toMatchObject({ falseAlarms: null, medianLeadDays: null, standing: null, unwarned: 0 });
  });
});
