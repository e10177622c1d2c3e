import type { SurvivalCurve } from './kaplan-meier.ts';
import { waitingBand } from './waiting-at.ts';

/** Median wait in seconds with its 95 % limits; each is null where the data do not reach it ("more than the longest follow-up"). */
export interface MedianWait {
  readonly seconds: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Products of shares such as 19/20 x 18/19 ... come out a rounding above one half. */
const ROUNDING = 1e-10;

/**
 * Median wait: the least time at which at most half are still waiting. Its limits are where the two edges of the band around
 * the curve come down to one half. O(steps).
 * Source: Brookmeyer & Crowley 1982, Biometrics 38(1):29-41.
 */
export function medianWait(curve: SurvivalCurve): MedianWait {
  let seconds: number | null = null;
  let low: number | null = null;
  let high: number | null = null;
  for (const step of curve.steps) {
    const band = waitingBand(step);
    if (seconds === null && step.waiting <= 0.5 + ROUNDING) seconds = step.atSeconds;
    if (low === null && band.low <= 0.5 + ROUNDING) low = step.atSeconds;
    if (high === null && band.high <= 0.5 + ROUNDING) high = step.atSeconds;
    if (seconds !== null && low !== null && high !== null) break;
  }
  return { seconds, low, high };
}
