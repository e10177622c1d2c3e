import type { JourneyStep } from '../model/value-piece.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { medianWait } from '../stats/median-wait.ts';

/** Fewer demands than this have a list of dates and no curve. */
export const LEAST_DEMANDS = 20;

/** A demand that enough independent people made, with when each step was taken; null where it was not. UTC ms. */
export interface Demand {
  readonly fromMs: number;
  readonly steps: Readonly<Record<JourneyStep, number | null>>;
  /** Until when a step would have been seen. */
  readonly watchedMs: Readonly<Record<JourneyStep, number>>;
}

/** How long one step took, over all demands; null from fewer than twenty. */
export interface JourneyTime {
  readonly n: number;
  readonly reached: number;
  readonly tooFew: boolean;
  /** Least time by which half had been reached, with its limits; null where it was not. */
  readonly medianSeconds: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The longest time watched. */
  readonly longestSeconds: number | null;
}

/**
 * The wait from the n-th independent requester to one step, as a survival estimate: demands that have not come so far are
 * censored when watching ended. A step taken before the n-th person asked is a wait of nothing. From fewer than twenty
 * demands there is no estimate. Source: Kaplan & Meier 1958; Brookmeyer & Crowley 1982.
 */
export function journeyTime(demands: readonly Demand[], step: JourneyStep): JourneyTime {
  const reached = demands.filter(({ steps }) => steps[step] !== null).length;
  const few = { n: demands.length, reached, tooFew: true, medianSeconds: null, low: null, high: null, longestSeconds: null };
  if (demands.length < LEAST_DEMANDS) return few;
  const waits = demands.map(({ fromMs, steps, watchedMs }) => Math.max(0, (steps[step] ?? watchedMs[step]) - fromMs) / 1000);
  const curve = kaplanMeier(waits, demands.map(({ steps }) => steps[step] !== null));
  const { seconds, low, high } = medianWait(curve);
  return { n: demands.length, reached, tooFew: false, medianSeconds: seconds, low, high, longestSeconds: curve.longestSeconds };
}
