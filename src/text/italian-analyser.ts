import { stemmer } from '@orama/stemmers/italian';
import type { Analyser, Analysis, PreparedText, Sentence, Token, TokenKind } from './analysis.ts';
import { foldedForm, squeezedForm } from './folded-form.ts';

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
const TOKEN = /\p{L}[\p{L}\p{N}]*'?|\p{N}+(?:[.,:/]\p{N}+)*|[.!?…]+|[^\s\p{L}\p{N}]/gu;
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

/**
 * Italian tokens, stems (Snowball), negation and sentences. Elisions stand apart ("dov'è" gives "dove", "è"), slang
 * spellings become the full words, and a negation reaches five words unless punctuation or an adversative ends it.
 */
export function italianAnalyser(knowledge: WordKnowledge): Analyser {
  const stems = new Map<string, string>();
  const stemOf = (form: string): string => {
    let stem = stems.get(form);
    if (stem === undefined) {
      stem = stemmer(withoutClitics(form));
      stems.set(form, stem);
    }
    return stem;
  };
  const formsOf = (raw: string): { forms: readonly string[]; elongated: boolean } => {
    const folded = foldedForm(raw.endsWith("'") ? raw.slice(0, -1) : raw);
    const accented = raw.endsWith("'") && folded === 'e' ? 'è' : folded;
    const squeezed = squeezedForm(accented, (form) => knowledge.known(form) || knowledge.spellings.has(form));
    const form = squeezed ?? accented;
    const spelling = knowledge.spellings.get(form);
    return { forms: spelling === undefined ? [form] : spelling.split(' '), elongated: squeezed !== null };
  };
  const analyse = (prepared: PreparedText): Analysis => {
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    let first = 0;
    let reach = 0;
    const close = (question: boolean): void => {
      if (tokens.length > first) sentences.push({ first, end: tokens.length, question });
      first = tokens.length;
      reach = 0;
    };
    for (const match of prepared.clean.matchAll(TOKEN)) {
      const raw = match[0];
      const kind = kindOf(raw);
      const start = prepared.origin(match.index);
      const end = prepared.origin(match.index + raw.length - 1) + 1;
      const { forms, elongated } = kind === 'word' ? formsOf(raw) : { forms: [raw.length > 3 ? raw.slice(0, 12) : raw], elongated: false };
      for (const form of forms) {
        if (kind === 'punctuation' || knowledge.negationStops.has(form)) reach = 0;
        tokens.push({ form, stem: kind === 'word' ? stemOf(form) : form, kind, negated: reach > 0, elongated, partOfSpeech: null, start, end });
        if (reach > 0) reach -= 1;
        if (knowledge.negators.has(form)) reach = NEGATION_REACH;
      }
      if (isStop(raw)) close(raw.includes('?'));
      else if (kind === 'punctuation' && raw === '\n') close(false);
    }
    close(false);
    return { tokens, sentences, polarity: 0 };
  };
  return { analyse, recycle: () => { stems.clear(); } };
}
