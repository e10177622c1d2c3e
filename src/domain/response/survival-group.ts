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
import { askerCounts, LEAST_AUTHORS, LEAST_REQUESTS } from './response-floors.ts';
import { timedFor, waitColumns, type WaitColumns } from './wait-columns.ts';
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
  const [byWeek, byMoment] = [waitColumns(timedFor(requests, weekSeconds, weekSeconds)), waitColumns(timedFor(requests, 0, weekSeconds))];
  const [weekly, fine] = [curveOf(byWeek), curveOf(byMoment)];
  const horizon = horizonSeconds >= weekSeconds ? weekly : fine;
  const timed = horizonSeconds >= weekSeconds ? byWeek : byMoment;
  const median = fine === null ? null : medianWait(fine);
  const mean = horizon === null ? null : restrictedMean(horizon, horizonSeconds);
  const interval = mean === null ? null : meanInterval(timed, { horizonSeconds, seed, draws });
  const { answeredWaits, ...tally } = tallied(requests);
  return {
    key, n: counts.requests, authors: counts.knownAuthors, tooFew: false,
    ...tally,
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

/** What is counted of requests, in one pass, and the waits that were answered, in their order. */
function tallied(requests: readonly RequestEpisode[]): Record<'answered' | 'sentToPrivate' | 'nods' | 'censored' | 'peerFirst' | 'inferred' | 'dayTimes' | 'countOnly', number> & { answeredWaits: number[] } {
  const found = { answered: 0, sentToPrivate: 0, nods: 0, censored: 0, peerFirst: 0, inferred: 0, dayTimes: 0, countOnly: 0 };
  const answeredWaits: number[] = [];
  for (const { censored, outcome, peerFirst, inferred, precision, waitedSeconds } of requests) {
    if (censored) found.censored += 1;
    else {
      found.answered += 1;
      if (waitedSeconds !== null && precision === 'fine') answeredWaits.push(waitedSeconds);
    }
    if (outcome === 'private') found.sentToPrivate += 1;
    else if (outcome === 'nod') found.nods += 1;
    if (peerFirst) found.peerFirst += 1;
    if (inferred) found.inferred += 1;
    if (precision === 'day') found.dayTimes += 1;
    else if (precision === 'count') found.countOnly += 1;
  }
  return { ...found, answeredWaits };
}

/** What stands beside a gap: the answered among some requests whose times are known for the horizon, and the share still waiting then; null below the floors. */
export function standingAt(requests: readonly RequestEpisode[], horizonSeconds: number): { readonly authors: number; readonly answered: number | null; readonly waiting: number | null } {
  const { knownAuthors, tooFew } = askerCounts(requests);
  if (tooFew) return { authors: knownAuthors, answered: null, waiting: null };
  const curve = curveOf(waitColumns(requests));
  return { authors: knownAuthors, answered: requests.filter(({ censored }) => !censored).length, waiting: curve === null ? null : (complementAt(curve, horizonSeconds).estimate ?? null) };
}

function curveOf({ waitedSeconds, answered, clusters }: WaitColumns): SurvivalCurve | null {
  return waitedSeconds.length < LEAST_REQUESTS || clusters < LEAST_AUTHORS ? null : kaplanMeier(waitedSeconds, answered);
}

function meanInterval(columns: WaitColumns, { horizonSeconds, seed, draws }: { horizonSeconds: number; seed: number; draws: number }): { low: number; high: number } | null {
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
