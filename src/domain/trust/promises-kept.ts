import { wilsonInterval } from '../stats/wilson-interval.ts';
import type { PromiseState } from '../model/promise-state.ts';
import { LEAST_CASES, partWithoutFigure, type TrustPart } from './trust-part.ts';

/** A promise with its state, and whether it named a time. */
export interface JudgedPromise {
  readonly state: PromiseState;
  readonly named: boolean;
}

/**
 * Kept rate: kept of kept, late and broken, with Wilson limits; those that cannot be verified stand beside, never inside.
 * Only promises that named a time enter the rate: one without a time can be seen kept but never broken, and would push
 * any rate towards 1; those kept stand beside. No rate under 20 due promises, nor when fewer than 20 can be verified.
 */
export function promisesKept(promises: readonly JudgedPromise[]): TrustPart {
  const count = (state: PromiseState, named = true): number => promises.filter((one) => one.state === state && one.named === named).length;
  const keptWithoutTime = count('kept', false);
  const beside = { open: count('open') + count('open', false), kept: count('kept'), late: count('late'), broken: count('broken'), unverifiable: count('unverifiable') + count('unverifiable', false), keptWithoutTime };
  const judged = beside.kept + beside.late + beside.broken;
  const due = judged + beside.unverifiable + keptWithoutTime;
  if (due < LEAST_CASES) return partWithoutFigure('promises', { n: judged, reason: 'few-due-promises', beside });
  if (judged < LEAST_CASES) return partWithoutFigure('promises', { n: judged, reason: 'few-verifiable-promises', beside });
  const limits = wilsonInterval(beside.kept, judged);
  return { part: 'promises', n: judged, estimate: beside.kept / judged, low: limits?.low ?? null, high: limits?.high ?? null, tooFew: false, reason: null, beside };
}
