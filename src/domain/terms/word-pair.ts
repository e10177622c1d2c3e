/** Messages of a collection with one word, the other, both in a row, and in all. */
export interface PairCounts {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly all: number;
}

/** Least normalised pointwise mutual information of two words that are one term. */
export const LEAST_PAIR_INFORMATION = 0.2;
/** Least likelihood ratio of two words that are one term: a chance of one in a thousand (chi-square, one degree of freedom). */
export const LEAST_PAIR_LIKELIHOOD = 10.828;

/**
 * Normalised pointwise mutual information, -1 (never together) over 0 (as by chance) to 1 (only together). 0 when a count
 * is missing; 1 when every message has both.
 * Source: Bouma 2009, Normalized (pointwise) mutual information in collocation extraction, GSCL.
 * @example pairInformation({ first: 10, second: 10, both: 1, all: 100 }) // 0
 */
export function pairInformation({ first, second, both, all }: PairCounts): number {
  if (both === 0 || first === 0 || second === 0) return 0;
  if (both === all) return 1;
  return Math.log((both * all) / (first * second)) / -Math.log(both / all);
}

/**
 * Likelihood ratio G² of the fourfold table of two words over messages; 0 when they are independent. A message that holds
 * both words apart counts as one without the other, which only makes the figure smaller.
 * Source: Dunning 1993, Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19(1):61-74.
 */
export function pairLikelihood({ first, second, both, all }: PairCounts): number {
  const cells = [
    [both, (first * second) / all],
    [first - both, (first * (all - second)) / all],
    [second - both, ((all - first) * second) / all],
    [all - first - second + both, ((all - first) * (all - second)) / all],
  ] as const;
  return 2 * cells.reduce((sum, [seen, expected]) => (seen > 0 && expected > 0 ? sum + seen * Math.log(seen / expected) : sum), 0);
}

/** True when two words in a row say more than the two of them: often together for what each is used, and not by chance. */
export function isOneTerm(counts: PairCounts): boolean {
  return pairInformation(counts) >= LEAST_PAIR_INFORMATION && pairLikelihood(counts) >= LEAST_PAIR_LIKELIHOOD;
}
