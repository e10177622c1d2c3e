import type { HastyReplies, ResponseContext } from '../../domain/response/message-fact.ts';
import type { StoredSources } from '../../store/request-context.ts';

/** The context of the response rules for one brand, or for all together when null, where all messages that count are in the pass. */
export function responseContext(sources: StoredSources, { brandId, nowMs }: { brandId: number | null; nowMs: number | null }): ResponseContext {
  return { brandId, nowMs, source: (fact) => sources.place(fact), onlyBrandOfImport: sources.onlyBrandOfImport, incompleteRoots: sources.incompleteRoots };
}

/** The same where a pass holds some of the messages: what all of them show of places is as it was taken down. Where observation is capped, only what was there by then tells of a place. */
export function passContext(sources: StoredSources, { brandId, nowMs, hasty }: { brandId: number; nowMs: number | null; hasty: HastyReplies }): ResponseContext {
  const context = { ...responseContext(sources, { brandId, nowMs }), hasty };
  if (nowMs !== null) return context;
  return { ...context, source: (fact) => ({ ...sources.place(fact), hasReplyLinks: sources.isLinked(fact.containerId, fact.networkId), seenBrandIds: sources.seenBrandIds(fact) }) };
}
