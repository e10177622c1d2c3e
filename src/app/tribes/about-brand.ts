import type { OperationValue } from '../../contract/operations.ts';
import { LEAST_SIDE_AUTHORS, distinctiveTerms } from '../../domain/terms/distinctive-terms.ts';
import { holdsMessage, termCensus } from '../../domain/terms/term-census.ts';
import { bothConditions, messageCondition } from '../../store/selection-sql.ts';
import { messageSet, storedTerms, termLanguages } from '../../store/term-index.ts';
import { namesBrand } from '../../store/tribe-people.ts';
import { READ_LANGUAGES } from '../../text/lexicon.ts';
import { termReader } from '../../text/terms.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { termRows } from '../terms/term-rows.ts';
import { wordsOfRule } from './rule-words.ts';
import type { ListedTribe } from './listed-tribes.ts';

/** How many words a tribe has on the brand. */
const BRAND_WORDS = 3;

/**
 * What a tribe's people say where they name the brand and others who name it do not: at most three terms, of the language
 * most of those messages are in, without the brand's own name and the words of the tribe's rule.
 */
export function aboutBrand({ project, brand, messages }: ResolvedScope, tribe: ListedTribe, isMember: (accountId: number) => boolean): OperationValue<'tribes.one'>['aboutBrand'] {
  const none = { brand: brand?.name ?? null, people: 0, others: 0, tooFew: true, words: [] };
  if (brand === null) return none;
  const naming = bothConditions(messageCondition(messages), namesBrand(brand.name, brand.id));
  const known = termLanguages(project, bothConditions(naming, { sql: 'm.account_id IN (SELECT account_id FROM tribe_member WHERE tribe = ?)', parameters: [tribe.id] }))[0]?.language;
  const language = READ_LANGUAGES.find((one) => one === known);
  if (language === undefined) return none;
  const set = messageSet(project, naming);
  const reader = termReader(language);
  const left = new Set([brand.name, ...wordsOfRule(tribe.rule)].flatMap((text) => reader.termsOf(text).map(({ stem }) => stem)));
  const terms = storedTerms(project, language).filter(({ stem }) => !stem.split(' ').some((part) => left.has(part)));
  // the census asks by message; members are told by their messages
  const members = new Set<number>();
  for (const { accountId, messageId } of termRows(project, language)) if (isMember(accountId)) members.add(messageId);
  const { inGroup, inRest } = termCensus(termRows(project, language), {
    pairs: terms.flatMap(({ code }) => (code.length === 2 ? [code] : [])),
    group: (id) => holdsMessage(set, id) && members.has(id),
    rest: (id) => holdsMessage(set, id),
  });
  const counts = { ...none, people: inGroup.authors, others: inRest.authors };
  if (inGroup.authors < LEAST_SIDE_AUTHORS || inRest.authors < LEAST_SIDE_AUTHORS) return counts;
  const shown = new Map(terms.map((term) => [term.code, term.shown]));
  const { ofGroup } = distinctiveTerms(terms.map(({ code }) => ({ key: code, inGroup: inGroup.authorsOf(code), inRest: inRest.authorsOf(code), ...(code.length === 2 ? { parts: [code.charAt(0), code.charAt(1)] as const } : {}) })), { limit: BRAND_WORDS });
  return { ...counts, tooFew: false, words: ofGroup.map(({ key, z, authorsIn }) => ({ word: shown.get(key) ?? '', z, authors: authorsIn })) };
}
