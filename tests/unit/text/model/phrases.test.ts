import { describe, expect, it } from 'vitest';
import { emojiPolarities, lexiconOf } from '../../../../src/text/lexicon.ts';
import { languageReader } from '../../../../src/text/language-reader.ts';
import { linearModel, ngramLogits, NO_SIGNS, packedWeights, type LinearModel } from '../../../../src/text/model/linear-model.ts';
import { BUCKETS } from '../../../../src/text/model/feature-hash.ts';
import { featureMaker, type NgramFeatures } from '../../../../src/text/model/ngram-features.ts';
import { preparedText } from '../../../../src/text/prepared-text.ts';

const reader = languageReader('en', lexiconOf('en'), emojiPolarities());
const maker = featureMaker();

const featuresOf = (text: string): NgramFeatures => {
  const prepared = preparedText(text);
  return maker.features(reader.analyse(prepared), prepared);
};

const phrasesOf = (text: string): number[] => {
  const { phrases, phraseCount } = featuresOf(text);
  return [...phrases.subarray(0, phraseCount)];
};

/** A model with one output whose weights in list `list` are all one. */
const flatModel = (lists: number, list: number): LinearModel => linearModel({
  version: 'test', buckets: BUCKETS, lists, outputs: ['on'], evidence: [], scales: [1], bias: [0], mixing: [[1]], mixingBias: [0], thresholds: [0.5],
  weights: Buffer.from(packedWeights(new Int8Array(lists * BUCKETS).fill(1, list * BUCKETS, (list + 1) * BUCKETS))).toString('base64'),
});

describe('phrases', () => {
  it('are pairs of stems, and the first word and first three words of each sentence', () => {
    expect(phrasesOf('the lamps broke')).toHaveLength(4);
    expect(phrasesOf('lamp')).toHaveLength(2);
    expect(phrasesOf('')).toEqual([]);
  });

  it('hold how a sentence begins apart from the same words elsewhere', () => {
    const asked = new Set(phrasesOf('why so'));
    expect(phrasesOf('so, why').filter((bucket) => asked.has(bucket))).toEqual([]);
    expect(phrasesOf('well. why so').filter((bucket) => asked.has(bucket))).toHaveLength(3);
  });

  it('join the forms of a word: lamps broken or lamp broken is one pair', () => {
    const [one, other] = [phrasesOf('two lamps'), phrasesOf('two lamp')];
    expect(one.filter((bucket) => other.includes(bucket)).length).toBeGreaterThanOrEqual(2);
  });

  it('count each bucket once', () => {
    expect(phrasesOf('no no no no no')).toHaveLength(3);
  });

  it('weigh in a model that has them, by the root of how many there are, and not in one that has two lists', () => {
    const features = featuresOf('the lamps broke');
    const into = new Float64Array(1);
    expect(ngramLogits(flatModel(3, 2), features, NO_SIGNS, into)[0]).toBeCloseTo(2, 12);
    expect(ngramLogits(flatModel(2, 0), features, NO_SIGNS, into)[0]).toBeCloseTo(Math.sqrt(features.wordCount), 12);
  });

  it('refuses weights for another number of lists', () => {
    const weights = Buffer.from(packedWeights(new Int8Array(2 * BUCKETS))).toString('base64');
    expect(() => linearModel({ version: 'test', buckets: BUCKETS, lists: 3, outputs: ['on'], evidence: [], scales: [1], bias: [0], mixing: [[1]], mixingBias: [0], thresholds: [0.5], weights })).toThrow('invalid model: 131072 weights instead of 196608');
  });
});
