import { answeredWithin } from '../stats/answered-within.ts';
import { holmAdjusted } from '../stats/holm.ts';
import type { Interval } from '../stats/interval.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { logRankTest } from '../stats/log-rank.ts';
import { countedRequests } from './counted-requests.ts';
import type { Grouping } from './grouping.ts';
import type { ListeningReference } from './listening-reference.ts';
import type { RequestEpisode } from './request-episode.ts';
import { askerCounts } from './response-floors.ts';
import type { SurvivalGroup } from './survival-group.ts';
import { survivalGroup } from './survival-group.ts';
import { timedFor, waitColumns } from './wait-columns.ts';
import { WALL_SCALE, type WaitScale } from './wait-scale.ts';

/** A test of group `a` against the reference `b`. */
export interface CurveTest {
  readonly a: string;
  readonly b: string;
  readonly statistic: number;
  readonly p: number;
  readonly pAdjusted: number;
}

/** Requests in threads known to miss replies. */
export interface LeftOut {
  readonly n: number;
  readonly answered: number;
  /**
   * Share answered within a week of the clock over all requests, these included: at least as if none of them were answered beyond what
   * is seen, at most as if all were. Null where there are none, or where the share of the complete threads has no estimate.
   */
  readonly bounds: Interval | null;
}

/** Curves of all groups over the same requests. */
export interface ResponseCurves {
  /** The latest end of observation; ends differ by place. Null without requests. */
  readonly windowEndMs: number | null;
  readonly unread: number;
  /** Requests in places whose answers the data cannot show. */
  readonly unobservable: number;
  /** Requests left out because replies of their thread are known to be missing, and what is still known of them. */
  readonly leftOut: LeftOut;
  /** Requests by people with a tie to a brand and by bots, listed apart. */
  readonly listedApart: number;
  readonly groups: readonly SurvivalGroup[];
  readonly tests: readonly CurveTest[];
}

/** What the curves depend on besides the requests. */
export interface CurveOptions {
  readonly grouping: Grouping;
  readonly horizonSeconds: number;
  readonly seed: number;
  /** Messages addressed to the brand that were not read, after the same filters. */
  readonly unread: number;
  /** The reference of the tests; null: the largest group. */
  readonly reference: ListeningReference | null;
  readonly draws?: number;
  /** The clock of the waits; the wall's unless given. */
  readonly scale?: WaitScale;
}

/**
 * Waiting curves by group, with the tests of each group against the reference. In the groups a request counts once in each of its
 * keys; in the tests once in all, and one that belongs to the reference is not in the other group. Tests are given only where both
 * sides pass the floors, p adjusted over those given. Groups come in the grouping's order, else largest first.
 */
export function responseCurves(requests: readonly RequestEpisode[], options: CurveOptions): ResponseCurves {
  const { grouping, horizonSeconds, seed, draws, scale = WALL_SCALE } = options;
  const publicRequests = requests.filter((request) => request.listedApart === null);
  const counted = countedRequests(requests);
  const leftOut = publicRequests.filter((request) => request.observability === 'incomplete');
  const byKey = new Map<string, RequestEpisode[]>();
  for (const request of counted) {
    for (const key of grouping.keysOf(request)) {
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [request]);
      else group.push(request);
    }
  }
  const met = [...byKey.keys()].sort((one, other) => (byKey.get(other)?.length ?? 0) - (byKey.get(one)?.length ?? 0) || (one < other ? -1 : 1));
  const keys = grouping.order === null ? met : [...grouping.order.filter((key) => byKey.has(key) || key === 'all'), ...met.filter((key) => grouping.order?.includes(key) !== true)];
  const windowEndMs = counted.reduce<number | null>((latest, request) => Math.max(latest ?? -Infinity, request.observationEndMs), null);
  return {
    windowEndMs,
    unread: options.unread,
    unobservable: publicRequests.filter((request) => request.observability === 'unobservable').length,
    leftOut: { n: leftOut.length, answered: leftOut.filter((request) => !request.censored).length, bounds: answeredBounds(counted, leftOut, scale) },
    listedApart: requests.length - publicRequests.length,
    groups: keys.map((key) => survivalGroup(byKey.get(key) ?? [], { key, horizonSeconds, seed, scale, ...(draws === undefined ? {} : { draws }) })),
    tests: curveTests(counted, { grouping, horizonSeconds, scale, reference: options.reference, largest: met[0] ?? null }),
  };
}

function answeredBounds(counted: readonly RequestEpisode[], leftOut: readonly RequestEpisode[], { weekSeconds }: WaitScale): Interval | null {
  const timed = timedFor(counted, weekSeconds, weekSeconds);
  if (leftOut.length === 0 || askerCounts(timed).tooFew) return null;
  const { waitedSeconds, answered } = waitColumns(timed);
  const share = answeredWithin(kaplanMeier(waitedSeconds, answered), weekSeconds);
  if (share === null) return null;
  const seen = leftOut.filter((request) => !request.censored && request.waitedSeconds !== null && request.waitedSeconds <= weekSeconds).length;
  const all = counted.length + leftOut.length;
  const estimated = share.estimate * counted.length;
  return { low: (estimated + seen) / all, high: (estimated + leftOut.length) / all };
}

function curveTests(
  counted: readonly RequestEpisode[],
  { grouping, horizonSeconds, scale: { weekSeconds }, reference, largest }: { grouping: Grouping; horizonSeconds: number; scale: WaitScale; reference: ListeningReference | null; largest: string | null },
): CurveTest[] {
  const named = reference === null || reference.kind === 'purchase' ? (reference?.kind ?? largest) : null;
  const b = named ?? reference?.kind ?? null;
  if (b === null) return [];
  const timed = timedFor(counted, horizonSeconds, weekSeconds);
  const outside = new Set(named === null ? reference?.requests : []);
  const against = named === null ? timedFor([...outside], horizonSeconds, weekSeconds) : timed.filter((request) => grouping.testKeyOf(request) === named);
  if (askerCounts(against).tooFew) return [];
  const groups = new Map<string, RequestEpisode[]>();
  for (const request of timed) {
    const key = grouping.testKeyOf(request);
    if (key === null || key === named || outside.has(request)) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [request]);
    else group.push(request);
  }
  const tests = [...groups].flatMap(([a, group]) => {
    if (askerCounts(group).tooFew) return [];
    const columns = waitColumns([...group, ...against]);
    const test = logRankTest({ ...columns, group: Uint8Array.from(columns.cluster, (_, i) => (i < group.length ? 1 : 0)) });
    return test === null ? [] : [{ a, b, statistic: test.statistic, p: test.p }];
  });
  tests.sort((one, other) => (one.a < other.a ? -1 : 1));
  const adjusted = holmAdjusted(tests.map((test) => test.p));
  return tests.map((test, i) => ({ ...test, pAdjusted: adjusted[i] ?? test.p }));
}
