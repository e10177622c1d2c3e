import { clusterBootstrapInterval } from '../stats/cluster-bootstrap.ts';
import type { Interval } from '../stats/interval.ts';
import { partialRankCorrelation } from '../stats/partial-rank-correlation.ts';

/** Under so many tribe-quarters nothing is said of the claim. */
export const LEAST_TRIBE_QUARTERS = 20;

/** Tribes are what is drawn: under so many of them limits would rest on a handful of draws. */
export const LEAST_TRIBES = 5;

/** Draws of tribes behind the limits. */
export const CLAIM_DRAWS = 2000;

/** One tribe in one quarter, with what came of it in the next. */
export interface TribeQuarter {
  readonly tribe: string;
  /** Closeness to 1:1 of the tribe's points in the quarter, in (0, 1]. */
  readonly closeness: number;
  /** Messages a person who wrote in the quarter. */
  readonly activity: number;
  /** Share of the pieces made in the next quarter that were used; null with fewer than five pieces. */
  readonly used: number | null;
  /** Share of the people who wrote in the quarter and wrote in the next. */
  readonly active: number;
}

/** What the data say of one outcome. */
export interface ClaimOutcome {
  readonly n: number;
  readonly tribes: number;
  /** Partial rank correlation with activity held equal; null where it cannot be computed or shown. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  /** `holds` and `opposite` need an interval that leaves out 0; `unclear` has one that does not. */
  readonly verdict: 'holds' | 'opposite' | 'unclear' | 'not-verifiable';
  readonly reason: 'few-tribe-quarters' | 'few-tribes' | 'no-variation' | null;
}

/**
 * Tests whether tribes nearer to 1:1 in one quarter fare better in the next: Spearman's correlation of closeness with the
 * outcome, activity of the quarter held equal, with percentile limits over 2,000 seeded draws of whole tribes, because the
 * quarters of one tribe hang together. Under 20 tribe-quarters, under five tribes, or without variation: not verifiable.
 * Source: Kendall 1942, Biometrika 32:277-283; Davison & Hinkley 1997, section 3.8, for drawing clusters.
 */
export function claimTest(quarters: readonly TribeQuarter[], { outcome, seed }: { readonly outcome: 'used' | 'active'; readonly seed: number }): ClaimOutcome {
  const cases = quarters.flatMap(({ tribe, closeness, activity, [outcome]: value }) => (value === null ? [] : [{ tribe, closeness, activity, value }]));
  const tribes = [...new Set(cases.map(({ tribe }) => tribe))].sort();
  const counts = { n: cases.length, tribes: tribes.length };
  const silent = (reason: ClaimOutcome['reason']): ClaimOutcome => ({ ...counts, estimate: null, interval: null, verdict: 'not-verifiable', reason });
  if (cases.length < LEAST_TRIBE_QUARTERS) return silent('few-tribe-quarters');
  if (tribes.length < LEAST_TRIBES) return silent('few-tribes');
  const estimate = columnsCorrelation(cases);
  const clusters = tribes.map((tribe) => cases.filter((one) => one.tribe === tribe));
  const interval = clusterBootstrapInterval({
    clusters: clusters.length, draws: CLAIM_DRAWS, seed,
    statistic: (weights) => columnsCorrelation(clusters.flatMap((cluster, place) => Array.from({ length: weights[place] ?? 0 }, () => cluster).flat())),
  });
  if (estimate === null || interval === null) return silent('no-variation');
  return { ...counts, estimate, interval, verdict: interval.low > 0 ? 'holds' : interval.high < 0 ? 'opposite' : 'unclear', reason: null };
}

function columnsCorrelation(cases: readonly { readonly closeness: number; readonly activity: number; readonly value: number }[]): number | null {
  return partialRankCorrelation({ x: cases.map(({ closeness }) => closeness), y: cases.map(({ value }) => value), given: cases.map(({ activity }) => activity) });
}
