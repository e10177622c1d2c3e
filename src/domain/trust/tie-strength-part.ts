import { normalQuantile } from '../stats/normal-quantile.ts';
import { TIE_PARTS, type TieParts } from './tie-strength.ts';
import { LEAST_CASE_PEOPLE, LEAST_CASES, partWithoutFigure, type TrustPart } from './trust-part.ts';

/** A pair with its strength, as the mean over a group counts it. */
export interface ScoredPair {
  readonly first: number;
  readonly second: number;
  readonly forth: number;
  readonly back: number;
  readonly parts: TieParts;
  readonly strength: number;
}

/**
 * Tie strength of a group: the mean strength of its pairs of at least three exchanges, both in the group, with limits that allow
 * for pairs that have a person in common: the variance of the mean is the sum over people of (the sum of the residuals of their
 * pairs)², less each pair's own residual², over n²; never below what independent pairs would give. Limits inside 0 to 1. Under 20
 * pairs or 10 people the counts and no figure (`few-pairs`, `no-pairs` without any). O(pairs).
 * Source: Aronow, Samii & Assenova 2015, Political Analysis 23(4):564-577.
 */
export function tieStrengthPart(pairs: readonly ScoredPair[]): TrustPart {
  const n = pairs.length;
  if (n === 0) return partWithoutFigure('tie-strength', { n, reason: 'no-pairs' });
  const people = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  const beside: Record<string, number | null> = { pairs: n, people: people.size, bothWays: pairs.filter(({ forth, back }) => forth > 0 && back > 0).length };
  for (const part of TIE_PARTS) {
    const known = pairs.flatMap(({ parts }) => parts[part] ?? []);
    beside[part] = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  }
  if (n < LEAST_CASES || people.size < LEAST_CASE_PEOPLE) return partWithoutFigure('tie-strength', { n, reason: 'few-pairs', beside });
  const mean = pairs.reduce((sum, { strength }) => sum + strength, 0) / n;
  const sums = new Map<number, number>();
  let own = 0;
  for (const { first, second, strength } of pairs) {
    const residual = strength - mean;
    own += residual * residual;
    sums.set(first, (sums.get(first) ?? 0) + residual);
    sums.set(second, (sums.get(second) ?? 0) + residual);
  }
  let shared = 0;
  for (const sum of sums.values()) shared += sum * sum;
  const half = normalQuantile(0.975) * Math.sqrt(Math.max(shared - own, own)) / n;
  return { part: 'tie-strength', n, estimate: mean, low: Math.max(0, mean - half), high: Math.min(1, mean + half), tooFew: false, reason: null, beside };
}
