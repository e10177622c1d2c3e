import type { Analyser, Analysis, PreparedText, Sentence, Token, TokenKind, WordMemory } from './analysis.ts';
import { englishStem } from './english-stem.ts';
import { englishTagger, type TaggedWord } from './english-tagger.ts';
import { foldedForm, squeezedForm } from './folded-form.ts';
import type { WordKnowledge } from './italian-analyser.ts';
import { NO_SLICE, sliceHash, sliceTable } from './slice-table.ts';

// wink-nlp splits contractions; these are the words behind the pieces.
const PIECES: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'], ['nt', 'not'], ['ca', 'can'], ['wo', 'will'], ['sha', 'shall'], ["'ll", 'will'], ["'re", 'are'], ["'ve", 'have'], ["'m", 'am'], ["'d", 'would'],
]);
/** Stretches of text and words that are remembered; emptied when full. */
const MOST_REMEMBERED = 60_000;
/** Stretches that wink-nlp has split after which the tagger is renewed: it keeps each in memory. */
const MOST_SPLIT = 150_000;

const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const kindOf = (raw: string): TokenKind => {
  if (isAsciiLetter(raw.charCodeAt(0))) return 'word';
  if (/[\p{L}]/u.test(raw)) return 'word';
  return /^\p{N}/u.test(raw) ? 'number' : 'punctuation';
};

/** One word that a token stands for; the same object wherever it is met. */
interface Form extends WordMemory {
  readonly form: string;
  readonly stem: string;
}

/** A token of a stretch, with what it stands for on its own and before "n't". */
interface Piece extends TaggedWord {
  readonly kind: TokenKind;
  readonly elongated: boolean;
  readonly forms: readonly Form[];
  /** Its form where it is but one and stays so before "n't". */
  readonly sole: Form | null;
  readonly denied: readonly Form[];
  /** Closes a sentence by itself: a run that begins with a question or exclamation mark. */
  readonly closes: boolean;
  /** Is "n't", which makes another word of the one before it. */
  readonly denies: boolean;
}

/** What is remembered of a stretch of text without blanks. */
interface Stretch {
  /** Its piece where it is but one, so that most stretches need no list. */
  readonly only: Piece | null;
  readonly pieces: readonly Piece[];
  /** Its pieces, one after another, are the stretch itself. */
  readonly whole: boolean;
  /** Holds a word that some pattern asks a part of speech of. */
  readonly asksTags: boolean;
}

const NO_FORMS: readonly Form[] = [];

const endsInQuestion = (tokens: readonly Token[]): boolean => {
  for (let at = tokens.length - 1; at >= 0 && at >= tokens.length - 3; at -= 1) if (tokens[at]?.form.includes('?') === true) return true;
  return false;
};

const BLANK = 1;
const LINE = 2;
/** What ends a stretch, by code: blanks, and the signs of a new line, which are a stretch of their own. */
const BREAKS = ((): Uint8Array => {
  const breaks = new Uint8Array(0x2060);
  for (const code of [0x20, 0xa0, 0x2002, 0x2003, 0x2004, 0x2005, 0x2009, 0x200a, 0x202f, 0x205f]) breaks[code] = BLANK;
  for (const code of [9, 10, 13]) breaks[code] = LINE;
  return breaks;
})();
const breakOf = (code: number): number => (code < BREAKS.length ? BREAKS[code] ?? 0 : 0);

/**
 * English tokens, negation, sentences and document polarity from wink-nlp's model, with Snowball stems and slang spellings
 * made full words; parts of speech too where a text holds a word that some pattern asks them of. What a stretch of text
 * without blanks gives is remembered, because the same words come again and again; the same text gives the same analysis
 * whatever was read before. The tagger is renewed now and then, because wink-nlp keeps every token it has seen.
 */
export function englishAnalyser(knowledge: WordKnowledge): Analyser {
  let tagger = englishTagger();
  const words = new Map<string, Form>();
  const wordOf = (form: string, isWord: boolean): Form => {
    const key = isWord ? form : ` ${form}`;
    const known = words.get(key);
    if (known !== undefined) return known;
    const made = { form, stem: isWord ? englishStem(form) : form, inbound: undefined, outbound: undefined, promises: undefined, ngrams: undefined, valence: undefined };
    if (words.size >= MOST_REMEMBERED) words.clear();
    words.set(key, made);
    return made;
  };
  const formsOf = (raw: string, denied: boolean): { forms: readonly string[]; elongated: boolean } => {
    const lower = foldedForm(raw);
    const piece = PIECES.get(lower);
    if (piece !== undefined && (lower.length > 2 || lower.startsWith("'") || denied || lower === 'nt')) return { forms: [piece], elongated: false };
    const squeezed = squeezedForm(lower, (form) => knowledge.known(form) || knowledge.spellings.has(form));
    const form = squeezed ?? lower;
    const spelling = knowledge.spellings.get(form);
    return { forms: spelling === undefined ? [form] : spelling.split(' '), elongated: squeezed !== null };
  };
  // one object of one shape with everything in it: what a token asks of its piece lies side by side
  const made = ({ value, lexeme, normal, symbol, glued, spaced, fixedPos, likelyPos, posHint, begins }: TaggedWord, kind: TokenKind, elongated: boolean, forms: readonly Form[], denied: readonly Form[], closes: boolean, denies: boolean): Piece =>
    ({ value, symbol, begins, glued, spaced, kind, elongated, closes, denies, sole: forms === denied && forms.length === 1 ? forms[0] ?? null : null, forms, denied, lexeme, normal, fixedPos, likelyPos, posHint });
  const wordsOf = (forms: readonly string[]): Form[] => forms.map((form) => wordOf(form, true));
  const pieceOf = (word: TaggedWord): Piece => {
    const { value: raw } = word;
    const kind = kindOf(raw);
    if (kind !== 'word') {
      const forms = [wordOf(raw.slice(0, 12), false)];
      return made(word, kind, false, forms, forms, kind === 'punctuation' && /^[?!]/u.test(raw), false);
    }
    const alone = formsOf(raw, false);
    const forms = wordsOf(alone.forms);
    const denied = PIECES.has(foldedForm(raw)) ? wordsOf(formsOf(raw, true).forms) : forms;
    return made(word, kind, alone.elongated, forms, denied, false, raw.length === 3 && raw.toLowerCase() === "n't");
  };
  const stretches = sliceTable(MOST_REMEMBERED, (written): Stretch => {
    const words = tagger.split(written);
    const parts = words.map(pieceOf);
    return { only: parts.length === 1 ? parts[0] ?? null : null, pieces: parts, whole: parts.length === 1 ? parts[0]?.value === written : parts.map(({ value }) => value).join('') === written, asksTags: knowledge.needsTags?.(written) !== false };
  });

  const renew = (): void => {
    tagger = englishTagger();
    stretches.clear();
  };

  // filled anew for every text
  const pieces: Piece[] = [];
  const spaced: boolean[] = [];
  /** Where each token begins in the clean text; unknown from the first token on that is not written as it is split. */
  const starts: number[] = [];
  const analyse = (prepared: PreparedText): Analysis => {
    const { clean } = prepared;
    // between texts only: the words of a text are the tagger's
    if (tagger.kept() >= MOST_SPLIT) renew();
    pieces.length = 0;
    spaced.length = 0;
    starts.length = 0;
    let sure = true;
    let asksTags = knowledge.needsTags === undefined;
    let blank = false;
    for (let at = 0; at < clean.length; ) {
      const from = at;
      const sign = breakOf(clean.charCodeAt(at));
      at += 1;
      if (sign === BLANK) {
        blank = true;
        continue;
      }
      let hash = sliceHash(NO_SLICE, clean.charCodeAt(from));
      for (; at < clean.length; at += 1) {
        const code = clean.charCodeAt(at);
        if (sign === LINE ? breakOf(code) !== LINE : breakOf(code) !== 0) break;
        hash = sliceHash(hash, code);
      }
      const stretch = stretches.hashed(clean, from, at, hash);
      const { only, pieces: parts } = stretch;
      sure = sure && stretch.whole;
      asksTags = asksTags || stretch.asksTags;
      if (only !== null) {
        pieces.push(only);
        spaced.push(blank);
        starts.push(sure ? from : -1);
        blank = false;
        continue;
      }
      let start = from;
      for (let place = 0; place < parts.length; place += 1) {
        const piece = parts[place];
        if (piece === undefined) break;
        pieces.push(piece);
        spaced.push(blank && place === 0);
        starts.push(sure ? start : -1);
        start += piece.value.length;
      }
      blank = false;
    }
    const { negated, sentences: spans, polarity, partsOfSpeech } = tagger.tag(pieces, spaced, asksTags);
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    let cursor = 0;
    let spanIndex = 0;
    let first = 0;
    for (let index = 0; index < pieces.length; index += 1) {
      const piece = pieces[index];
      if (piece === undefined) break;
      const { value: raw, kind } = piece;
      const at = (starts[index] ?? -1) < 0 ? clean.indexOf(raw, cursor) : starts[index] ?? -1;
      const from = at < 0 ? cursor : at;
      cursor = Math.min(clean.length, from + raw.length);
      const start = prepared.origin(from);
      const end = Math.max(start, prepared.origin(Math.max(from, cursor - 1)) + 1);
      const { sole } = piece;
      const partOfSpeech = partsOfSpeech === null ? null : partsOfSpeech[index] ?? null;
      const forms = sole !== null ? NO_FORMS : pieces[index + 1]?.denies === true ? piece.denied : piece.forms;
      if (sole !== null) tokens.push({ form: sole.form, stem: sole.stem, kind, negated: negated[index] ?? false, elongated: piece.elongated, partOfSpeech, start, end, memory: sole });
      for (let place = 0; place < forms.length; place += 1) {
        const word = forms[place];
        if (word === undefined) break;
        tokens.push({ form: word.form, stem: word.stem, kind, negated: negated[index] ?? false, elongated: piece.elongated, partOfSpeech, start, end, memory: word });
      }
      const spanEnd = spans[spanIndex]?.[1] ?? Number.POSITIVE_INFINITY;
      if (index >= spanEnd || piece.closes) {
        if (index >= spanEnd) spanIndex += 1;
        sentences.push({ first, end: tokens.length, question: endsInQuestion(tokens) });
        first = tokens.length;
      }
    }
    if (tokens.length > first) sentences.push({ first, end: tokens.length, question: false });
    return { tokens, sentences, polarity };
  };
  return {
    analyse,
    recycle: () => {
      renew();
      words.clear();
    },
  };
}
