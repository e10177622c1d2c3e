import type { AdviceReach } from '../model/advice-reach.ts';
import { SHARE_FLOOR, type CountedShare } from '../stats/counted-share.ts';
import { clusteredShare, type ShareCluster } from '../stats/clustered-share.ts';
import { LEAST_EXCHANGES } from './tie-strength.ts';
import { LEAST_CASE_PEOPLE } from './trust-part.ts';

/** An unpaid recommendation with the people whom it is written to. */
export interface AddressedAdvice {
  readonly messageId: number;
  readonly personId: number;
  /** Null where the time is not known: what came before cannot be told. */
  readonly atMs: number | null;
  /** People of these data whom it answers or names. */
  readonly toIds: readonly number[];
  /** Names a friend who never writes here. */
  readonly namesAbsent: boolean;
}

/** What two people wrote to each other; `forth` is the first one's word. */
export interface AdvicePair {
  readonly first: number;
  readonly second: number | null;
  readonly exchanges: readonly { readonly messageId: number; readonly forth: boolean; readonly atMs: number | null }[];
}

/** A recommendation as it is counted; `toId` is the closest of those it goes to. */
export interface PlacedAdvice {
  readonly messageId: number;
  readonly personId: number;
  readonly reach: AdviceReach;
  readonly toId: number | null;
  /** Exchanges of the two before it. */
  readonly before: number;
}

/** Recommendations by tie. Shares are of those that go to people of these data. */
export interface RecommenderTies {
  readonly placed: readonly PlacedAdvice[];
  /** With an unknown time, to people of these data: apart. */
  readonly untimed: number;
  readonly people: number;
  /** People who recommend to somebody of these data. */
  readonly seenPeople: number;
  readonly strong: CountedShare;
  /** Of everything else that the same people wrote to people, what went to strong ties: what closeness gives without any advice. */
  readonly otherwise: CountedShare;
}

const pairKey = (one: number, other: number): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/**
 * Recommendations by how close the recommender was to whom they are written to, at that moment: three exchanges and more before
 * it, from which on a tie has a strength (strong); one or two (weak); none. A message to several people counts once, with the
 * closest. Friends who are named and never write here, and recommendations to nobody in particular, have no tie that could be seen:
 * counts of their own, in neither side. Beside the share of strong ties stands that of everything else that the same people wrote
 * to people. Limits allow for people who recommend often; no share under thirty cases or ten people. O(exchanges + recommendations).
 * Source: Granovetter 1973, American Journal of Sociology 78(6):1360-1380; Brown & Reingen 1987, Journal of Consumer Research
 * 14(3):350-362; for the limits, {@link clusteredShare}.
 */
export function recommenderTies(advice: readonly AddressedAdvice[], pairs: readonly AdvicePair[]): RecommenderTies {
  const exchangesOf = new Map(pairs.flatMap(({ first, second, exchanges }) => (second === null ? [] : [[pairKey(first, second), exchanges] as const])));
  const before = (one: number, other: number, atMs: number): number => (exchangesOf.get(pairKey(one, other)) ?? []).filter((exchange) => exchange.atMs !== null && exchange.atMs < atMs).length;
  const placed: PlacedAdvice[] = [];
  let untimed = 0;
  for (const { messageId, personId, atMs, toIds, namesAbsent } of advice) {
    const others = toIds.filter((toId) => toId !== personId);
    if (others.length === 0) {
      placed.push({ messageId, personId, reach: namesAbsent ? 'absent' : 'open', toId: null, before: 0 });
      continue;
    }
    if (atMs === null) {
      untimed += 1;
      continue;
    }
    const [closest] = others.map((toId) => ({ toId, before: before(personId, toId, atMs) })).sort((one, other) => other.before - one.before || one.toId - other.toId);
    if (closest === undefined) continue;
    placed.push({ messageId, personId, reach: closest.before >= LEAST_EXCHANGES ? 'strong' : closest.before > 0 ? 'weak' : 'none', ...closest });
  }
  const seen = placed.filter(({ toId }) => toId !== null);
  const recommenders = new Set(seen.map(({ personId }) => personId));
  return {
    placed, untimed, people: new Set(advice.map(({ personId }) => personId)).size, seenPeople: recommenders.size,
    strong: shareByPerson(seen.map(({ personId, reach }) => ({ personId, counts: reach === 'strong' }))),
    otherwise: shareByPerson(otherWords(pairs, recommenders, new Set(advice.map(({ messageId }) => messageId)))),
  };
}

interface PersonCase {
  readonly personId: number;
  readonly counts: boolean;
}

/** What the recommenders wrote to people without recommending, each with whether the two had three exchanges before. */
function otherWords(pairs: readonly AdvicePair[], recommenders: ReadonlySet<number>, adviceIds: ReadonlySet<number>): PersonCase[] {
  return pairs.flatMap(({ first, second, exchanges }) => {
    if (second === null || (!recommenders.has(first) && !recommenders.has(second))) return [];
    const timed = exchanges.flatMap(({ messageId, forth, atMs }) => (atMs === null ? [] : [{ messageId, forth, atMs }])).sort((one, other) => one.atMs - other.atMs || one.messageId - other.messageId);
    let earlier = 0;
    return timed.flatMap(({ messageId, forth, atMs }, at) => {
      // what was written in the same moment did not come before
      while (earlier < at && (timed[earlier]?.atMs ?? atMs) < atMs) earlier += 1;
      const personId = forth ? first : second;
      return recommenders.has(personId) && !adviceIds.has(messageId) ? [{ personId, counts: earlier >= LEAST_EXCHANGES }] : [];
    });
  });
}

function shareByPerson(cases: readonly PersonCase[]): CountedShare {
  const clusters = new Map<number, ShareCluster>();
  for (const { personId, counts } of cases) {
    const known = clusters.get(personId) ?? { k: 0, n: 0 };
    clusters.set(personId, { k: known.k + Number(counts), n: known.n + 1 });
  }
  const share = clusteredShare([...clusters.values()]);
  return clusters.size < LEAST_CASE_PEOPLE || share.n < SHARE_FLOOR ? { ...share, estimate: null, low: null, high: null } : share;
}
