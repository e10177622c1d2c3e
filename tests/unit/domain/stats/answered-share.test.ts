import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredWithin } from '../../../../src/domain/stats/answered-within.ts';
import { clusteredShareDifference } from '../../../../src/domain/stats/clustered-share-difference.ts';
import { countedShare } from '../../../../src/domain/stats/counted-share.ts';
import { kaplanMeier } from '../../../../src/domain/stats/kaplan-meier.ts';
import { answeredShareLayout, weightedAnsweredShare } from '../../../../src/domain/stats/weighted-answered-share.ts';
import reference from '../../../reference/answers/answered_share.json' with { type: 'json' };

describe('share answered by a moment, authors weighted', () => {
  it.each(reference.cases.map((one, index) => [index, one] as const))('agrees with SciPy, case %i', (_, { weights, at, share }) => {
    const layout = answeredShareLayout({ waitedSeconds: reference.waits, answered: reference.answered, cluster: reference.cluster }, at);
    expect(weightedAnsweredShare(layout, Uint16Array.from(weights))).toBeCloseTo(share, 12);
  });

  it('with every weight at one is the share of the curve, and null where the curve is', () => {
    fc.assert(fc.property(fc.array(fc.record({ wait: fc.integer({ min: 0, max: 40 }), answered: fc.boolean() }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 45 }), (waits, at) => {
      const columns = { waitedSeconds: waits.map(({ wait }) => wait), answered: waits.map(({ answered }) => answered), cluster: waits.map((_, position) => position) };
      const weighted = weightedAnsweredShare(answeredShareLayout(columns, at), new Uint16Array(waits.length).fill(1));
      const plain = answeredWithin(kaplanMeier(columns.waitedSeconds, columns.answered), at);
      if (plain === null) expect(weighted).toBeNull();
      else expect(weighted).toBeCloseTo(plain.estimate, 10);
    }));
  });

  it('is null for a draw of nobody and refuses a time before the start', () => {
    const layout = answeredShareLayout({ waitedSeconds: [1], answered: [true], cluster: [0] }, 5);
    expect(weightedAnsweredShare(layout, new Uint16Array(1))).toBeNull();
    expect(() => answeredShareLayout({ waitedSeconds: [1], answered: [true], cluster: [0] }, -1)).toThrow(new RangeError('invalid time: -1 s'));
  });
});

describe('difference of shares', () => {
  const cases = (happened: readonly boolean[], from = 0): { happened: readonly boolean[]; cluster: number[] } => ({ happened, cluster: happened.map((_, position) => from + position) });

  it('of independent cases has the limits of the theory', () => {
    const first = cases(Array.from({ length: 400 }, (_, i) => i % 4 === 0));
    const second = cases(Array.from({ length: 300 }, (_, i) => i % 2 === 0), 400);
    const found = clusteredShareDifference(first, second, { clusters: 700, seed: 1, draws: 2000 });
    const deviation = Math.sqrt((0.25 * 0.75) / 400 + 0.25 / 300);
    expect(found?.estimate).toBeCloseTo(-0.25, 12);
    expect(found?.low).toBeCloseTo(-0.25 - 1.96 * deviation, 2);
    expect(found?.high).toBeCloseTo(-0.25 + 1.96 * deviation, 2);
    expect(clusteredShareDifference(first, second, { clusters: 700, seed: 1, draws: 2000 })).toEqual(found);
  });

  it('is wider when one person wrote much of it', () => {
    const plan = { seed: 3, draws: 500 };
    const happened = Array.from({ length: 40 }, (_, i) => i < 20);
    const alone = clusteredShareDifference(cases(happened), cases(happened, 40), { ...plan, clusters: 80 });
    const clumped = clusteredShareDifference({ happened, cluster: happened.map((_, i) => Math.floor(i / 10)) }, { happened, cluster: happened.map((_, i) => 4 + Math.floor(i / 10)) }, { ...plan, clusters: 8 });
    expect((clumped?.high ?? 0) - (clumped?.low ?? 0)).toBeGreaterThan((alone?.high ?? 0) - (alone?.low ?? 0));
  });

  it('is null when a group is empty', () => {
    expect(clusteredShareDifference(cases([true]), cases([]), { clusters: 1, seed: 1, draws: 10 })).toBeNull();
  });
});

describe('a counted share', () => {
  it('is a share from 30 cases on, and counts below', () => {
    expect(countedShare(7, 29)).toEqual({ k: 7, n: 29, estimate: null, low: null, high: null });
    expect(countedShare(31, 100)).toMatchObject({ k: 31, n: 100, estimate: 0.31 });
    expect(countedShare(31, 100).low).toBeCloseTo(0.2278, 3);
    expect(countedShare(0, 0)).toMatchObject({ estimate: null });
    expect(() => countedShare(5, 3)).toThrow(new RangeError('invalid share: 5 of 3'));
  });
});
