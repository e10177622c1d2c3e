import type { RequestEpisode } from './request-episode.ts';
import { LEAST_REQUESTS } from './response-floors.ts';

/** Against whom the others' waiting is held. */
export interface ListeningReference {
  readonly kind: 'purchase' | 'promotion' | 'praise';
  readonly requests: readonly RequestEpisode[];
}

/**
 * The reference of the listening gap: people who want to buy when there are at least 20 such requests, else whoever asks under a
 * promotion post when there are at least 20, else compliments, which enter nowhere else.
 */
export function listeningReference(requests: readonly RequestEpisode[], praise: readonly RequestEpisode[]): ListeningReference {
  const purchase = requests.filter((request) => request.intents.includes('purchase'));
  if (purchase.length >= LEAST_REQUESTS) return { kind: 'purchase', requests: purchase };
  const underPromotion = requests.filter((request) => request.underPromotion);
  if (underPromotion.length >= LEAST_REQUESTS) return { kind: 'promotion', requests: underPromotion };
  return { kind: 'praise', requests: praise };
}
