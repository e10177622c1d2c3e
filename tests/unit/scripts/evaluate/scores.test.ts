import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsReadAgain, scoreInterval } from '../../../../scripts/evaluate/reading/bootstrap.ts';
import { accuracy, cohenKappa, confusionTable, f1Score, macroF1, macroRecall, MEASURES, officialPolarity, precision, readAs, recall, weightedScore, type Measure } from '../../../../scripts/evaluate/reading/scores.ts';
import { ROOT } from '../../../support/root.ts';

interface Outside {
  readonly codes: {
    readonly truth: string[]; readonly said: string[]; readonly f1: Record<string, number>; readonly precision: Record<string, number>;
    readonly macroF1: number; readonly macroF1OfTwo: number; readonly macroRecall: number; readonly accuracy: number; readonly kappa: number;
    readonly macroF1Interval: { readonly low: number; readonly high: number }; readonly accuracyInterval: { readonly low: number; readonly high: number };
  };
  readonly polarity: { readonly truth: string[]; readonly said: string[]; readonly official: { readonly both: number } };
  readonly ranking: { readonly truth: string[]; readonly probability: number[]; readonly area: number; readonly interval: { readonly low: number; readonly high: number } };
}

const outside = JSON.parse(readFileSync(join(ROOT, 'tests/reference/evaluation/scores.json'), 'utf8')) as Outside;
const CODES = ['a', 'b', 'c', 'd'];
const answersOf = (said: readonly string[]): { code: string; probability: number }[] => said.map((code) => ({ code, probability: 1 }));
const ones = (rows: number): number[] => new Array<number>(rows).fill(1);
const scoreOf = (measure: Measure, truth: readonly string[], said: readonly string[]): number | null => weightedScore(measure, truth, answersOf(said))(ones(truth.length));

/** `times` rows of which `truth` is right and `said` is said. */
const rowsOf = (cells: readonly (readonly [truth: string, said: string, times: number])[]): { truth: string[]; said: string[] } => ({
  truth: cells.flatMap(([truth, , times]) => new Array<string>(times).fill(truth)),
  said: cells.flatMap(([, said, times]) => new Array<string>(times).fill(said)),
});

describe('scores of codes', () => {
  const { truth, said } = outside.codes;
  const table = confusionTable(truth, said);

  it('are those of NumPy', () => {
    for (const code of CODES) {
      expect(f1Score(table, code)).toBeCloseTo(outside.codes.f1[code] ?? Number.NaN, 12);
      expect(precision(table, code)).toBeCloseTo(outside.codes.precision[code] ?? Number.NaN, 12);
    }
    expect(macroF1(table, CODES)).toBeCloseTo(outside.codes.macroF1, 12);
    expect(macroF1(table, ['a', 'b'])).toBeCloseTo(outside.codes.macroF1OfTwo, 12);
    expect(macroRecall(table, CODES)).toBeCloseTo(outside.codes.macroRecall, 12);
    expect(accuracy(table)).toBeCloseTo(outside.codes.accuracy, 12);
    expect(cohenKappa(table)).toBeCloseTo(outside.codes.kappa, 12);
  });

  it('say nothing of codes that neither are nor are said, and count other codes as wrong', () => {
    expect(f1Score(table, 'e')).toBeNull();
    expect(macroF1(table, ['a', 'e'])).toBeNull();
    expect(macroF1(table, [])).toBeNull();
    expect(accuracy(confusionTable([], []))).toBeNull();
    const unread = confusionTable(['a', 'a', 'b'], ['a', 'unread', 'b']);
    expect(f1Score(unread, 'a')).toBeCloseTo(2 / 3, 12);
    expect(recall(unread, 'a')).toBe(0.5);
    expect(readAs(unread, 'a', 'unread')).toBe(0.5);
    expect(f1Score(confusionTable(['a', 'b'], ['b', 'a']), 'a')).toBe(0);
  });

  it('kappa: 20 and 15 agreed of 50 with 5 and 10 apart is 0.4; nothing where both always say the same', () => {
    const { truth: first, said: second } = rowsOf([['yes', 'yes', 20], ['yes', 'no', 5], ['no', 'yes', 10], ['no', 'no', 15]]);
    expect(cohenKappa(confusionTable(first, second))).toBeCloseTo(0.4, 12);
    expect(cohenKappa(confusionTable(['yes', 'yes'], ['yes', 'yes']))).toBeNull();
  });

  it('stay in [0, 1], are 1 for right answers, and weights count like copies', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...CODES), fc.constantFrom(...CODES), fc.nat(3)), { minLength: 1, maxLength: 40 }), (cells) => {
      const rows = cells.map(([truthCode]) => truthCode);
      const answers = cells.map(([, saidCode]) => saidCode);
      const weights = cells.map(([, , times]) => times);
      const copies = rowsOf(cells);
      for (const measure of [MEASURES.macroF1(CODES), MEASURES.f1('a'), MEASURES.macroRecall(['a']), MEASURES.accuracy]) {
        const weighted = weightedScore(measure, rows, answersOf(answers))(weights);
        expect(weighted).toEqual(scoreOf(measure, copies.truth, copies.said));
        if (weighted !== null) { expect(weighted).toBeGreaterThanOrEqual(0); expect(weighted).toBeLessThanOrEqual(1); }
      }
      expect(scoreOf(MEASURES.accuracy, rows, rows)).toBe(1);
    }));
  });
});

describe('the official F of polarity', () => {
  it('is that of NumPy', () => {
    expect(officialPolarity(confusionTable(outside.polarity.truth, outside.polarity.said))).toBeCloseTo(outside.polarity.official.both, 12);
  });

  it('gives the published baseline for the published counts of the gold part: 914 neutral, 734 negative, 316 positive, 36 mixed', () => {
    const { truth, said } = rowsOf([['00', '00', 914], ['01', '00', 734], ['10', '00', 316], ['11', '00', 36]]);
    expect(officialPolarity(confusionTable(truth, said))).toBeCloseTo(0.4163, 4);
  });

  it('on a toy example by hand: positive (1 + 1) / 2, negative (2/3 + 4/5) / 2', () => {
    expect(officialPolarity(confusionTable(['10', '01', '11', '00'], ['10', '01', '10', '00']))).toBeCloseTo((1 + (2 / 3 + 4 / 5) / 2) / 2, 12);
  });
});

describe('the area under the curve', () => {
  const { truth, probability, area } = outside.ranking;
  const score = weightedScore(MEASURES.area('yes'), truth, probability.map((held) => ({ code: 'yes', probability: held })));

  it('is the Mann-Whitney share of SciPy, ties half', () => {
    expect(score(ones(truth.length))).toBeCloseTo(area, 12);
  });

  it('is nothing with rows of one kind, a half when all are tied, and counts weights like copies', () => {
    expect(weightedScore(MEASURES.area('yes'), ['yes'], [{ code: 'yes', probability: 0.4 }])([1])).toBeNull();
    expect(weightedScore(MEASURES.area('yes'), ['yes', 'no', 'no'], [0.4, 0.4, 0.4].map((held) => ({ code: 'yes', probability: held })))([1, 1, 1])).toBe(0.5);
    const three = weightedScore(MEASURES.area('yes'), ['yes', 'no', 'no'], [0.4, 0.3, 0.6].map((held) => ({ code: 'yes', probability: held })));
    expect(three([1, 3, 1])).toBe(0.75);
  });
});

describe('intervals', () => {
  const many = { draws: 10_000 };

  it('are those of SciPy\'s percentile bootstrap, within what the draws leave open', () => {
    const { truth, said, macroF1Interval, accuracyInterval } = outside.codes;
    for (const [measure, expected] of [[MEASURES.macroF1(CODES), macroF1Interval], [MEASURES.accuracy, accuracyInterval]] as const) {
      const interval = scoreInterval(truth.length, weightedScore(measure, truth, answersOf(said)), many);
      expect(Math.abs((interval?.low ?? 0) - expected.low)).toBeLessThan(0.006);
      expect(Math.abs((interval?.high ?? 0) - expected.high)).toBeLessThan(0.006);
    }
    const { truth: kinds, probability, interval: expected } = outside.ranking;
    const interval = scoreInterval(kinds.length, weightedScore(MEASURES.area('yes'), kinds, probability.map((held) => ({ code: 'yes', probability: held }))), many);
    expect(Math.abs((interval?.low ?? 0) - expected.low)).toBeLessThan(0.006);
    expect(Math.abs((interval?.high ?? 0) - expected.high)).toBeLessThan(0.006);
  });

  it('repeat, and are nothing without rows', () => {
    const score = weightedScore(MEASURES.accuracy, outside.codes.truth, answersOf(outside.codes.said));
    expect(scoreInterval(240, score)).toEqual(scoreInterval(240, score));
    expect(scoreInterval(0, score)).toBeNull();
  });

  it('the rows read again are all of a small set, and the same half of a big one', () => {
    expect(rowsReadAgain(3)).toEqual([true, true, true]);
    const half = rowsReadAgain(4_000);
    expect(half).toEqual(rowsReadAgain(4_000));
    expect(Math.abs(half.filter(Boolean).length - 2_000)).toBeLessThan(100);
  });
});
