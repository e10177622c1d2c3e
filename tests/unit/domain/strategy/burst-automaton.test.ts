import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, type RandomStream } from '../../../../src/domain/stats/seeded-random.ts';
import { countBase, countBursts } from '../../../../src/domain/strategy/burst-automaton.ts';
import { earlyWarnings, judgedWarnings } from '../../../../src/domain/strategy/early-warning.ts';

interface Reference {
  readonly short: readonly { readonly counts: readonly number[]; readonly states: readonly number[] }[];
  readonly long: readonly { readonly counts: readonly number[]; readonly mean: number; readonly size: number | null; readonly states: readonly number[]; readonly over: readonly number[] }[];
}
const reference = JSON.parse(readFileSync(new URL('../../../reference/strategy/bursts.json', import.meta.url), 'utf8')) as Reference;

const statesOf = (counts: readonly number[]): number[] => {
  const bursts = countBursts(counts);
  return counts.map((_, day) => (bursts.some(({ first, last }) => first <= day && day <= last) ? 1 : 0));
};

/** A Poisson count by inversion. */
function poisson(draw: RandomStream, mean: number): number {
  let [count, term] = [0, Math.exp(-mean)];
  for (let left = draw() - term; left > 0 && count < 1000; left -= term) term *= mean / (count += 1);
  return count;
}

describe('countBursts', () => {
  it.each(reference.short.map((series, at) => ({ at, ...series })))('finds the best of all paths of short series $at', ({ counts, states }) => {
    expect(statesOf(counts)).toEqual(states);
  });
  it.each(reference.long.map((series, at) => ({ at, ...series })))('agrees with SciPy on long series $at', ({ counts, mean, size, states }) => {
    const base = countBase(counts);
    expect(base.mean).toBeCloseTo(mean, 10);
    if (size === null) expect(base.size).toBe(Infinity);
    else expect(base.size).toBeCloseTo(size, 8);
    expect(statesOf(counts)).toEqual(states);
    expect(states.some((one) => one === 1) || size !== null).toBe(true);
  });
  it('shows next to no burst in Poisson series without any', () => {
    let alarms = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const draw = seededRandom(seed);
      if (countBursts(Array.from({ length: 180 }, () => poisson(draw, seed % 2 === 0 ? 0.5 : 4))).length > 0) alarms += 1;
    }
    // one series in a hundred and eighty is expected at most
    expect(alarms).toBeLessThanOrEqual(3);
  });
  it('finds a storm of four days in most Poisson series', () => {
    let found = 0;
    for (let seed = 1; seed <= 50; seed += 1) {
      const draw = seededRandom(seed);
      const bursts = countBursts(Array.from({ length: 180 }, (_, day) => poisson(draw, day >= 90 && day < 94 ? 12 : 3)));
      if (bursts.some(({ first, last }) => first <= 93 && last >= 90)) found += 1;
    }
    expect(found).toBeGreaterThanOrEqual(48);
  });
  it('gives runs apart from each other, in order, with their own sums and peaks', () => {
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 8, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(60) }), { maxLength: 80 }), (counts) => {
      let before = -2;
      for (const { first, last, peak, total } of countBursts(counts)) {
        expect(first).toBeGreaterThan(before + 1);
        expect(peak >= first && peak <= last).toBe(true);
        const own = counts.slice(first, last + 1);
        expect(total).toBe(own.reduce((sum, count) => sum + count, 0));
        expect(counts[peak]).toBe(Math.max(...own));
        before = last;
      }
    }));
  });
  it('has nothing to say of nothing', () => {
    expect(countBursts([])).toEqual([]);
    expect(countBursts([0, 0, 0, 0])).toEqual([]);
    // one message after years of silence
    expect(countBursts([...Array.from({ length: 900 }, () => 0), 1, 0, 0])).toEqual([]);
  });
});

describe('earlyWarnings', () => {
  it.each(reference.long.map((series, at) => ({ at, ...series })))('warns on the days NumPy warns on, series $at', ({ counts, over }) => {
    const firsts = over.filter((day, at) => at === 0 || day - (over[at - 1] ?? 0) > 3);
    expect(earlyWarnings(counts).map(({ first }) => first)).toEqual(firsts);
  });
  it('knows nothing of later days', () => {
    const counts = reference.long[1]?.counts ?? [];
    const early = earlyWarnings(counts.slice(0, 150)).map(({ first }) => first);
    expect(earlyWarnings(counts).map(({ first }) => first).filter((day) => day < 150)).toEqual(early);
  });
});

describe('judgedWarnings', () => {
  it('takes the first warning of a burst, with the days before its peak, and counts those without one', () => {
    const bursts = [{ first: 100, last: 104, peak: 103 }];
    expect(judgedWarnings([{ first: 40, last: 41 }, { first: 98, last: 98 }, { first: 102, last: 103 }], bursts)).toEqual([
      { first: 40, last: 41, burst: null, leadDays: null },
      { first: 98, last: 98, burst: 0, leadDays: 5 },
    ]);
    expect(judgedWarnings([{ first: 92, last: 92 }], bursts)[0]?.burst).toBeNull();
    expect(judgedWarnings([{ first: 104, last: 104 }], bursts)[0]?.leadDays).toBe(-1);
  });
});
