import { clusterBootstrapInterval } from '../stats/cluster-bootstrap.ts';
import type { Interval } from '../stats/interval.ts';
import type { MatchedSet } from './matched-comparison.ts';
import { LEAST_CASES } from './trust-part.ts';

/** Draws of matched sets behind every limit. */
export const STUDY_DRAWS = 2000;

/** One outcome of the matched sets: means of both sides and their difference. Null where too few sets have it, or where it never differs. */
export interface StudyFigure {
  /** Sets in which the case and at least one control have the outcome; the figure rests on them. */
  readonly sets: number;
  readonly cases: number | null;
  readonly casesInterval: Interval | null;
  readonly controls: number | null;
  readonly controlsInterval: Interval | null;
  readonly difference: number | null;
  readonly interval: Interval | null;
  readonly tooFew: boolean;
}

/** Values of an outcome by place in the lists of cases and controls; NaN where one has none (nothing written, not observed). */
export interface OutcomeValues {
  readonly cases: ArrayLike<number>;
  readonly controls: ArrayLike<number>;
}

/**
 * Mean outcome of cases less that of their controls over matched sets, each set counting once: a control weighs as much as it has
 * companions in its set. Limits are percentiles of 2,000 seeded draws of whole sets: drawing people alone would break the tie that
 * matching made, and the naive bootstrap is not valid for matching with replacement, while sets matched without it can be drawn
 * again. Under twenty sets there is no figure. Where every set differs by the same amount, limits would feign certainty and are
 * null. Says what is associated with the event, not what it causes. O(draws x sets).
 * Sources: Austin & Small 2014, Statistics in Medicine 33(24):4306-4319; Abadie & Imbens 2008, Econometrica 76(6):1537-1557.
 */
export function studyFigure(sets: readonly MatchedSet[], values: OutcomeValues, { seed, draws = STUDY_DRAWS }: { readonly seed: number; readonly draws?: number }): StudyFigure {
  const pairs = sets.flatMap(({ caseAt, controlAts }): (readonly [number, number])[] => {
    const own = values.cases[caseAt] ?? Number.NaN;
    const others = controlAts.map((at) => values.controls[at] ?? Number.NaN).filter((value) => !Number.isNaN(value));
    return Number.isNaN(own) || others.length === 0 ? [] : [[own, others.reduce((sum, value) => sum + value, 0) / others.length]];
  });
  if (pairs.length < LEAST_CASES) return { sets: pairs.length, cases: null, casesInterval: null, controls: null, controlsInterval: null, difference: null, interval: null, tooFew: true };
  const figure = (column: Float64Array): { readonly estimate: number; readonly interval: Interval | null } => {
    const drawn = (weights: ArrayLike<number>): number => {
      let sum = 0;
      for (let at = 0; at < column.length; at += 1) sum += (weights[at] ?? 0) * (column[at] ?? 0);
      return sum / column.length;
    };
    const varies = column.some((value) => value !== column[0]);
    return { estimate: drawn(new Uint8Array(column.length).fill(1)), interval: varies ? clusterBootstrapInterval({ clusters: column.length, draws, seed, statistic: drawn }) : null };
  };
  const own = figure(Float64Array.from(pairs, ([value]) => value));
  const others = figure(Float64Array.from(pairs, ([, value]) => value));
  const apart = figure(Float64Array.from(pairs, ([value, other]) => value - other));
  return {
    sets: pairs.length, cases: own.estimate, casesInterval: own.interval, controls: others.estimate, controlsInterval: others.interval,
    difference: apart.estimate, interval: apart.interval, tooFew: false,
  };
}
