import { laterDraws } from '../stats/cluster-bootstrap.ts';
import { isotonicRegression } from '../stats/isotonic-regression.ts';
import { answeredWithin } from '../stats/answered-within.ts';
import type { Estimate } from '../stats/interval.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { loudnessBins } from './loudness-bins.ts';
import type { RequestEpisode } from './request-episode.ts';
import { askerCounts, LEAST_REQUESTS } from './response-floors.ts';
import { askerNumbering, timedFor, waitColumns } from './wait-columns.ts';
import { weightedBin, weightedShare, type WeightedBin } from './weighted-answered.ts';

/** Why a kind of request has no threshold as a number. */
export type AudiogramReason = 'too-few' | 'one-level' | 'follow-up-too-short' | 'above-everywhere' | 'below-everywhere';

/** Requests of about the same loudness. */
export interface AudiogramBin {
  /** Least, middle and greatest loudness. */
  readonly from: number;
  readonly middle: number;
  readonly to: number;
  readonly n: number;
  /** Share answered within seven days. */
  readonly answered: Estimate;
  /** The rising step that comes closest. */
  readonly fitted: number;
}

/** How loud one kind of request must be to be heard. */
export interface Audiogram {
  readonly key: string;
  readonly n: number;
  readonly authors: number | null;
  readonly bins: readonly AudiogramBin[];
  /** The least loudness of the first bin whose fitted share passes one half; null with its reason. */
  readonly threshold: number | null;
  /** 95 % limits over draws of authors; null where the limit lies outside the loudness seen: below all of it, above all of it. */
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: AudiogramReason | null;
}

/** What an audiogram depends on besides the requests. */
export interface AudiogramOptions {
  readonly key: string;
  readonly seed: number;
  readonly draws?: number;
}

/** Author draws behind the limits of a threshold. */
export const AUDIOGRAM_DRAWS = 1000;
const WEEK_SECONDS = 604_800;
const HALF = 0.5;

/**
 * The deafness audiogram of one kind of request: the share answered within seven days in bins of equal size by loudness, at least
 * 20 requests each, made to rise by isotonic regression, and the loudness at which it passes one half. The curve can only rise: a
 * brand that answers the loud less shows as a flat line. `loudness` runs parallel to the requests, null where it is not known.
 * O(n log n + draws x n).
 * Source: own definition; Barlow et al. 1972 for the regression, Efron & Tibshirani 1993 for the draws.
 */
export function deafnessAudiogram(requests: readonly RequestEpisode[], loudness: readonly (number | null)[], { key, seed, draws = AUDIOGRAM_DRAWS }: AudiogramOptions): Audiogram {
  const loudnessOf = new Map(requests.map((request, i) => [request, loudness[i] ?? null]));
  const known = timedFor(requests, WEEK_SECONDS).filter((request) => loudnessOf.get(request) !== null);
  const counts = askerCounts(known);
  const nothing = (reason: AudiogramReason): Audiogram => ({ key, n: known.length, authors: counts.tooFew ? null : counts.knownAuthors, bins: [], threshold: null, low: null, high: null, reason });
  if (counts.tooFew || known.length < 2 * LEAST_REQUESTS) return nothing('too-few');
  const levels = known.map((request) => loudnessOf.get(request) ?? 0);
  const dealt = loudnessBins(levels);
  if (dealt.length < 2) return nothing('one-level');
  const numberOf = askerNumbering();
  const clusterOf = known.map(numberOf);
  const shares: Estimate[] = [];
  const weighted: WeightedBin[] = [];
  for (const { members } of dealt) {
    const columns = waitColumns(members.map((i) => known[i]).filter((request) => request !== undefined));
    const share = answeredWithin(kaplanMeier(columns.waitedSeconds, columns.answered), WEEK_SECONDS);
    if (share === null) return nothing('follow-up-too-short');
    shares.push(share);
    weighted.push(weightedBin({ ...columns, cluster: members.map((i) => clusterOf[i] ?? 0) }, WEEK_SECONDS));
  }
  const fitted = isotonicRegression(shares.map(({ estimate }) => estimate), dealt.map(({ members }) => members.length));
  const passed = fitted.findIndex((share) => share > HALF);
  const reason = passed < 0 ? 'below-everywhere' : passed === 0 ? 'above-everywhere' : null;
  const froms = dealt.map(({ from }) => from);
  // a draw that is above one half everywhere, or nowhere, lies beyond the loudness seen on that side
  const thresholds = reason !== null ? new Float64Array(0) : laterDraws({
    clusters: clusterOf.reduce((most, cluster) => Math.max(most, cluster + 1), 0), draws, seed,
    statistic: (weights) => {
      const drawn = weighted.map((bin) => weightedShare(bin, weights));
      const shown = drawn.flatMap((share, i) => (share === null ? [] : [{ ...share, from: froms[i] ?? 0 }]));
      if (shown.length < 2) return null;
      const line = isotonicRegression(shown.map(({ share }) => share), shown.map(({ weight }) => weight));
      const at = line.findIndex((share) => share > HALF);
      return at < 0 ? Infinity : at === 0 ? -Infinity : (shown[at]?.from ?? null);
    },
  });
  const limit = (position: number): number | null => {
    const value = thresholds[position] ?? Number.NaN;
    return Number.isFinite(value) ? value : null;
  };
  const bins = dealt.map(({ from, middle, to, members }, i) => ({ from, middle, to, n: members.length, answered: shares[i] ?? { estimate: 0, low: 0, high: 1 }, fitted: fitted[i] ?? 0 }));
  return {
    key, n: known.length, authors: counts.knownAuthors, bins, reason, threshold: reason === null ? (froms[passed] ?? null) : null,
    low: limit(Math.floor(0.025 * (thresholds.length - 1))), high: limit(Math.ceil(0.975 * (thresholds.length - 1))),
  };
}
