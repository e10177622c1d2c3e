import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { distinctiveTerms, LEAST_SIDE_AUTHORS, type DistinctiveTerm } from '../../domain/terms/distinctive-terms.ts';
import { holdsMessage, termCensus, type SideCounts } from '../../domain/terms/term-census.ts';
import { heldInboundCount, heldMessageSet, heldTermLanguages } from '../../store/held-terms.ts';
import { messageCount } from '../../store/message-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { messageSet, storedTerms, termLanguages, type StoredTerm } from '../../store/term-index.ts';
import { READ_LANGUAGES, type ReadLanguage } from '../../text/lexicon.ts';
import { termReader } from '../../text/terms.ts';
import { heldProject } from '../read/held-project.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { termRows } from './term-rows.ts';
import { termKey } from './term-keys.ts';

type Request = OperationRequest<'terms.distinctive'>;
type Answer = OperationValue<'terms.distinctive'>;
type Term = Answer['ofGroup'][number];

const readLanguage = (language: string): ReadLanguage | undefined => READ_LANGUAGES.find((known) => known === language);

/** Terms whose stems a person searched for: they tell the group from the rest by its own rule. */
function searchedStems(language: ReadLanguage, text: string | undefined): ReadonlySet<string> {
  return new Set(text === undefined ? [] : termReader(language).termsOf(text).map(({ stem }) => stem));
}

/**
 * The terms that tell the messages of a scope from the others. The words a person searched for are left out, since they are
 * in the group by its own rule. Reads the terms of all messages of one language once: about a second and a half for a
 * million messages, in memory that does not depend on their number.
 */
export function distinctiveOf({ project, messages }: ResolvedScope, { against, language: wanted, limit }: Request): Answer {
  // 1. both sides, as sets of messages
  const { brandId } = messages;
  const held = messages.messageIds === undefined && messages.accountIds === undefined ? heldProject(project) : null;
  const chosen = held?.messages.selectionOf(messages.filters ?? {}, brandId ?? null);
  const condition = messageCondition(messages);
  const group = chosen === undefined ? messageSet(project, condition) : heldMessageSet(chosen);
  const rest = held === null ? messageSet(project, messageCondition({ filters: against, brandId })) : heldMessageSet(held.messages.selectionOf(against ?? {}, brandId ?? null));
  // 2. the language
  const languages = (chosen === undefined ? termLanguages(project, condition) : heldTermLanguages(project, chosen)).flatMap(({ language, messages: n }) => {
    const known = readLanguage(language);
    return known === undefined ? [] : [{ language: known, messages: n }];
  });
  const language = wanted ?? languages[0]?.language ?? null;
  const inGroup = chosen === undefined ? messageCount(project, messageCondition({ ...messages, direction: 'inbound' })) : heldInboundCount(chosen);
  const none = { language, languages, leftOut: inGroup - languages.reduce((sum, { messages: n }) => sum + n, 0), leastAuthors: LEAST_SIDE_AUTHORS, tested: 0, ofGroup: [], ofRest: [] };
  if (language === null) return { ...none, group: { messages: 0, authors: 0 }, rest: { messages: 0, authors: 0 }, tooFew: 'group' };
  // 3. who uses what
  const searched = searchedStems(language, messages.filters?.text);
  const terms = storedTerms(project, language).filter(({ stem }) => !stem.split(' ').some((part) => searched.has(part)));
  const census = termCensus(termRows(project, language), {
    pairs: terms.flatMap(({ code }) => (code.length === 2 ? [code] : [])),
    group: (id) => holdsMessage(group, id),
    rest: (id) => holdsMessage(rest, id),
  });
  const sides = { group: sideOf(census.inGroup), rest: sideOf(census.inRest) };
  if (sides.group.authors < LEAST_SIDE_AUTHORS) return { ...none, ...sides, tooFew: 'group' };
  if (sides.rest.authors < LEAST_SIDE_AUTHORS) return { ...none, ...sides, tooFew: 'rest' };
  // 4. what tells them apart
  const byCode = new Map(terms.map((term) => [term.code, term]));
  const found = distinctiveTerms(terms.map(({ code }) => ({
    key: code, inGroup: census.inGroup.authorsOf(code), inRest: census.inRest.authorsOf(code), ...(code.length === 2 ? { parts: [code.charAt(0), code.charAt(1)] as const } : {}),
  })), { limit });
  const written = (term: DistinctiveTerm<string>): Term[] => {
    const stored = byCode.get(term.key);
    return stored === undefined ? [] : [writtenTerm(term, stored, { language, ...census })];
  };
  return { ...none, ...sides, tooFew: null, tested: found.tested, ofGroup: found.ofGroup.flatMap(written), ofRest: found.ofRest.flatMap(written) };
}

function sideOf({ messages, authors }: SideCounts): { messages: number; authors: number } {
  return { messages, authors };
}

function writtenTerm({ key: code, authorsIn, authorsOut, logOdds, low, high, z, q }: DistinctiveTerm<string>, { stem, shown }: StoredTerm, { language, inGroup, inRest }: { readonly language: ReadLanguage; readonly inGroup: SideCounts; readonly inRest: SideCounts }): Term {
  return { key: termKey(language, stem), term: shown, words: code.length === 2 ? 2 : 1, authorsIn, authorsOut, messagesIn: inGroup.messagesOf(code), messagesOut: inRest.messagesOf(code), logOdds, low, high, z, q };
}
