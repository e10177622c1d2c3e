import { stemmer } from '@orama/stemmers/italian';
import type { Analyser, Analysis, PreparedText, Sentence, Token, TokenKind, WordMemory } from './analysis.ts';
import { foldedForm, squeezedForm } from './folded-form.ts';
import { sliceTable } from './slice-table.ts';

/** What the Italian analyser needs to know of words: slang spellings, negations, and which forms the lexicons hold. */
export interface WordKnowledge {
  readonly spellings: ReadonlyMap<string, string>;
  readonly negators: ReadonlySet<string>;
  /** Words that end the reach of a negation. */
  readonly negationStops: ReadonlySet<string>;
  readonly known: (form: string) => boolean;
  /** Whether a text may hold a word whose part of speech some pattern asks for; always, where this is left out. */
  readonly needsTags?: (text: string) => boolean;
}

// A word with its elision ("l'", "dov'"), a number with its decimals, or one punctuation mark run.
const TOKEN = /\p{L}[\p{L}\p{N}]*'?|\p{N}+(?:[.,:/]\p{N}+)*|[.!?…]+|[^\s\p{L}\p{N}]/uy;
const BLANK = /\s/u;
const FIRST_CODES = 0x250;
const LETTER = 1;
const OTHER = 2;
const SPACE = 4;
/** Classes of the first characters of Unicode, by code: letters, blanks, and what is left to the pattern. */
const CLASSES = Uint8Array.from({ length: FIRST_CODES }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\p{L}/u.test(character)) return LETTER;
  return BLANK.test(character) ? SPACE : OTHER;
});
const APOSTROPHE = 39;

/** Where the next token begins, at `from` or after it; the length of the text when none does. */
const nextToken = (text: string, from: number): number => {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < FIRST_CODES ? CLASSES[code] !== SPACE : !BLANK.test(text.charAt(at))) break;
  }
  return at;
};

/** The end of the token that begins at a place: {@link TOKEN}, with plain words told by their letters. */
const tokenEnd = (text: string, from: number): number => {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < FIRST_CODES && CLASSES[code] === LETTER) continue;
    if (at === from || code >= FIRST_CODES || (code >= 0xb2 && code <= 0xbe) || (code >= 48 && code <= 57)) break;
    return code === APOSTROPHE ? at + 1 : at;
  }
  if (at >= text.length) return at;
  TOKEN.lastIndex = from;
  const match = TOKEN.exec(text);
  return match === null ? from + 1 : from + Math.max(1, match[0].length);
};
const NEGATION_REACH = 5;
const CLITIC = /^(.{3,}(?:r|nd[oi]))(?:glie)?(?:lo|la|li|le|ne|mi|ti|ci|vi|si|melo|mela|celo|velo)$/u;

/**
 * The infinitive or gerund under its clitic pronouns; other words come back unchanged.
 * @example withoutClitics('comprarlo') // 'comprar'
 */
export function withoutClitics(form: string): string {
  return CLITIC.exec(form)?.[1] ?? form;
}

const kindOf = (raw: string): TokenKind => {
  if (/^\p{L}/u.test(raw)) return 'word';
  return /^\p{N}/u.test(raw) ? 'number' : 'punctuation';
};

const isStop = (raw: string): boolean => /^[.!?…]/u.test(raw);

/** One word that a token stands for; the same object wherever it is met. */
interface Form extends WordMemory {
  readonly form: string;
  readonly stem: string;
  readonly negates: boolean;
  /** Ends the reach of a negation. */
  readonly stops: boolean;
}

/** What is remembered of a token as written. */
interface Piece {
  readonly kind: TokenKind;
  readonly elongated: boolean;
  readonly forms: readonly Form[];
  /** Closes a sentence; `question` is then whether it asks. */
  readonly closes: boolean;
  readonly question: boolean;
}

/** Tokens and words that are remembered; emptied when full. */
const MOST_REMEMBERED = 60_000;

/**
 * Italian tokens, stems (Snowball), negation and sentences. Elisions stand apart ("dov'è" gives "dove", "è"), slang
 * spellings become the full words, and a negation reaches five words unless punctuation or an adversative ends it.
 * What a token as written gives is remembered, because the same words come again and again.
 */
export function italianAnalyser(knowledge: WordKnowledge): Analyser {
  const words = new Map<string, Form>();
  const wordOf = (form: string, kind: TokenKind): Form => {
    const key = kind === 'word' ? form : ` ${form}`;
    const known = words.get(key);
    if (known !== undefined) return known;
    const made = {
      form, stem: kind === 'word' ? stemmer(withoutClitics(form)) : form, inbound: undefined, outbound: undefined, promises: undefined, ngrams: undefined, valence: undefined,
      negates: knowledge.negators.has(form), stops: kind === 'punctuation' || knowledge.negationStops.has(form),
    };
    if (words.size >= MOST_REMEMBERED) words.clear();
    // a number and a sign never look alike, so that one key serves both
    words.set(key, made);
    return made;
  };
  const formsOf = (raw: string): { forms: readonly string[]; elongated: boolean } => {
    const folded = foldedForm(raw.endsWith("'") ? raw.slice(0, -1) : raw);
    const accented = raw.endsWith("'") && folded === 'e' ? 'è' : folded;
    const squeezed = squeezedForm(accented, (form) => knowledge.known(form) || knowledge.spellings.has(form));
    const form = squeezed ?? accented;
    const spelling = knowledge.spellings.get(form);
    return { forms: spelling === undefined ? [form] : spelling.split(' '), elongated: squeezed !== null };
  };
  const pieces = sliceTable(MOST_REMEMBERED, (raw): Piece => {
    const kind = kindOf(raw);
    const { forms, elongated } = kind === 'word' ? formsOf(raw) : { forms: [raw.length > 3 ? raw.slice(0, 12) : raw], elongated: false };
    const stop = isStop(raw);
    return { kind, elongated, forms: forms.map((form) => wordOf(form, kind)), closes: stop || (kind === 'punctuation' && raw === '\n'), question: stop && raw.includes('?') };
  });
  const analyse = ({ clean, origin }: PreparedText): Analysis => {
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    let first = 0;
    let reach = 0;
    const close = (question: boolean): void => {
      if (tokens.length > first) sentences.push({ first, end: tokens.length, question });
      first = tokens.length;
      reach = 0;
    };
    for (let from = nextToken(clean, 0); from < clean.length; ) {
      const to = tokenEnd(clean, from);
      const piece = pieces.of(clean, from, to);
      const { kind, elongated, forms } = piece;
      const start = origin(from);
      const end = origin(to - 1) + 1;
      for (let at = 0; at < forms.length; at += 1) {
        const word = forms[at];
        if (word === undefined) break;
        if (word.stops) reach = 0;
        tokens.push({ form: word.form, stem: word.stem, kind, negated: reach > 0, elongated, partOfSpeech: null, start, end, memory: word });
        if (reach > 0) reach -= 1;
        if (word.negates) reach = NEGATION_REACH;
      }
      if (piece.closes) close(piece.question);
      from = nextToken(clean, to);
    }
    close(false);
    return { tokens, sentences, polarity: 0 };
  };
  return {
    analyse,
    recycle: () => {
      words.clear();
      pieces.clear();
    },
  };
}
