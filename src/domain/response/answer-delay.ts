import type { TimePrecision } from '../model/codes.ts';

/** A clock may stand so far behind before an explicit reply stops being one. */
const SKEW_MS = 5 * 60_000;

/** Length of the stretch that a stamp of each precision stands for, in milliseconds. */
const STAMP_MS: Readonly<Record<TimePrecision, number>> = { ms: 0, s: 999, min: 59_999, day: 86_399_999, relative: Infinity, none: Infinity };

/** A moment as a source stamps it. */
export interface Stamp {
  readonly atMs: number | null;
  readonly precision: TimePrecision;
}

/**
 * How long after `asked` an explicit reply came. Seconds null when either time is unknown; a reply stamped before its request is
 * a wait of 0: silently when the coarser of the two stamps explains it, flagged as skewed up to five minutes, and no answer at all
 * (null) beyond.
 * @example answerDelay({ atMs: 10_000, precision: 's' }, { atMs: 4_000, precision: 's' }) // { seconds: 0, clockSkewed: true }
 */
export function answerDelay(asked: Stamp, replied: Stamp): { readonly seconds: number | null; readonly clockSkewed: boolean } | null {
  if (asked.atMs === null || replied.atMs === null) return { seconds: null, clockSkewed: false };
  const delayMs = replied.atMs - asked.atMs;
  if (delayMs >= 0) return { seconds: delayMs / 1000, clockSkewed: false };
  if (-delayMs <= Math.max(STAMP_MS[asked.precision], STAMP_MS[replied.precision])) return { seconds: 0, clockSkewed: false };
  return -delayMs <= SKEW_MS ? { seconds: 0, clockSkewed: true } : null;
}
