/** State of the curve from one distinct answer time up to the next. */
export interface SurvivalStep {
  readonly atSeconds: number;
  /** Waits that had lasted up to this time when it came: those that end at it included. */
  readonly atRisk: number;
  readonly answered: number;
  /** Waits that stopped being observed from this time, included, up to the next step, excluded. */
  readonly censored: number;
  /** Share still waiting after this time, in [0, 1]. */
  readonly waiting: number;
  /** Greenwood's standard error of `waiting`; null when nobody waits any more, where it has no meaning. */
  readonly standardError: number | null;
}

/** A product-limit curve together with what its readers need: every wait, ascending. */
export interface SurvivalCurve {
  readonly n: number;
  readonly answered: number;
  /** The longest wait seen, answered or not: beyond it the curve says nothing unless it has reached 0. */
  readonly longestSeconds: number | null;
  readonly steps: readonly SurvivalStep[];
  readonly sortedSeconds: Float64Array;
}

/**
 * Product-limit estimate of how long a first answer is waited for. A wait without an answer is right-censored: it belongs to
 * those at risk for as long as it was watched and then leaves without counting as an answer; leaving such waits out would show
 * only the lucky ones. `waitedSeconds` and `answered` run in parallel, in any order, seconds finite and not negative; at a tie
 * answers come before censorings. No waits: no steps and a null longest wait. Throws RangeError `invalid wait: -3 s` or
 * `invalid lengths: 3 waits, 2 answers`. O(n log n), input untouched.
 * Source: Kaplan & Meier 1958, JASA 53(282):457-481; variance: Greenwood 1926, Reports on Public Health 33.
 */
export function kaplanMeier(waitedSeconds: ArrayLike<number>, answered: ArrayLike<boolean | number>): SurvivalCurve {
  const n = waitedSeconds.length;
  if (answered.length !== n) throw new RangeError(`invalid lengths: ${n} waits, ${answered.length} answers`);
  const answeredSeconds = new Float64Array(n);
  const sortedSeconds = new Float64Array(n);
  let events = 0;
  for (let i = 0; i < n; i += 1) {
    const seconds = waitedSeconds[i] ?? Number.NaN;
    if (!(seconds >= 0 && seconds < Infinity)) throw new RangeError(`invalid wait: ${seconds} s`);
    sortedSeconds[i] = seconds;
    if (answered[i]) {
      answeredSeconds[events] = seconds;
      events += 1;
    }
  }
  sortedSeconds.sort();
  const eventSeconds = answeredSeconds.subarray(0, events).sort();
  return { n, answered: events, longestSeconds: n === 0 ? null : (sortedSeconds[n - 1] ?? null), steps: curveSteps(sortedSeconds, eventSeconds), sortedSeconds };
}

function curveSteps(sortedSeconds: Float64Array, eventSeconds: Float64Array): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  const n = sortedSeconds.length;
  let passed = 0;
  let waiting = 1;
  let greenwood = 0;
  for (let first = 0; first < eventSeconds.length; ) {
    const atSeconds = eventSeconds[first] ?? 0;
    let next = first;
    while (next < eventSeconds.length && eventSeconds[next] === atSeconds) next += 1;
    while (passed < n && (sortedSeconds[passed] ?? 0) < atSeconds) passed += 1;
    const atRisk = n - passed;
    const answered = next - first;
    const following = eventSeconds[next] ?? Infinity;
    let beforeFollowing = passed;
    while (beforeFollowing < n && (sortedSeconds[beforeFollowing] ?? 0) < following) beforeFollowing += 1;
    waiting = answered === atRisk ? 0 : waiting * ((atRisk - answered) / atRisk);
    if (waiting > 0) greenwood += answered / (atRisk * (atRisk - answered));
    steps.push({
      atSeconds, atRisk, answered, censored: beforeFollowing - passed - answered, waiting,
      standardError: waiting > 0 ? waiting * Math.sqrt(greenwood) : null,
    });
    passed = beforeFollowing;
    first = next;
  }
  return steps;
}
