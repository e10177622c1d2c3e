import { clusterBootstrapInterval } from '../../../src/domain/stats/cluster-bootstrap.ts';
import type { Interval } from '../../../src/domain/stats/interval.ts';
import { seededRandom } from '../../../src/domain/stats/seeded-random.ts';
import type { WeightedScore } from './scores.ts';

/** Draws behind every interval of the evaluation. */
export const DRAWS = 1_000;

/** Seed of the draws, so that the same reader gets the same limits. */
export const SEED = 20_260_301;

/**
 * Percentile interval, 95 %, of a score from drawing rows with replacement. Null without rows, or when more than one draw in twenty
 * cannot carry the score. draws x rows.
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13.
 */
export function scoreInterval(rows: number, score: WeightedScore, { draws = DRAWS, seed = SEED }: { readonly draws?: number; readonly seed?: number } = {}): Interval | null {
  return clusterBootstrapInterval({ clusters: rows, draws, seed, statistic: score });
}

/** Sets of at most so many rows are read whole by the tests. */
const MOST_ROWS_READ_WHOLE = 1_000;

/** Which rows the tests read again: all of a small set, a seeded half of a big one. */
export function rowsReadAgain(rows: number): boolean[] {
  if (rows <= MOST_ROWS_READ_WHOLE) return new Array<boolean>(rows).fill(true);
  const random = seededRandom(SEED);
  return Array.from({ length: rows }, () => random() < 0.5);
}
