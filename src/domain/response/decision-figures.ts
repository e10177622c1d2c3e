import type { TimePrecision } from '../model/codes.ts';
import { clusteredShare, type ShareCluster } from '../stats/clustered-share.ts';
import type { CountedShare } from '../stats/counted-share.ts';
import type { DecisionMoment, UnseenChoice } from './decision-moments.ts';
import type { RequestEpisode, WaitPrecision } from './request-episode.ts';

/** A moment with whether the data can show the brand in it, and until when its place was watched. */
export interface WatchedMoment extends DecisionMoment {
  readonly unseen: UnseenChoice | null;
  readonly observationEndMs: number;
}

/** When the brand came, against the first peer. */
export type DecisionOrder = 'before' | 'after' | 'alone' | 'unknown';

/** Who came into the moments that can be seen. */
export interface DecisionPresence {
  readonly n: number;
  readonly people: number;
  /** Moments in which the brand wrote, with limits that take each asker's moments together. */
  readonly present: CountedShare;
  /** Of those in which it wrote: before the first peer, after, with no peer at all, or at times that cannot be told apart. */
  readonly order: Readonly<Record<DecisionOrder, number>>;
  readonly competitor: CountedShare;
  readonly peers: CountedShare;
  readonly nobody: CountedShare;
}

/** Which order a moment shows; null where the brand did not come. At the same time the brand comes first. */
export function decisionOrder({ brand, peer }: Pick<DecisionMoment, 'brand' | 'peer'>): DecisionOrder | null {
  if (brand === null) return null;
  if (peer === null) return 'alone';
  if (brand.atMs === null || peer.atMs === null) return 'unknown';
  return brand.atMs <= peer.atMs ? 'before' : 'after';
}

/** Counts who came into the moments that the data can show; one asker's moments are taken together in every interval. O(n). */
export function decisionPresence(moments: readonly WatchedMoment[]): DecisionPresence {
  const seen = moments.filter(({ unseen }) => unseen === null);
  const share = (holds: (moment: WatchedMoment) => boolean): CountedShare => {
    const clusters = new Map<string, { k: number; n: number }>();
    for (const moment of seen) {
      const { askerId, messageId } = moment.asked;
      const key = askerId === null ? `m${messageId}` : String(askerId);
      const cluster = clusters.get(key) ?? { k: 0, n: 0 };
      clusters.set(key, { k: cluster.k + (holds(moment) ? 1 : 0), n: cluster.n + 1 });
    }
    return clusteredShare([...clusters.values()] satisfies ShareCluster[]);
  };
  const order: Record<DecisionOrder, number> = { before: 0, after: 0, alone: 0, unknown: 0 };
  for (const moment of seen) {
    const found = decisionOrder(moment);
    if (found !== null) order[found] += 1;
  }
  return {
    n: seen.length, people: new Set(seen.map(({ asked: { askerId, messageId } }) => askerId ?? `m${messageId}`)).size, present: share(({ brand }) => brand !== null), order,
    competitor: share(({ competitor }) => competitor !== null), peers: share(({ peer }) => peer !== null), nobody: share(({ brand, competitor, peer }) => brand === null && competitor === null && peer === null),
  };
}

const FINE: readonly TimePrecision[] = ['ms', 's', 'min'];

function waitPrecision(precision: TimePrecision, answered: boolean, atMs: number | null): WaitPrecision {
  if (answered && atMs === null) return 'count';
  return FINE.includes(precision) ? 'fine' : precision === 'day' ? 'day' : 'count';
}

/**
 * The moments as waits for the brand, in the shape of requests, so that the curve of its arrival and who comes first are computed by
 * the very functions of response. A moment into which the brand has not come is censored at the end of observation. An arrival without
 * an exact time enters counts only.
 */
export function arrivalEpisodes(moments: readonly WatchedMoment[]): RequestEpisode[] {
  return moments.map(({ asked, mergedIds, brand, peer, unseen, observationEndMs }): RequestEpisode => {
    const precision = waitPrecision(asked.precision, brand !== null, brand?.atMs ?? null);
    const endMs = brand === null ? observationEndMs : (brand.atMs ?? observationEndMs);
    const peerAtMs = peer?.atMs ?? null;
    return {
      messageId: asked.messageId, mergedIds, askerId: asked.askerId, brandIds: [], importId: asked.importId, networkId: asked.networkId, containerId: asked.containerId, rootId: asked.rootId, atMs: asked.atMs, precision,
      intentBits: 0, intents: [], observationEndMs, answeredAtMs: brand?.atMs ?? null, answerMessageId: brand?.messageId ?? null, outcome: brand === null ? 'silence' : 'public',
      waitedSeconds: asked.atMs === null || precision === 'count' ? null : Math.max(0, endMs - asked.atMs) / 1000, censored: brand === null, inferred: false, reopened: false, clockSkewed: false,
      peerFirst: peerAtMs !== null && (brand?.atMs == null || peerAtMs < brand.atMs), peerAtMs, listedApart: null, observability: unseen === null ? 'observable' : unseen === 'incomplete' ? 'incomplete' : 'unobservable', underPromotion: false,
    };
  });
}
