import type { LocalWeek } from '../model/local-weeks.ts';
import { answeredWithin } from '../stats/answered-within.ts';
import { clusterBootstrapInterval } from '../stats/cluster-bootstrap.ts';
import type { Estimate } from '../stats/interval.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { medianWait, type MedianWait } from '../stats/median-wait.ts';
import { restrictedMean } from '../stats/restricted-mean.ts';
import { restrictedMeanLayout, weightedRestrictedMean } from '../stats/weighted-restricted-mean.ts';
import type { RequestEpisode } from './request-episode.ts';
import { askerCounts } from './response-floors.ts';
import { timedFor, waitColumns } from './wait-columns.ts';

/** Why a week has no figure: too few requests or people, or not every request was watched long enough yet. */
export type WeekGap = 'too-few' | 'not-yet-observable';

/** A figure of a week, or why there is none. */
export type WeekFigure = { readonly figure: Estimate; readonly gap: null } | { readonly figure: null; readonly gap: WeekGap };

/** Response to the requests that arrived in one week. */
export interface TrendWeek extends LocalWeek {
  /** All counted requests of the week. */
  readonly n: number;
  /** Of them, those whose times carry a figure of seven days, and one of a day. */
  readonly timed: number;
  readonly fine: number;
  readonly authors: number;
  readonly withinDay: WeekFigure;
  readonly withinWeek: WeekFigure;
  /** Mean wait counting at most seven days. */
  readonly restrictedMean: WeekFigure;
  /** Null under the floors; its seconds are null where half were never answered. */
  readonly median: (MedianWait & { readonly longestSeconds: number }) | null;
}

const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 604_800;
/** Author draws behind the interval of one week's mean wait: fewer than behind a figure that stands alone, since there are many weeks. */
const WEEK_DRAWS = 500;

/** What the weekly figures depend on besides the requests. */
export interface TrendOptions {
  /** Weeks in order and without gaps, over all the requests. */
  readonly weeks: readonly LocalWeek[];
  readonly seed: number;
  readonly draws?: number;
}

/**
 * Response by week of arrival: per week the share answered within a day and within seven days, the mean wait up to seven days and
 * the median, each with 95 % limits. A week speaks of a horizon only when it is over, the horizon has passed since it ended, and
 * each of its unanswered requests was watched that long; otherwise the last weeks would be made of their quickest answers. Under
 * 20 requests or 10 askers a week is a gap. Requests without a time are in no week. O(n log n + draws x n).
 */
export function responseTrend(requests: readonly RequestEpisode[], { weeks, seed, draws = WEEK_DRAWS }: TrendOptions): TrendWeek[] {
  const dealt = dealtByWeek(requests, weeks);
  const latestMs = requests.reduce((latest, { observationEndMs }) => Math.max(latest, observationEndMs), -Infinity);
  return weeks.map((week, position) => trendWeek(dealt[position] ?? [], { week, latestMs, seed, draws }));
}

/** Requests of each week, by their time. O(n log weeks). */
export function dealtByWeek(requests: readonly RequestEpisode[], weeks: readonly LocalWeek[]): RequestEpisode[][] {
  const dealt = weeks.map((): RequestEpisode[] => []);
  for (const request of requests) {
    if (request.atMs === null || request.precision === 'count') continue;
    let [low, high] = [0, weeks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((weeks[middle]?.endMs ?? Infinity) <= request.atMs) low = middle + 1;
      else high = middle;
    }
    if (request.atMs >= (weeks[low]?.startMs ?? Infinity)) dealt[low]?.push(request);
  }
  return dealt;
}

function trendWeek(requests: readonly RequestEpisode[], { week, latestMs, seed, draws }: { readonly week: LocalWeek; readonly latestMs: number; readonly seed: number; readonly draws: number }): TrendWeek {
  const timed = timedFor(requests, WEEK_SECONDS);
  const fine = timedFor(requests, DAY_SECONDS);
  const gapOf = (carried: readonly RequestEpisode[], seconds: number): WeekGap | null => {
    if (askerCounts(carried).tooFew) return 'too-few';
    const isWatched = week.endMs + seconds * 1000 <= latestMs && carried.every(({ censored, waitedSeconds }) => !censored || (waitedSeconds ?? 0) >= seconds);
    return isWatched ? null : 'not-yet-observable';
  };
  const dayGap = gapOf(fine, DAY_SECONDS);
  const weekGap = gapOf(timed, WEEK_SECONDS);
  const [dayColumns, weekColumns] = [waitColumns(fine), waitColumns(timed)];
  const dayCurve = kaplanMeier(dayColumns.waitedSeconds, dayColumns.answered);
  const weekCurve = kaplanMeier(weekColumns.waitedSeconds, weekColumns.answered);
  return {
    ...week, n: requests.length, timed: timed.length, fine: fine.length, authors: askerCounts(requests).knownAuthors,
    withinDay: figureOr(dayGap, () => answeredWithin(dayCurve, DAY_SECONDS)),
    withinWeek: figureOr(weekGap, () => answeredWithin(weekCurve, WEEK_SECONDS)),
    restrictedMean: figureOr(weekGap, () => {
      const estimate = restrictedMean(weekCurve, WEEK_SECONDS);
      const layout = restrictedMeanLayout(weekColumns, WEEK_SECONDS);
      const limits = estimate === null ? null : clusterBootstrapInterval({ clusters: weekColumns.clusters, draws, seed, statistic: (weights) => weightedRestrictedMean(layout, weights) });
      return estimate === null || limits === null ? null : { estimate, ...limits };
    }),
    median: dayGap === null && dayCurve.longestSeconds !== null ? { ...medianWait(dayCurve), longestSeconds: dayCurve.longestSeconds } : null,
  };
}

function figureOr(gap: WeekGap | null, compute: () => Estimate | null): WeekFigure {
  if (gap !== null) return { figure: null, gap };
  const figure = compute();
  return figure === null ? { figure: null, gap: 'not-yet-observable' } : { figure, gap: null };
}
