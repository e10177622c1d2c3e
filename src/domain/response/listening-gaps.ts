import type { RequestIntent } from '../model/codes.ts';
import { REQUEST_INTENTS } from '../model/codes.ts';
import { clusterBootstrapInterval } from '../stats/cluster-bootstrap.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { restrictedMean } from '../stats/restricted-mean.ts';
import { restrictedMeanLayout, weightedRestrictedMean } from '../stats/weighted-restricted-mean.ts';
import { listeningReference } from './listening-reference.ts';
import type { RequestEpisode } from './request-episode.ts';
import { askerCounts, DOMINANT_AUTHOR_SHARE } from './response-floors.ts';
import { AUTHOR_DRAWS } from './survival-group.ts';
import { askerNumbering, timedFor, waitColumns } from './wait-columns.ts';
import { WALL_SCALE, type WaitScale } from './wait-scale.ts';
import { countedRequests } from './counted-requests.ts';

/** How much longer one kind of request waits than the reference; all seconds, null where the data cannot carry it. */
export interface ListeningGap {
  readonly key: RequestIntent;
  readonly n: number;
  readonly tooFew: boolean;
  readonly gapSeconds: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly restrictedMeanSeconds: number | null;
  readonly meanOfAnswersSeconds: number | null;
  /** One author wrote more than a fifth of this kind or of the reference. */
  readonly dominantAuthor: boolean;
}

/** All gaps against one reference, which the sentence has to name together with the horizon. */
export interface ListeningGaps {
  readonly horizonSeconds: number;
  readonly reference: { readonly kind: 'purchase' | 'promotion' | 'praise'; readonly n: number; readonly tooFew: boolean; readonly restrictedMeanSeconds: number | null; readonly meanOfAnswersSeconds: number | null };
  readonly gaps: readonly ListeningGap[];
}

/** What the gaps depend on besides the requests. */
export interface GapOptions {
  /** Compliments addressed to the brand, the last resort as reference. */
  readonly praise: readonly RequestEpisode[];
  readonly horizonSeconds: number;
  readonly seed: number;
  readonly draws?: number;
  /** The clock of the waits; the wall's unless given. */
  readonly scale?: WaitScale;
}

/**
 * Selective listening gap of each kind of request: its restricted mean wait minus that of the reference, with percentile limits
 * from drawing the authors of both groups' union, so that somebody who asks for both kinds is drawn into both. Differences only:
 * the ratio of two restricted means depends on the horizon. Below 20 requests or 10 askers in either group there is no number.
 * Same seed, same answer. O(draws x n) a kind.
 * Source: Royston & Parmar 2013, BMC Medical Research Methodology 13:152; Davison & Hinkley 1997, section 3.8.
 */
export function listeningGaps(requests: readonly RequestEpisode[], { praise, horizonSeconds, seed, draws = AUTHOR_DRAWS, scale: { weekSeconds } = WALL_SCALE }: GapOptions): ListeningGaps {
  const counted = timedFor(countedRequests(requests), horizonSeconds, weekSeconds);
  const reference = listeningReference(counted, timedFor(countedRequests(praise), horizonSeconds, weekSeconds));
  const against = reference.requests;
  const referenceCounts = askerCounts(against);
  const referenceMean = referenceCounts.tooFew ? null : meanOf(against, horizonSeconds);
  const gaps = REQUEST_INTENTS.filter((intent) => intent !== reference.kind).map((key): ListeningGap => {
    const group = counted.filter((request) => request.intents.includes(key));
    const counts = askerCounts(group);
    if (counts.tooFew || referenceCounts.tooFew) {
      return { key, n: group.length, tooFew: true, gapSeconds: null, low: null, high: null, restrictedMeanSeconds: null, meanOfAnswersSeconds: null, dominantAuthor: false };
    }
    const mean = meanOf(group, horizonSeconds);
    const gapSeconds = mean === null || referenceMean === null ? null : mean - referenceMean;
    const interval = gapSeconds === null ? null : gapInterval(group, against, { horizonSeconds, seed, draws });
    return {
      key, n: group.length, tooFew: false, gapSeconds, low: interval?.low ?? null, high: interval?.high ?? null,
      restrictedMeanSeconds: mean, meanOfAnswersSeconds: meanOfAnswers(group),
      dominantAuthor: Math.max(counts.largestShare, referenceCounts.largestShare) > DOMINANT_AUTHOR_SHARE,
    };
  });
  return {
    horizonSeconds,
    reference: { kind: reference.kind, n: against.length, tooFew: referenceCounts.tooFew, restrictedMeanSeconds: referenceMean, meanOfAnswersSeconds: referenceCounts.tooFew ? null : meanOfAnswers(against) },
    gaps,
  };
}

function gapInterval(group: readonly RequestEpisode[], reference: readonly RequestEpisode[], { horizonSeconds, seed, draws }: { horizonSeconds: number; seed: number; draws: number }): { low: number; high: number } | null {
  const numberOf = askerNumbering();
  // a request in both groups that has no author must be the same asker in both
  const numbers = new Map<RequestEpisode, number>();
  const shared = (request: RequestEpisode): number => {
    const number = numbers.get(request) ?? numberOf(request);
    numbers.set(request, number);
    return number;
  };
  const columns = waitColumns(group, shared);
  const referenceColumns = waitColumns(reference, shared);
  const layout = restrictedMeanLayout(columns, horizonSeconds);
  const referenceLayout = restrictedMeanLayout(referenceColumns, horizonSeconds);
  return clusterBootstrapInterval({
    clusters: Math.max(columns.clusters, referenceColumns.clusters), draws, seed,
    statistic: (weights) => {
      const mean = weightedRestrictedMean(layout, weights);
      const referenceMean = mean === null ? null : weightedRestrictedMean(referenceLayout, weights);
      return mean === null || referenceMean === null ? null : mean - referenceMean;
    },
  });
}

function meanOf(requests: readonly RequestEpisode[], horizonSeconds: number): number | null {
  const { waitedSeconds, answered } = waitColumns(requests);
  return restrictedMean(kaplanMeier(waitedSeconds, answered), horizonSeconds);
}

function meanOfAnswers(requests: readonly RequestEpisode[]): number | null {
  const waits = requests.flatMap((request) => (request.censored || request.waitedSeconds === null ? [] : request.waitedSeconds));
  return waits.length === 0 ? null : waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
}
