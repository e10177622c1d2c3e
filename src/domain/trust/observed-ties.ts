import { quantile } from '../stats/quantile.ts';
import { partWithoutFigure, type TrustPart } from './trust-part.ts';

/** Two people who replied to each other or one to the other: exchanges each way and the days between first and last. */
export interface ObservedPair {
  readonly forth: number;
  readonly back: number;
  readonly days: number;
}

/** A pair below this many exchanges is never looked at. */
export const LEAST_EXCHANGES = 3;

/**
 * Tie strength: how many pairs have at least three exchanges, how many of them go both ways, how long they last. No score
 * is given: a score needs all seven parts of a tie, and breadth of topics, intimacy and shared neighbours are not measured
 * in this edition (`parts-missing`); without pairs the reason is `no-pairs`.
 */
export function observedTies(pairs: readonly ObservedPair[]): TrustPart {
  const scored = pairs.filter(({ forth, back }) => forth + back >= LEAST_EXCHANGES);
  if (scored.length === 0) return partWithoutFigure('tie-strength', { n: 0, reason: 'no-pairs' });
  const ascending = (values: number[]): number[] => values.sort((first, second) => first - second);
  return partWithoutFigure('tie-strength', {
    n: scored.length, reason: 'parts-missing',
    beside: {
      pairs: scored.length, bothWays: scored.filter(({ forth, back }) => forth > 0 && back > 0).length,
      medianExchanges: quantile(ascending(scored.map(({ forth, back }) => forth + back)), 0.5), medianDays: quantile(ascending(scored.map(({ days }) => days)), 0.5),
    },
  });
}
