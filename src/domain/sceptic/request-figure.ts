import type { Intent } from '../model/codes.ts';
import { askerCounts } from '../response/response-floors.ts';
import { listeningReference } from '../response/listening-reference.ts';
import type { RequestEpisode } from '../response/request-episode.ts';
import { timedFor, waitColumns } from '../response/wait-columns.ts';
import { weightedBin, weightedShare } from '../response/weighted-answered.ts';
import type { WaitScale } from '../response/wait-scale.ts';
import { restrictedMeanLayout, weightedRestrictedMean } from '../stats/weighted-restricted-mean.ts';

/** A figure of requests that a sentence can rest on; `intent` null: requests of every kind. `place` is that of the hour, day and week of the clock. */
export type RequestFigure =
  | { readonly kind: 'gap'; readonly intent: Intent }
  | { readonly kind: 'within'; readonly intent: Intent | null; readonly place: number }
  | { readonly kind: 'silent'; readonly intent: Intent | null };

/** Counted requests by one definition, on one clock, with the compliments that may be their reference. */
export interface DefinedRequests {
  readonly requests: readonly RequestEpisode[];
  readonly praise: readonly RequestEpisode[];
  readonly scale: WaitScale;
}

/** How one evaluation reads the requests. */
export interface FigureReading {
  readonly horizonSeconds: number;
  /** Labels of the request at a position; its own where left out. */
  readonly intentsAt?: (position: number) => readonly string[];
  /** How often each asker counts. */
  readonly weights: Uint16Array;
  readonly askerOf: (request: RequestEpisode) => number;
}

/**
 * A figure of requests when askers count as often as their weights say and labels are as given: the mean wait up to the horizon
 * against the reference's, the share answered by a time of the clock, or how many met silence. The floors of the figure hold (20
 * requests, 10 askers); null below them, or where the draw cannot carry it. O(n log n).
 */
export function requestFigure(figure: RequestFigure, { requests, praise, scale }: DefinedRequests, { horizonSeconds, intentsAt, weights, askerOf }: FigureReading): number | null {
  const labelled = intentsAt === undefined ? requests : requests.map((request, at) => ({ ...request, intents: intentsAt(at) as readonly Intent[] }));
  const ofKind = figure.intent === null ? (intentsAt === undefined ? labelled : labelled.filter(({ intents }) => intents.length > 0)) : labelled.filter(({ intents }) => intents.includes(figure.intent ?? 'other'));
  if (figure.kind === 'silent') return ofKind.length === 0 ? null : ofKind.reduce((sum, request) => sum + (request.censored ? (weights[askerOf(request)] ?? 0) : 0), 0);
  const columnsOf = (group: readonly RequestEpisode[]): ReturnType<typeof waitColumns> => waitColumns(group, askerOf);
  if (figure.kind === 'within') {
    const seconds = scale.shareSeconds[figure.place];
    if (seconds === undefined) return null;
    const group = timedFor(ofKind, seconds, scale.weekSeconds);
    return askerCounts(group).tooFew ? null : (weightedShare(weightedBin(columnsOf(group), seconds), weights)?.share ?? null);
  }
  const timed = (group: readonly RequestEpisode[]): RequestEpisode[] => timedFor(group, horizonSeconds, scale.weekSeconds);
  const group = timed(ofKind);
  const reference = listeningReference(timed(labelled), timed(praise));
  if (reference.kind === figure.intent || askerCounts(group).tooFew || askerCounts(reference.requests).tooFew) return null;
  const meanOf = (members: readonly RequestEpisode[]): number | null => weightedRestrictedMean(restrictedMeanLayout(columnsOf(members), horizonSeconds), weights);
  const [mean, against] = [meanOf(group), meanOf(reference.requests)];
  return mean === null || against === null ? null : mean - against;
}
