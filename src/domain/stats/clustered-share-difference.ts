import { clusterBootstrapInterval } from './cluster-bootstrap.ts';
import type { Estimate } from './interval.ts';

/** Cases of one group in columns: did it happen, and whose case it is, numbered from 0 over both groups. */
export interface ClusteredCases {
  readonly happened: readonly boolean[];
  readonly cluster: readonly number[];
}

/** What a difference of shares depends on besides its cases. */
export interface ShareDifferencePlan {
  readonly clusters: number;
  readonly seed: number;
  readonly draws: number;
}

/**
 * Difference between two shares, first minus second, with percentile limits from drawing the authors of both groups' union with
 * replacement: who writes in both is drawn into both, and what one person writes hangs together. Null when a group is empty, or
 * when more than 5 % of the draws leave one empty. O(draws x cases). Same seed, same answer.
 * Source: Davison & Hinkley 1997, section 3.8.
 */
export function clusteredShareDifference(first: ClusteredCases, second: ClusteredCases, { clusters, seed, draws }: ShareDifferencePlan): Estimate | null {
  const groups = [first, second].map((cases) => tally(cases, clusters));
  const share = (group: Tally | undefined, weights: Uint16Array | null): number | null => {
    if (group === undefined) return null;
    let k = 0;
    let n = 0;
    for (let cluster = 0; cluster < clusters; cluster += 1) {
      const weight = weights === null ? 1 : (weights[cluster] ?? 0);
      k += weight * (group.happened[cluster] ?? 0);
      n += weight * (group.cases[cluster] ?? 0);
    }
    return n === 0 ? null : k / n;
  };
  const difference = (weights: Uint16Array | null): number | null => {
    const [one, other] = [share(groups[0], weights), share(groups[1], weights)];
    return one === null || other === null ? null : one - other;
  };
  const estimate = difference(null);
  if (estimate === null) return null;
  const limits = clusterBootstrapInterval({ clusters, draws, seed, statistic: difference });
  return limits === null ? null : { estimate, ...limits };
}

interface Tally {
  readonly happened: Float64Array;
  readonly cases: Float64Array;
}

function tally({ happened, cluster }: ClusteredCases, clusters: number): Tally {
  const found: Tally = { happened: new Float64Array(clusters), cases: new Float64Array(clusters) };
  cluster.forEach((number, position) => {
    found.cases[number] = (found.cases[number] ?? 0) + 1;
    if (happened[position] === true) found.happened[number] = (found.happened[number] ?? 0) + 1;
  });
  return found;
}
