const DAY_MS = 86_400_000;

/** A silence longer than this parts what came before from the series. */
export const LONGEST_SILENCE_DAYS = 28;
/** What came before a silence is stray only while it is at most this share of all. */
export const MOST_STRAY_SHARE = 0.05;

/**
 * Where a series of moments becomes dense: after the last silence of more than four weeks before which at most five in a
 * hundred of all moments lie. A few old messages would otherwise stretch the calendar of a series over years in which
 * nothing was collected, and thin its usual pace. Moments ascending, in ms; 0 where nothing is stray. Linear.
 * @example denseStart([0, 100 * 86_400_000]) // 0
 */
export function denseStart(times: readonly number[]): number {
  const most = times.length * MOST_STRAY_SHARE;
  let start = 0;
  for (let at = 1; at <= most; at += 1) if ((times[at] ?? 0) - (times[at - 1] ?? 0) > LONGEST_SILENCE_DAYS * DAY_MS) start = at;
  return start;
}
