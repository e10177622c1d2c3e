import type { RequestEpisode } from './request-episode.ts';
import { askerNumbering } from './wait-columns.ts';

/** Below these no figure of waiting is given, anywhere. */
export const LEAST_REQUESTS = 20;
/** Fewer different askers than this carry no figure of waiting. */
export const LEAST_AUTHORS = 10;
/** Above this share of one author's requests a comparison carries a warning. */
export const DOMINANT_AUTHOR_SHARE = 0.2;

/** How many people stand behind some requests. */
export interface AskerCounts {
  readonly requests: number;
  /** Distinct known authors plus the requests without an author. */
  readonly askers: number;
  readonly knownAuthors: number;
  /** Share of the requests that the most frequent known author wrote; 0 without requests. */
  readonly largestShare: number;
  readonly tooFew: boolean;
}

/** Counts the people behind requests and holds them against the floors. O(n). */
export function askerCounts(requests: readonly RequestEpisode[]): AskerCounts {
  const numberOf = askerNumbering();
  const counts: number[] = [];
  let knownAuthors = 0;
  for (const request of requests) {
    const asker = numberOf(request);
    if (asker === counts.length) {
      counts.push(1);
      if (request.askerId !== null) knownAuthors += 1;
    } else counts[asker] = (counts[asker] ?? 0) + 1;
  }
  const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
  return {
    requests: requests.length, askers: counts.length, knownAuthors,
    largestShare: requests.length === 0 ? 0 : most / requests.length,
    tooFew: requests.length < LEAST_REQUESTS || counts.length < LEAST_AUTHORS,
  };
}
