import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { medianWait } from '../stats/median-wait.ts';
import { restrictedMean } from '../stats/restricted-mean.ts';
import type { WaitColumns } from './wait-columns.ts';

/** The two ends between which the truth about open requests lies. */
export interface CautiousCard {
  /** As if every open request had been answered at the very next moment. */
  readonly answeredNext: CardFigures;
  /** As if no open request were ever answered. */
  readonly neverAnswered: CardFigures;
}

/** The two figures the card repeats. */
export interface CardFigures {
  readonly medianSeconds: number | null;
  readonly restrictedMeanSeconds: number | null;
}

/**
 * What the figures become if all open requests were answered next, and if none ever were: when both ends tell the same story,
 * the way observation ended does not matter. Takes known waits. O(n log n).
 * Source: the usual bounds under informative censoring, Klein & Moeschberger 2003, Survival Analysis, section 3.
 */
export function cautiousCard({ waitedSeconds, answered }: Pick<WaitColumns, 'waitedSeconds' | 'answered'>, horizonSeconds: number): CautiousCard {
  const next = kaplanMeier(waitedSeconds, answered.map(() => 1));
  const beyond = waitedSeconds.reduce((longest, seconds) => Math.max(longest, seconds), horizonSeconds) + 1;
  const never = kaplanMeier(waitedSeconds.map((seconds, i) => (answered[i] === 1 ? seconds : beyond)), answered);
  return {
    answeredNext: { medianSeconds: medianWait(next).seconds, restrictedMeanSeconds: restrictedMean(next, horizonSeconds) },
    neverAnswered: { medianSeconds: medianWait(never).seconds, restrictedMeanSeconds: restrictedMean(never, horizonSeconds) },
  };
}
