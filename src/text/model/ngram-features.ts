import { MEMORY_PLACES, type Analysis, type PreparedText, type Token } from '../analysis.ts';

/** Buckets that n-grams are hashed into; a power of two. */
export const BUCKETS = 1 << 16;

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

/** The weights that letters are summed up with: one byte a bucket and output, bucket by bucket, words first. */
export interface LetterWeights {
  readonly weights: Int8Array;
  readonly outputs: readonly string[];
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
const STEMS = hashOf('\u0001stems');
const OPENING = hashOf('\u0001opening');

const pairOf = (kind: number, one: number, other: number): number => bucketOf(Math.imul(Math.imul(one ^ kind, FNV_PRIME) ^ other, FNV_PRIME) >>> 0);

/** What is kept of a form: numbers stand in common arrays, because an array of its own for each form takes many times its size. */
interface KnownForm {
  readonly hash: number;
  /** Hash of its stem. */
  readonly stem: number;
  /** Where the buckets of its letters stand, without repeats. */
  readonly from: number;
  readonly to: number;
  /** Its row among the sums of letters' weights. */
  readonly row: number;
  /** Forms of an earlier round are no longer kept. */
  readonly round: number;
  /** The last text it was met in, by turn. */
  turn: number;
}

/** Sums of the letters' weights of known forms for one model, a row a form. */
interface LetterSums {
  readonly weighed: LetterWeights;
  readonly rows: Int16Array;
  readonly filled: Uint8Array;
}

const gramsOf = (form: string): Set<number> => {
  const word = `<${form.slice(0, LONGEST_WORD)}>`;
  const found = new Set<number>();
  for (let at = 0; at < word.length; at += 1) {
    let hash = LETTERS;
    for (let length = 1; length <= LONGEST_GRAM && at + length <= word.length; length += 1) {
      hash = Math.imul(hash ^ word.charCodeAt(at + length - 1), FNV_PRIME) >>> 0;
      if (length >= SHORTEST_GRAM) found.add(bucketOf(hash));
    }
  }
  return found;
};

const CAPITAL = 1;
const LETTER = 2;
/** Letters and capitals among the first characters of Unicode, by code. */
const CLASSES = Uint8Array.from({ length: 0x250 }, (_, code) => (/\p{Lu}/u.test(String.fromCharCode(code)) ? CAPITAL : 0) | (/\p{L}/u.test(String.fromCharCode(code)) ? LETTER : 0));

/** Whether a text of eight letters or more is mostly written in capitals. */
const isShouted = (clean: string): boolean => {
  let capitals = 0;
  let letters = 0;
  for (let at = 0; at < clean.length; at += 1) {
    const code = clean.charCodeAt(at);
    if (code < 0x250) {
      const kind = CLASSES[code] ?? 0;
      if ((kind & CAPITAL) !== 0) capitals += 1;
      if ((kind & LETTER) !== 0) letters += 1;
      continue;
    }
    const character = String.fromCodePoint(clean.codePointAt(at) ?? 0);
    if (/\p{Lu}/u.test(character)) capitals += 1;
    if (/\p{L}/u.test(character)) letters += 1;
    at += character.length - 1;
  }
  return letters >= 8 && capitals > letters * 0.6;
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
  if (clean.includes('..') || clean.includes('…')) shapes.push('dots');
  if (clean.includes('"') || clean.includes('“') || clean.includes('«')) shapes.push('quotes');
  if (isShouted(clean)) shapes.push('shouted');
  for (const sign of prepared.emoji.slice(0, 6)) shapes.push(`emoji ${sign}`);
  shapes.push(LENGTHS[Math.min(7, Math.floor(Math.log2(1 + analysis.tokens.length)))] ?? '');
  return shapes;
};
const LENGTHS: readonly string[] = Array.from({ length: 8 }, (_, length) => `length-${String(length)}`);

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
  const known = new Map<string, KnownForm>();
  const words = new Int32Array(MOST_WORD_FEATURES);
  const letters = new Int32Array(MOST_LETTER_FEATURES);
  const phrases = new Int32Array(MOST_WORD_FEATURES);
  const seenWord = new Int32Array(BUCKETS);
  const seenPhrase = new Int32Array(BUCKETS);
  const seenLetter = new Int32Array(BUCKETS);
  let turn = 0;
  let wordCount = 0;
  let letterCount = 0;
  let phraseCount = 0;
  let letterSums = NO_SUMS;
  const models: LetterSums[] = [];
  let grams = new Uint16Array(1 << 16);
  let gramEnd = 0;
  let round = 0;
  const written: KnownForm[] = [];
  const shapeBuckets = new Map<string, number>();
  const addWord = (bucket: number): void => {
    if (seenWord[bucket] === turn || wordCount >= MOST_WORD_FEATURES) return;
    seenWord[bucket] = turn;
    words[wordCount] = bucket;
    wordCount += 1;
  };
  const forget = (): void => {
    known.clear();
    round += 1;
    gramEnd = 0;
    for (const { filled } of models) filled.fill(0);
  };
  const addPhrase = (bucket: number): void => {
    if (seenPhrase[bucket] === turn || phraseCount >= MOST_WORD_FEATURES) return;
    seenPhrase[bucket] = turn;
    phrases[phraseCount] = bucket;
    phraseCount += 1;
  };
  const knownForm = (form: string, stem: string): KnownForm => {
    const before = known.get(form);
    if (before !== undefined) return before;
    if (known.size >= MOST_KNOWN_FORMS) forget();
    const found = gramsOf(form);
    if (gramEnd + found.size > grams.length) {
      const wider = new Uint16Array(2 * grams.length);
      wider.set(grams);
      grams = wider;
    }
    const from = gramEnd;
    for (const bucket of found) {
      grams[gramEnd] = bucket;
      gramEnd += 1;
    }
    const made: KnownForm = { hash: hashOf(form), stem: hashOf(stem), from, to: gramEnd, row: known.size, round, turn: 0 };
    known.set(form, made);
    return made;
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
  const sumsFor = (weighed: LetterWeights): LetterSums => {
    const before = models.find((model) => model.weighed === weighed);
    if (before !== undefined) return before;
    const made = { weighed, rows: new Int16Array(MOST_KNOWN_FORMS * weighed.outputs.length), filled: new Uint8Array(MOST_KNOWN_FORMS) };
    models.push(made);
    return made;
  };
  const fillRow = ({ weighed: { weights, outputs }, rows, filled }: LetterSums, { from, to, row }: KnownForm): void => {
    const size = outputs.length;
    const base = row * size;
    for (let output = 0; output < size; output += 1) {
      let sum = 0;
      for (let at = from; at < to; at += 1) sum += weights[(BUCKETS + (grams[at] ?? 0)) * size + output] ?? 0;
      rows[base + output] = sum;
    }
    filled[row] = 1;
  };
  const listLetters = (forms: readonly KnownForm[]): void => {
    for (const { from, to } of forms) {
      for (let at = from; at < to; at += 1) {
        const bucket = grams[at] ?? 0;
        if (seenLetter[bucket] === turn || letterCount >= MOST_LETTER_FEATURES) continue;
        seenLetter[bucket] = turn;
        letters[letterCount] = bucket;
        letterCount += 1;
      }
    }
  };
  /** The sums of all words, less what of their letters was met before. */
  const sumLetters = (forms: readonly KnownForm[], weighed: LetterWeights): Int32Array => {
    const { weights } = weighed;
    const size = weighed.outputs.length;
    const kept = sumsFor(weighed);
    const { rows, filled } = kept;
    if (letterSums.length === size) letterSums.fill(0);
    else letterSums = new Int32Array(size);
    const sums = letterSums;
    for (let place = 0; place < forms.length; place += 1) {
      const form = forms[place];
      if (form === undefined || form.turn === turn) continue;
      form.turn = turn;
      if (filled[form.row] === 0) fillRow(kept, form);
      const base = form.row * size;
      for (let output = 0; output < size; output += 1) sums[output] = (sums[output] ?? 0) + (rows[base + output] ?? 0);
      for (let at = form.from; at < form.to; at += 1) {
        const bucket = grams[at] ?? 0;
        if (seenLetter[bucket] !== turn) {
          seenLetter[bucket] = turn;
          letterCount += 1;
          continue;
        }
        const row = (BUCKETS + bucket) * size;
        for (let output = 0; output < size; output += 1) sums[output] = (sums[output] ?? 0) - (weights[row + output] ?? 0);
      }
    }
    return sums;
  };
  const formOf = ({ form, stem, memory }: Token): KnownForm => {
    if (memory === undefined) return knownForm(form, stem);
    const known = memory[MEMORY_PLACES.ngrams] as KnownForm | undefined;
    if (known?.round === round) return known;
    const found = knownForm(form, stem);
    memory[MEMORY_PLACES.ngrams] = found;
    return found;
  };
  const hashAt = ({ tokens }: Analysis, at: number, last: number): number => {
    const token = at < last ? tokens[at] : undefined;
    return token === undefined ? 0 : formOf(token).hash;
  };
  /** The first word of a sentence, and its first three together. */
  const addOpening = (analysis: Analysis, first: number, last: number): void => {
    const hash = hashAt(analysis, first, last);
    addPhrase(bucketOf(Math.imul(hash ^ OPENING, FNV_PRIME) >>> 0));
    addPhrase(pairOf(OPENING, Math.imul(Math.imul(hash ^ PAIR, FNV_PRIME) ^ hashAt(analysis, first + 1, last), FNV_PRIME), hashAt(analysis, first + 2, last)));
  };
  const features = (analysis: Analysis, prepared: PreparedText, weighed?: LetterWeights): NgramFeatures => {
    // within a text no form may be forgotten
    if (known.size > MOST_KNOWN_FORMS - MOST_TOKENS) forget();
    turn += 1;
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
      addWord(bucketOf(token.negated ? Math.imul(hash ^ NEGATED, FNV_PRIME) >>> 0 : hash));
      addWord(bucketOf(Math.imul(Math.imul(before ^ PAIR, FNV_PRIME) ^ hash, FNV_PRIME) >>> 0));
      before = hash;
      if (stemBefore !== null) addPhrase(pairOf(STEMS, stemBefore, form.stem));
      stemBefore = form.stem;
      if (token.kind !== 'word') continue;
      written.push(form);
      most += form.to - form.from;
    }
    for (const { first } of analysis.sentences) if (first < last) addOpening(analysis, first, last);
    for (const shape of shapesOf(prepared, analysis)) addWord(shapeBucket(shape));
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
      const { hash } = formOf(token);
      offer(bucketOf(token.negated ? Math.imul(hash ^ NEGATED, FNV_PRIME) >>> 0 : hash), at, at + 1);
      offer(bucketOf(Math.imul(Math.imul(before ^ PAIR, FNV_PRIME) ^ hash, FNV_PRIME) >>> 0), Math.max(0, at - 1), at + 1);
      before = hash;
    }
    return found;
  };
  return { features, named, strongest, recycle: forget };
}
