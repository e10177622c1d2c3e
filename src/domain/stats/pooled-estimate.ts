import { studentQuantile975 } from './student-quantile.ts';

/** What one completed data set says: the figure and its sampling variance. */
export interface CompletedEstimate {
  readonly estimate: number;
  readonly variance: number;
}

/** The figure over all completed data sets with its 95 % limits and the share of its variance that the imputation adds. */
export interface PooledEstimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Between-set variance, with its correction, as a share of the total: 0 to 1. */
  readonly addedShare: number;
}

/**
 * Rubin's rules: the mean of the figures; the mean of their variances plus (1 + 1/m) times the variance between them; limits
 * from Student's t with (m - 1)(1 + W / ((1 + 1/m) B))^2 degrees of freedom. Null without sets; with a single one the interval
 * is its own. Variances >= 0; throws RangeError `invalid variance: -1`.
 * Source: Rubin 1987, Multiple Imputation for Nonresponse in Surveys, chapter 3.
 * @example pooledEstimate([]) // null
 */
export function pooledEstimate(sets: readonly CompletedEstimate[]): PooledEstimate | null {
  const m = sets.length;
  if (m === 0) return null;
  for (const { variance } of sets) if (!(variance >= 0)) throw new RangeError(`invalid variance: ${variance}`);
  const estimate = sets.reduce((sum, one) => sum + one.estimate, 0) / m;
  const within = sets.reduce((sum, one) => sum + one.variance, 0) / m;
  const between = m === 1 ? 0 : sets.reduce((sum, one) => sum + (one.estimate - estimate) ** 2, 0) / (m - 1);
  const added = (1 + 1 / m) * between;
  const total = within + added;
  const degrees = added === 0 ? Number.POSITIVE_INFINITY : (m - 1) * (1 + within / added) ** 2;
  const reach = studentQuantile975(degrees) * Math.sqrt(total);
  return { estimate, low: estimate - reach, high: estimate + reach, addedShare: total === 0 ? 0 : added / total };
}
