import type { ConfusionCounts } from '../reading-check/label-imputation.ts';
import { labelImputations } from '../reading-check/label-imputation.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { pooledEstimate, type CompletedEstimate, type PooledEstimate } from '../stats/pooled-estimate.ts';
import { restrictedMean } from '../stats/restricted-mean.ts';
import { restrictedMeanVariance } from '../stats/restricted-mean-variance.ts';
import { waitingAt } from '../stats/waiting-at.ts';
import type { RequestEpisode } from './request-episode.ts';
import { askerCounts } from './response-floors.ts';
import { SHARE_SECONDS, type ShareAt } from './survival-group.ts';
import { timedFor, waitColumns } from './wait-columns.ts';

/** Figures of one kind of request, corrected for what the reader mistakes; null where a completed set cannot carry them. */
export interface CorrectedGroup {
  readonly key: string;
  /** Expected number of requests of this kind among those read as requests, with its limits. */
  readonly n: PooledEstimate | null;
  readonly restrictedMeanSeconds: PooledEstimate | null;
  readonly answeredWithin: readonly ShareAt[];
}

/** What the correction depends on besides the requests. */
export interface CorrectionOptions {
  readonly confusion: ConfusionCounts;
  readonly codes: readonly string[];
  readonly horizonSeconds: number;
  readonly seed: number;
}

interface SetFigures {
  readonly n: number[];
  readonly mean: CompletedEstimate[];
  readonly shares: CompletedEstimate[][];
}

/**
 * Response figures by kind of request over 50 data sets in which each request's main intent is drawn again by what the checked
 * sample shows the reader to mistake; pooled by Rubin's rules. Mistakes between kinds pull their figures together, so the
 * corrected ones lie further apart and wider. Shares are pooled on the log(-log) scale. Only what was read as a request is
 * dealt again: a request that the reader took for none stays unseen, which the definition says. A figure is given when every
 * set can carry it (floors included). O(50 x n log n).
 * Source: Rubin 1987; Kalbfleisch & Prentice 2002, section 1.4 for the scale.
 */
export function correctedResponse(requests: readonly RequestEpisode[], { confusion, codes, horizonSeconds, seed }: CorrectionOptions): CorrectedGroup[] {
  const figures = new Map(codes.map((code) => [code, { n: [], mean: [], shares: SHARE_SECONDS.map(() => []) }]));
  const sets = labelImputations(confusion, { seed });
  for (const { chances, random } of sets) {
    const groups = new Map<string, RequestEpisode[]>(codes.map((code) => [code, []]));
    for (const request of requests) {
      const said = request.intents[0];
      if (said !== undefined) groups.get(chances.truthOf(said, random))?.push(request);
    }
    for (const [code, group] of groups) {
      const into = figures.get(code);
      if (into !== undefined) addFigures(into, group, horizonSeconds);
    }
  }
  return codes.map((key) => {
    const { n, mean, shares } = figures.get(key) ?? { n: [], mean: [], shares: [] };
    return {
      key,
      n: pooledEstimate(n.map((estimate) => ({ estimate, variance: 0 }))),
      restrictedMeanSeconds: mean.length === sets.length ? pooledEstimate(mean) : null,
      answeredWithin: SHARE_SECONDS.map((seconds, at) => pooledShare(seconds, shares[at] ?? [], sets.length)),
    };
  });
}

function addFigures({ n, mean, shares }: SetFigures, group: readonly RequestEpisode[], horizonSeconds: number): void {
  n.push(group.length);
  const timed = timedFor(group, horizonSeconds);
  if (!askerCounts(timed).tooFew) {
    const { waitedSeconds, answered } = waitColumns(timed);
    const curve = kaplanMeier(waitedSeconds, answered);
    const estimate = restrictedMean(curve, horizonSeconds);
    if (estimate !== null) mean.push({ estimate, variance: restrictedMeanVariance(curve, horizonSeconds) });
  }
  SHARE_SECONDS.forEach((seconds, at) => {
    const fine = timedFor(group, seconds === SHARE_SECONDS[2] ? seconds : 0);
    if (askerCounts(fine).tooFew) return;
    const { waitedSeconds, answered } = waitColumns(fine);
    const curve = kaplanMeier(waitedSeconds, answered);
    const waiting = waitingAt(curve, seconds)?.estimate ?? null;
    const error = curve.steps.findLast((step) => step.atSeconds <= seconds)?.standardError ?? null;
    if (waiting === null || error === null || waiting <= 0 || waiting >= 1) return;
    const log = Math.log(waiting);
    shares[at]?.push({ estimate: Math.log(-log), variance: (error / (waiting * log)) ** 2 });
  });
}

function pooledShare(seconds: number, sets: readonly CompletedEstimate[], wanted: number): ShareAt {
  const pooled = sets.length === wanted ? pooledEstimate(sets) : null;
  if (pooled === null) return { seconds, estimate: null, low: null, high: null };
  // log(-log S) falls as S rises, and the share answered is 1 - S
  const answered = (value: number): number => 1 - Math.exp(-Math.exp(value));
  return { seconds, estimate: answered(pooled.estimate), low: answered(pooled.low), high: answered(pooled.high) };
}
