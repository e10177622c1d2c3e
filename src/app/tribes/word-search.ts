import { searchExpression } from '../../store/selection-sql.ts';
import { termCodeOf } from '../../store/term-index.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { WordSearch, WordSearches } from '../../store/tribe-rule-sql.ts';
import { READ_LANGUAGES } from '../../text/lexicon.ts';
import { termReader } from '../../text/terms.ts';

/**
 * How a word or an expression of a rule is found: by its stem among Italian and English messages, all words of an
 * expression in a row, and as it is written in any language. A word that no analysis knows as a term is found as it is
 * written alone.
 */
export function wordSearch(project: ProjectDatabase, word: string): WordSearch {
  const stems = READ_LANGUAGES.flatMap((language) => {
    const terms = termReader(language).termsOf(word);
    if (terms.length === 0 || terms.slice(1).some(({ joined }) => !joined)) return [];
    const codes = terms.map(({ stem }) => termCodeOf(project, language, stem));
    return codes.some((code) => code === null) ? [] : [{ language, terms: codes.join('') }];
  });
  const words = word.match(/[\p{L}\p{N}]+/gu) ?? [];
  return { stems, written: searchExpression(word) === null ? null : `"${words.join(' ')}"` };
}

/** Looks words up once each. */
export function wordSearches(project: ProjectDatabase): WordSearches {
  const known = new Map<string, WordSearch>();
  return (word) => {
    const search = known.get(word) ?? wordSearch(project, word);
    known.set(word, search);
    return search;
  };
}
