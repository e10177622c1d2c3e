import type { Estimate } from '../../stats/interval.ts';
import { clusterBootstrapDraws } from '../../stats/cluster-bootstrap.ts';
import { quantile } from '../../stats/quantile.ts';

/** Fewer draws than this share that carry all parts: no limits, since the others would be a flattering choice. */
const LEAST_CARRIED = 0.95;

/** A part of a difference; limits null where too many draws could not carry it. */
export interface DrawnPart {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Several figures that hang together with their percentile limits from the same draws of clusters: parts of one difference
 * must be drawn together, or they would not add up in any draw. `partsUnder` gives the figures under weights, always as many,
 * or null where the draw cannot carry them. Null when the cases as they are carry none. draws x cost of `partsUnder`.
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13.
 */
export function drawnParts({ clusters, draws, seed, partsUnder }: { readonly clusters: number; readonly draws: number; readonly seed: number; readonly partsUnder: (weights: Uint16Array) => readonly number[] | null }): DrawnPart[] | null {
  const whole = partsUnder(new Uint16Array(clusters).fill(1));
  if (whole === null) return null;
  const drawn: (readonly number[])[] = [];
  clusterBootstrapDraws({
    clusters, draws, seed,
    statistic(weights) {
      const parts = partsUnder(weights);
      if (parts !== null) drawn.push(parts);
      return null;
    },
  });
  const isCarried = drawn.length > 0 && drawn.length >= draws * LEAST_CARRIED;
  return whole.map((estimate, at) => ({ estimate, ...(isCarried ? limitsOf(drawn.map((parts) => parts[at] ?? 0)) : { low: null, high: null }) }));
}

function limitsOf(values: readonly number[]): Pick<Estimate, 'low' | 'high'> | { low: null; high: null } {
  const ascending = Float64Array.from(values).sort();
  const [low, high] = [quantile(ascending, 0.025), quantile(ascending, 0.975)];
  return low === null || high === null ? { low: null, high: null } : { low, high };
}
