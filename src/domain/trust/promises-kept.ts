import { wilsonInterval } from '../stats/wilson-interval.ts';
import type { PromiseState } from './promise-verdict.ts';
import { LEAST_CASES, partWithoutFigure, type TrustPart } from './trust-part.ts';

/**
 * Kept rate: kept of kept, late and broken, with Wilson limits; those that cannot be verified stand beside, never inside.
 * No rate under 20 due promises, nor when fewer than 20 of the due ones can be verified.
 */
export function promisesKept(states: readonly PromiseState[]): TrustPart {
  const count = (state: PromiseState): number => states.filter((one) => one === state).length;
  const beside = { open: count('open'), kept: count('kept'), late: count('late'), broken: count('broken'), unverifiable: count('unverifiable') };
  const judged = beside.kept + beside.late + beside.broken;
  const due = judged + beside.unverifiable;
  if (due < LEAST_CASES) return partWithoutFigure('promises', { n: judged, reason: 'few-due-promises', beside });
  if (judged < LEAST_CASES) return partWithoutFigure('promises', { n: judged, reason: 'few-verifiable-promises', beside });
  const limits = wilsonInterval(beside.kept, judged);
  return { part: 'promises', n: judged, estimate: beside.kept / judged, low: limits?.low ?? null, high: limits?.high ?? null, tooFew: false, reason: null, beside };
}
