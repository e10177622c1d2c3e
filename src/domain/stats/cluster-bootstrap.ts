import type { Interval } from './interval.ts';
import { drawnAtOnce, laterFigures } from './later-draws.ts';
import { quantile } from './quantile.ts';
import { randomPlaces } from './seeded-random.ts';

/** What to draw and what to compute on each draw. */
export interface ClusterBootstrap {
  /** Clusters (authors, members, threads), numbered from 0. */
  readonly clusters: number;
  readonly draws: number;
  readonly seed: number;
  /** The figure when cluster c counts `weights[c]` times; null when this draw cannot carry it. The array is reused: do not keep it. */
  readonly statistic: (weights: Uint16Array) => number | null;
}

/** Numbers that are drawn at once: a block stays in the processor's own memory. */
const BLOCK = 2048;

/** A percentile interval is void when more than this share of the draws could not carry the figure. */
const VOID_SHARE = 0.05;

/**
 * Percentile interval, 95 %, from drawing whole clusters with replacement: what one person writes hangs together, so people and
 * not messages are drawn. Null without clusters, or when more than 5 % of the draws could not carry the figure (the others would
 * then be a flattering choice). Same seed, same answer. draws x (clusters + cost of the statistic).
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 8 and 13; Davison & Hinkley 1997, section 3.8.
 */
export function clusterBootstrapInterval(plan: ClusterBootstrap): Interval | null {
  const estimates = laterDraws(plan);
  if (estimates.length === 0 || estimates.length < plan.draws * (1 - VOID_SHARE)) return null;
  const low = quantile(estimates, 0.025);
  const high = quantile(estimates, 0.975);
  return low === null || high === null ? null : { low, high };
}

/** What tells one plan from another, whichever order they come in: its size, its seed, and its figure for two patterns of weights. */
function planKey({ clusters, draws, seed, statistic }: ClusterBootstrap): string {
  const once = statistic(new Uint16Array(clusters).fill(1));
  const uneven = statistic(Uint16Array.from({ length: clusters }, (_, cluster) => (cluster * 7919) % 4));
  return [seed, clusters, draws, once, uneven].map(String).join(' ');
}

/** {@link clusterBootstrapDraws}, which may come later: then none are given at first. The statistic must do nothing but compute. */
export function laterDraws(plan: ClusterBootstrap): Float64Array {
  return laterFigures({ cost: plan.clusters * plan.draws, key: () => planKey(plan), isShared: false, steps: () => clusterBootstrapSteps(plan) });
}

/** The figures of all draws that carried one, ascending: for those who need more than the two limits. See {@link clusterBootstrapInterval}. */
export function clusterBootstrapDraws(plan: ClusterBootstrap): Float64Array {
  return drawnAtOnce(clusterBootstrapSteps(plan));
}

/** {@link clusterBootstrapDraws} a draw at a time: for who has other things to do between two. The last value holds the figures. Throws RangeError `invalid draws: 0`. */
export function* clusterBootstrapSteps({ clusters, draws, seed, statistic }: ClusterBootstrap): Generator<null, Float64Array> {
  if (!(Number.isInteger(draws) && draws > 0)) throw new RangeError(`invalid draws: ${draws}`);
  if (clusters === 0) return new Float64Array(0);
  const drawPlaces = randomPlaces(seed);
  const places = new Uint32Array(Math.min(clusters, BLOCK));
  const weights = new Uint16Array(clusters);
  const estimates = new Float64Array(draws);
  let carried = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    weights.fill(0);
    for (let drawn = 0; drawn < clusters; drawn += places.length) {
      const block = clusters - drawn < places.length ? places.subarray(0, clusters - drawn) : places;
      drawPlaces(block, clusters);
      for (let i = 0; i < block.length; i += 1) {
        const cluster = block[i] ?? 0;
        weights[cluster] = (weights[cluster] ?? 0) + 1;
      }
    }
    const estimate = statistic(weights);
    yield null;
    if (estimate === null) continue;
    estimates[carried] = estimate;
    carried += 1;
  }
  return estimates.subarray(0, carried).sort();
}
