import { LEAST_PEOPLE } from '../value/group-balance.ts';
import { shareWithPrior } from './share-estimate.ts';
import { partWithoutFigure, type TrustPart } from './trust-part.ts';

/**
 * Advocacy: share of active people with at least one unpaid recommendation or tagged friend; those who warn others off
 * stand beside. Counts of people. Under five active people no figure.
 */
export function unpaidAdvocacy({ active, recommending, warning }: { active: number; recommending: number; warning: number }): TrustPart {
  if (active < LEAST_PEOPLE) return partWithoutFigure('advocacy', { n: active, reason: 'few-people' });
  return { part: 'advocacy', n: active, ...shareWithPrior(recommending, active), tooFew: false, reason: null, beside: { recommending, warning } };
}
