import type { Intent } from '../model/codes.ts';
import { ACTS, codeSet, INTENTS, REQUEST_INTENTS } from '../model/codes.ts';
import { answerCandidates } from './answer-candidates.ts';
import type { AnswerCandidate } from './answer-candidates.ts';
import type { Episode } from './asker-episodes.ts';
import { askerEpisodes } from './asker-episodes.ts';
import { automaticRule } from './automatic-replies.ts';
import type { FactTable } from './fact-table.ts';
import { factTable } from './fact-table.ts';
import type { MessageFact, ResponseContext } from './message-fact.ts';
import { observation } from './observation.ts';
import { peerReplies } from './peer-replies.ts';
import { replyChains } from './reply-chains.ts';
import { requestRow } from './request-row.ts';
import type { RequestEpisodes, RequestOptions } from './request-episode.ts';
import { REQUEST_DEFINITION } from './request-episode.ts';

const REQUEST_BITS = codeSet(INTENTS, REQUEST_INTENTS);
const PRAISE_BIT = codeSet<Intent>(INTENTS, ['praise']);
const PROMOTION_BIT = codeSet(ACTS, ['promotion']);

/** Finds the requests, or the compliments, of one pass. */
export type RequestPass = (population: RequestOptions['population']) => RequestEpisodes;

/**
 * Requests of a brand and how each ended, from message facts in any order; see {@link requestPass}. About 10 microseconds a
 * message when half of them are replies all worded differently.
 */
export function requestEpisodes(facts: readonly MessageFact[], context: ResponseContext, options: RequestOptions = REQUEST_DEFINITION): RequestEpisodes {
  return requestPass(facts, context, options)(options.population);
}

/**
 * Lays out the messages of a brand once, so that its requests and its compliments can both be found in them. Phases: 1. lay the
 * messages out; 2. find who addresses the brand; 3. climb the reply chains; 4. collect what may answer; then for each
 * population 5. judge each asker's messages in time order (copies, then follow-ups, answers, reopenings); 6. find peers; 7. write
 * the rows. Every message addressed to a brand counts for both populations; a pass of the population `inbound` serves that one
 * alone. O(n log n).
 */
export function requestPass(facts: readonly MessageFact[], context: ResponseContext, passOptions: RequestOptions): RequestPass {
  // 1. layout
  const table = factTable(facts, context);
  // 2. messages that may be or complete a request
  const eligible = eligibleMessages(table, passOptions, context.brandId);
  // 3. chains
  const chains = replyChains(table, eligible);
  // 4. possible answers, by asker
  const messagesOf = new Map<number, number[]>();
  const candidatesOf = new Map<number, AnswerCandidate[]>();
  table.facts.forEach((fact, position) => {
    if (eligible[position] === 1) append(messagesOf, askerKey(fact, position), position);
  });
  for (const candidate of answerCandidates(table, chains, { eligible, brandId: context.brandId, options: passOptions })) {
    const key = candidate.target >= 0 ? askerKey(table.facts[candidate.target], candidate.target) : (candidate.askerId ?? -1);
    if (messagesOf.has(key)) append(candidatesOf, key, candidate);
  }
  const isAutomatic = automaticRule(table, chains.personAbove, context.hasty);
  const watch = observation(table, context);
  const promoted = promotedRoots(table);
  const peersOf = peerReplies(table);
  const unreadIds = unreadMessages(table);
  return (population) => {
    const options = { ...passOptions, population };
    const isRequest = (position: number): boolean => eligible[position] === 1 && asks(table.facts[position], options);
    // 5. episodes, asker by asker
    const episodeOf = new Map<number, Episode>();
    const rules = { table, options, isRequest, isAutomatic, episodeOf };
    const episodes: Episode[] = [];
    for (const [key, messages] of messagesOf) {
      if (!messages.some(isRequest)) continue;
      for (const episode of askerEpisodes(messages, candidatesOf.get(key) ?? NONE, rules)) episodes.push(episode);
    }
    // 6. peers
    const peers = peersOf(episodeOf);
    // 7. rows
    const requests = episodes.map((episode) =>
      requestRow(episode, { table, watch, options, peerAtMs: peers.get(episode) ?? null, underPromotion: promoted.has(table.facts[episode.request]?.rootId ?? -1) }));
    requests.sort((one, other) => (one.atMs ?? -Infinity) - (other.atMs ?? -Infinity) || one.messageId - other.messageId);
    return { requests, unreadIds };
  };
}

const NONE: readonly AnswerCandidate[] = [];

function eligibleMessages({ facts, addressed }: FactTable, options: RequestOptions, brandId: number | null): Uint8Array {
  return Uint8Array.from(facts, (fact, position) => {
    const isAddressed = (addressed[position]?.length ?? 0) > 0;
    if (options.population !== 'inbound') return isAddressed ? 1 : 0;
    const isInbound = fact.sourceInbound ?? fact.voiceOfBrandId === null;
    return isInbound && (brandId === null || isAddressed) ? 1 : 0;
  });
}

function asks(fact: MessageFact | undefined, options: RequestOptions): boolean {
  if (fact === undefined) return false;
  if (options.population === 'inbound') return true;
  const bits = fact.intents ?? 0;
  if (options.population === 'requests') return (bits & REQUEST_BITS) !== 0;
  return (bits & PRAISE_BIT) !== 0 && (bits & REQUEST_BITS) === 0;
}

/** The author's id; messages without an author stand alone, below zero: nothing says that two of them are one person's. */
function askerKey(fact: MessageFact | undefined, position: number): number {
  return fact?.authorId ?? -2 - position;
}

function append<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function promotedRoots({ facts }: FactTable): Set<number> {
  const roots = new Set<number>();
  for (const fact of facts) {
    if (fact.id === fact.rootId && fact.voiceOfBrandId !== null && (fact.acts & PROMOTION_BIT) !== 0) roots.add(fact.rootId);
  }
  return roots;
}

function unreadMessages({ facts, addressed }: FactTable): number[] {
  return facts.flatMap((fact, position) => {
    const isPublic = fact.voiceOfBrandId === null && fact.authorIsDesk !== true && !fact.authorIsEmployee && !fact.authorIsPartner && !fact.authorIsBot;
    const isUnread = fact.intents === null && (fact.textKind === 'text' || fact.textKind === 'none');
    return isPublic && isUnread && (addressed[position]?.length ?? 0) > 0 ? [fact.id] : [];
  });
}
