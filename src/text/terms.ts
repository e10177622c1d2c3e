import { stemmer as italianStem } from '@orama/stemmers/italian';
import { englishStem } from './english-stem.ts';
import { foldedForm, squeezedForm } from './folded-form.ts';
import { withoutClitics } from './italian-analyser.ts';
import type { ReadLanguage } from './lexicon.ts';
import { scannableText, scanWords } from './scanned-words.ts';
import { termLexicon, type TermLexicon } from './term-lexicon.ts';

/** Version of what counts as a term of a text. */
export const TERMS_VERSION = 'terms 1';

/** A content word of a text: what it is counted by, as it is written, and its place in the scanned text. */
export interface TextTerm {
  /** Snowball stem of the folded form: what all inflections share. */
  readonly stem: string;
  /** Lower case as written. */
  readonly form: string;
  /** What stands between the content word before and this one where the two may be one term: a blank, or one linking word. */
  readonly joined: boolean;
  readonly start: number;
  readonly end: number;
}

/** The terms of texts in one language. */
export interface TermReader {
  /** Content words in the order of the text. O(length). */
  readonly termsOf: (text: string) => TextTerm[];
  /** Distinct stems of the content words, without the words that surround a question. */
  readonly topicOf: (text: string) => string[];
  /** The text between two offsets of its terms, in lower case with single blanks: how a term of two words is written. */
  readonly writtenAs: (text: string, start: number, end: number) => string;
}

const LEAST_LETTERS = 3;
/** Forms whose stem is remembered; emptied when full, so that a reader of any number of texts stays small. */
const MOST_REMEMBERED = 60_000;

interface KnownForm {
  readonly stem: string;
  readonly kind: 'content' | 'frame' | 'link' | 'stop';
}

function formReader(language: ReadLanguage, { stopWords, frameWords, linkingWords }: TermLexicon): (form: string) => KnownForm {
  const stemOf = language === 'it' ? (form: string) => italianStem(withoutClitics(form)) : englishStem;
  const known = new Map<string, KnownForm>();
  const read = (form: string): KnownForm => {
    const folded = foldedForm(form);
    const plain = squeezedForm(folded, () => false) ?? folded;
    const stem = stemOf(plain);
    if (linkingWords.has(plain)) return { stem, kind: 'link' };
    if (plain.length < LEAST_LETTERS || stopWords.has(plain)) return { stem, kind: 'stop' };
    return { stem, kind: frameWords.has(plain) ? 'frame' : 'content' };
  };
  return (form) => {
    let entry = known.get(form);
    if (entry === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(form, (entry = read(form)));
    }
    return entry;
  };
}

/**
 * Reads terms in Italian or English: content words counted by stem, without stop words, handles, links and numbers; two
 * content words in a row, or with one linking word between them, may be one term. Words that frame a question are
 * content everywhere but in {@link TermReader.topicOf}.
 * @example termReader('it').termsOf('La carta di credito').map(({ stem }) => stem) // ['cart', 'cred']
 */
export function termReader(language: ReadLanguage): TermReader {
  const read = formReader(language, termLexicon(language));
  const termsOf = (text: string): TextTerm[] => {
    const terms: TextTerm[] = [];
    // how many words since the last content word: a second one parts the two
    let between = 2;
    scanWords(scannableText(text), ({ form, start, end, follows }) => {
      if (!follows) between = 2;
      const { stem, kind } = read(form);
      if (kind === 'content' || kind === 'frame') {
        terms.push({ stem, form, joined: between < 2, start, end });
        between = 0;
      } else between += kind === 'link' ? 1 : 2;
    });
    return terms;
  };
  return {
    termsOf,
    topicOf(text) {
      const stems = new Set<string>();
      scanWords(scannableText(text), ({ form }) => {
        const { stem, kind } = read(form);
        if (kind === 'content') stems.add(stem);
      });
      return [...stems];
    },
    writtenAs: (text, start, end) => scannableText(text).slice(start, end).replaceAll(/[\s-]+/gu, ' '),
  };
}
