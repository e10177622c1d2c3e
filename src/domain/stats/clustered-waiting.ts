/** Waits laid out once for many groups taken from them: ascending, answers before censorings at a tie. */
export interface WaitingLayout {
  readonly seconds: Float64Array;
  readonly answered: Uint8Array;
  readonly cluster: Uint32Array;
  readonly clusters: number;
  /** Where the i-th of the layout stood in the input. */
  readonly order: Uint32Array;
}

/** What is asked of a group: the mean wait counting at most `seconds`, or the share still waiting after them. */
export interface WaitingTarget {
  readonly kind: 'mean' | 'share';
  readonly seconds: number;
}

/** A figure with its sampling variance. */
export interface ClusteredFigure {
  readonly estimate: number;
  readonly variance: number;
  /** Of a mean: each cluster's pull on it, one a cluster, whose squares sum to the variance. Null of a share. */
  readonly pulls: Float64Array | null;
}

/** Figures of one group; null where its waits do not reach far enough, and all of them below the floors. */
export interface ClusteredWaiting {
  readonly n: number;
  readonly clusters: number;
  readonly figures: readonly (ClusteredFigure | null)[];
}

/** Figures of the members of a layout: `member[i]` = 1, in the layout's order. */
export type GroupWaiting = (member: ArrayLike<number>) => ClusteredWaiting;

/** Lays waits out for {@link clusteredWaiting}. Parallel lists, seconds finite and >= 0. O(n log n), input untouched. */
export function waitingLayout({ waitedSeconds, answered, cluster, clusters }: { readonly waitedSeconds: ArrayLike<number>; readonly answered: ArrayLike<number>; readonly cluster: ArrayLike<number>; readonly clusters: number }): WaitingLayout {
  const all = Float64Array.from(waitedSeconds);
  for (const seconds of all) if (!(seconds >= 0 && seconds < Infinity)) throw new RangeError(`invalid wait: ${String(seconds)} s`);
  const order = Uint32Array.from(all, (_, i) => i).sort((one, other) => (all[one] ?? 0) - (all[other] ?? 0) || (answered[other] ?? 0) - (answered[one] ?? 0) || one - other);
  return {
    order, clusters,
    seconds: Float64Array.from(order, (i) => all[i] ?? 0),
    answered: Uint8Array.from(order, (i) => ((answered[i] ?? 0) === 0 ? 0 : 1)),
    cluster: Uint32Array.from(order, (i) => cluster[i] ?? 0),
  };
}

interface Steps {
  count: number;
  readonly seconds: Float64Array;
  readonly answered: Float64Array;
  readonly atRisk: Float64Array;
  readonly waiting: Float64Array;
  /** What the figure gains, one a step, when the step's share of those not answered grows by itself; 0 for steps past the target. */
  readonly gains: Float64Array;
}

/**
 * Product-limit figures of any members of a layout, with variances that let the waits of one cluster (an author) hang together:
 * the infinitesimal jackknife, the sum over clusters of the squared derivative of the figure by the cluster's weight. With one
 * wait a cluster that is Greenwood's. A mean is null when somebody still waits and no wait reaches its horizon, a share when
 * none reaches its time and somebody still waits; where a share is 0 or 1 its variance is 0. Groups below `floors` have no
 * figures. O(n) a figure, in memory taken once.
 * Source: Kaplan & Meier 1958; Efron & Tibshirani 1993, section 11.5; Lin & Wei 1989, JASA 84(408):1074-1078.
 */
export function clusteredWaiting(layout: WaitingLayout, targets: readonly WaitingTarget[], floors: { readonly waits: number; readonly clusters: number } = { waits: 1, clusters: 1 }): GroupWaiting {
  const { seconds, cluster, clusters } = layout;
  const room = (): Float64Array => new Float64Array(seconds.length);
  const steps: Steps = { count: 0, seconds: room(), answered: room(), atRisk: room(), waiting: room(), gains: room() };
  const seen = new Uint32Array(clusters);
  const pulls = new Float64Array(clusters);
  let turn = 0;
  return (member) => {
    turn += 1;
    let [n, distinct, longest] = [0, 0, 0];
    for (let i = 0; i < seconds.length; i += 1) {
      if (member[i] !== 1) continue;
      n += 1;
      longest = seconds[i] ?? 0;
      const of = cluster[i] ?? 0;
      if (seen[of] !== turn) distinct += 1;
      seen[of] = turn;
    }
    if (n === 0 || n < floors.waits || distinct < floors.clusters) return { n, clusters: distinct, figures: targets.map(() => null) };
    fillSteps(steps, layout, { member, n });
    const reachesZero = steps.count > 0 && steps.waiting[steps.count - 1] === 0;
    const figures = targets.map(({ kind, seconds: until }): ClusteredFigure | null => {
      if (!reachesZero && longest < until) return null;
      const estimate = kind === 'mean' ? fillAreas(steps, until) : fillShares(steps, until);
      pulls.fill(0);
      addPulls(pulls, steps, { layout, member, until, inclusive: kind === 'share' });
      let variance = 0;
      for (const pull of pulls) variance += pull * pull;
      return { estimate, variance, pulls: kind === 'mean' ? pulls.slice() : null };
    });
    return { n, clusters: distinct, figures };
  };
}

function fillSteps(steps: Steps, { seconds, answered }: WaitingLayout, { member, n }: { readonly member: ArrayLike<number>; readonly n: number }): void {
  let count = 0;
  let atRisk = n;
  let waiting = 1;
  for (let first = 0; first < seconds.length; ) {
    const at = seconds[first] ?? 0;
    let events = 0;
    let leaving = 0;
    let next = first;
    for (; next < seconds.length && seconds[next] === at; next += 1) {
      if (member[next] !== 1) continue;
      leaving += 1;
      events += answered[next] ?? 0;
    }
    if (events > 0) {
      waiting = events === atRisk ? 0 : waiting * ((atRisk - events) / atRisk);
      steps.seconds[count] = at;
      steps.answered[count] = events;
      steps.atRisk[count] = atRisk;
      steps.waiting[count] = waiting;
      count += 1;
    }
    atRisk -= leaving;
    first = next;
  }
  steps.count = count;
}

/** Area under the curve up to the horizon; the gain of a step is the area still to come. */
function fillAreas({ count, seconds, waiting, gains }: Steps, horizon: number): number {
  let area = 0;
  let until = horizon;
  for (let at = count - 1; at >= 0; at -= 1) {
    const from = seconds[at] ?? 0;
    gains[at] = 0;
    if (from >= horizon) continue;
    area += (waiting[at] ?? 0) * (until - from);
    until = from;
    gains[at] = area;
  }
  return area + until;
}

/** Share still waiting after `at`; every step up to there gains it. */
function fillShares({ count, seconds, waiting, gains }: Steps, at: number): number {
  let last = -1;
  while (last + 1 < count && (seconds[last + 1] ?? Infinity) <= at) last += 1;
  const share = last < 0 ? 1 : (waiting[last] ?? 1);
  gains.fill(share, 0, last + 1);
  gains.fill(0, last + 1, count);
  return share;
}

function addPulls(pulls: Float64Array, steps: Steps, { layout: { seconds, answered, cluster }, member, until, inclusive }: { readonly layout: WaitingLayout; readonly member: ArrayLike<number>; readonly until: number; readonly inclusive: boolean }): void {
  let step = 0;
  let stayed = 0;
  for (let i = 0; i < seconds.length; i += 1) {
    if (member[i] !== 1) continue;
    const at = seconds[i] ?? 0;
    // every step that this wait lived through, its own included, had one more at risk by it
    while (step < steps.count && (steps.seconds[step] ?? Infinity) <= at) {
      const risk = steps.atRisk[step] ?? 0;
      const events = steps.answered[step] ?? 0;
      if (risk > events) stayed += ((steps.gains[step] ?? 0) * events) / (risk * (risk - events));
      step += 1;
    }
    let pull = stayed;
    if (answered[i] === 1 && (inclusive ? at <= until : at < until)) {
      const risk = steps.atRisk[step - 1] ?? 0;
      const events = steps.answered[step - 1] ?? 0;
      if (risk > events) pull -= (steps.gains[step - 1] ?? 0) / (risk - events);
    }
    const of = cluster[i] ?? 0;
    pulls[of] = (pulls[of] ?? 0) + pull;
  }
}
