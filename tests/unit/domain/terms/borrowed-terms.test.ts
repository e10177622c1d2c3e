import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { borrowedTerms, runChance, writingActivity } from '../../../../src/domain/terms/borrowed-terms.ts';

describe('the chance of a run', () => {
  it('is the hypergeometric chance of none where both are as likely', () => {
    // choose(10, 3) / choose(15, 3)
    expect(runChance({ run: 5, rest: 10, drawn: 3, odds: 1 })).toBeCloseTo(120 / 455, 12);
    expect(runChance({ run: 0, rest: 10, drawn: 3, odds: 5 })).toBe(1);
    expect(runChance({ run: 5, rest: 10, drawn: 3, odds: 0 })).toBe(1);
    expect(runChance({ run: 5, rest: 10, drawn: 3, odds: Infinity })).toBe(0);
  });

  it('is the share of weighted draws in which no early one comes up', () => {
    const { run, rest, drawn, odds } = { run: 3, rest: 6, drawn: 2, odds: 1.7 };
    const random = seededRandom(4);
    let none = 0;
    const rounds = 60_000;
    for (let round = 0; round < rounds; round += 1) {
      let [early, late, isNone] = [run, rest, true];
      for (let draw = 0; draw < drawn; draw += 1) {
        if (random() * (early * odds + late) < early * odds) [early, isNone] = [early - 1, false];
        else late -= 1;
      }
      none += isNone ? 1 : 0;
    }
    expect(none / rounds).toBeCloseTo(runChance({ run, rest, drawn, odds }), 2);
  });

  it('falls with a longer run, and refuses more draws than there are', () => {
    const at = (run: number): number => runChance({ run, rest: 20, drawn: 4, odds: 1 });
    expect([at(1) > at(5), at(5) > at(50)]).toEqual([true, true]);
    expect(() => runChance({ run: 1, rest: 3, drawn: 5, odds: 1 })).toThrow('invalid draw: 5 of 3');
  });
});

const days = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
/** Both sides write every day of a hundred, twenty people each. */
const EVEN = writingActivity(days(0, 100), days(0, 100).map((day) => [day, 20] as const));

describe('borrowed words', () => {
  it('are those that many people used before the brand did, and lent ones the other way round', () => {
    const found = borrowedTerms([
      { key: 'slow', peopleDays: days(10, 50), brandDays: days(60, 80) }, { key: 'told', peopleDays: days(60, 90), brandDays: days(15, 55) },
      { key: 'both', peopleDays: days(30, 60), brandDays: days(31, 61) },
    ], EVEN);
    expect(found.map(({ key, verdict, peopleBefore, brandBefore, firstBrandDay, firstPeopleDay }) => [key, verdict, peopleBefore, brandBefore, firstBrandDay, firstPeopleDay])).toEqual([['slow', 'borrowed', 40, 0, 60, 10], ['told', 'lent', 0, 40, 15, 60], ['both', 'neither', 1, 0, 31, 30]]);
  });

  it('are none where the brand hardly wrote before: its silence explains that it did not use them', () => {
    const course = { key: 'slow', peopleDays: days(10, 50), brandDays: days(60, 80) };
    const late = writingActivity([...days(0, 11), ...days(58, 100)], days(0, 100).map((day) => [day, 20] as const));
    expect(borrowedTerms([course], EVEN)[0]?.q).toBeLessThan(borrowedTerms([course], late)[0]?.q ?? 0);
    // not ten days of writing before its first use: the word may be older than the data
    expect(borrowedTerms([course], writingActivity(days(58, 100), days(0, 100).map((day) => [day, 20] as const)))[0]?.verdict).toBe('neither');
  });

  it('take five people and three days of the brand, and nothing where both begin with the data', () => {
    expect(borrowedTerms([{ key: 'few', peopleDays: days(10, 14), brandDays: days(60, 80) }, { key: 'once', peopleDays: days(10, 40), brandDays: [60, 61] }], EVEN)).toEqual([]);
    expect(borrowedTerms([{ key: 'old', peopleDays: days(0, 30), brandDays: days(2, 30) }], writingActivity(days(0, 100), days(0, 100).map((day) => [day, 2] as const)))).toEqual([]);
  });

  it('are as rare as the rate of false ones allows where who comes first is chance', () => {
    const random = seededRandom(11);
    const courses = Array.from({ length: 400 }, (_, key) => {
      const uses = Array.from({ length: 24 }, () => Math.floor(random() * 100));
      return { key, peopleDays: uses.slice(0, 14), brandDays: [...new Set(uses.slice(14))] };
    });
    const found = borrowedTerms(courses, EVEN);
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter(({ verdict }) => verdict !== 'neither').length).toBeLessThanOrEqual(2);
  });
});
