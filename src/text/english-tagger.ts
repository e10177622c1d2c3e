import type model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { stretchShape } from './stretch-shape.ts';
import { tokenMachine, type MachineHit, type TokenMachine } from './token-machine.ts';
import { CONSTANTS, WINK, type SpanSearch, type WinkCache, type WinkCore, type WinkDocument, type WinkPart } from './wink-model.ts';

const SIZE = CONSTANTS.tkSize;
const POS_BITS = 20;
const POS_MASK = 0x3f00000;
const CONTRACTED = 65_535;
const UNKNOWN = -1;
/** Stands for the end of a line, which the machines pass over. */
const LINE_END = -2;
/** Added to the hint of a word to make it a symbol. */
const HINT = 1_080_000;
/** How wink-nlp classes tokens, with a lexeme of each class. */
const WORD = { category: 1, lexeme: 'word' };
const NUMBER = { category: 2, lexeme: '1' };
const PUNCTUATION = { category: 12, lexeme: '.' };
/** Machines by bit, as words tell that they may begin a pattern: negation, sentiment, sentence ends without and with a blank before. */
const DENIES = 1;
const FEELS = 2;
const CLOSES = 4;
const CLOSES_SPACED = 8;

/** One token as wink-nlp makes it from a stretch without blanks. */
export interface TaggedWord {
  readonly value: string;
  /** A lexeme of its type: only the type is asked of it. */
  readonly lexeme: number;
  /** Lexeme of the lower-case form, the first beyond the model for a plain word that is not in it; those count as {@link UNKNOWN} in `symbol`. */
  readonly normal: number;
  readonly symbol: number;
  /** What the sentence machine sees: without and with a blank before the token. */
  readonly glued: number;
  readonly spaced: number;
  /** Part of speech where the model fixes it (parts of contractions), else 0; the likeliest one; the hint to the tagger, else 0. */
  readonly fixedPos: number;
  readonly likelyPos: number;
  readonly posHint: number;
  /** Bits of the machines whose patterns it may begin: {@link DENIES} and the others. */
  readonly begins: number;
}

/** What English texts are tagged with. All arrays have one entry a token. */
export interface TaggedText {
  readonly negated: readonly boolean[];
  /** First and last token of each sentence. */
  readonly sentences: readonly (readonly number[])[];
  /** In [-1, 1] by the model's own lexicon. */
  readonly polarity: number;
  /** Universal tags; null where they were not asked for. */
  readonly partsOfSpeech: readonly string[] | null;
}

/** The tagger of one thread; wink-nlp keeps every new word that it has split, so it has to be given up now and then. */
export interface EnglishTagger {
  /** Stretches that wink-nlp itself has split. */
  readonly kept: () => number;
  /** Tokens of a stretch of text without blanks. Depends on nothing that was split before. */
  readonly split: (stretch: string) => readonly TaggedWord[];
  /** Negation, sentences, polarity and, where asked for, parts of speech of a text. `spaced` says of each token whether a blank stands before it. */
  readonly tag: (words: readonly TaggedWord[], spaced: readonly boolean[], partsOfSpeech: boolean) => TaggedText;
}

const spanOf: SpanSearch = (token, spans) => {
  let low = 0;
  let high = spans.length - 1;
  let edge = -1;
  while (low <= high) {
    const middle = ((low + high) / 2) | 0;
    const span = spans[middle] ?? [];
    if (token > Number(span[1])) {
      low = middle + 1;
      edge = middle + 0.5;
    } else if (token < Number(span[0])) {
      high = middle - 1;
      edge = middle - 0.5;
    } else return middle;
  }
  return edge;
};

interface Machines {
  readonly sentences: TokenMachine;
  readonly negation: TokenMachine;
  readonly sentiment: TokenMachine;
  readonly pos: readonly TokenMachine[];
}

let machines: Machines | null = null;
const machinesOf = (symbols: number): Machines => {
  const [sentences = ''] = WINK.sbd().machines;
  const [negation = ''] = WINK.negation().machines;
  const [sentiment = ''] = WINK.sa().machines;
  return {
    sentences: tokenMachine(sentences, symbols, LINE_END), negation: tokenMachine(negation, symbols, LINE_END), sentiment: tokenMachine(sentiment, symbols, LINE_END),
    pos: WINK.pos().machines.map((json) => tokenMachine(json, symbols, 0)),
  };
};

const NO_HITS: MachineHit[] = [];
const NONE_NEGATED: readonly boolean[] = Array.from({ length: 512 }, () => false);

/**
 * English tokens, sentences, negation, polarity and parts of speech, as wink-nlp's pipes `sbd`, `negation`, `sentiment` and
 * `pos` give them with the model `wink-eng-lite-web-model`. wink-nlp itself only splits stretches of text that are more than
 * plain letters; its machines run in {@link tokenMachine}, its own setters settle what they find. wink-nlp takes a word for known once it has
 * met it, so that its tokens depend on what was read before; here what a stretch added is forgotten at once.
 */
export function englishTagger(): EnglishTagger {
  const shared: { core: WinkCore | null; document: WinkDocument | null } = { core: null, document: null };
  const part: WinkPart = { machines: ['[100,0,{"0":{}},{},{},{}]'], transformers: [(symbol) => symbol], setter: (_, document) => void (shared.document = document) };
  const nlp = winkNLP({ ...WINK, core: () => (shared.core = WINK.core()), sbd: () => part, metaCER: () => ({ machines: null, transformers: [null] }) } as unknown as typeof model, ['sbd']);
  const [sentenceSymbol] = WINK.sbd().transformers;
  const features = WINK.featureFn(shared.core?.packing.config);
  // a look-up in wink-nlp's own object would first make every new word a name of the program's
  const lexemes = new Map(Object.entries(shared.core?.features.lexeme.hash ?? {}));
  const lineEnd = lexemes.get('\n');
  let kept = 0;
  const [setSentences, setNegation, setSentiment] = [WINK.sbd().setter, WINK.negation().setter, WINK.sa().setter];
  // filled anew for every text
  const flat: number[] = [];
  const symbols: number[] = [];
  const seen: number[] = [];
  const begins: number[] = [];
  const seenBegins: number[] = [];

  const described = (cache: WinkCache, tokens: readonly number[]): TaggedWord[] => {
    const size = cache.intrinsicSize();
    const words: TaggedWord[] = [];
    for (let at = 0; at < tokens.length; at += SIZE) {
      const [lexeme, before, pos] = [tokens[at] ?? 0, tokens[at + 1] ?? 0, tokens[at + 2] ?? 0];
      const normal = before > CONTRACTED ? cache.nox(before) : cache.normal(lexeme);
      words.push(tagged({
        value: cache.value(lexeme), lexeme, normal, symbol: normal === lineEnd ? LINE_END : normal < size ? normal : UNKNOWN, glued: hinted(cache, lexeme, normal, 0), spaced: hinted(cache, lexeme, normal, 1),
        fixedPos: pos === 0 ? 0 : pos & POS_MASK, likelyPos: pos === 0 ? cache.posOf(cache.mappedSpelling(lexeme)) || 8 : (pos & POS_MASK) >>> POS_BITS, posHint: Number(cache.property(lexeme, 'posHint')) || 0,
      }));
    }
    return words;
  };

  const hinted = (cache: WinkCache, lexeme: number, normal: number, blank: number): number => {
    if (normal === lineEnd) return LINE_END;
    const symbol = sentenceSymbol?.(normal, cache, [lexeme, blank, 0, 0], 0) ?? normal;
    return symbol === normal && normal >= cache.intrinsicSize() ? UNKNOWN : symbol;
  };

  const tagged = (word: Omit<TaggedWord, 'begins'>): TaggedWord => ({
    ...word,
    begins: (machines?.negation.begins(word.symbol) === true ? DENIES : 0) | (machines?.sentiment.begins(word.symbol) === true ? FEELS : 0)
      | (machines?.sentences.begins(word.glued) === true ? CLOSES : 0) | (machines?.sentences.begins(word.spaced) === true ? CLOSES_SPACED : 0),
  });

  const lookedUp = (cache: WinkCache, text: string): readonly number[] | null => (lexemes.has(text) ? cache.lookup(text) : null);

  /** A token of a class as wink-nlp would take it, without its vocabulary being added to. */
  const plainToken = (cache: WinkCache, value: string, { category, lexeme }: typeof WORD): TaggedWord[] => {
    const own = lexemes.get(value);
    if (own !== undefined) return described(cache, [own, 0, 0, 0]);
    const size = cache.intrinsicSize();
    const lower = lexemes.get(value.toLowerCase());
    const normal = lower === undefined ? size : cache.mappedSpelling(lower);
    const known = { lookup: (text: string) => lookedUp(cache, text) ?? [size], intrinsicSize: () => size, posOf: cache.posOf };
    return [tagged({
      value, lexeme: lexemes.get(lexeme) ?? 0, normal, symbol: normal < size ? normal : UNKNOWN,
      glued: normal < size ? hinted(cache, size, normal, 0) : UNKNOWN, spaced: normal < size ? hinted(cache, size, normal, 1) : UNKNOWN,
      fixedPos: 0, likelyPos: features.pos(value, category, known) || 8, posHint: 0,
    })];
  };

  /** Tokens of a stretch that is a word of the model, or whose shape tells them; null where wink-nlp itself has to split it. */
  const plainTokens = (stretch: string): TaggedWord[] | null => {
    const { document } = shared;
    if (document === null || machines === null) return null;
    const { cache } = document;
    // what the model knows stays whole, a contraction falls into parts
    const whole = lookedUp(cache, stretch);
    if (whole !== null) return whole.length === 1 ? described(cache, [whole[0] ?? 0, 0, 0, 0]) : null;
    const shape = stretchShape(stretch);
    if (shape === null) return null;
    const { before, word, isNumber, inner, last, simple } = shape;
    const mark = (value: string): TaggedWord[] => (value === '' ? [] : plainToken(cache, value, PUNCTUATION));
    const known = simple ? null : lookedUp(cache, word + inner);
    if (known !== null && known.length > 1) return null;
    const middle = known === null ? [...plainToken(cache, word, isNumber ? NUMBER : WORD), ...mark(inner)] : described(cache, [known[0] ?? 0, 0, 0, 0]);
    return [...mark(before), ...middle, ...mark(last)];
  };

  const tagNames: string[] = [];
  const tagName = (cache: WinkCache, tag: number): string => (tagNames[tag] ??= cache.valueOf('pos', tag));

  const partsOf = (words: readonly TaggedWord[], cache: WinkCache): string[] => {
    const tags = words.map(({ likelyPos }) => likelyPos);
    for (const machine of machines?.pos ?? []) {
      // the ignored symbol is told by the tag, before the hint takes its place
      const symbols = words.map(({ posHint }, at) => (tags[at] === 0 || posHint === 0 ? tags[at] ?? 0 : posHint + HINT));
      for (const [first, , found] of machine.hits(symbols, symbols.length)) {
        const tag = Number(found);
        const word = words[first];
        if (word === undefined) continue;
        if (tag < 0) tags[first] = -tag;
        else if (cache.isMemberPOS(word.normal, tag)) tags[first] = tag;
      }
    }
    return words.map(({ fixedPos }, at) => tagName(cache, fixedPos === 0 ? tags[at] ?? 0 : fixedPos >>> POS_BITS));
  };

  return {
    kept: () => kept,
    split: (stretch) => {
      const plain = plainTokens(stretch);
      if (plain !== null) return plain;
      const list = shared.core?.features.lexeme.list ?? [];
      const before = list.length;
      nlp.readDoc(stretch);
      kept += 1;
      const { document, core } = shared;
      if (document === null || core === null) return [];
      machines ??= machinesOf(document.cache.intrinsicSize());
      const words = described(document.cache, document.tokens);
      for (let at = before; at < list.length; at += 1) Reflect.deleteProperty(core.features.lexeme.hash, list[at] ?? '');
      return words;
    },
    tag: (words, spaced, partsOfSpeech) => {
      const { document } = shared;
      if (document === null || machines === null) return { negated: [], sentences: [], polarity: 0, partsOfSpeech: partsOfSpeech ? [] : null };
      const length = words.length;
      let any = 0;
      for (let at = 0; at < length; at += 1) {
        const word = words[at];
        if (word === undefined) break;
        symbols[at] = word.symbol;
        begins[at] = word.begins;
        any |= word.begins;
        seen[at] = spaced[at] === true ? word.spaced : word.glued;
        seenBegins[at] = word.begins & (spaced[at] === true ? CLOSES_SPACED : CLOSES);
      }
      const text: WinkDocument = { cache: document.cache, tokens: flat, sentences: [], document: [0, length - 1, 0, 0], numOfTokens: length, numOfSentences: 0 };
      setSentences(machines.sentences.hits(seen, length, seenBegins, CLOSES | CLOSES_SPACED), text);
      text.numOfSentences = text.sentences.length;
      // a text without a word that begins a pattern has none
      const denials = (any & DENIES) === 0 ? NO_HITS : machines.negation.hits(symbols, length, begins, DENIES);
      const feelings = (any & FEELS) === 0 ? NO_HITS : machines.sentiment.hits(symbols, length, begins, FEELS);
      if (denials.length + feelings.length > 0) {
        flat.length = 0;
        for (let at = 0; at < length; at += 1) flat.push(words[at]?.lexeme ?? 0, 0, 0, 0);
        if (denials.length > 0) setNegation(denials, text, CONSTANTS, spanOf);
        if (feelings.length > 0) setSentiment(feelings, text, CONSTANTS, spanOf);
      }
      return {
        negated: denials.length === 0 && length <= NONE_NEGATED.length ? NONE_NEGATED : words.map((_, at) => denials.length > 0 && (flat[at * SIZE + 3] ?? 0) >= CONSTANTS.negationFlag),
        sentences: text.sentences, polarity: text.document[3] || 0,
        partsOfSpeech: partsOfSpeech ? partsOf(words, document.cache) : null,
      };
    },
  };
}
