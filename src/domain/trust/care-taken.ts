import { LEAST_CASE_PEOPLE, LEAST_CASES, partWithoutFigure, type TrustPart } from './trust-part.ts';
import { shareWithPrior } from './share-estimate.ts';

/** A request watched for at least seven days. */
export interface WatchedRequest {
  readonly accountId: number;
  /** Answered within seven days by a message that answers or takes care. */
  readonly answered: boolean;
  /** Of those, the asker then thanked or said it was solved. */
  readonly thanked: boolean;
}

/**
 * Care: of requests watched for seven days, those answered within them and then thanked, with the share answered alone
 * beside, because few people say thanks. Under 20 requests or 10 people no figure.
 */
export function careTaken(requests: readonly WatchedRequest[]): TrustPart {
  const n = requests.length;
  const people = new Set(requests.map(({ accountId }) => accountId)).size;
  if (n < LEAST_CASES || people < LEAST_CASE_PEOPLE) return partWithoutFigure('care', { n, reason: 'few-requests', beside: { people } });
  const answered = requests.filter((request) => request.answered).length;
  const thanked = requests.filter((request) => request.answered && request.thanked).length;
  return { part: 'care', n, ...shareWithPrior(thanked, n), tooFew: false, reason: null, beside: { people, answered, thanked, answeredShare: shareWithPrior(answered, n).estimate } };
}
