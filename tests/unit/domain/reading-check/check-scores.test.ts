import { describe, expect, it } from 'vitest';
import { checkScores, type CheckedMessage } from '../../../../src/domain/reading-check/check-scores.ts';
import { weightedShare } from '../../../../src/domain/reading-check/weighted-share.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import reference from '../../../reference/reading-check.json' with { type: 'json' };

const message = (said: string, truth: string, part: Partial<CheckedMessage> = {}): CheckedMessage => ({ said, truth, saidAll: [said], truthAll: [truth], stratum: said, weight: 1, ...part });
const times = (count: number, one: CheckedMessage): CheckedMessage[] => Array.from({ length: count }, () => one);

describe('scores of a checked sample', () => {
  const { codes, messages } = reference.sample;
  const scores = checkScores(messages, codes, 3);

  it('are those of the outside computation: precision, recall, F1, accuracy, kappa and mean F1, all weighted', () => {
    scores.labels.forEach(({ precision, recall, f1 }, at) => {
      const outside = reference.sample.labels[at];
      expect(precision.estimate).toBeCloseTo(outside?.precision ?? Number.NaN, 12);
      expect(recall.estimate).toBeCloseTo(outside?.recall ?? Number.NaN, 12);
      expect(f1.estimate).toBeCloseTo(outside?.f1 ?? Number.NaN, 12);
    });
    expect(scores.accuracy.estimate).toBeCloseTo(reference.sample.accuracy, 12);
    expect(scores.kappa.estimate).toBeCloseTo(reference.sample.kappa, 12);
    expect(scores.macroF1.estimate).toBeCloseTo(reference.sample.macroF1, 12);
  });

  it('lie within their limits, which repeat with the seed', () => {
    for (const { estimate, low, high } of [scores.accuracy, scores.kappa, scores.macroF1, ...scores.labels.flatMap(({ precision, recall, f1 }) => [precision, recall, f1])]) {
      expect(low).toBeLessThan(estimate ?? Number.NaN);
      expect(high).toBeGreaterThan(estimate ?? Number.NaN);
    }
    expect(checkScores(messages, codes, 3)).toEqual(scores);
    expect(checkScores(messages, codes, 4).kappa.low).not.toBe(scores.kappa.low);
  });

  it('do not change when every weight is doubled or the order is turned', () => {
    const turned = checkScores(messages.map((one) => ({ ...one, weight: one.weight * 2 })).reverse(), codes, 3);
    expect(turned.kappa.estimate).toBeCloseTo(scores.kappa.estimate ?? Number.NaN, 12);
    expect(turned.labels[0]?.f1.low).toBeCloseTo(scores.labels[0]?.f1.low ?? Number.NaN, 12);
  });

  it('are withheld below fifty messages, and of a label below ten of it or five said to be it', () => {
    expect(checkScores(times(49, message('a', 'a')), ['a'], 1)).toMatchObject({ n: 49, accuracy: { estimate: null }, macroF1: { estimate: null }, labels: [{ n: 49, said: 49, tooFew: true, f1: { estimate: null } }] });
    const few = checkScores([...times(60, message('a', 'a')), ...times(9, message('b', 'b')), ...times(12, message('a', 'c')), ...times(4, message('c', 'c'))], ['a', 'b', 'c'], 1);
    expect(few.labels.map(({ tooFew }) => tooFew)).toEqual([false, true, true]);
    expect(few.macroF1.estimate).toBe(few.labels[0]?.f1.estimate);
    expect(checkScores([], ['a'], 1)).toMatchObject({ n: 0, kappa: { estimate: null } });
  });

  it('are not certain because nothing went wrong in a small sample', () => {
    const right = checkScores([...times(30, message('a', 'a')), ...times(30, message('b', 'b'))], ['a', 'b'], 1);
    expect(right).toMatchObject({ accuracy: { estimate: 1 }, kappa: { estimate: 1, high: 1 }, macroF1: { estimate: 1, high: 1 } });
    for (const score of [right.accuracy, right.kappa, right.macroF1, right.labels[0]?.precision]) expect(score?.low).toBeLessThan(0.95);
  });

  it('have no kappa where one label is all there is', () => {
    expect(checkScores(times(60, message('a', 'a')), ['a'], 1)).toMatchObject({ accuracy: { estimate: 1 }, kappa: { estimate: null } });
  });

  it('carry limits that hold the truth about as often as they say', () => {
    // a stratum read right in 60 of 100, one in 90 of 100, ten times as large: .873 in all
    const random = seededRandom(5);
    let held = 0;
    for (let round = 0; round < 400; round += 1) {
      const sample = [0.6, 0.9].flatMap((right, stratum) => Array.from({ length: 60 }, () => ({ weight: stratum === 0 ? 1 : 10, holds: random() < right })));
      const { low, high } = weightedShare(sample);
      if ((low ?? 1) <= 9.6 / 11 && (high ?? 0) >= 9.6 / 11) held += 1;
    }
    expect(held / 400).toBeGreaterThan(0.93);
  });
});

describe('a weighted share', () => {
  it('has the limits of the outside computation', () => {
    for (const { weights, holds, estimate, low, high } of reference.shares) {
      const found = weightedShare(weights.map((weight, at) => ({ weight, holds: holds[at] === true })));
      expect(found.estimate).toBeCloseTo(estimate, 12);
      expect(found.low).toBeCloseTo(low, 7);
      expect(found.high).toBeCloseTo(high, 7);
    }
  });
  it('is none without messages', () => {
    expect(weightedShare([])).toEqual({ estimate: null, low: null, high: null });
  });
});
