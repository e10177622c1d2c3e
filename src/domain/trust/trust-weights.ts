import { TRUST_PARTS, type TrustPartCode } from './trust-part.ts';

/** How much each part counts in the index, at least 0; what counts is their proportion. */
export type TrustWeights = Readonly<Record<TrustPartCode, number>>;

/**
 * Weights that add up to 1; null when none is above 0. Throws RangeError `invalid weight: -1`.
 * @example weightShares({ promises: 1, reciprocity: 1, 'tie-strength': 0, care: 2, advocacy: 0 })?.care // 0.5
 */
export function weightShares(weights: TrustWeights): TrustWeights | null {
  for (const part of TRUST_PARTS) if (!(weights[part] >= 0 && Number.isFinite(weights[part]))) throw new RangeError(`invalid weight: ${weights[part]}`);
  const sum = TRUST_PARTS.reduce((total, part) => total + weights[part], 0);
  return sum > 0 ? { promises: weights.promises / sum, reciprocity: weights.reciprocity / sum, 'tie-strength': weights['tie-strength'] / sum, care: weights.care / sum, advocacy: weights.advocacy / sum } : null;
}
