import { tribeTerms } from '../../domain/terms/tribe-census.ts';
import { holdsMessage } from '../../domain/terms/term-census.ts';
import type { SqlCondition } from '../../store/selection-sql.ts';
import { messageSet, storedTerms } from '../../store/term-index.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { TribeWord } from '../../store/tribe-queries.ts';
import { READ_LANGUAGES } from '../../text/lexicon.ts';
import { termRows } from './term-rows.ts';

/** Words that describe a tribe at most. */
const MOST_WORDS = 12;

/**
 * The terms that tell each tribe from the rest of the people, strongest first, at most twelve, in their commonest spelling;
 * languages are counted apart and listed together. `tribesOf` is null for accounts that do not count.
 */
export function tribeWords(project: ProjectDatabase, { messages, tribesOf }: { readonly messages: SqlCondition; readonly tribesOf: (accountId: number) => readonly string[] | null }): Map<string, TribeWord[]> {
  const set = messageSet(project, messages);
  const found = new Map<string, TribeWord[]>();
  for (const language of READ_LANGUAGES) {
    const shown = new Map(storedTerms(project, language).map(({ code, shown: word }) => [code, word]));
    for (const [tribe, terms] of tribeTerms(termRows(project, language), { codes: [...shown.keys()], tribesOf, counts: (id) => holdsMessage(set, id), limit: MOST_WORDS })) {
      found.set(tribe, [...(found.get(tribe) ?? []), ...terms.map(({ code, z, authors }) => ({ word: shown.get(code) ?? '', z, authors }))]);
    }
  }
  return new Map([...found].map(([tribe, words]) => [tribe, words.sort((one, other) => other.z - one.z || (one.word < other.word ? -1 : 1)).slice(0, MOST_WORDS)]));
}
