/** State after one distinct time at which something happened. */
export interface IncidenceStep {
  readonly atSeconds: number;
  readonly atRisk: number;
  /** Per cause: how many ends it made at this time. */
  readonly ended: readonly number[];
  /** Share that nothing has happened to yet. */
  readonly waiting: number;
  /** Per cause, in the order of the causes 1, 2, ...: the share it has happened to first. */
  readonly incidence: readonly number[];
}

/**
 * Cumulative incidence of several ways in which a wait can end first (answered by the brand, answered by somebody else), without
 * treating the others as lost from sight, which would overstate each. `cause` is 0 for a wait still open, else 1..causes; at a
 * tie ends come before censorings. At every step waiting plus the incidences is 1. Throws RangeError `invalid wait: -1 s` or
 * `invalid cause: 3`. O(n log n), input untouched.
 * Source: Aalen & Johansen 1978, Scandinavian Journal of Statistics 5(3):141-150.
 */
export function cumulativeIncidence(waitedSeconds: ArrayLike<number>, cause: ArrayLike<number>, causes: number): IncidenceStep[] {
  const n = waitedSeconds.length;
  const seconds = Float64Array.from(waitedSeconds);
  for (const wait of seconds) if (!(wait >= 0 && wait < Infinity)) throw new RangeError(`invalid wait: ${wait} s`);
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((one, other) => (seconds[one] ?? 0) - (seconds[other] ?? 0));
  const incidence = new Array<number>(causes).fill(0);
  const steps: IncidenceStep[] = [];
  let waiting = 1;
  for (let first = 0; first < n; ) {
    const atSeconds = seconds[order[first] ?? 0] ?? 0;
    const counts = new Array<number>(causes).fill(0);
    let ended = 0;
    let next = first;
    for (; next < n && seconds[order[next] ?? 0] === atSeconds; next += 1) {
      const which = cause[order[next] ?? 0] ?? 0;
      if (!(Number.isInteger(which) && which >= 0 && which <= causes)) throw new RangeError(`invalid cause: ${which}`);
      if (which === 0) continue;
      counts[which - 1] = (counts[which - 1] ?? 0) + 1;
      ended += 1;
    }
    const atRisk = n - first;
    if (ended > 0) {
      counts.forEach((count, which) => (incidence[which] = (incidence[which] ?? 0) + (waiting * count) / atRisk));
      waiting = ended === atRisk ? 0 : waiting * ((atRisk - ended) / atRisk);
      steps.push({ atSeconds, atRisk, ended: counts, waiting, incidence: incidence.slice() });
    }
    first = next;
  }
  return steps;
}
