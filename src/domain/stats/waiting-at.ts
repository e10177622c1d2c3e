import { ascendingPosition } from './ascending-position.ts';
import type { Estimate, Interval } from './interval.ts';
import { NORMAL_975 } from './interval.ts';
import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.ts';
import { wilsonInterval } from './wilson-interval.ts';

/**
 * Share still waiting after `atSeconds`, with its 95 % limits. The limits come from Greenwood's variance on the log(-log) scale,
 * which keeps them inside [0, 1]; where the share is 0 or 1 that scale has no value and the Wilson interval on those at risk
 * stands in: at 1 those who have waited this long, at 0 those who were there when the last one was answered. Past the longest
 * wait the share is known only if it has reached 0; otherwise null, as for an empty curve. O(log n).
 * Source: Kalbfleisch & Prentice 2002, The Statistical Analysis of Failure Time Data, section 1.4; Wilson 1927.
 */
export function waitingAt(curve: SurvivalCurve, atSeconds: number): Estimate | null {
  if (!(atSeconds >= 0)) throw new RangeError(`invalid time: ${atSeconds} s`);
  if (curve.longestSeconds === null) return null;
  const step = stepAt(curve.steps, atSeconds);
  if (atSeconds > curve.longestSeconds && step?.waiting !== 0) return null;
  if (step === null) {
    const atRisk = curve.n - ascendingPosition(curve.sortedSeconds, atSeconds);
    const limits = wilsonInterval(atRisk, atRisk);
    return limits === null ? null : { estimate: 1, ...limits };
  }
  return { estimate: step.waiting, ...waitingBand(step) };
}

/**
 * The 95 % limits of the share waiting at one step of a curve; the same rule as {@link waitingAt}.
 * @example waitingBand({ atSeconds: 60, atRisk: 4, answered: 4, censored: 0, waiting: 0, standardError: null }).low // 0
 */
export function waitingBand(step: SurvivalStep): Interval {
  if (step.standardError === null) return wilsonInterval(0, step.atRisk) ?? { low: 0, high: 1 };
  const logWaiting = Math.log(step.waiting);
  const spread = (NORMAL_975 * step.standardError) / step.waiting / Math.abs(logWaiting);
  return { low: Math.exp(logWaiting * Math.exp(spread)), high: Math.exp(logWaiting * Math.exp(-spread)) };
}

function stepAt(steps: readonly SurvivalStep[], atSeconds: number): SurvivalStep | null {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle]?.atSeconds ?? Infinity) <= atSeconds) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1] ?? null;
}
