/** Up to so many clusters a wait their counts are added up in one sweep; waits are looked up at random. */
const MOST_CLUSTERS = 2;

/** Waits laid out once for many weighted evaluations: ascending, those up to the horizon only. */
export interface RestrictedMeanLayout {
  readonly seconds: Float64Array;
  readonly answered: Uint8Array;
  readonly cluster: Uint32Array;
  /** Cluster of every wait that lasted to the horizon or beyond. */
  readonly lastingCluster: Uint32Array;
  /** Waits of each cluster; null where there are so many clusters beside them that adding up the waits is less work. */
  readonly waitsOf: Uint32Array | null;
  readonly horizonSeconds: number;
}

/**
 * Prepares waits for {@link weightedRestrictedMean}. A wait that reaches the horizon only counts as at risk, so it leaves the
 * sorted part. Throws RangeError `invalid horizon: 0 s`. O(n log n), input untouched.
 */
export function restrictedMeanLayout(
  waits: { readonly waitedSeconds: ArrayLike<number>; readonly answered: ArrayLike<boolean | number>; readonly cluster: ArrayLike<number> },
  horizonSeconds: number,
): RestrictedMeanLayout {
  if (!(horizonSeconds > 0 && horizonSeconds < Infinity)) throw new RangeError(`invalid horizon: ${horizonSeconds} s`);
  const n = waits.waitedSeconds.length;
  const all = Float64Array.from(waits.waitedSeconds);
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((one, other) => (all[one] ?? 0) - (all[other] ?? 0));
  let clusters = 0;
  for (let i = 0; i < n; i += 1) clusters = Math.max(clusters, (waits.cluster[i] ?? 0) + 1);
  const inside = order.filter((i) => (all[i] ?? 0) < horizonSeconds);
  return {
    seconds: Float64Array.from(inside, (i) => all[i] ?? 0),
    answered: Uint8Array.from(inside, (i) => (waits.answered[i] ? 1 : 0)),
    cluster: Uint32Array.from(inside, (i) => waits.cluster[i] ?? 0),
    lastingCluster: Uint32Array.from(order.subarray(inside.length), (i) => waits.cluster[i] ?? 0),
    waitsOf: clusters > MOST_CLUSTERS * n ? null : countsOf(waits.cluster, clusters),
    horizonSeconds,
  };
}

/**
 * Restricted mean wait when each cluster counts as often as its weight says: one draw of the author bootstrap. Null when the
 * draw holds no wait, or when somebody still waits and no drawn wait reached the horizon. O(n) with no allocation.
 * Source: Kaplan & Meier 1958, with weights as counts.
 */
export function weightedRestrictedMean(layout: RestrictedMeanLayout, weights: Uint16Array): number | null {
  const { seconds, answered, cluster, lastingCluster, waitsOf, horizonSeconds } = layout;
  let lasting = 0;
  for (let i = 0; i < lastingCluster.length; i += 1) lasting += weights[lastingCluster[i] ?? 0] ?? 0;
  let atRisk = waitsOf === null ? lasting : 0;
  if (waitsOf === null) for (let i = 0; i < cluster.length; i += 1) atRisk += weights[cluster[i] ?? 0] ?? 0;
  else for (let one = 0; one < waitsOf.length; one += 1) atRisk += (weights[one] ?? 0) * (waitsOf[one] ?? 0);
  if (atRisk === 0) return null;
  let area = 0;
  let since = 0;
  let waiting = 1;
  for (let first = 0; first < seconds.length; ) {
    const at = seconds[first] ?? 0;
    let events = 0;
    let leaving = 0;
    let next = first;
    for (; next < seconds.length && seconds[next] === at; next += 1) {
      const weight = weights[cluster[next] ?? 0] ?? 0;
      leaving += weight;
      if (answered[next] === 1) events += weight;
    }
    if (events > 0) {
      area += waiting * (at - since);
      since = at;
      waiting = events === atRisk ? 0 : waiting * ((atRisk - events) / atRisk);
      if (waiting === 0) return area;
    }
    atRisk -= leaving;
    first = next;
  }
  return lasting === 0 ? null : area + waiting * (horizonSeconds - since);
}

function countsOf(cluster: ArrayLike<number>, clusters: number): Uint32Array {
  const counts = new Uint32Array(clusters);
  for (let i = 0; i < cluster.length; i += 1) counts[cluster[i] ?? 0] = (counts[cluster[i] ?? 0] ?? 0) + 1;
  return counts;
}
