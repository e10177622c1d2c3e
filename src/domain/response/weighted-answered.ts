/** Waits of one bin laid out for many weighted evaluations: those up to the horizon, ascending. */
export interface WeightedBin {
  readonly seconds: Float64Array;
  readonly answered: Uint8Array;
  readonly cluster: Uint32Array;
  /** Cluster of every wait that lasted beyond the horizon. */
  readonly lastingCluster: Uint32Array;
}

/** Lays waits out for {@link weightedShare}. O(n log n), input untouched. */
export function weightedBin({ waitedSeconds, answered, cluster }: { readonly waitedSeconds: ArrayLike<number>; readonly answered: ArrayLike<number>; readonly cluster: ArrayLike<number> }, horizonSeconds: number): WeightedBin {
  const order = Uint32Array.from({ length: waitedSeconds.length }, (_, i) => i).sort((one, other) => (waitedSeconds[one] ?? 0) - (waitedSeconds[other] ?? 0));
  const inside = order.filter((i) => (waitedSeconds[i] ?? 0) <= horizonSeconds);
  return {
    seconds: Float64Array.from(inside, (i) => waitedSeconds[i] ?? 0),
    answered: Uint8Array.from(inside, (i) => answered[i] ?? 0),
    cluster: Uint32Array.from(inside, (i) => cluster[i] ?? 0),
    lastingCluster: Uint32Array.from(order.subarray(inside.length), (i) => cluster[i] ?? 0),
  };
}

/**
 * Share answered up to the horizon, 1 - S, when each cluster counts as often as its weight says, with the weight of the bin: one
 * draw of the author bootstrap. Null for a draw that holds no wait, or in which somebody still waits and nobody was watched to the
 * horizon. O(n) without allocation of arrays.
 * Source: Kaplan & Meier 1958, with weights as counts.
 */
export function weightedShare({ seconds, answered, cluster, lastingCluster }: WeightedBin, weights: Uint16Array): { readonly share: number; readonly weight: number } | null {
  let lasting = 0;
  for (let i = 0; i < lastingCluster.length; i += 1) lasting += weights[lastingCluster[i] ?? 0] ?? 0;
  let weight = lasting;
  for (let i = 0; i < cluster.length; i += 1) weight += weights[cluster[i] ?? 0] ?? 0;
  if (weight === 0) return null;
  let atRisk = weight;
  let waiting = 1;
  for (let first = 0; first < seconds.length; ) {
    let events = 0;
    let leaving = 0;
    let next = first;
    for (; next < seconds.length && seconds[next] === seconds[first]; next += 1) {
      const own = weights[cluster[next] ?? 0] ?? 0;
      leaving += own;
      if (answered[next] === 1) events += own;
    }
    if (events > 0) waiting = events === atRisk ? 0 : waiting * ((atRisk - events) / atRisk);
    atRisk -= leaving;
    first = next;
  }
  return waiting > 0 && lasting === 0 ? null : { share: 1 - waiting, weight };
}
