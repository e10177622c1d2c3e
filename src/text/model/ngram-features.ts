import type { Analysis, PreparedText } from '../analysis.ts';

/** Buckets that n-grams are hashed into; a power of two. */
export const BUCKETS = 1 << 16;

/** The features of one text: buckets of its words and word pairs, and of its letters, each list without repeats. */
export interface NgramFeatures {
  readonly words: Int32Array;
  readonly wordCount: number;
  readonly letters: Int32Array;
  readonly letterCount: number;
}

const MOST_TOKENS = 160;
const MOST_WORD_FEATURES = 512;
const MOST_LETTER_FEATURES = 4096;
const MOST_KNOWN_FORMS = 60_000;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
const LONGEST_WORD = 24;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, going on from `hash` (Fowler, Noll, Vo; draft-eastlake-fnv). */
const hashOf = (text: string, hash = FNV_BASIS): number => {
  let value = hash;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME);
  return value >>> 0;
};

// the low bits of FNV-1a are its weak ones: fold the high ones in
const bucketOf = (hash: number): number => (hash ^ (hash >>> 16)) & (BUCKETS - 1);

const PAIR = hashOf('\u0001pair');
const NEGATED = hashOf('\u0001not');
const FIRST = hashOf('\u0001first');
const SHAPE = hashOf('\u0001shape');
const LETTERS = hashOf('\u0001letters');

interface KnownForm {
  readonly hash: number;
  readonly grams: Int32Array;
}

const gramsOf = (form: string): Int32Array => {
  const word = `<${form.slice(0, LONGEST_WORD)}>`;
  const found: number[] = [];
  for (let at = 0; at < word.length; at += 1) {
    let hash = LETTERS;
    for (let length = 1; length <= LONGEST_GRAM && at + length <= word.length; length += 1) {
      hash = Math.imul(hash ^ word.charCodeAt(at + length - 1), FNV_PRIME) >>> 0;
      if (length >= SHORTEST_GRAM) found.push(bucketOf(hash));
    }
  }
  return Int32Array.from(found);
};

/** What is seen beside the words: how it is written and what was set aside before reading. */
const shapesOf = (prepared: PreparedText, analysis: Analysis): string[] => {
  const shapes: string[] = [];
  const { clean } = prepared;
  if (prepared.startsWithMention) shapes.push('mention-first');
  if (prepared.mentions > 0) shapes.push(`mentions-${String(Math.min(3, prepared.mentions))}`);
  if (prepared.links > 0) shapes.push('link');
  if (prepared.hashtags.length > 0) shapes.push(`hashtags-${String(Math.min(3, prepared.hashtags.length))}`);
  if (clean.includes('!')) shapes.push(/!\s*!/u.test(clean) ? 'marks' : 'mark');
  if (clean.includes('?')) shapes.push(/\?\s*[!?]/u.test(clean) ? 'questions' : 'question');
  if (/\.\.|…/u.test(clean)) shapes.push('dots');
  if (/["“«]/u.test(clean)) shapes.push('quotes');
  const capitals = clean.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = clean.match(/\p{L}/gu)?.length ?? 0;
  if (letters >= 8 && capitals > letters * 0.6) shapes.push('shouted');
  for (const sign of prepared.emoji.slice(0, 6)) shapes.push(`emoji ${sign}`);
  shapes.push(`length-${String(Math.min(7, Math.floor(Math.log2(1 + analysis.tokens.length))))}`);
  return shapes;
};

/** Tokens of an analysis, the last one excluded. */
export interface WordRange {
  readonly first: number;
  readonly end: number;
}

const MOST_STRONGEST = 3;

/** Turns analysed texts into features; keeps the letters of words it has met, and reuses its lists from text to text. */
export interface FeatureMaker {
  /** The lists are overwritten by the next call. */
  readonly features: (analysis: Analysis, prepared: PreparedText) => NgramFeatures;
  /** Words and word pairs with their buckets, for the explanation of a label. */
  readonly named: (analysis: Analysis) => readonly { readonly bucket: number; readonly first: number; readonly end: number }[];
  /** The words and pairs that weigh most for one output of a model whose weights are laid out bucket by bucket; at most three, strongest first, all above 0. */
  readonly strongest: (analysis: Analysis, weights: Int8Array, size: number, output: number) => readonly WordRange[];
  readonly recycle: () => void;
}

/**
 * Hashes words (a negated one apart), pairs of words, the first word, the shape of the text, and letters of 3 to 5 within
 * each word (Weinberger et al. 2009, feature hashing; Joulin et al. 2017 for letters). At most 160 tokens are looked at,
 * so that cost is bounded; one bucket counts once.
 */
export function featureMaker(): FeatureMaker {
  const known = new Map<string, KnownForm>();
  const words = new Int32Array(MOST_WORD_FEATURES);
  const letters = new Int32Array(MOST_LETTER_FEATURES);
  const seenWord = new Int32Array(BUCKETS);
  const seenLetter = new Int32Array(BUCKETS);
  let turn = 0;
  let wordCount = 0;
  let letterCount = 0;
  const addWord = (bucket: number): void => {
    if (seenWord[bucket] === turn || wordCount >= MOST_WORD_FEATURES) return;
    seenWord[bucket] = turn;
    words[wordCount] = bucket;
    wordCount += 1;
  };
  const knownForm = (form: string): KnownForm => {
    const before = known.get(form);
    if (before !== undefined) return before;
    const made = { hash: hashOf(form), grams: gramsOf(form) };
    if (known.size >= MOST_KNOWN_FORMS) known.clear();
    known.set(form, made);
    return made;
  };
  const features = (analysis: Analysis, prepared: PreparedText): NgramFeatures => {
    turn += 1;
    wordCount = 0;
    letterCount = 0;
    let before = FIRST;
    const last = Math.min(MOST_TOKENS, analysis.tokens.length);
    for (let at = 0; at < last; at += 1) {
      const token = analysis.tokens[at];
      if (token === undefined) break;
      const { hash, grams } = knownForm(token.form);
      addWord(bucketOf(token.negated ? Math.imul(hash ^ NEGATED, FNV_PRIME) >>> 0 : hash));
      addWord(bucketOf(Math.imul(Math.imul(before ^ PAIR, FNV_PRIME) ^ hash, FNV_PRIME) >>> 0));
      before = hash;
      if (token.kind !== 'word') continue;
      for (const bucket of grams) {
        if (seenLetter[bucket] === turn || letterCount >= MOST_LETTER_FEATURES) continue;
        seenLetter[bucket] = turn;
        letters[letterCount] = bucket;
        letterCount += 1;
      }
    }
    for (const shape of shapesOf(prepared, analysis)) addWord(bucketOf(hashOf(shape, SHAPE)));
    return { words, wordCount, letters, letterCount };
  };
  const named = (analysis: Analysis): { bucket: number; first: number; end: number }[] => {
    const found: { bucket: number; first: number; end: number }[] = [];
    let before = FIRST;
    analysis.tokens.slice(0, MOST_TOKENS).forEach((token, at) => {
      const { hash } = knownForm(token.form);
      found.push({ bucket: bucketOf(token.negated ? Math.imul(hash ^ NEGATED, FNV_PRIME) >>> 0 : hash), first: at, end: at + 1 });
      found.push({ bucket: bucketOf(Math.imul(Math.imul(before ^ PAIR, FNV_PRIME) ^ hash, FNV_PRIME) >>> 0), first: Math.max(0, at - 1), end: at + 1 });
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
    let before = FIRST;
    const last = Math.min(MOST_TOKENS, analysis.tokens.length);
    for (let at = 0; at < last; at += 1) {
      const token = analysis.tokens[at];
      if (token === undefined) break;
      const { hash } = knownForm(token.form);
      offer(bucketOf(token.negated ? Math.imul(hash ^ NEGATED, FNV_PRIME) >>> 0 : hash), at, at + 1);
      offer(bucketOf(Math.imul(Math.imul(before ^ PAIR, FNV_PRIME) ^ hash, FNV_PRIME) >>> 0), Math.max(0, at - 1), at + 1);
      before = hash;
    }
    return found;
  };
  return { features, named, strongest, recycle: () => { known.clear(); } };
}
