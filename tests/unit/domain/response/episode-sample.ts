import type { RequestEpisode } from '../../../../src/domain/response/request-episode.ts';

/** A request of the public, answered or open, with everything else at its plainest. */
export function episode(change: Partial<RequestEpisode> & { readonly messageId: number }): RequestEpisode {
  const censored = change.censored ?? false;
  return {
    mergedIds: [], askerId: change.messageId, brandIds: [1], importId: 1, networkId: 1, containerId: 1, rootId: change.messageId, atMs: 0, precision: 'fine',
    intentBits: 2, intents: ['trouble'], observationEndMs: 2_000_000_000, answeredAtMs: censored ? null : 1, answerMessageId: censored ? null : 1,
    outcome: censored ? 'silence' : 'public', waitedSeconds: 60, censored, inferred: false, reopened: false, clockSkewed: false, peerFirst: false, peerAtMs: null,
    listedApart: null, observability: 'observable', underPromotion: false, ...change,
  };
}
