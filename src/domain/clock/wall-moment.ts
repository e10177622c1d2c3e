const DAY_MS = 86_400_000;

/** Which moment is meant when clocks show a time twice, or skip it. */
export type WallEdge = 'start' | 'end';

/** The first moment after a change of clocks between two moments at which they differ, to the ms. */
function changeBetween(offsetAt: (atMs: number) => number, beforeMs: number, afterMs: number): number {
  const offset = offsetAt(beforeMs);
  let [before, after] = [beforeMs, afterMs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

/**
 * The moment (UTC ms) at which the clocks of a zone show a wall time, given as if it were UTC. As the start of a stretch: the
 * first moment at which they show it or later; as its end: the moment until which they last show something earlier. So a time
 * that clocks skip is the moment they change, and a stretch that holds an hour shown twice holds both.
 * `offsetAt` as {@link zoneOffset} gives it. Assumes at most one change within a day of the time.
 * @example wallMoment(() => 3600000, 3600000, 'start') // 0
 */
export function wallMoment(offsetAt: (atMs: number) => number, wallMs: number, edge: WallEdge): number {
  const [beforeMs, afterMs] = [wallMs - DAY_MS, wallMs + DAY_MS];
  const [before, after] = [offsetAt(beforeMs), offsetAt(afterMs)];
  if (before === after) return wallMs - before;
  const change = changeBetween(offsetAt, beforeMs, afterMs);
  const [early, late] = [wallMs - before, wallMs - after];
  if (edge === 'start') return early < change ? early : Math.max(late, change);
  return late > change ? late : Math.min(early, change);
}
