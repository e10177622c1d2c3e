import { NORMAL_975 } from '../stats/interval.ts';

const DAY_MS = 86_400_000;
/** Days on either side of a declared fix that are looked at, at most. */
export const FIX_DAYS = 90;
/** Days on either side below which nothing is compared. */
export const LEAST_FIX_DAYS = 28;
/** People who report the fault in both windows, and who report any other in each, below which there is no ratio. */
export const LEAST_REPORTERS = 20;
/** Added to every count, so that a window without reports has a ratio (Haldane 1956, Anscombe 1956). */
const HALF = 0.5;

/** One report of a fault: who and when, UTC ms. */
export interface FaultReport {
  readonly personId: number;
  readonly atMs: number;
}

/** People who report a fault before and after its declared fix, beside those who report any other. Null figures where there is too little. */
export interface FixEffect {
  readonly state: 'fewer' | 'more' | 'not-clear' | 'too-few' | 'short';
  /** Length of each window. */
  readonly days: number;
  readonly before: number;
  readonly after: number;
  readonly othersBefore: number;
  readonly othersAfter: number;
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Event study of one declared fix: people who report the fault in a window after it over those before, divided by the same of all
 * other faults, which carries what else changed (season, more posts, another import). Windows are equal, at most
 * {@link FIX_DAYS} days, and shorter where the data begin or end; under {@link LEAST_FIX_DAYS} days nothing is compared. A person
 * counts once a window. Limits by Woolf's logarithm with a half added. `fewer` and `more` where the limits leave out 1. Associated
 * with the fix, not caused by it: faults are fixed when they are loudest, and calm down by themselves. O(reports).
 * Source: Woolf 1955, Annals of Human Genetics 19(4):251-253; Haldane 1956, Annals of Human Genetics 20(4):309-311.
 */
export function fixEffect({ subject, others, fixMs, fromMs, toMs }: { readonly subject: readonly FaultReport[]; readonly others: readonly FaultReport[]; readonly fixMs: number; /** When the data begin and end. */ readonly fromMs: number; readonly toMs: number }): FixEffect {
  const days = Math.max(0, Math.min(FIX_DAYS, Math.floor((toMs - fixMs) / DAY_MS), Math.floor((fixMs - fromMs) / DAY_MS)));
  const people = (reports: readonly FaultReport[], from: number, to: number): number => new Set(reports.filter(({ atMs }) => atMs >= from && atMs < to).map(({ personId }) => personId)).size;
  const [start, end] = [fixMs - days * DAY_MS, fixMs + days * DAY_MS];
  const counts = { before: people(subject, start, fixMs), after: people(subject, fixMs, end), othersBefore: people(others, start, fixMs), othersAfter: people(others, fixMs, end) };
  const none = { days, ...counts, ratio: null, low: null, high: null };
  if (days < LEAST_FIX_DAYS) return { state: 'short', ...none };
  if (counts.before + counts.after < LEAST_REPORTERS || counts.othersBefore < LEAST_REPORTERS || counts.othersAfter < LEAST_REPORTERS) return { state: 'too-few', ...none };
  const [before, after, othersBefore, othersAfter] = [counts.before + HALF, counts.after + HALF, counts.othersBefore + HALF, counts.othersAfter + HALF];
  const logarithm = Math.log(after / before) - Math.log(othersAfter / othersBefore);
  const error = Math.sqrt(1 / before + 1 / after + 1 / othersBefore + 1 / othersAfter);
  const [low, high] = [Math.exp(logarithm - NORMAL_975 * error), Math.exp(logarithm + NORMAL_975 * error)];
  return { state: high < 1 ? 'fewer' : low > 1 ? 'more' : 'not-clear', days, ...counts, ratio: Math.exp(logarithm), low, high };
}
