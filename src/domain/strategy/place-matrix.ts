import { LEAST_AUTHORS, LEAST_REQUESTS } from '../response/response-floors.ts';
import { clusteredShare, effectiveCases, type ShareCluster } from '../stats/clustered-share.ts';
import type { CountedShare } from '../stats/counted-share.ts';
import { holmAdjusted } from '../stats/holm.ts';
import { normalCdf } from '../stats/normal-cdf.ts';
import { LEAST_PEOPLE } from '../value/group-balance.ts';

const MOST_P = 0.05;

/** A request in one of the brand's places, watched for seven days; a request without a known author is a person of its own. */
export interface PlacedRequest {
  readonly messageId: number;
  /** The place; null for requests elsewhere. */
  readonly placeId: number | null;
  readonly personId: number | null;
  /** Answered within seven days. */
  readonly answered: boolean;
}

/** What a tribe asks in a place. Under five people nothing but that; the share from thirty requests of ten people on. */
export interface PlaceCell {
  readonly tribe: string;
  readonly requests: number;
  readonly people: number;
  readonly answered: CountedShare | null;
  /** Answered clearly less, or more, than all other requests; null where that is not clear or there is too little. */
  readonly apart: 'less' | 'more' | null;
  readonly messageIds: readonly number[];
}

/** A place with what everybody asks there, and each tribe in the order given. */
export interface PlaceRow {
  readonly placeId: number | null;
  readonly requests: number;
  readonly people: number;
  readonly answered: CountedShare;
  readonly cells: readonly PlaceCell[];
}

function clustersOf(requests: readonly PlacedRequest[]): ShareCluster[] {
  const found = new Map<number, ShareCluster>();
  for (const { messageId, personId, answered } of requests) {
    const person = personId ?? -messageId - 1;
    const known = found.get(person) ?? { k: 0, n: 0 };
    found.set(person, { k: known.k + (answered ? 1 : 0), n: known.n + 1 });
  }
  return [...found.values()];
}

function toldShare(clusters: readonly ShareCluster[]): CountedShare {
  const share = clusteredShare(clusters);
  return clusters.length < LEAST_AUTHORS ? { ...share, estimate: null, low: null, high: null } : share;
}

/** Two-sided p of two shares being one, each worth as many cases as its people make it: pooled z. Null where nothing differs. */
function differenceP(one: readonly ShareCluster[], other: readonly ShareCluster[]): { readonly p: number; readonly less: boolean } | null {
  const sides = [one, other].map((clusters) => {
    const n = clusters.reduce((sum, cluster) => sum + cluster.n, 0);
    return { share: n === 0 ? 0 : clusters.reduce((sum, cluster) => sum + cluster.k, 0) / n, worth: effectiveCases(clusters) };
  });
  const [first, second] = sides;
  if (first === undefined || second === undefined || first.worth === 0 || second.worth === 0) return null;
  const pooled = (first.share * first.worth + second.share * second.worth) / (first.worth + second.worth);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.worth + 1 / second.worth));
  return error === 0 ? null : { p: Math.min(1, 2 * normalCdf(-Math.abs(first.share - second.share) / error)), less: first.share < second.share };
}

/**
 * Which tribe is answered where: of the requests of each tribe in each place, how many are answered within seven days. A person in
 * two tribes counts in both. A cell of {@link LEAST_REQUESTS} requests and {@link LEAST_AUTHORS} people is held against all other
 * requests; those that differ by chance less than once in twenty over all such cells (Holm) are told apart. Places by requests, most
 * first, those elsewhere last. O(requests x tribes).
 * Source: Holm 1979, Scandinavian Journal of Statistics 6(2):65-70; Korn & Graubard 1998, Survey Methodology 24(2):193-201.
 */
export function placeMatrix(requests: readonly PlacedRequest[], tribes: readonly { readonly id: string; readonly members: ReadonlySet<number> }[]): PlaceRow[] {
  const byPlace = new Map<number | null, PlacedRequest[]>();
  for (const request of requests) {
    const own = byPlace.get(request.placeId);
    if (own === undefined) byPlace.set(request.placeId, [request]);
    else own.push(request);
  }
  const drafts = [...byPlace].map(([placeId, own]) => ({ placeId, own, cells: tribes.map(({ id, members }) => ({ id, own: own.filter(({ personId }) => personId !== null && members.has(personId)) })) }));
  const tested = drafts.flatMap(({ cells }) => cells).flatMap(({ own }) => {
    const clusters = clustersOf(own);
    if (own.length < LEAST_REQUESTS || clusters.length < LEAST_AUTHORS) return [];
    const ids = new Set(own.map(({ messageId }) => messageId));
    const found = differenceP(clusters, clustersOf(requests.filter(({ messageId }) => !ids.has(messageId))));
    return found === null ? [] : [{ own, ...found }];
  });
  const adjusted = holmAdjusted(tested.map(({ p }) => p));
  const apart = new Map(tested.flatMap(({ own, less }, at) => ((adjusted[at] ?? 1) < MOST_P ? [[own, less ? 'less' : 'more'] as const] : [])));
  return drafts.map(({ placeId, own, cells }): PlaceRow => {
    const all = clustersOf(own);
    return {
      placeId, requests: own.length, people: all.length, answered: toldShare(all),
      cells: cells.map(({ id, own: asked }): PlaceCell => {
        const clusters = clustersOf(asked);
        const isFew = clusters.length < LEAST_PEOPLE;
        return { tribe: id, requests: asked.length, people: clusters.length, answered: isFew ? null : toldShare(clusters), apart: apart.get(asked) ?? null, messageIds: isFew ? [] : asked.map(({ messageId }) => messageId) };
      }),
    };
  }).sort((one, other) => Number(one.placeId === null) - Number(other.placeId === null) || other.requests - one.requests || (one.placeId ?? 0) - (other.placeId ?? 0));
}
