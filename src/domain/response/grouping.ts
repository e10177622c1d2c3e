import type { Intent } from '../model/codes.ts';
import { REQUEST_INTENTS } from '../model/codes.ts';
import type { RequestEpisode } from './request-episode.ts';

/** How requests are dealt into groups. */
export interface Grouping {
  /** Groups a request counts in, once each. */
  readonly keysOf: (request: RequestEpisode) => readonly string[];
  /** The one group it counts in when groups are tested against each other; null leaves it out. */
  readonly testKeyOf: (request: RequestEpisode) => string | null;
  /** The groups in the order wanted; null: those met, largest first. */
  readonly order: readonly string[] | null;
}

/** All requests together, under the key `all`. */
export const WHOLE_GROUPING: Grouping = { keysOf: () => ['all'], testKeyOf: () => null, order: ['all'] };

/** One group per intent of `codes`: a request counts in each of its intents, and is tested in the likeliest of them. */
export function intentGrouping(codes: readonly Intent[] = REQUEST_INTENTS): Grouping {
  const wanted = new Set<string>(codes);
  return {
    keysOf: (request) => request.intents.filter((intent) => wanted.has(intent)),
    testKeyOf: (request) => request.intents.find((intent) => wanted.has(intent)) ?? null,
    order: codes,
  };
}

/** One group per key: a network, a container, an hour; null leaves a request out of every group. */
export function keyedGrouping(keyOf: (request: RequestEpisode) => string | null, order: readonly string[] | null = null): Grouping {
  return {
    keysOf: (request) => {
      const key = keyOf(request);
      return key === null ? [] : [key];
    },
    testKeyOf: keyOf,
    order,
  };
}
