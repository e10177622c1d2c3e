import { describe, expect, it } from 'vitest';
import { evidenceSigns, signCount } from '../../../../src/text/model/evidence-signs.ts';
import { BUCKETS } from '../../../../src/text/model/feature-hash.ts';
import { INBOUND_EVIDENCE } from '../../../../src/text/model/inbound-evidence.ts';
import { linearModel, ngramLogits, NO_SIGNS, packedWeights, signPlace } from '../../../../src/text/model/linear-model.ts';
import type { NgramFeatures } from '../../../../src/text/model/ngram-features.ts';

const NAMES = ['rule trouble', 'theme thanks', 'length'];
const NOTHING: NgramFeatures = { words: new Int32Array(0), wordCount: 0, letters: new Int32Array(0), letterCount: 0, letterSums: null, phrases: new Int32Array(0), phraseCount: 0 };

const signsOf = (values: readonly number[]): number[] => {
  const { list, fill } = evidenceSigns(NAMES);
  return [...list.slice(0, fill(Float64Array.from(values)))];
};

describe('signs of evidence', () => {
  it('say nothing of a rule that is off and of a theme that is not met, and always how long a text is', () => {
    expect(signsOf([-4, 0, 1])).toHaveLength(1);
    expect(signsOf([-3, 0.1, 1])).toHaveLength(1);
  });

  it('say that evidence is there and how much of it', () => {
    const [little, much] = [signsOf([-4, 0.5, 1]), signsOf([-4, 2, 1])];
    expect(little).toHaveLength(3);
    expect(little.filter((sign) => much.includes(sign))).toHaveLength(2);
  });

  it('belong to their evidence and never to another', () => {
    const { list, fill, evidenceOf } = evidenceSigns(NAMES);
    const count = fill(Float64Array.of(40, -40, 40));
    expect([...list.slice(0, count)].map(evidenceOf)).toEqual([0, 0, 1, 1, 2]);
    expect(Math.max(...list.slice(0, count))).toBeLessThan(signCount(NAMES.length));
  });

  it('fit into the list of a model', () => {
    expect(signCount(INBOUND_EVIDENCE.length)).toBeLessThanOrEqual(BUCKETS);
  });

  it('weigh in a model that has them, by the root of how many there are', () => {
    const { list, fill } = evidenceSigns(NAMES);
    const count = fill(Float64Array.of(2, 1, 1));
    const bytes = new Int8Array(4 * BUCKETS);
    for (const sign of list.slice(0, count)) bytes[3 * BUCKETS + sign] = 3;
    const model = linearModel({ version: 'test', buckets: BUCKETS, lists: 4, outputs: ['on'], evidence: NAMES, scales: [1], bias: [0], mixing: [[1, 0, 0, 0]], mixingBias: [0], thresholds: [0.5], weights: Buffer.from(packedWeights(bytes)).toString('base64') });
    expect(count).toBe(5);
    expect(ngramLogits(model, NOTHING, { list, count }, new Float64Array(1))[0]).toBeCloseTo((5 * 3) / Math.sqrt(5), 12);
    expect(ngramLogits(model, NOTHING, NO_SIGNS, new Float64Array(1))[0]).toBe(0);
    expect(model.weights[signPlace(model, list[0] ?? 0)]).toBe(3);
  });
});
