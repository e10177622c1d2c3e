import { wilsonInterval } from '../stats/wilson-interval.ts';

/** A score in [0, 1] with its limits; null where the sample cannot carry it. */
export interface CheckScore {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** No score. */
export const NO_SCORE: CheckScore = { estimate: null, low: null, high: null };

/**
 * Share of a weighted sample, with the Wilson interval on the number of equally weighted messages that would be as exact:
 * (sum of weights)^2 over the sum of their squares. Unlike drawing with replacement it keeps a length where all or none
 * are right, which a small sample shows all the time. Gains from strata are not counted: the limits err to the wide side.
 * Weights >= 0; without weight there is no score.
 * Source: Kish 1965, Survey Sampling, section 11.7; Dean & Pagano 2015, Journal of Survey Statistics and Methodology 3:484-503.
 * @example weightedShare([{ weight: 2, holds: true }, { weight: 2, holds: false }]).estimate // 0.5
 */
export function weightedShare(messages: Iterable<{ readonly weight: number; readonly holds: boolean }>): CheckScore {
  let total = 0;
  let squares = 0;
  let holding = 0;
  for (const { weight, holds } of messages) {
    total += weight;
    squares += weight * weight;
    if (holds) holding += weight;
  }
  if (total === 0) return NO_SCORE;
  const estimate = Math.min(1, holding / total);
  const effective = (total * total) / squares;
  const limits = wilsonInterval(estimate * effective, effective);
  return { estimate, low: limits?.low ?? null, high: limits?.high ?? null };
}
