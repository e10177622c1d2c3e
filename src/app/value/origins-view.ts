import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { LEAST_COMPARED } from '../../domain/value/origin/origin-matches.ts';
import { LOOK_BACK_DAYS } from '../../domain/value/origin/origin-side.ts';
import { messagesById, type StoredMessage } from '../../store/message-queries.ts';
import { pairDecisions } from '../../store/piece-pairs.ts';
import { standingRequesters } from '../lost/lost-change.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { MOST_COMPARED } from './origin-ground.ts';
import { standingVerdicts } from './origin-records.ts';
import { foundOrigins, type FoundDemand, type FoundOrigin, type FoundOrigins } from './origins-found.ts';

type Origins = OperationValue<'value.origins'>;

const DEFAULT_SEED = 1;
const MOST_CREDITED = 20;
const MOST_PEOPLE = 5;
const MOST_DRILLED = 200;

/** People by how many announcements they asked for before; those named most first. */
function credits(origins: readonly FoundOrigin[]): { readonly requesterId: number; readonly announcements: number; readonly first: number; readonly messageIds: number[] }[] {
  const byPerson = new Map<number, { announcements: number; first: number; messageIds: number[] }>();
  for (const { before } of origins) {
    before.forEach(({ requesterId, messageId }, place) => {
      const known = byPerson.get(requesterId) ?? { announcements: 0, first: 0, messageIds: [] };
      byPerson.set(requesterId, { announcements: known.announcements + 1, first: known.first + Number(place === 0), messageIds: known.messageIds.includes(messageId) ? known.messageIds : [...known.messageIds, messageId] });
    });
  }
  return [...byPerson].map(([requesterId, credit]) => ({ requesterId, ...credit, messageIds: credit.messageIds.slice(0, MOST_DRILLED) }))
    .sort((one, other) => other.first - one.first || other.announcements - one.announcements || one.requesterId - other.requesterId).slice(0, MOST_CREDITED);
}

/** What was found, kept per version of the data and per what people said of pairs and demands; none of these raises that version. */
function originsOf(scope: ResolvedScope, { of, seed, brand, filters }: Pick<OperationRequest<'value.origins'>, 'of' | 'seed' | 'brand' | 'filters'>): FoundOrigins {
  const { project } = scope;
  const requesters = standingRequesters(project);
  const verdicts = standingVerdicts(project);
  const question = { of, seed: seed ?? DEFAULT_SEED, brand, filters, requesters, verdicts, pairs: pairDecisions(project) };
  return cachedAnswer(project, { name: 'value.origins', input: question }, () => foundOrigins(scope, { of, seed: seed ?? DEFAULT_SEED, requesters, verdicts }));
}

/** Who said it first: figures, credits and one page of announcements, those with an origin before those without, the latest first. */
export function originsView(scope: ResolvedScope, input: OperationRequest<'value.origins'>): Origins {
  const { project } = scope;
  const { origins, ...figures } = originsOf(scope, input);
  const chosen = (input.side === undefined ? origins : origins.filter(({ side }) => side === input.side)).toSorted((one, other) => Number(one.side === 'unknown') - Number(other.side === 'unknown'));
  const shown = chosen.slice(input.page * input.size, (input.page + 1) * input.size);
  const credited = credits(origins);
  const wanted = [...shown.flatMap(({ messageId, before, demands, candidates }) => [messageId, ...before.slice(0, MOST_PEOPLE).map((one) => one.messageId), ...[...demands, ...candidates].map((one) => one.messageId)]), ...credited.flatMap(({ messageIds }) => messageIds[0] ?? [])];
  const messages = new Map(messagesById(project, [...new Set(wanted)]).map((message) => [message.messageId, message]));
  const text = (messageId: number): string => messages.get(messageId)?.text ?? '';
  const author = (messageId: number): Pick<StoredMessage, 'accountId' | 'authorName'> => messages.get(messageId) ?? { accountId: null, authorName: null };
  const demandShown = (demand: FoundDemand): Origins['list'][number]['demands'][number] => ({ ...demand, text: text(demand.messageId) });
  return {
    announcements: origins.length, ...figures, least: LEAST_COMPARED, lookBackDays: LOOK_BACK_DAYS, most: MOST_COMPARED,
    credits: credited.map(({ requesterId, messageIds, ...credit }) => ({ accountId: author(messageIds[0] ?? 0).accountId ?? requesterId, name: author(messageIds[0] ?? 0).authorName, ...credit, messageIds })),
    total: chosen.length,
    list: shown.map(({ messageId, copies, side, before, after, demands, candidates }) => {
      const message = messages.get(messageId);
      return {
        messageId, text: text(messageId), atMs: message?.atMs ?? 0, network: message?.network ?? '', container: message?.container ?? null, copies, side, before: before.length, after, firstMs: before[0]?.atMs ?? null,
        people: before.slice(0, MOST_PEOPLE).map(({ requesterId, atMs, messageId: asked }) => ({ accountId: author(asked).accountId ?? requesterId, name: author(asked).authorName, atMs, messageId: asked })),
        demands: demands.map(demandShown), candidates: candidates.map(demandShown),
      };
    }),
  };
}
