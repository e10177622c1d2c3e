import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { followedComparison, matchedFollowUp, type FollowedPerson } from '../../../../src/domain/strategy/one-by-one-effect.ts';

interface Reference {
  readonly shares: readonly { readonly first: [number, number]; readonly second: [number, number]; readonly estimate: number; readonly low: number; readonly high: number }[];
  readonly means: { readonly first: number[]; readonly second: number[]; readonly estimate: number; readonly low: number; readonly high: number };
}

const reference = JSON.parse(readFileSync(new URL('../../../reference/strategy/share-differences.json', import.meta.url), 'utf8')) as Reference;
const backs = (k: number, n: number): FollowedPerson[] => Array.from({ length: n }, (_, at) => ({ back: at < k, points: 0 }));

describe('what came of those who were written to', () => {
  it('is Newcombe’s difference between the two halves of a draw', () => {
    for (const { first, second, ...expected } of reference.shares.filter((row) => row.first[1] >= 30 && row.second[1] >= 30)) {
      const { back } = followedComparison(backs(...first), backs(...second), 1);
      expect(back?.estimate).toBeCloseTo(expected.estimate, 12);
      expect(back?.low).toBeCloseTo(expected.low, 9);
      expect(back?.high).toBeCloseTo(expected.high, 9);
    }
  });

  it('has the limits of the points that NumPy draws', () => {
    const people = (points: readonly number[]): FollowedPerson[] => points.map((value) => ({ back: true, points: value }));
    const { means } = reference;
    const { points } = followedComparison(people(means.first), people(means.second), 3);
    expect(points?.estimate).toBeCloseTo(means.estimate, 10);
    expect(Math.abs((points?.low ?? 0) - means.low)).toBeLessThan(0.12);
    expect(Math.abs((points?.high ?? 0) - means.high)).toBeLessThan(0.12);
    expect(followedComparison(people(means.first), people(means.second), 3).points).toEqual(points);
  });

  it('is counts alone under thirty on either side, and leaves out who was not watched long enough', () => {
    const { first, second, back, points } = followedComparison([...backs(10, 29), { back: null, points: null }], backs(20, 60), 1);
    expect([back, points]).toEqual([null, null]);
    expect(first).toMatchObject({ people: 30, back: { k: 10, n: 29, estimate: null }, points: { n: 29, mean: null } });
    expect(second.back).toMatchObject({ k: 20, n: 60, estimate: 1 / 3 });
    expect(followedComparison([], [], 1)).toMatchObject({ back: null, points: null, first: { people: 0 } });
  });

  it('of matched others is the mean of person less others, over whole sets', () => {
    const sets = Array.from({ length: 40 }, (_, at) => ({ person: { back: at % 2 === 0, points: 3 + (at % 2) }, others: [{ back: at % 4 === 0, points: 1 }, { back: false, points: 2 }] }));
    const { back, points } = matchedFollowUp(sets, 1);
    expect(back?.estimate).toBeCloseTo(0.5 - 0.125, 12);
    expect(points?.estimate).toBeCloseTo(2, 12);
    expect([points?.low, points?.high].every((limit) => limit !== undefined && Math.abs(limit - 2) < 0.2)).toBe(true);
    expect(matchedFollowUp(sets.map((set) => ({ ...set, person: { back: true, points: 1 } })), 1).points).toBeNull();
    expect(matchedFollowUp(sets.slice(0, 29), 1).back).toBeNull();
    expect(matchedFollowUp([...sets.slice(0, 29), { person: { back: true, points: 1 }, others: [{ back: null, points: null }] }], 1).back).toBeNull();
  });
});
