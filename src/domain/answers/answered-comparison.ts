import type { RequestEpisode } from '../response/request-episode.ts';
import { askerCounts } from '../response/response-floors.ts';
import { askerNumbering, timedFor, waitColumns, type WaitColumns } from '../response/wait-columns.ts';
import { answeredWithin } from '../stats/answered-within.ts';
import { clusterBootstrapInterval } from '../stats/cluster-bootstrap.ts';
import type { Estimate } from '../stats/interval.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { answeredShareLayout, weightedAnsweredShare } from '../stats/weighted-answered-share.ts';

/** The moments at which two groups are compared: a day and a week. */
export const COMPARED_SECONDS = [86_400, 604_800] as const;

/** One group at one moment; figures null below the floors or where the waits were not watched long enough. */
export interface ComparedShare {
  readonly n: number;
  readonly authors: number;
  readonly tooFew: boolean;
  readonly share: Estimate | null;
}

/** Two groups of requests at one moment. `difference`: first minus second. */
export interface AnsweredComparison {
  readonly seconds: number;
  readonly first: ComparedShare;
  readonly second: ComparedShare;
  readonly difference: Estimate | null;
}

/**
 * Share answered within a day and within a week in two groups of counted requests, and the difference with percentile limits
 * from drawing the authors of both groups' union: people who ask in both are drawn into both. Open waits count for as long as
 * they were watched. Under 20 requests or 10 askers a group has no figure and there is no difference. O(draws x n).
 * Source: Kaplan & Meier 1958; Davison & Hinkley 1997, section 3.8.
 */
export function answeredComparison(first: readonly RequestEpisode[], second: readonly RequestEpisode[], { seed, draws }: { readonly seed: number; readonly draws: number }): AnsweredComparison[] {
  return COMPARED_SECONDS.map((seconds) => {
    const groups = [timedFor(first, seconds), timedFor(second, seconds)] as const;
    const numberOf = sharedNumbering();
    const columns = groups.map((group) => waitColumns(group, numberOf));
    const shares = groups.map((group, position) => comparedShare(group, columns[position], seconds));
    const [one, other] = shares;
    const estimate = one?.share == null || other?.share == null ? null : one.share.estimate - other.share.estimate;
    const limits = estimate === null ? null : differenceLimits(columns, { seconds, seed, draws });
    const empty: ComparedShare = { n: 0, authors: 0, tooFew: true, share: null };
    return { seconds, first: one ?? empty, second: other ?? empty, difference: estimate === null || limits === null ? null : { estimate, ...limits } };
  });
}

/** Askers numbered over both groups; a request without an author in both is the same asker in both. */
function sharedNumbering(): (request: RequestEpisode) => number {
  const numberOf = askerNumbering();
  const numbers = new Map<RequestEpisode, number>();
  return (request) => {
    const number = numbers.get(request) ?? numberOf(request);
    numbers.set(request, number);
    return number;
  };
}

function comparedShare(group: readonly RequestEpisode[], columns: WaitColumns | undefined, seconds: number): ComparedShare {
  const { requests: n, knownAuthors: authors, tooFew } = askerCounts(group);
  if (tooFew || columns === undefined) return { n, authors, tooFew: true, share: null };
  return { n, authors, tooFew: false, share: answeredWithin(kaplanMeier(columns.waitedSeconds, columns.answered), seconds) };
}

function differenceLimits(columns: readonly WaitColumns[], { seconds, seed, draws }: { readonly seconds: number; readonly seed: number; readonly draws: number }): { low: number; high: number } | null {
  const [first, second] = columns.map((one) => answeredShareLayout(one, seconds));
  if (first === undefined || second === undefined) return null;
  return clusterBootstrapInterval({
    clusters: Math.max(...columns.map(({ clusters }) => clusters)), draws, seed,
    statistic: (weights) => {
      const one = weightedAnsweredShare(first, weights);
      const other = one === null ? null : weightedAnsweredShare(second, weights);
      return one === null || other === null ? null : one - other;
    },
  });
}
