import { WEEK_MINUTES } from './week-hours.ts';

/** A counted request with an exact time, as the simulator is fitted on it. */
export interface ArrivedRequest {
  /** Minutes on the clocks of the project's zone since Monday 5 January 1970, 0:00; clocks that change make an hour of the year twice as busy or empty. */
  readonly wallMinute: number;
  /** Position of its intent in the list of intents. */
  readonly intent: number;
  /** Until the answer, or until it stopped being watched. */
  readonly waitedMinutes: number;
  readonly answered: boolean;
  /** Null for an author who is not known. */
  readonly askerId: number | null;
}

/** The number of the week a request arrived in. */
export function weekOf({ wallMinute }: Pick<ArrivedRequest, 'wallMinute'>): number {
  return Math.floor(wallMinute / WEEK_MINUTES);
}

/** Whole weeks, both ends included. */
export interface WeekSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * The latest whole weeks of the data, at most `most`: the weeks in which the first and the last request fell are left out, since the
 * data may hold only a part of them. Null where no whole week lies between. O(n).
 */
export function wholeWeeks(requests: readonly Pick<ArrivedRequest, 'wallMinute'>[], most: number): WeekSpan | null {
  let first = Infinity;
  let last = -Infinity;
  for (const request of requests) {
    const week = weekOf(request);
    first = Math.min(first, week);
    last = Math.max(last, week);
  }
  const span = { first: Math.max(first + 1, last - most), last: last - 1 };
  return span.last >= span.first ? span : null;
}

/** The requests of some weeks. */
export function requestsIn<Request extends Pick<ArrivedRequest, 'wallMinute'>>(requests: readonly Request[], { first, last }: WeekSpan): Request[] {
  return requests.filter((request) => weekOf(request) >= first && weekOf(request) <= last);
}

/** The requests as they were known at a moment: later answers had not come yet. */
export function knownAt(requests: readonly ArrivedRequest[], wallMinute: number): ArrivedRequest[] {
  return requests.filter((request) => request.wallMinute < wallMinute).map((request) => {
    const watched = wallMinute - request.wallMinute;
    return request.waitedMinutes <= watched ? request : { ...request, waitedMinutes: watched, answered: false };
  });
}

/**
 * Of the requests that were answered within `minutes` or watched for as long, how many were answered. `share` is null for none.
 */
export function answeredShare(requests: readonly ArrivedRequest[], minutes: number): { readonly k: number; readonly n: number; readonly share: number | null } {
  let k = 0;
  let n = 0;
  for (const { waitedMinutes, answered } of requests) {
    if (answered && waitedMinutes <= minutes) k += 1;
    if (waitedMinutes >= minutes || answered) n += 1;
  }
  return { k, n, share: n === 0 ? null : k / n };
}
