import type { SurvivalCurve } from './kaplan-meier.ts';

/**
 * Variance, in square seconds, of the mean wait counting at most the horizon: the sum over answer times of the area still to
 * come, squared, times answered / (at risk x (at risk - answered)). Terms where nobody is left add nothing. Waits are taken as
 * independent. 0 for an empty curve. Throws RangeError `invalid horizon: 0 s`. O(steps).
 * Source: Klein & Moeschberger 2003, Survival Analysis, section 4.5.
 */
export function restrictedMeanVariance(curve: SurvivalCurve, horizonSeconds: number): number {
  if (!(horizonSeconds > 0 && horizonSeconds < Infinity)) throw new RangeError(`invalid horizon: ${horizonSeconds} s`);
  let variance = 0;
  let area = 0;
  let until = horizonSeconds;
  for (let at = curve.steps.length - 1; at >= 0; at -= 1) {
    const step = curve.steps[at];
    if (step === undefined || step.atSeconds >= horizonSeconds) continue;
    area += step.waiting * (until - step.atSeconds);
    until = step.atSeconds;
    if (step.atRisk > step.answered) variance += (area * area * step.answered) / (step.atRisk * (step.atRisk - step.answered));
  }
  return variance;
}
