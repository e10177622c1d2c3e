import type { HypothesisVerdict, TargetDirection } from '../model/hypothesis.ts';
import { estimateDifference } from '../stats/estimate-difference.ts';
import type { Estimate } from '../stats/interval.ts';
import type { FindingFigure } from './finding-standing.ts';

/** What a figure is to reach. */
export interface HypothesisTarget {
  readonly direction: TargetDirection;
  /** In the unit of the figure. */
  readonly value: number;
}

/** A verdict with what changed since the registration, judged figure less baseline; null where one of them has no interval. */
export interface JudgedHypothesis {
  readonly verdict: HypothesisVerdict;
  readonly change: Estimate | null;
}

/** A figure with its limits; null where it has none. */
export function figureEstimate({ estimate, low, high }: FindingFigure): Estimate | null {
  return estimate === null || low === null || high === null ? null : { estimate, low, high };
}

/** True when a figure lies on the side of the target, on its border included; its limits are not asked. */
export function meetsTarget(value: number, { direction, value: wanted }: HypothesisTarget): boolean {
  return direction === 'at-least' ? value >= wanted : value <= wanted;
}

/**
 * Judges a target that was registered before its messages were written, by intervals and never by the bare number. A whole
 * interval on its side is `reached`, whatever was there before. Else, where the difference from the baseline holds 0, nothing
 * moved clearly: `no-effect`. Else a whole interval on the other side is `not-reached`, and one that holds the target is
 * `undecided`, as it is without a baseline to hold against. No interval of the judged figure: `too-few`. Baseline and judged figure must rest on different messages.
 */
export function hypothesisVerdict({ target, baseline, judged }: { readonly target: HypothesisTarget; readonly baseline: FindingFigure; readonly judged: FindingFigure }): JudgedHypothesis {
  const [now, before] = [figureEstimate(judged), figureEstimate(baseline)];
  if (now === null) return { verdict: 'too-few', change: null };
  const change = before === null ? null : estimateDifference(now, before);
  const [nearer, farther] = target.direction === 'at-least' ? [now.high, now.low] : [now.low, now.high];
  if (meetsTarget(farther, target)) return { verdict: 'reached', change };
  if (change !== null && change.low <= 0 && change.high >= 0) return { verdict: 'no-effect', change };
  return { verdict: meetsTarget(nearer, target) ? 'undecided' : 'not-reached', change };
}
