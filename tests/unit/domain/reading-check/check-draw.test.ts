import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraw, strataSizes, type DrawCandidate } from '../../../../src/domain/reading-check/check-draw.ts';
import { checkedWeights } from '../../../../src/domain/reading-check/checked-weights.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';

const countsOf = (candidates: readonly DrawCandidate[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { stratum } of candidates) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  return counts;
};
const drawn = (candidates: readonly DrawCandidate[], size: number, seed: number) => checkDraw(candidates, { counts: countsOf(candidates), size, random: seededRandom(seed) });
const many = (counts: Readonly<Record<string, number>>): DrawCandidate[] =>
  Object.entries(counts).flatMap(([stratum, count]) => Array.from({ length: count }, () => stratum)).map((stratum, id) => ({ id: id + 1, stratum }));

describe('the draw', () => {
  it('deals half by size and half alike, so that a rare label comes in numbers', () => {
    const sizes = strataSizes(new Map([['other', 9000], ['trouble', 900], ['help', 100]]), 200);
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBe(200);
    // by size alone help would have 2 of 200
    expect(sizes.get('help')).toBeGreaterThanOrEqual(34);
    expect(sizes.get('other')).toBeGreaterThanOrEqual(123);
  });

  it('takes all there are of what is too rare, and all of everything when asked for more', () => {
    expect(strataSizes(new Map([['a', 500], ['b', 3]]), 100).get('b')).toBe(3);
    expect(drawn(many({ a: 5, b: 2 }), 100, 1)).toHaveLength(7);
    expect(drawn([], 100, 1)).toEqual([]);
  });

  it('repeats with its seed, and only with it', () => {
    const candidates = many({ a: 400, b: 90, c: 11 });
    expect(drawn(candidates, 60, 7)).toEqual(drawn(candidates, 60, 7));
    expect(drawn(candidates, 60, 7)).not.toEqual(drawn(candidates, 60, 8));
  });

  it('never draws twice, keeps to its plan and gives weights that add up to all messages', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 120 }), fc.integer(), (counts, size, seed) => {
      const candidates = many(Object.fromEntries(counts.map((count, at) => [`s${String(at)}`, count])));
      const sample = drawn(candidates, size, seed);
      expect(new Set(sample.map(({ id }) => id)).size).toBe(sample.length);
      expect(sample).toHaveLength(Math.min(size, candidates.length));
      const plan = strataSizes(countsOf(candidates), size);
      for (const [stratum, wanted] of plan) {
        const own = sample.filter((message) => message.stratum === stratum);
        expect(own).toHaveLength(wanted);
        if (wanted > 0) expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(countsOf(candidates).get(stratum) ?? 0, 8);
      }
    }));
  });

  it('gives every message of a stratum the same chance', () => {
    const candidates = many({ a: 20 });
    const times = new Array<number>(21).fill(0);
    for (let seed = 0; seed < 2000; seed += 1) for (const { id } of drawn(candidates, 5, seed)) times[id] = (times[id] ?? 0) + 1;
    // 500 expected; six standard deviations either side
    for (const count of times.slice(1)) expect(Math.abs(count - 500)).toBeLessThan(6 * Math.sqrt(2000 * 0.25 * 0.75));
  });

  it('refuses candidates that the counts do not know', () => {
    expect(() => checkDraw(many({ a: 3 }), { counts: new Map([['a', 2]]), size: 2, random: seededRandom(1) })).toThrow('invalid counts: a has more than 2');
  });
});

describe('weights of what is labelled so far', () => {
  it('let each labelled message stand for its stratum, and say how much nobody speaks for', () => {
    const sample = [
      { stratum: 'a', weight: 10, labelled: true }, { stratum: 'a', weight: 10, labelled: false }, { stratum: 'a', weight: 10, labelled: true },
      { stratum: 'b', weight: 5, labelled: false }, { stratum: 'b', weight: 5, labelled: false },
    ];
    expect(checkedWeights(sample)).toEqual({ weights: [15, 0, 15, 0, 0], covered: 0.75 });
    expect(checkedWeights([])).toEqual({ weights: [], covered: 0 });
  });
});
