import { answeredWithin } from '../stats/answered-within.ts';
import { clusterBootstrapInterval } from '../stats/cluster-bootstrap.ts';
import type { SurvivalCurve } from '../stats/kaplan-meier.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { medianWait } from '../stats/median-wait.ts';
import { restrictedMean } from '../stats/restricted-mean.ts';
import { waitingAt, waitingBand } from '../stats/waiting-at.ts';
import { restrictedMeanLayout, weightedRestrictedMean } from '../stats/weighted-restricted-mean.ts';
import { cautiousCard } from './cautious-card.ts';
import type { CautiousCard } from './cautious-card.ts';
import type { RequestEpisode } from './request-episode.ts';
import { askerCounts } from './response-floors.ts';
import { timedFor, waitColumns } from './wait-columns.ts';
import { WALL_SCALE, type WaitScale } from './wait-scale.ts';

/** Author draws behind every interval of a mean wait. */
export const AUTHOR_DRAWS = 2000;

/** A share with its limits, null where the data cannot carry it. */
export interface ShareAt {
  readonly seconds: number;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** One point of a drawn curve. */
export interface CurvePoint {
  readonly atSeconds: number;
  readonly waiting: number;
  readonly standardError: number | null;
  /** 95 % limits of `waiting`. */
  readonly low: number;
  readonly high: number;
}

/** Everything said about the waits of one group; below the floors only `n` stays. */
export interface SurvivalGroup {
  readonly key: string;
  readonly n: number;
  readonly authors: number | null;
  readonly answered: number | null;
  readonly sentToPrivate: number | null;
  readonly nods: number | null;
  readonly censored: number | null;
  readonly peerFirst: number | null;
  readonly inferred: number | null;
  /** Of n, how many have times known to the day only, and how many enter counts only. */
  readonly dayTimes: number | null;
  readonly countOnly: number | null;
  readonly medianSeconds: number | null;
  readonly medianLow: number | null;
  readonly medianHigh: number | null;
  readonly restrictedMeanSeconds: number | null;
  readonly restrictedMeanLow: number | null;
  readonly restrictedMeanHigh: number | null;
  /** The mean of the waits that were answered: the figure usually published, blind to silence. */
  readonly meanOfAnswersSeconds: number | null;
  readonly longestSeconds: number | null;
  readonly tooFew: boolean;
  readonly answeredWithin: readonly ShareAt[];
  /** Share still waiting at the horizon, to stand beside the restricted mean. */
  readonly waitingAtHorizon: ShareAt | null;
  readonly card: CautiousCard | null;
  readonly steps: readonly CurvePoint[];
}

/** What a group's figures depend on besides its requests. */
export interface GroupOptions {
  readonly key: string;
  readonly horizonSeconds: number;
  readonly seed: number;
  /** Author draws; the default is {@link AUTHOR_DRAWS}. */
  readonly draws?: number;
  /** The clock of the waits; the wall's unless given. */
  readonly scale?: WaitScale;
}

/**
 * Figures of one group of requests, all observable and of the public. The curve, the share at a week and the mean wait take
 * times known to the day or better; the median and the shares at an hour and a day only finer ones; counts take all. Below
 * 20 requests or 10 askers only n is given, and the same floors hold for the finer part alone. O(n log n + draws x n).
 */
export function survivalGroup(requests: readonly RequestEpisode[], { key, horizonSeconds, seed, draws = AUTHOR_DRAWS, scale: { shareSeconds, weekSeconds } = WALL_SCALE }: GroupOptions): SurvivalGroup {
  const counts = askerCounts(requests);
  if (counts.tooFew) return { ...EMPTY_GROUP, key, n: counts.requests };
  const weekly = curveOf(timedFor(requests, weekSeconds, weekSeconds));
  const fine = curveOf(timedFor(requests, 0, weekSeconds));
  const horizon = horizonSeconds >= weekSeconds ? weekly : fine;
  const timed = timedFor(requests, horizonSeconds, weekSeconds);
  const median = fine === null ? null : medianWait(fine);
  const mean = horizon === null ? null : restrictedMean(horizon, horizonSeconds);
  const interval = mean === null ? null : meanInterval(timed, { horizonSeconds, seed, draws });
  const answeredWaits = requests.flatMap((request) => (request.censored || request.waitedSeconds === null || request.precision !== 'fine' ? [] : request.waitedSeconds));
  const count = (holds: (request: RequestEpisode) => boolean): number => requests.filter(holds).length;
  return {
    key, n: counts.requests, authors: counts.knownAuthors, tooFew: false,
    answered: count((request) => !request.censored),
    sentToPrivate: count((request) => request.outcome === 'private'),
    nods: count((request) => request.outcome === 'nod'),
    censored: count((request) => request.censored),
    peerFirst: count((request) => request.peerFirst),
    inferred: count((request) => request.inferred),
    dayTimes: count((request) => request.precision === 'day'),
    countOnly: count((request) => request.precision === 'count'),
    medianSeconds: median?.seconds ?? null, medianLow: median?.low ?? null, medianHigh: median?.high ?? null,
    restrictedMeanSeconds: mean, restrictedMeanLow: interval?.low ?? null, restrictedMeanHigh: interval?.high ?? null,
    meanOfAnswersSeconds: answeredWaits.length === 0 ? null : answeredWaits.reduce((sum, wait) => sum + wait, 0) / answeredWaits.length,
    longestSeconds: weekly?.longestSeconds ?? null,
    answeredWithin: shareSeconds.map((seconds) => shareAt(seconds >= weekSeconds ? weekly : fine, seconds)),
    waitingAtHorizon: horizon === null ? null : complementAt(horizon, horizonSeconds),
    card: cautiousCard(timed, horizonSeconds),
    steps: (weekly?.steps ?? []).map((step) => ({ atSeconds: step.atSeconds, waiting: step.waiting, standardError: step.standardError, ...waitingBand(step) })),
  };
}

const EMPTY_GROUP: Omit<SurvivalGroup, 'key' | 'n'> = {
  authors: null, answered: null, sentToPrivate: null, nods: null, censored: null, peerFirst: null, inferred: null, dayTimes: null, countOnly: null,
  medianSeconds: null, medianLow: null, medianHigh: null, restrictedMeanSeconds: null, restrictedMeanLow: null, restrictedMeanHigh: null,
  meanOfAnswersSeconds: null, longestSeconds: null, tooFew: true, answeredWithin: [], waitingAtHorizon: null, card: null, steps: [],
};

function curveOf(timed: readonly RequestEpisode[]): SurvivalCurve | null {
  if (askerCounts(timed).tooFew) return null;
  const { waitedSeconds, answered } = waitColumns(timed);
  return kaplanMeier(waitedSeconds, answered);
}

function meanInterval(timed: readonly RequestEpisode[], { horizonSeconds, seed, draws }: { horizonSeconds: number; seed: number; draws: number }): { low: number; high: number } | null {
  const columns = waitColumns(timed);
  const layout = restrictedMeanLayout(columns, horizonSeconds);
  return clusterBootstrapInterval({ clusters: columns.clusters, draws, seed, statistic: (weights) => weightedRestrictedMean(layout, weights) });
}

function shareAt(curve: SurvivalCurve | null, seconds: number): ShareAt {
  const share = curve === null ? null : answeredWithin(curve, seconds);
  return { seconds, estimate: share?.estimate ?? null, low: share?.low ?? null, high: share?.high ?? null };
}

function complementAt(curve: SurvivalCurve, seconds: number): ShareAt {
  const share = waitingAt(curve, seconds);
  return { seconds, estimate: share?.estimate ?? null, low: share?.low ?? null, high: share?.high ?? null };
}
