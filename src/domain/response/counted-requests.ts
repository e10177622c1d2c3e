import type { RequestEpisode } from './request-episode.ts';

/** The requests that enter figures: of the public, in places and threads whose answers can be seen. */
export function countedRequests(requests: readonly RequestEpisode[]): RequestEpisode[] {
  return requests.filter((request) => request.listedApart === null && request.observability === 'observable');
}
