import { burstTerms } from '../../domain/strategy/burst-terms.ts';
import { holdsMessage, termCensus } from '../../domain/terms/term-census.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageSet, messageTerms, storedTerms, termLanguages } from '../../store/term-index.ts';

const among = (ids: readonly number[]) => ({ sql: 'm.id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(ids)] });

/**
 * The words that tell the criticism of a burst from all other criticism, in the commonest language of the burst; none where
 * too few people share one. Reads the terms of that language once.
 */
export function burstWords(project: ProjectDatabase, { burst, rest, limit }: { readonly burst: readonly number[]; readonly rest: readonly number[]; readonly limit: number }): string[] {
  const language = termLanguages(project, among(burst))[0]?.language;
  if (language === undefined || rest.length === 0) return [];
  const [inside, outside] = [messageSet(project, among(burst)), messageSet(project, among(rest))];
  const terms = storedTerms(project, language);
  const census = termCensus(messageTerms(project, language), { pairs: terms.flatMap(({ code }) => (code.length === 2 ? [code] : [])), group: (id) => holdsMessage(inside, id), rest: (id) => holdsMessage(outside, id) });
  const shown = new Map(terms.map(({ code, shown: spelling }) => [code, spelling]));
  const found = burstTerms(terms.map(({ code }) => ({ key: code, inBurst: census.inGroup.authorsOf(code), inRest: census.inRest.authorsOf(code), ...(code.length === 2 ? { parts: [code.charAt(0), code.charAt(1)] as const } : {}) })), { burst: census.inGroup.authors, rest: census.inRest.authors, limit });
  return found.flatMap((code) => shown.get(code) ?? []);
}
