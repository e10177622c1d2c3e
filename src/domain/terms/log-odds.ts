import { normalQuantile } from '../stats/normal-quantile.ts';

/** Weight of the prior in authors: each term starts from its share of both sides together times this. */
export const PRIOR_AUTHORS = 500;

/** How many distinct authors use a term on either side. */
export interface TermAuthors {
  readonly inGroup: number;
  readonly inRest: number;
}

/** Log odds ratio of a term, with its standard error, z and two-sided 95 % interval. */
export interface LogOdds {
  readonly logOdds: number;
  readonly standardError: number;
  readonly z: number;
  readonly low: number;
  readonly high: number;
}

const Z_95 = normalQuantile(0.975);

/**
 * Log odds of a term in a group against the rest, with an informative Dirichlet prior: both sides start from the term's
 * share of both sides together, times {@link PRIOR_AUTHORS}, so that rare terms are drawn to zero. `totals` are the sums of
 * the counts over all words of each side. Positive: more used in the group. The interval is that of the normal
 * approximation of the same source, estimate ± 1.96 standard errors. Throws RangeError `invalid totals: 0 and 5` when a
 * side has no words.
 * Source: Monroe, Colaresi & Quinn 2008, Political Analysis 16(4):372-403, equations 15, 16, 20 and 22.
 */
export function termLogOdds({ inGroup, inRest }: TermAuthors, totals: TermAuthors): LogOdds {
  if (!(totals.inGroup > 0) || !(totals.inRest > 0)) throw new RangeError(`invalid totals: ${totals.inGroup} and ${totals.inRest}`);
  const prior = (PRIOR_AUTHORS * (inGroup + inRest)) / (totals.inGroup + totals.inRest);
  const logOdds = Math.log((inGroup + prior) / (totals.inGroup + PRIOR_AUTHORS - inGroup - prior)) - Math.log((inRest + prior) / (totals.inRest + PRIOR_AUTHORS - inRest - prior));
  const standardError = Math.sqrt(1 / (inGroup + prior) + 1 / (inRest + prior));
  return { logOdds, standardError, z: logOdds / standardError, low: logOdds - Z_95 * standardError, high: logOdds + Z_95 * standardError };
}
