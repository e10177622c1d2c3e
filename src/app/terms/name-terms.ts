import { LEAST_TERM_AUTHORS } from '../../domain/terms/distinctive-terms.ts';
import { createPairCensus, type TermRow } from '../../domain/terms/pair-census.ts';
import { codePosition } from '../../domain/terms/term-code.ts';
import { commonest, type Vocabulary } from '../../domain/terms/vocabulary.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageTerms, messageTexts, storedTerms, storeTerms, type StoredTerm } from '../../store/term-index.ts';
import type { ReadLanguage } from '../../text/lexicon.ts';
import { termReader, type TermReader } from '../../text/terms.ts';

/** Terms of two words that a language has at most. */
const MOST_PAIRS = 20_000;
const STEP = 20_000;

/**
 * Stores the terms of a language that at least five people use: words, and two words in a row that are one term. Counts the
 * codes of all messages, which is linear and quick; how a term of two words is written is looked up in texts only where the
 * messages that show it are others than the last time, or one of them is among `changed`.
 */
export function nameTerms(project: ProjectDatabase, language: ReadLanguage, { vocabulary, changed, onStep }: { readonly vocabulary: Vocabulary; readonly changed: ReadonlySet<number>; readonly onStep: (done: number) => void }): void {
  const reader = termReader(language);
  const census = createPairCensus();
  const rows: TermRow[] = [];
  for (const row of messageTerms(project, language)) {
    census.survey(row);
    rows.push(row);
    if (rows.length % STEP === 0) onStep(rows.length);
  }
  rows.forEach((row, place) => {
    census.count(row);
    if (place % STEP === 0) onStep(place);
  });
  const words = vocabulary.words().filter(({ code }) => census.authorsOf(codePosition(code, 0)) >= LEAST_TERM_AUTHORS);
  const wordOf = new Map(words.map((word) => [word.code, word]));
  const named = new Map(storedTerms(project, language).map((term) => [term.stem, term]));
  const pairs = census.pairs(MOST_PAIRS).flatMap(({ code, examples }): StoredTerm[] => {
    const [first, second] = [wordOf.get(code.charAt(0)), wordOf.get(code.charAt(1))];
    if (first === undefined || second === undefined) return [];
    const stem = `${first.stem} ${second.stem}`;
    const shownBy = JSON.stringify(examples);
    const known = named.get(stem);
    if (known?.examples === shownBy && !examples.some((messageId) => changed.has(messageId))) return [{ code, stem, shown: known.shown, examples: shownBy }];
    const shown = writtenPair([...messageTexts(project, examples).values()], reader, { stems: [first.stem, second.stem], otherwise: `${first.shown} ${second.shown}` });
    return [{ code, stem, shown, examples: shownBy }];
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
