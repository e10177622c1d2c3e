import type { Estimate } from './interval.ts';

/**
 * Difference of two independent estimates, first less second, from their own 95 % limits alone: each limit of the difference is
 * as far away as both distances taken together at right angles. It needs no standard error, keeps lopsided limits lopsided, and
 * on two Wilson intervals it is Newcombe's method 10. Null when an estimate lies outside its own limits, or any of them is no number.
 * Source: Zou & Donner 2008, Statistics in Medicine 27(10):1693-1702 (method of variance estimates recovery).
 * @example estimateDifference({ estimate: 5, low: 4, high: 6 }, { estimate: 2, low: 2, high: 2 }) // { estimate: 3, low: 2, high: 4 }
 */
export function estimateDifference(first: Estimate, second: Estimate): Estimate | null {
  const isWhole = ({ estimate, low, high }: Estimate): boolean => Number.isFinite(low) && Number.isFinite(high) && low <= estimate && estimate <= high;
  if (!isWhole(first) || !isWhole(second)) return null;
  const estimate = first.estimate - second.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(first.estimate - first.low, second.high - second.estimate),
    high: estimate + Math.hypot(first.high - first.estimate, second.estimate - second.low),
  };
}
