import type { Estimate } from './interval.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';
import { waitingAt } from './waiting-at.ts';

/**
 * Share answered within `seconds`, 1 - S(t), with its 95 % limits; open waits are counted as long as they were watched. Null
 * where the curve says nothing (see {@link waitingAt}). O(log n).
 * Source: Kaplan & Meier 1958.
 */
export function answeredWithin(curve: SurvivalCurve, seconds: number): Estimate | null {
  const waiting = waitingAt(curve, seconds);
  return waiting === null ? null : { estimate: 1 - waiting.estimate, low: 1 - waiting.high, high: 1 - waiting.low };
}
