import type { SurvivalCurve } from './kaplan-meier.ts';

/**
 * Mean wait counting at most the horizon: the area under the curve from 0 to `horizonSeconds`. Unlike the mean of the answers it
 * also counts those who were never answered. Null when somebody still waits and no wait was watched up to the horizon, because
 * the missing area would be a guess; null for an empty curve. Throws RangeError `invalid horizon: 0 s`. O(steps).
 * Source: Royston & Parmar 2013, BMC Medical Research Methodology 13:152.
 */
export function restrictedMean(curve: SurvivalCurve, horizonSeconds: number): number | null {
  if (!(horizonSeconds > 0 && horizonSeconds < Infinity)) throw new RangeError(`invalid horizon: ${horizonSeconds} s`);
  if (curve.longestSeconds === null) return null;
  const last = curve.steps.at(-1);
  if (last?.waiting !== 0 && curve.longestSeconds < horizonSeconds) return null;
  let area = 0;
  let since = 0;
  let waiting = 1;
  for (const step of curve.steps) {
    if (step.atSeconds >= horizonSeconds) break;
    area += waiting * (step.atSeconds - since);
    since = step.atSeconds;
    waiting = step.waiting;
  }
  return area + waiting * (horizonSeconds - since);
}
