import { cumulativeIncidence } from '../stats/cumulative-incidence.ts';
import { incidenceLimits, type IncidencePoint } from '../stats/incidence-limits.ts';
import type { Estimate } from '../stats/interval.ts';
import type { Grouping } from './grouping.ts';
import type { RequestEpisode } from './request-episode.ts';
import { askerCounts } from './response-floors.ts';
import { timedFor } from './wait-columns.ts';

/** Who answered first, for one group of requests; under the floors only `n` stays. */
export interface CompetingGroup {
  readonly key: string;
  readonly n: number;
  readonly authors: number | null;
  readonly tooFew: boolean;
  /** Requests that the brand answered first, that another person did, that nobody has answered. */
  readonly brandFirst: number | null;
  readonly peerFirst: number | null;
  readonly nobody: number | null;
  /** Shares at the horizon; null where no wait was watched that long. */
  readonly brandAtHorizon: Estimate | null;
  readonly peerAtHorizon: Estimate | null;
  readonly brand: readonly IncidencePoint[];
  readonly peer: readonly IncidencePoint[];
  /** The longest wait without any answer or up to the first: beyond it nothing is known. */
  readonly longestSeconds: number | null;
}

/** What the curves depend on besides the requests. */
export interface CompetingOptions {
  readonly grouping: Grouping;
  readonly horizonSeconds: number;
  /** Most points of a drawn curve. */
  readonly maxSteps: number;
}

const [NOBODY, BRAND, PEER] = [0, 1, 2];

/**
 * Whether the brand or another person answers first: Aalen-Johansen cumulative incidences of both, each with pointwise limits by
 * the delta method. A peer's answer takes a request out of those that the brand can still answer first; it never stops the brand's
 * clock in the other figures. Waits are of the wall clock, because peers have no opening hours. At a tie the brand comes first.
 * Under 20 requests or 10 askers a group has its n alone. O(n log n).
 * Source: Aalen & Johansen 1978; see {@link cumulativeIncidence} and {@link incidenceLimits}.
 */
export function competingAnswers(requests: readonly RequestEpisode[], { grouping, horizonSeconds, maxSteps }: CompetingOptions): CompetingGroup[] {
  const byKey = new Map<string, RequestEpisode[]>();
  for (const request of timedFor(requests, horizonSeconds)) {
    for (const key of grouping.keysOf(request)) {
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [request]);
      else group.push(request);
    }
  }
  return (grouping.order ?? [...byKey.keys()].sort()).filter((key) => key === 'all' || byKey.has(key)).map((key) => competingGroup(byKey.get(key) ?? [], { key, horizonSeconds, maxSteps }));
}

function competingGroup(requests: readonly RequestEpisode[], { key, horizonSeconds, maxSteps }: { readonly key: string; readonly horizonSeconds: number; readonly maxSteps: number }): CompetingGroup {
  const counts = askerCounts(requests);
  const n = requests.length;
  if (counts.tooFew) return { key, n, authors: null, tooFew: true, brandFirst: null, peerFirst: null, nobody: null, brandAtHorizon: null, peerAtHorizon: null, brand: [], peer: [], longestSeconds: null };
  const waits = new Float64Array(n);
  const causes = new Uint8Array(n);
  const ended = [0, 0, 0];
  requests.forEach((request, i) => {
    const { atMs, answeredAtMs, peerAtMs, peerFirst, observationEndMs, censored } = request;
    const cause = peerFirst && peerAtMs !== null ? PEER : censored ? NOBODY : BRAND;
    const endMs = (cause === PEER ? peerAtMs : cause === BRAND ? answeredAtMs : observationEndMs) ?? observationEndMs;
    waits[i] = Math.max(0, endMs - (atMs ?? endMs)) / 1000;
    causes[i] = cause;
    ended[cause] = (ended[cause] ?? 0) + 1;
  });
  const steps = cumulativeIncidence(waits, causes, 2);
  const brand = incidenceLimits(steps, BRAND);
  const peer = incidenceLimits(steps, PEER);
  const longestSeconds = waits.reduce((longest, wait) => Math.max(longest, wait), 0);
  const isKnown = longestSeconds >= horizonSeconds || steps.at(-1)?.waiting === 0;
  const atHorizon = (points: readonly IncidencePoint[]): Estimate | null => {
    if (!isKnown) return null;
    const last = points.findLast(({ atSeconds }) => atSeconds <= horizonSeconds);
    return last === undefined ? { estimate: 0, low: 0, high: 0 } : { estimate: last.estimate, low: last.low, high: last.high };
  };
  return {
    key, n, authors: counts.knownAuthors, tooFew: false, brandFirst: ended[BRAND] ?? 0, peerFirst: ended[PEER] ?? 0, nobody: ended[NOBODY] ?? 0,
    brandAtHorizon: atHorizon(brand), peerAtHorizon: atHorizon(peer), brand: thinnedPoints(brand, { horizonSeconds, maxSteps }), peer: thinnedPoints(peer, { horizonSeconds, maxSteps }), longestSeconds,
  };
}

/** Points up to the horizon at which the share has moved enough to be seen: the first, the last, and at most about `maxSteps`. */
function thinnedPoints(points: readonly IncidencePoint[], { horizonSeconds, maxSteps }: { readonly horizonSeconds: number; readonly maxSteps: number }): IncidencePoint[] {
  const shown = points.filter(({ atSeconds }) => atSeconds <= horizonSeconds);
  const rise = 1 / maxSteps;
  const kept: IncidencePoint[] = [];
  for (const [position, point] of shown.entries()) {
    const last = kept.at(-1);
    if (last === undefined || position === shown.length - 1 || point.estimate - last.estimate >= rise) kept.push(point);
  }
  return kept;
}
