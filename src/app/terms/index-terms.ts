import { LEAST_TERM_AUTHORS } from '../../domain/terms/distinctive-terms.ts';
import { createPairCensus, type TermRow } from '../../domain/terms/pair-census.ts';
import { codePosition } from '../../domain/terms/term-code.ts';
import { commonest, createVocabulary, type Vocabulary } from '../../domain/terms/vocabulary.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { clearTerms, messageTerms, messageTexts, storeMessageTerms, storeTerms, termTexts, type StoredTerm, type TermText } from '../../store/term-index.ts';
import { READ_LANGUAGES, type ReadLanguage } from '../../text/lexicon.ts';
import { termReader, type TermReader } from '../../text/terms.ts';

/** How the work tells where it is; throws to stop it. */
export interface TermsWork {
  readonly onStep: (done: number) => void;
}

const BATCH = 5000;
/** Messages whose terms are sorted by author in memory before they are stored. */
const BUFFER = 100_000;
/** Terms of two words that a language has at most. */
const MOST_PAIRS = 20_000;

const isRead = (language: string): language is ReadLanguage => (READ_LANGUAGES as readonly string[]).includes(language);

function* batches(project: ProjectDatabase): Generator<TermText[]> {
  for (let lastId = 0; ; ) {
    const texts = termTexts(project, lastId, BATCH);
    const last = texts.at(-1);
    if (last === undefined) return;
    lastId = last.messageId;
    yield texts;
  }
}

/**
 * Finds the terms of everything that people wrote. Phases: 1. survey every text, to learn which words are worth a place in
 * the vocabulary; 2. write each message as the codes of its words, author by author; 3. in those, find two words in a row
 * that are one term; 4. look up how these are written. Memory is bounded by the vocabulary (see `createVocabulary`,
 * `createPairCensus`) and by the messages sorted at once, whatever the size of the project. Returns the number of messages.
 */
export function indexTerms(project: ProjectDatabase, { onStep }: TermsWork): number {
  const languages = new Map(READ_LANGUAGES.map((language) => [language, { reader: termReader(language), vocabulary: createVocabulary(), buffer: [] as TermRow[] }]));
  clearTerms(project);
  // 1. survey
  let surveyed = 0;
  for (const texts of batches(project)) {
    for (const { language, text } of texts) {
      const parts = isRead(language) ? languages.get(language) : undefined;
      parts?.vocabulary.survey(parts.reader.termsOf(text));
    }
    onStep((surveyed += texts.length));
  }
  // 2. encode
  let encoded = 0;
  for (const texts of batches(project)) {
    for (const { language, text, accountId, messageId } of texts) {
      const parts = isRead(language) ? languages.get(language) : undefined;
      parts?.buffer.push({ accountId, messageId, terms: parts.vocabulary.encode(parts.reader.termsOf(text)) });
    }
    for (const [language, { buffer }] of languages) if (buffer.length >= BUFFER) storeByAuthor(project, language, buffer);
    onStep((encoded += texts.length));
  }
  // 3. and 4.
  for (const [language, { reader, vocabulary, buffer }] of languages) {
    storeByAuthor(project, language, buffer);
    nameTerms(project, language, { reader, vocabulary, onStep });
  }
  return encoded;
}

/** Empties a buffer into the store in the order of authors, so that a table ordered by author grows in place. */
function storeByAuthor(project: ProjectDatabase, language: string, buffer: TermRow[]): void {
  const rows = buffer.splice(0).sort((one, other) => one.accountId - other.accountId || one.messageId - other.messageId);
  for (let start = 0; start < rows.length; start += BATCH) storeMessageTerms(project, language, rows.slice(start, start + BATCH));
}

/** Stores the terms of a language that at least five people use: words, and two words in a row that are one term. */
function nameTerms(project: ProjectDatabase, language: ReadLanguage, { reader, vocabulary, onStep }: { readonly reader: TermReader; readonly vocabulary: Vocabulary } & TermsWork): void {
  const census = createPairCensus();
  for (const pass of ['survey', 'count'] as const) {
    let rows = 0;
    for (const row of messageTerms(project, language)) {
      census[pass](row);
      rows += 1;
      if (rows % BATCH === 0) onStep(rows);
    }
  }
  const words = vocabulary.words().filter(({ code }) => census.authorsOf(codePosition(code, 0)) >= LEAST_TERM_AUTHORS);
  const wordOf = new Map(words.map((word) => [word.code, word]));
  const pairs = census.pairs(MOST_PAIRS).flatMap(({ code, examples }): StoredTerm[] => {
    const [first, second] = [wordOf.get(code.charAt(0)), wordOf.get(code.charAt(1))];
    if (first === undefined || second === undefined) return [];
    const shown = writtenPair([...messageTexts(project, examples).values()], reader, { stems: [first.stem, second.stem], otherwise: `${first.shown} ${second.shown}` });
    return [{ code, stem: `${first.stem} ${second.stem}`, shown }];
  });
  storeTerms(project, language, [...words, ...pairs]);
}

/** How a term of two words is written most often in some texts, with what links them: "carta di credito". */
export function writtenPair(texts: readonly string[], reader: TermReader, { stems: [first, second], otherwise }: { readonly stems: readonly [string, string]; readonly otherwise: string }): string {
  const spellings = new Map<string, number>();
  for (const text of texts) {
    const terms = reader.termsOf(text);
    terms.forEach((term, place) => {
      const before = terms[place - 1];
      if (!term.joined || term.stem !== second || before?.stem !== first) return;
      const written = reader.writtenAs(text, before.start, term.end);
      spellings.set(written, (spellings.get(written) ?? 0) + 1);
    });
  }
  return commonest(spellings, otherwise);
}
