import type { OperationValue } from '../../contract/operations.ts';
import { effectiveNumber, effectiveNumberInterval } from '../../domain/strategy/effective-number.ts';
import { LEAST_MESSAGES } from '../../domain/strategy/formation.ts';
import type { PlacedMessage } from '../../domain/strategy/formation-line.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { networkCodes } from '../../store/message-queries.ts';
import type { StoredEpisode } from '../../store/request-queries.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { newestIds, placedBrandMessages } from './placed-brand-messages.ts';

type Breadth = OperationValue<'strategy.breadth'>;
type Survival = OperationValue<'response.survival'>;

const DAY_SECONDS = 86_400;
const DAY_MS = 86_400_000;

const latest = (times: readonly (number | null)[]): number | null => times.reduce<number | null>((most, atMs) => (atMs !== null && (most === null || atMs > most) ? atMs : most), null);

/** Replies of the brand for every answered request; null under thirty answers. */
function meanTurns(messages: readonly PlacedMessage[], requests: readonly StoredEpisode[]): number | null {
  const answered = requests.filter(({ answeredAtMs }) => answeredAtMs !== null);
  if (answered.length < LEAST_MESSAGES) return null;
  return messages.filter(({ isReply }) => isReply).length / answered.length;
}

/** Requests since the brand last answered on a network, when that is long ago; null where it answers, or where its answers cannot be seen. */
function abandonedSince(requests: readonly StoredEpisode[], { replies, lastReplyMs }: { readonly replies: number; readonly lastReplyMs: number | null }, days: number): number | null {
  // replies without exact times may be as recent as any
  if (replies > 0 && lastReplyMs === null) return null;
  const observable = requests.filter(({ observability, precision }) => observability === 'observable' && precision !== 'count');
  const endMs = latest(observable.map(({ observationEndMs }) => observationEndMs));
  if (endMs === null || observable.length === 0) return null;
  if (lastReplyMs !== null && endMs - lastReplyMs < days * DAY_MS) return null;
  const since = observable.filter(({ atMs }) => atMs !== null && (lastReplyMs === null || atMs > lastReplyMs)).length;
  return since === 0 ? null : since;
}

/** How broad a brand plays and how deep it goes on each network. `survival` is that of requests by network. */
export function breadthView(scope: ResolvedScope, { seed, abandonedDays, survival }: { readonly seed: number; readonly abandonedDays: number; readonly survival: Survival }): Breadth {
  const { placed } = placedBrandMessages(scope);
  const codes = networkCodes(scope.project);
  const requests = episodesOf(scope, {}).filter(({ listedApart }) => listedApart === null);
  const networkIds = [...new Set([...placed.map(({ networkId }) => networkId), ...requests.map(({ networkId }) => networkId)])];
  const perThread = new Map<number, { kind: number; messages: number }>();
  for (const { rootId, networkId } of placed) {
    const thread = perThread.get(rootId);
    if (thread === undefined) perThread.set(rootId, { kind: networkId, messages: 1 });
    else thread.messages += 1;
  }
  const counts = networkIds.map((networkId) => placed.filter((message) => message.networkId === networkId).length);
  const limits = placed.length < LEAST_MESSAGES ? null : effectiveNumberInterval([...perThread.values()], { seed });
  return {
    n: placed.length, abandonedDays,
    effective: { networks: counts.filter((count) => count > 0).length, estimate: placed.length < LEAST_MESSAGES ? null : effectiveNumber(counts), low: limits?.low ?? null, high: limits?.high ?? null },
    networks: networkIds.map((networkId) => {
      const network = codes.get(networkId) ?? '';
      const own = placed.filter((message) => message.networkId === networkId);
      const asked = requests.filter((request) => request.networkId === networkId);
      const replies = own.filter(({ isReply }) => isReply);
      const lastReplyMs = latest(replies.map(({ atMs }) => atMs));
      const group = survival.groups.find(({ key }) => key === network);
      const day = group === undefined || group.tooFew ? undefined : group.answeredWithin.find(({ seconds }) => seconds === DAY_SECONDS);
      return {
        network, messages: own.length, posts: own.filter(({ messageId, rootId }) => messageId === rootId).length,
        replies: countedShare(replies.length, own.length),
        requests: countedRequests(asked).length, untimed: asked.filter(({ observability, precision }) => observability === 'observable' && precision === 'count').length, tooFew: group?.tooFew ?? true,
        answeredDay: { estimate: day?.estimate ?? null, low: day?.low ?? null, high: day?.high ?? null },
        turns: meanTurns(own, asked), lastReplyMs, lastRequestMs: latest(asked.map(({ atMs }) => atMs)),
        abandonedRequests: abandonedSince(asked, { replies: replies.length, lastReplyMs }, abandonedDays), messageIds: newestIds(own),
      };
    }).sort((one, other) => other.messages - one.messages || other.requests - one.requests),
  };
}
