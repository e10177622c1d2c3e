import { describe, expect, it } from 'vitest';
import { trainedMixing } from '../../../scripts/train/mixing-training.ts';
import { bestThreshold } from '../../../scripts/train/score-report.ts';
import { meanWeights, rowLogits, trainedWeights, type TrainingRow } from '../../../scripts/train/sparse-training.ts';

const row = (word: number, target: 0 | 1, phrases: readonly number[] = []): TrainingRow =>
  ({ words: Int32Array.of(word), letters: new Int32Array(0), phrases: Int32Array.from(phrases), signs: new Int32Array(0), targets: Int8Array.of(target), weight: 1, toneWeight: 1 });

describe('the threshold of an output', () => {
  const cases = (pairs: readonly (readonly [probability: number, isOn: boolean])[]): Parameters<typeof bestThreshold>[0] => pairs.map(([probability, isOn]) => ({ probability, isOn, weight: 1 }));

  it('is the middle of those that are as good', () => {
    // everything between 0.30 and 0.50 tells the two apart
    expect(bestThreshold(cases([[0.295, false], [0.505, true]]))).toBe(0.4);
  });

  it('is one half where no text is on', () => {
    expect(bestThreshold(cases([[0.4, false], [0.9, false]]))).toBe(0.5);
  });
});

describe('runs of the first stage', () => {
  it('are averaged weight by weight', () => {
    const { weights, bias } = meanWeights([() => ({ weights: Float32Array.of(1, 4), bias: Float64Array.of(0) }), () => ({ weights: Float32Array.of(3, 0), bias: Float64Array.of(1) })]);
    expect([[...weights], [...bias]]).toEqual([[2, 2], [0.5]]);
  });

  it('need at least one', () => {
    expect(() => meanWeights([])).toThrow('no runs to take the mean of');
  });

  it('learn from phrases what words do not tell', () => {
    const rows = Array.from({ length: 40 }, (_, at) => row(7, at % 2 === 0 ? 1 : 0, [at % 2 === 0 ? 5 : 6]));
    const learnt = trainedWeights(rows, { outputs: 1, lists: 3, toneFrom: 1, letterShare: 1, epochs: 8, rate: 0.25, decay: 0, dropout: 0, seed: 1 });
    const [on, off] = [rowLogits(learnt, row(7, 1, [5]), 8)[0] ?? 0, rowLogits(learnt, row(7, 0, [6]), 8)[0] ?? 0];
    expect(on).toBeGreaterThan(off + 1);
  });
});

describe('the second stage', () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({ values: Float64Array.of(at % 2 === 0 ? 1 : -1, at % 2 === 0 ? 1 : -1), targets: Int8Array.of(at % 2 === 0 ? 1 : 0), weights: Float64Array.of(1) }));

  it('rests on what it may rest on and on nothing else', () => {
    const { rows: [weights] } = trainedMixing(rows, { outputs: 1, rounds: 40, rate: 0.35, decay: 3e-3, exclusive: [], allowed: (_, value) => value === 0, positive: () => false });
    expect(weights?.[0]).toBeGreaterThan(0.5);
    expect(weights?.[1]).toBe(0);
  });

  it('keeps a weight that may not fall below zero at zero', () => {
    const against = rows.map((each) => ({ ...each, values: each.values.map((value) => -value) }));
    const { rows: [weights] } = trainedMixing(against, { outputs: 1, rounds: 40, rate: 0.35, decay: 3e-3, exclusive: [], allowed: () => true, positive: (_, value) => value === 0 });
    expect(weights?.[0]).toBe(0);
    expect(weights?.[1]).toBeLessThan(-0.5);
  });
});
