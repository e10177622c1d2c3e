import type { Intent, Outcome } from '../model/codes.ts';
import { ACTS, codeSet, INTENTS } from '../model/codes.ts';
import type { Episode } from './asker-episodes.ts';
import type { FactTable } from './fact-table.ts';
import type { MessageFact } from './message-fact.ts';
import type { Observation } from './observation.ts';
import type { ListedApart, RequestEpisode, RequestOptions, WaitPrecision } from './request-episode.ts';

const DEFLECT_BIT = codeSet(ACTS, ['deflect']);
const ANSWER_BIT = codeSet(ACTS, ['answer']);

/** What a row needs beyond its episode. */
export interface RowSurroundings {
  readonly table: FactTable;
  readonly watch: Observation;
  readonly options: RequestOptions;
  readonly peerAtMs: number | null;
  readonly underPromotion: boolean;
}

/**
 * The row of one episode: outcome, wait, censoring and cautions. Sent to private only when the first answer deflects and does not
 * answer; a like by the brand on any message of an unanswered request is a nod. Throws RangeError `invalid episode: no request`.
 */
export function requestRow(episode: Episode, { table, watch, options, peerAtMs, underPromotion }: RowSurroundings): RequestEpisode {
  const request = table.facts[episode.request];
  if (request === undefined) throw new RangeError('invalid episode: no request');
  const merged = episode.messages.filter((position) => position !== episode.request).flatMap((position) => table.facts[position] ?? []);
  const answer = table.facts[episode.answer] ?? null;
  const observationEndMs = watch.endMs(episode.request);
  const intents: readonly Intent[] = [...new Set([request, ...merged].flatMap((fact) => fact.intentOrder))];
  const peerInTime = peerAtMs !== null && peerAtMs <= observationEndMs && (answer === null || (answer.atMs !== null && peerAtMs < answer.atMs));
  return {
    messageId: request.id,
    mergedIds: merged.map((fact) => fact.id),
    askerId: request.authorId,
    brandIds: [...episode.brands].sort((one, other) => one - other),
    importId: request.importId,
    networkId: request.networkId,
    containerId: request.containerId,
    rootId: request.rootId,
    atMs: request.atMs,
    precision: waitPrecision(request, answer),
    intentBits: codeSet(INTENTS, intents),
    intents,
    observationEndMs,
    answeredAtMs: answer?.atMs ?? null,
    answerMessageId: answer?.id ?? null,
    outcome: outcomeOf(answer, [request, ...merged]),
    waitedSeconds: answer !== null ? episode.waitedSeconds : request.atMs === null ? null : Math.max(0, observationEndMs - request.atMs) / 1000,
    censored: answer === null,
    inferred: episode.inferred,
    reopened: episode.reopened,
    clockSkewed: episode.clockSkewed,
    peerFirst: peerInTime,
    peerAtMs,
    listedApart: options.population === 'inbound' ? null : apartReason(request),
    observability: watch.observability(episode.request, episode.brands),
    underPromotion,
  };
}

function outcomeOf(answer: MessageFact | null, asked: readonly MessageFact[]): Outcome {
  if (answer !== null) return (answer.acts & DEFLECT_BIT) !== 0 && (answer.acts & ANSWER_BIT) === 0 ? 'private' : 'public';
  return asked.some((fact) => fact.likedByBrand) ? 'nod' : 'silence';
}

function waitPrecision(request: MessageFact, answer: MessageFact | null): WaitPrecision {
  const stamps = answer === null ? [request] : [request, answer];
  if (stamps.some((fact) => fact.atMs === null || fact.precision === 'relative' || fact.precision === 'none')) return 'count';
  return stamps.some((fact) => fact.precision === 'day') ? 'day' : 'fine';
}

function apartReason(fact: MessageFact): ListedApart | null {
  if (fact.voiceOfBrandId !== null || fact.authorIsDesk === true) return 'voice';
  if (fact.authorIsEmployee) return 'employee';
  if (fact.authorIsPartner) return 'partner';
  return fact.authorIsBot ? 'bot' : null;
}
