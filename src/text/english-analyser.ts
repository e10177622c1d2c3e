import { wordMemory, type Analyser, type Analysis, type PreparedText, type Sentence, type Token, type TokenKind, type WordMemory } from './analysis.ts';
import { englishStem } from './english-stem.ts';
import { englishTagger, type TaggedWord } from './english-tagger.ts';
import { foldedForm, squeezedForm } from './folded-form.ts';
import type { WordKnowledge } from './italian-analyser.ts';
import { sliceTable } from './slice-table.ts';

// wink-nlp splits contractions; these are the words behind the pieces.
const PIECES: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'], ['nt', 'not'], ['ca', 'can'], ['wo', 'will'], ['sha', 'shall'], ["'ll", 'will'], ["'re", 'are'], ["'ve", 'have'], ["'m", 'am'], ["'d", 'would'],
]);
/** Stretches of text and words that are remembered; emptied when full. */
const MOST_REMEMBERED = 60_000;
/** Stretches that wink-nlp has split after which the tagger is renewed: it keeps each in memory. */
const MOST_SPLIT = 150_000;

const kindOf = (raw: string): TokenKind => {
  if (/[\p{L}]/u.test(raw)) return 'word';
  return /^\p{N}/u.test(raw) ? 'number' : 'punctuation';
};

/** One word that a token stands for; the same object wherever it is met. */
interface Form {
  readonly form: string;
  readonly stem: string;
  readonly memory: WordMemory;
}

/** A token of a stretch, with what it stands for on its own and before "n't". */
interface Piece extends TaggedWord {
  readonly kind: TokenKind;
  readonly elongated: boolean;
  readonly forms: readonly Form[];
  readonly denied: readonly Form[];
  /** Closes a sentence by itself: a run that begins with a question or exclamation mark. */
  readonly closes: boolean;
}

/** What is remembered of a stretch of text without blanks. */
interface Stretch {
  readonly pieces: readonly Piece[];
  /** Its pieces, one after another, are the stretch itself. */
  readonly whole: boolean;
  /** Holds a word that some pattern asks a part of speech of. */
  readonly asksTags: boolean;
}

const endsInQuestion = (tokens: readonly Token[]): boolean => {
  for (let at = tokens.length - 1; at >= 0 && at >= tokens.length - 3; at -= 1) if (tokens[at]?.form.includes('?') === true) return true;
  return false;
};

const BLANK = 32;
const FIRST_WIDE = 0xa0;
const isBlank = (code: number): boolean =>
  code === BLANK || (code >= FIRST_WIDE && (code === FIRST_WIDE || (code >= 0x2002 && code <= 0x2005) || code === 0x2009 || code === 0x200a || code === 0x202f || code === 0x205f));
const isLineSign = (code: number): boolean => code === 10 || code === 13 || code === 9;

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
    const made = { form, stem: isWord ? englishStem(form) : form, memory: wordMemory() };
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
  const pieceOf = (word: TaggedWord): Piece => {
    const { value: raw } = word;
    const kind = kindOf(raw);
    if (kind !== 'word') {
      const forms = [wordOf(raw.slice(0, 12), false)];
      return { ...word, kind, elongated: false, forms, denied: forms, closes: kind === 'punctuation' && /^[?!]/u.test(raw) };
    }
    const wordsOf = (forms: readonly string[]): Form[] => forms.map((form) => wordOf(form, true));
    const alone = formsOf(raw, false);
    const forms = wordsOf(alone.forms);
    return { ...word, kind, elongated: alone.elongated, forms, denied: PIECES.has(foldedForm(raw)) ? wordsOf(formsOf(raw, true).forms) : forms, closes: false };
  };
  const stretches = sliceTable(MOST_REMEMBERED, (written): Stretch => {
    const words = tagger.split(written);
    return { pieces: words.map(pieceOf), whole: words.map(({ value }) => value).join('') === written, asksTags: knowledge.needsTags?.(written) !== false };
  });

  const renew = (): void => {
    tagger = englishTagger();
    stretches.clear();
  };

  const analyse = (prepared: PreparedText): Analysis => {
    const { clean } = prepared;
    // between texts only: the words of a text are the tagger's
    if (tagger.kept() >= MOST_SPLIT) renew();
    const pieces: Piece[] = [];
    const spaced: boolean[] = [];
    /** Where each token begins in the clean text; unknown from the first token on that is not written as it is split. */
    const starts: number[] = [];
    let sure = true;
    let asksTags = knowledge.needsTags === undefined;
    let blank = false;
    for (let at = 0; at < clean.length; ) {
      const code = clean.charCodeAt(at);
      if (isBlank(code)) {
        blank = true;
        at += 1;
        continue;
      }
      const from = at;
      const line = isLineSign(code);
      for (at += 1; at < clean.length; at += 1) {
        const next = clean.charCodeAt(at);
        if (line ? !isLineSign(next) : isBlank(next) || isLineSign(next)) break;
      }
      const stretch = stretches.of(clean, from, at);
      sure = sure && stretch.whole;
      asksTags = asksTags || stretch.asksTags;
      let start = from;
      for (let place = 0; place < stretch.pieces.length; place += 1) {
        const piece = stretch.pieces[place];
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
      const next = pieces[index + 1]?.value;
      const forms = next !== undefined && next.length === 3 && next.toLowerCase() === "n't" ? piece.denied : piece.forms;
      for (const { form, stem, memory } of forms) tokens.push({ form, stem, kind, negated: negated[index] ?? false, elongated: piece.elongated, partOfSpeech: partsOfSpeech?.[index] ?? null, start, end, memory });
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
