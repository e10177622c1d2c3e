import type { Analysis, PreparedText, Token } from '../analysis.ts';
import { BUCKETS, bucketOf, hashOf, hashWith } from './feature-hash.ts';
import { MOST_KNOWN_FORMS, knownForms, type KnownForm, type LetterWeights } from './known-forms.ts';
import { textShapes } from './text-shapes.ts';

/** The features of one text: buckets of its words and word pairs, of its letters, and of its phrases, each list without repeats. */
export interface NgramFeatures {
  readonly words: Int32Array;
  readonly wordCount: number;
  /** Empty where `letterSums` stand for it. */
  readonly letters: Int32Array;
  readonly letterCount: number;
  /** Sums of the letters' weights, one an output of the model that was asked for; null where the letters are listed. */
  readonly letterSums: Int32Array | null;
  /** How its sentences begin, and pairs of stems. */
  readonly phrases: Int32Array;
  readonly phraseCount: number;
}

const MOST_TOKENS = 160;
const MOST_WORD_FEATURES = 512;
const MOST_LETTER_FEATURES = 4096;
/** A bit a bucket, 32 to a number: a list of 8 KB stays within a processor's nearest memory. */
const SEEN_NUMBERS = BUCKETS >>> 5;
const PAIR = hashOf('\u0001pair');
const NEGATED = hashOf('\u0001not');
const FIRST = hashOf('\u0001first');
const SHAPE = hashOf('\u0001shape');
const STEMS = hashOf('\u0001stems');
const OPENING = hashOf('\u0001opening');

const pairOf = (kind: number, one: number, other: number): number => bucketOf(hashWith(hashWith(one, kind), other));
const wordBucket = ({ negated }: Token, hash: number): number => bucketOf(negated ? hashWith(hash, NEGATED) : hash);

/** Tokens of an analysis, the last one excluded. */
export interface WordRange {
  readonly first: number;
  readonly end: number;
}

const MOST_STRONGEST = 3;
const NO_SUMS = new Int32Array(0);
const NO_LETTERS = new Int32Array(0);

/** Turns analysed texts into features; keeps the letters of words it has met, and reuses its lists from text to text. */
export interface FeatureMaker {
  /**
   * The lists are overwritten by the next call. With `weighed` letters come as sums of their weights, which are
   * remembered word by word, instead of a list: several times as fast.
   */
  readonly features: (analysis: Analysis, prepared: PreparedText, weighed?: LetterWeights) => NgramFeatures;
  /** Words and word pairs with their buckets, for the explanation of a label. */
  readonly named: (analysis: Analysis) => readonly { readonly bucket: number; readonly first: number; readonly end: number }[];
  /** The words and pairs that weigh most for one output of a model whose weights are laid out bucket by bucket; at most three, strongest first, all above 0. */
  readonly strongest: (analysis: Analysis, weights: Int8Array, size: number, output: number) => readonly WordRange[];
  readonly recycle: () => void;
}

/**
 * Hashes words (a negated one apart), pairs of words, the first word, the shape of the text, letters of 3 to 5 within
 * each word, pairs of stems, and the first word and first three words of each sentence, which tell a question from a
 * report (Weinberger et al. 2009, feature hashing; Joulin et al. 2017 for letters). At most 160 tokens are looked at,
 * so that cost is bounded; one bucket counts once.
 */
export function featureMaker(): FeatureMaker {
  const forms = knownForms();
  const { formOf } = forms;
  const words = new Int32Array(MOST_WORD_FEATURES);
  const letters = new Int32Array(MOST_LETTER_FEATURES);
  const phrases = new Int32Array(MOST_WORD_FEATURES);
  // which buckets were met in this text
  const seenWord = new Int32Array(SEEN_NUMBERS);
  const seenPhrase = new Int32Array(SEEN_NUMBERS);
  const seenLetter = new Int32Array(SEEN_NUMBERS);
  let turn = 0;
  let wordCount = 0;
  let letterCount = 0;
  let phraseCount = 0;
  let letterSums = NO_SUMS;
  const written: KnownForm[] = [];
  // buckets of the tokens of the text that was looked at last, and of each with the token before it
  const ownBuckets = new Int32Array(MOST_TOKENS);
  const pairBuckets = new Int32Array(MOST_TOKENS);
  let listed: Analysis | null = null;
  const listBuckets = (analysis: Analysis): void => {
    let before = FIRST;
    const last = Math.min(MOST_TOKENS, analysis.tokens.length);
    for (let at = 0; at < last; at += 1) {
      const token = analysis.tokens[at];
      if (token === undefined) break;
      const { hash } = formOf(token);
      ownBuckets[at] = wordBucket(token, hash);
      pairBuckets[at] = pairOf(PAIR, before, hash);
      before = hash;
    }
    listed = analysis;
  };
  const shapeBuckets = new Map<string, number>();
  const addWord = (bucket: number): void => {
    const met = seenWord[bucket >>> 5] ?? 0;
    const bit = 1 << (bucket & 31);
    if ((met & bit) !== 0 || wordCount >= MOST_WORD_FEATURES) return;
    seenWord[bucket >>> 5] = met | bit;
    words[wordCount] = bucket;
    wordCount += 1;
  };
  const addPhrase = (bucket: number): void => {
    const met = seenPhrase[bucket >>> 5] ?? 0;
    const bit = 1 << (bucket & 31);
    if ((met & bit) !== 0 || phraseCount >= MOST_WORD_FEATURES) return;
    seenPhrase[bucket >>> 5] = met | bit;
    phrases[phraseCount] = bucket;
    phraseCount += 1;
  };
  const shapeBucket = (shape: string): number => {
    let bucket = shapeBuckets.get(shape);
    if (bucket === undefined) {
      bucket = bucketOf(hashOf(shape, SHAPE));
      if (shapeBuckets.size >= MOST_KNOWN_FORMS) shapeBuckets.clear();
      shapeBuckets.set(shape, bucket);
    }
    return bucket;
  };
  const listLetters = (met: readonly KnownForm[]): void => {
    const grams = forms.grams();
    for (const { from, to } of met) {
      for (let at = from; at < to; at += 1) {
        const bucket = grams[at] ?? 0;
        const before = seenLetter[bucket >>> 5] ?? 0;
        const bit = 1 << (bucket & 31);
        if ((before & bit) !== 0 || letterCount >= MOST_LETTER_FEATURES) continue;
        seenLetter[bucket >>> 5] = before | bit;
        letters[letterCount] = bucket;
        letterCount += 1;
      }
    }
  };
  /** The sums of all words, less what of their letters was met before. */
  const sumLetters = (met: readonly KnownForm[], weighed: LetterWeights): Int32Array => {
    const { weights } = weighed;
    const size = weighed.outputs.length;
    const grams = forms.grams();
    const kept = forms.sumsFor(weighed);
    const { rows, filled } = kept;
    if (letterSums.length === size) letterSums.fill(0);
    else letterSums = new Int32Array(size);
    const sums = letterSums;
    for (let place = 0; place < met.length; place += 1) {
      const form = met[place];
      if (form === undefined || form.turn === turn) continue;
      form.turn = turn;
      if (filled[form.row] === 0) forms.fill(kept, form);
      const base = form.row * size;
      for (let output = 0; output < size; output += 1) sums[output] = (sums[output] ?? 0) + (rows[base + output] ?? 0);
      for (let at = form.from; at < form.to; at += 1) {
        const bucket = grams[at] ?? 0;
        const before = seenLetter[bucket >>> 5] ?? 0;
        const bit = 1 << (bucket & 31);
        if ((before & bit) === 0) {
          seenLetter[bucket >>> 5] = before | bit;
          letterCount += 1;
          continue;
        }
        const row = (BUCKETS + bucket) * size;
        for (let output = 0; output < size; output += 1) sums[output] = (sums[output] ?? 0) - (weights[row + output] ?? 0);
      }
    }
    return sums;
  };
  const hashAt = ({ tokens }: Analysis, at: number, last: number): number => {
    const token = at < last ? tokens[at] : undefined;
    return token === undefined ? 0 : formOf(token).hash;
  };
  /** The first word of a sentence, and its first three together. */
  const addOpening = (analysis: Analysis, first: number, last: number): void => {
    const hash = hashAt(analysis, first, last);
    addPhrase(bucketOf(hashWith(hash, OPENING)));
    addPhrase(pairOf(OPENING, hashWith(hashWith(hash, PAIR), hashAt(analysis, first + 1, last)), hashAt(analysis, first + 2, last)));
  };
  const features = (analysis: Analysis, prepared: PreparedText, weighed?: LetterWeights): NgramFeatures => {
    forms.makeRoom(MOST_TOKENS);
    listed = analysis;
    turn += 1;
    seenWord.fill(0);
    seenPhrase.fill(0);
    seenLetter.fill(0);
    wordCount = 0;
    letterCount = 0;
    phraseCount = 0;
    let before = FIRST;
    let stemBefore: number | null = null;
    let most = 0;
    written.length = 0;
    const last = Math.min(MOST_TOKENS, analysis.tokens.length);
    for (let at = 0; at < last; at += 1) {
      const token = analysis.tokens[at];
      if (token === undefined) break;
      const form = formOf(token);
      const { hash } = form;
      const ownBucket = wordBucket(token, hash);
      const pairBucket = pairOf(PAIR, before, hash);
      ownBuckets[at] = ownBucket;
      pairBuckets[at] = pairBucket;
      addWord(ownBucket);
      addWord(pairBucket);
      before = hash;
      if (stemBefore !== null) addPhrase(pairOf(STEMS, stemBefore, form.stem));
      stemBefore = form.stem;
      if (token.kind !== 'word') continue;
      written.push(form);
      most += form.to - form.from;
    }
    for (const { first } of analysis.sentences) if (first < last) addOpening(analysis, first, last);
    for (const shape of textShapes(prepared, analysis)) addWord(shapeBucket(shape));
    if (weighed !== undefined && most <= MOST_LETTER_FEATURES) {
      const sums = sumLetters(written, weighed);
      return { words, wordCount, letters: NO_LETTERS, letterCount, letterSums: sums, phrases, phraseCount };
    }
    listLetters(written);
    return { words, wordCount, letters, letterCount, letterSums: null, phrases, phraseCount };
  };
  const named = (analysis: Analysis): { bucket: number; first: number; end: number }[] => {
    const found: { bucket: number; first: number; end: number }[] = [];
    let before = FIRST;
    analysis.tokens.slice(0, MOST_TOKENS).forEach((token, at) => {
      const { hash } = formOf(token);
      found.push({ bucket: wordBucket(token, hash), first: at, end: at + 1 });
      found.push({ bucket: pairOf(PAIR, before, hash), first: Math.max(0, at - 1), end: at + 1 });
      before = hash;
    });
    return found;
  };
  const strongest = (analysis: Analysis, weights: Int8Array, size: number, output: number): WordRange[] => {
    const found: (WordRange & { readonly weight: number })[] = [];
    const offer = (bucket: number, first: number, end: number): void => {
      const weight = weights[bucket * size + output] ?? 0;
      if (weight <= 0 || (found.length === MOST_STRONGEST && weight <= (found[MOST_STRONGEST - 1]?.weight ?? 0))) return;
      const at = found.findIndex((other) => other.weight < weight);
      found.splice(at < 0 ? found.length : at, 0, { first, end, weight });
      found.length = Math.min(found.length, MOST_STRONGEST);
    };
    if (listed !== analysis) listBuckets(analysis);
    const last = Math.min(MOST_TOKENS, analysis.tokens.length);
    for (let at = 0; at < last; at += 1) {
      offer(ownBuckets[at] ?? 0, at, at + 1);
      offer(pairBuckets[at] ?? 0, Math.max(0, at - 1), at + 1);
    }
    return found;
  };
  return { features, named, strongest, recycle: forms.forget };
}
