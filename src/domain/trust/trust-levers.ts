import type { Estimate } from '../stats/interval.ts';
import { TRUST_PARTS, type TrustPart, type TrustPartCode } from './trust-part.ts';
import { weightShares, type TrustWeights } from './trust-weights.ts';

/** What is assumed to change in a part. */
export const LEVER_ASSUMPTIONS = ['ten-more', 'quarter-of-rest', 'half-width'] as const;
export type LeverAssumption = (typeof LEVER_ASSUMPTIONS)[number];

/** What one part would move the index by. */
export interface Lever extends Estimate {
  readonly part: TrustPartCode;
  /** The part as it stands. */
  readonly now: number;
  /** By how much the part is taken to change. */
  readonly step: number;
}

/** Ten of a hundred cases more; a recommendation is rarer: one person of a hundred. */
const MORE: Readonly<Record<Exclude<TrustPartCode, 'tie-strength'>, number>> = { promises: 0.1, reciprocity: 0.1, care: 0.1, advocacy: 0.01 };
/** Of ties, ten pairs of a hundred that go both ways as much as one: one of the seven parts of strength. */
const MORE_PAIRS = 0.1;
const PARTS_OF_A_TIE = 7;
const QUARTER = 0.25;

/**
 * Which part moves the index of a group most, largest first, under one assumption:
 *
 * - `ten-more`: ten cases more of a hundred turn out well (promises kept, people answered, requests answered with care), one person
 *   more of a hundred recommends, ten pairs more of a hundred write both ways as much; never beyond 1
 * - `quarter-of-rest`: a quarter of what does not turn out well today would
 * - `half-width`: half the part's own interval: what its uncertainty alone may move
 *
 * The limits are the same step taken from the part's own limits. Only parts with a figure and a weight; all weights 0: nothing.
 * What it costs to get there is not known and not part of it.
 */
export function trustLevers(parts: readonly Pick<TrustPart, 'part' | 'estimate' | 'low' | 'high' | 'beside'>[], weights: TrustWeights, assumption: LeverAssumption): Lever[] {
  const shares = weightShares(weights);
  if (shares === null) return [];
  const levers = parts.flatMap(({ part, estimate, low, high, beside }): Lever[] => {
    const share = shares[part];
    if (!(share > 0) || estimate === null || low === null || high === null) return [];
    const stepAt = (value: number): number => {
      if (assumption === 'half-width') return (high - low) / 2;
      const room = 1 - value;
      if (assumption === 'quarter-of-rest') return QUARTER * room;
      return Math.min(room, part === 'tie-strength' ? (MORE_PAIRS * (1 - (beside['reciprocity'] ?? 0))) / PARTS_OF_A_TIE : MORE[part]);
    };
    const step = stepAt(estimate);
    const sides = [stepAt(low), stepAt(high)];
    return [{ part, now: estimate, step, estimate: share * step, low: share * Math.min(...sides, step), high: share * Math.max(...sides, step) }];
  });
  return levers.sort((one, other) => other.estimate - one.estimate || TRUST_PARTS.indexOf(one.part) - TRUST_PARTS.indexOf(other.part));
}
