import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { tokenMachine, type MachineHit, type TokenMachine } from './token-machine.ts';

// What is used here of wink-nlp 2.4.0 beyond its types: the model's parts and the document that it hands to them.
interface WinkCache {
  readonly value: (lexeme: number) => string;
  readonly normal: (lexeme: number) => number;
  readonly nox: (word: number) => number;
  readonly property: (lexeme: number, name: string) => number | string;
  readonly posOf: (lexeme: number) => number;
  readonly mappedSpelling: (lexeme: number) => number;
  readonly isMemberPOS: (lexeme: number, pos: number) => boolean;
  readonly valueOf: (feature: string, index: number) => string;
  readonly intrinsicSize: () => number;
}
interface WinkDocument {
  readonly cache: WinkCache;
  /** Four numbers a token: lexeme, blanks before it with the normal of a contraction's part, part of speech, negation. */
  readonly tokens: number[];
  readonly sentences: [first: number, last: number, negated: number, sentiment: number][];
  readonly document: [number, number, number, number];
  numOfTokens: number;
  numOfSentences: number;
}
type Transform = (symbol: number, cache: WinkCache, tokens: readonly number[], at: number) => number;
type Setter = (hits: MachineHit[], document: WinkDocument, constants?: typeof CONSTANTS, search?: typeof spanOf) => void;
interface WinkPart {
  readonly machines: readonly string[];
  readonly transformers: readonly Transform[];
  readonly setter: Setter;
}
interface WinkCore {
  readonly features: { readonly lexeme: { readonly hash: Record<string, number>; readonly list: readonly string[] } };
}
interface WinkModel {
  readonly core: () => WinkCore;
  readonly sbd: () => WinkPart;
  readonly negation: () => WinkPart;
  readonly sa: () => WinkPart;
  readonly pos: () => WinkPart;
  readonly metaCER: () => unknown;
}

const WINK = model as unknown as WinkModel;
const SIZE = 4;
const CONSTANTS = { tkSize: SIZE, negationFlag: 2 ** 31 } as const;
const POS_BITS = 20;
const POS_MASK = 0x3f00000;
const CONTRACTED = 65_535;
const UNKNOWN = -1;
/** Stands for the end of a line, which the machines pass over. */
const LINE_END = -2;
/** Added to the hint of a word to make it a symbol. */
const HINT = 1_080_000;

/** One token as wink-nlp makes it from a stretch without blanks. */
export interface TaggedWord {
  readonly value: string;
  readonly lexeme: number;
  /** Lexeme of the lower-case form; whatever is not in the model counts as {@link UNKNOWN} in `symbol`. */
  readonly normal: number;
  readonly symbol: number;
  /** What the sentence machine sees: without and with a blank before the token. */
  readonly glued: number;
  readonly spaced: number;
  /** Part of speech where the model fixes it (parts of contractions), else 0; the likeliest one; the hint to the tagger, else 0. */
  readonly fixedPos: number;
  readonly likelyPos: number;
  readonly posHint: number;
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

/** The tagger of one thread; it keeps every new word that it has split, so it has to be given up now and then. */
export interface EnglishTagger {
  /** Tokens of a stretch of text without blanks. Depends on nothing that was split before. */
  readonly split: (stretch: string) => readonly TaggedWord[];
  /** Negation, sentences, polarity and, where asked for, parts of speech of a text. `spaced` says of each token whether a blank stands before it. */
  readonly tag: (words: readonly TaggedWord[], spaced: readonly boolean[], partsOfSpeech: boolean) => TaggedText;
}

/** Place of a token among spans; between two of them a half. */
const spanOf = (token: number, spans: readonly (readonly (number | string)[])[]): number => {
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

const NONE_NEGATED: readonly boolean[] = Array.from({ length: 512 }, () => false);

/**
 * English tokens, sentences, negation, polarity and parts of speech, as wink-nlp's pipes `sbd`, `negation`, `sentiment` and
 * `pos` give them with the model `wink-eng-lite-web-model`. wink-nlp itself only splits stretches of text into tokens; its
 * machines run in {@link tokenMachine}, its own setters settle what they find. wink-nlp takes a word for known once it has
 * met it, so that its tokens depend on what was read before; here what a stretch added is forgotten at once.
 */
export function englishTagger(): EnglishTagger {
  const shared: { core: WinkCore | null; document: WinkDocument | null } = { core: null, document: null };
  const part: WinkPart = { machines: ['[100,0,{"0":{}},{},{},{}]'], transformers: [(symbol) => symbol], setter: (_, document) => void (shared.document = document) };
  const nlp = winkNLP({ ...WINK, core: () => (shared.core = WINK.core()), sbd: () => part, metaCER: () => ({ machines: null, transformers: [null] }) } as unknown as typeof model, ['sbd']);
  const [sentenceSymbol] = WINK.sbd().transformers;
  const [setSentences, setNegation, setSentiment] = [WINK.sbd().setter, WINK.negation().setter, WINK.sa().setter];
  // filled anew for every text
  const flat: number[] = [];
  const symbols: number[] = [];
  const seen: number[] = [];

  const described = ({ cache, tokens }: WinkDocument): TaggedWord[] => {
    const size = cache.intrinsicSize();
    const lineEnd = shared.core?.features.lexeme.hash['\n'];
    const words: TaggedWord[] = [];
    for (let at = 0; at < tokens.length; at += SIZE) {
      const [lexeme, before, pos] = [tokens[at] ?? 0, tokens[at + 1] ?? 0, tokens[at + 2] ?? 0];
      const normal = before > CONTRACTED ? cache.nox(before) : cache.normal(lexeme);
      const hinted = (blank: number): number => {
        if (normal === lineEnd) return LINE_END;
        const symbol = sentenceSymbol?.(normal, cache, [lexeme, blank, 0, 0], 0) ?? normal;
        return symbol === normal && normal >= size ? UNKNOWN : symbol;
      };
      words.push({
        value: cache.value(lexeme), lexeme, normal, symbol: normal === lineEnd ? LINE_END : normal < size ? normal : UNKNOWN, glued: hinted(0), spaced: hinted(1),
        fixedPos: pos === 0 ? 0 : pos & POS_MASK, likelyPos: pos === 0 ? cache.posOf(cache.mappedSpelling(lexeme)) || 8 : (pos & POS_MASK) >>> POS_BITS, posHint: Number(cache.property(lexeme, 'posHint')) || 0,
      });
    }
    return words;
  };

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
    return words.map(({ fixedPos }, at) => cache.valueOf('pos', fixedPos === 0 ? tags[at] ?? 0 : fixedPos >>> POS_BITS));
  };

  return {
    split: (stretch) => {
      const list = shared.core?.features.lexeme.list ?? [];
      const before = list.length;
      nlp.readDoc(stretch);
      const { document, core } = shared;
      if (document === null || core === null) return [];
      machines ??= machinesOf(document.cache.intrinsicSize());
      const words = described(document);
      for (let at = before; at < list.length; at += 1) Reflect.deleteProperty(core.features.lexeme.hash, list[at] ?? '');
      return words;
    },
    tag: (words, spaced, partsOfSpeech) => {
      const { document } = shared;
      if (document === null || machines === null) return { negated: [], sentences: [], polarity: 0, partsOfSpeech: partsOfSpeech ? [] : null };
      const length = words.length;
      symbols.length = 0;
      seen.length = 0;
      for (let at = 0; at < length; at += 1) {
        const word = words[at];
        if (word === undefined) break;
        symbols.push(word.symbol);
        seen.push(spaced[at] === true ? word.spaced : word.glued);
      }
      const text: WinkDocument = { cache: document.cache, tokens: flat, sentences: [], document: [0, length - 1, 0, 0], numOfTokens: length, numOfSentences: 0 };
      setSentences(machines.sentences.hits(seen, length), text);
      text.numOfSentences = text.sentences.length;
      const denials = machines.negation.hits(symbols, length);
      flat.length = 0;
      for (let at = 0; at < length; at += 1) flat.push(words[at]?.lexeme ?? 0, 0, 0, 0);
      if (denials.length > 0) setNegation(denials, text, CONSTANTS, spanOf);
      const feelings = machines.sentiment.hits(symbols, length);
      if (feelings.length > 0) setSentiment(feelings, text, CONSTANTS, spanOf);
      return {
        negated: denials.length === 0 && length <= NONE_NEGATED.length ? NONE_NEGATED : words.map((_, at) => (flat[at * SIZE + 3] ?? 0) >= CONSTANTS.negationFlag),
        sentences: text.sentences, polarity: text.document[3] || 0,
        partsOfSpeech: partsOfSpeech ? partsOf(words, document.cache) : null,
      };
    },
  };
}
