import type { RequestEpisode } from './request-episode.ts';

/** Waits of requests in columns, ready for the statistics; clusters are askers, numbered from 0. */
export interface WaitColumns {
  readonly waitedSeconds: Float64Array;
  readonly answered: Uint8Array;
  readonly cluster: Uint32Array;
  readonly clusters: number;
}

/** From this horizon on, times known to the day carry a figure. */
export const DAY_PRECISION_HORIZON_SECONDS = 604_800;

/** Numbers askers from 0 in the order met; a request without an author is an asker of its own, since nothing ties it to others. */
export function askerNumbering(): (request: RequestEpisode) => number {
  const numbers = new Map<number, number>();
  let next = 0;
  return ({ askerId }) => {
    const known = askerId === null ? undefined : numbers.get(askerId);
    if (known !== undefined) return known;
    const number = next;
    next += 1;
    if (askerId !== null) numbers.set(askerId, number);
    return number;
  };
}

/** The requests whose times are exact enough for a figure at this horizon: times known to the day enter from a week of the clock up (`weekSeconds`; seven days on the wall). */
export function timedFor(requests: readonly RequestEpisode[], horizonSeconds: number, weekSeconds: number = DAY_PRECISION_HORIZON_SECONDS): RequestEpisode[] {
  return requests.filter((request) => request.waitedSeconds !== null && (request.precision === 'fine' || (request.precision === 'day' && horizonSeconds >= weekSeconds)));
}

/** Columns of requests with a known wait; the numbering may be shared so that two groups know the same asker. */
export function waitColumns(requests: readonly RequestEpisode[], numberOf: (request: RequestEpisode) => number = askerNumbering()): WaitColumns {
  const waitedSeconds = new Float64Array(requests.length);
  const answered = new Uint8Array(requests.length);
  const cluster = new Uint32Array(requests.length);
  let clusters = 0;
  requests.forEach((request, i) => {
    const number = numberOf(request);
    waitedSeconds[i] = request.waitedSeconds ?? Number.NaN;
    answered[i] = request.censored ? 0 : 1;
    cluster[i] = number;
    clusters = Math.max(clusters, number + 1);
  });
  return { waitedSeconds, answered, cluster, clusters };
}
