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

/** Ids from here on are numbered by a map. */
const MOST_IN_TABLE = 1 << 24;

/** Numbers askers from 0 in the order met; a request without an author is an asker of its own, since nothing ties it to others. */
export function askerNumbering(): (request: Pick<RequestEpisode, 'askerId'>) => number {
  // by id where ids are small, as those of a file are: a look into a table takes a tenth of one into a map
  let table = new Int32Array(1024);
  const others = new Map<number, number>();
  let next = 0;
  return ({ askerId }) => {
    if (askerId === null) {
      next += 1;
      return next - 1;
    }
    if (!(Number.isInteger(askerId) && askerId >= 0 && askerId < MOST_IN_TABLE)) {
      const known = others.get(askerId) ?? next;
      if (known === next) {
        others.set(askerId, known);
        next += 1;
      }
      return known;
    }
    if (askerId >= table.length) {
      const larger = new Int32Array(Math.min(MOST_IN_TABLE, 2 * askerId + 1));
      larger.set(table);
      table = larger;
    }
    const known = (table[askerId] ?? 0) - 1;
    if (known >= 0) return known;
    next += 1;
    table[askerId] = next;
    return next - 1;
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
