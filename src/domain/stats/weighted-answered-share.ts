/** Waits laid out once for many weighted evaluations of one share: ascending, those up to the moment asked about only. */
export interface AnsweredShareLayout {
  readonly seconds: Float64Array;
  readonly answered: Uint8Array;
  readonly cluster: Uint32Array;
  /** Cluster of every wait that went on longer. */
  readonly lastingCluster: Uint32Array;
  /** How long a wait must be watched to be known at that moment. */
  readonly atSeconds: number;
}

/**
 * Prepares waits for {@link weightedAnsweredShare}. Throws RangeError `invalid time: -1 s`. O(n log n), input untouched.
 */
export function answeredShareLayout(
  waits: { readonly waitedSeconds: ArrayLike<number>; readonly answered: ArrayLike<boolean | number>; readonly cluster: ArrayLike<number> },
  atSeconds: number,
): AnsweredShareLayout {
  if (!(atSeconds >= 0 && atSeconds < Infinity)) throw new RangeError(`invalid time: ${atSeconds} s`);
  const all = Float64Array.from(waits.waitedSeconds);
  const order = Uint32Array.from(all.keys()).sort((one, other) => (all[one] ?? 0) - (all[other] ?? 0));
  const inside = order.filter((i) => (all[i] ?? 0) <= atSeconds);
  return {
    seconds: Float64Array.from(inside, (i) => all[i] ?? 0),
    answered: Uint8Array.from(inside, (i) => (waits.answered[i] ? 1 : 0)),
    cluster: Uint32Array.from(inside, (i) => waits.cluster[i] ?? 0),
    lastingCluster: Uint32Array.from(order.subarray(inside.length), (i) => waits.cluster[i] ?? 0),
    atSeconds,
  };
}

/**
 * Share answered by the moment of the layout, 1 - S(t), when each cluster counts as often as its weight says: one draw of the
 * author bootstrap. Null when the draw holds no wait, or when somebody still waits and no drawn wait reached that moment. At a
 * tie answers come before censorings. O(n) with no allocation.
 * Source: Kaplan & Meier 1958, with weights as counts.
 */
export function weightedAnsweredShare({ seconds, answered, cluster, lastingCluster, atSeconds }: AnsweredShareLayout, weights: Uint16Array): number | null {
  let atRisk = 0;
  for (const number of lastingCluster) atRisk += weights[number] ?? 0;
  let reached = atRisk > 0;
  for (const number of cluster) atRisk += weights[number] ?? 0;
  if (atRisk === 0) return null;
  let waiting = 1;
  for (let first = 0; first < seconds.length; ) {
    const at = seconds[first] ?? 0;
    let gone = 0;
    let events = 0;
    let next = first;
    for (; next < seconds.length && seconds[next] === at; next += 1) {
      const weight = weights[cluster[next] ?? 0] ?? 0;
      gone += weight;
      if (answered[next] === 1) events += weight;
    }
    if (gone > 0 && at >= atSeconds) reached = true;
    if (events > 0) waiting = events === atRisk ? 0 : waiting * ((atRisk - events) / atRisk);
    atRisk -= gone;
    first = next;
  }
  return reached || waiting === 0 ? 1 - waiting : null;
}
