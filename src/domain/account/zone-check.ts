/** How often answers are stamped before what they answer, and the error of a time zone that would explain it. */
export interface ZoneCheck {
  /** Answers whose own time and whose question's time are both known to the minute or better. */
  readonly pairs: number;
  /** Of these, stamped more than five minutes before their question. */
  readonly preceding: number;
  /** Null when there are no pairs. */
  readonly share: number | null;
  /** The least shift of the answers, in whole and half hours as minutes, that mends at least 90 in 100 of them; null when none within 14 hours does, or fewer than three precede. */
  readonly shiftMinutes: number | null;
  /** How many that shift mends. */
  readonly mended: number;
}

const TOLERANCE_MS = 5 * 60_000;
const HALF_HOUR_MS = 30 * 60_000;
const LARGEST_STEPS = 28;
const ENOUGH = 3;
const MENDS = 0.9;

/**
 * Judges the delays of answers (their time minus that of their question, ms; any order). A wrong zone moves the times of a
 * whole file by the same whole or half hours, so the least shift that brings most answers behind their questions is its
 * likely error; a few scattered ones are single wrong stamps and have none. Nothing is shifted here. O(n).
 * @example zoneCheck([-3_600_000, -3_500_000, -3_400_000, 60_000]).shiftMinutes // 60
 */
export function zoneCheck(delaysMs: readonly number[]): ZoneCheck {
  const early = delaysMs.filter((delay) => delay < -TOLERANCE_MS);
  const pairs = delaysMs.length;
  const mendedBy = (shiftMs: number): number => early.filter((delay) => delay + shiftMs >= -TOLERANCE_MS).length;
  let shiftMinutes: number | null = null;
  let mended = 0;
  for (let step = 1; early.length >= ENOUGH && step <= LARGEST_STEPS && shiftMinutes === null; step += 1) {
    const count = mendedBy(step * HALF_HOUR_MS);
    if (count >= early.length * MENDS) {
      shiftMinutes = step * 30;
      mended = count;
    }
  }
  return { pairs, preceding: early.length, share: pairs === 0 ? null : early.length / pairs, shiftMinutes, mended };
}
