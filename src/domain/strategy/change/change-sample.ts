import { answeredShareLayout, weightedAnsweredShare } from '../../stats/weighted-answered-share.ts';
import { restrictedMeanLayout, weightedRestrictedMean } from '../../stats/weighted-restricted-mean.ts';

/** Which figure is divided: a share of cases, the share answered by a moment, or the mean wait counting at most a horizon. */
export type ChangeFigure = { readonly kind: 'share' } | { readonly kind: 'mean' } | { readonly kind: 'answered'; readonly atSeconds: number } | { readonly kind: 'restricted-mean'; readonly horizonSeconds: number };

/** One case: its group, whose it is, whether it counts as yes (an answer, a promise kept) and, for waits, how long it was watched; `amount` for means. */
export interface ChangeCase {
  readonly group: string;
  readonly cluster: number;
  readonly yes: boolean;
  readonly seconds: number;
  readonly amount: number;
}

/** A figure of some cases when each cluster counts as often as its weight says; null where they carry none. */
export type WeightedFigure = (weights: Uint16Array) => number | null;

/**
 * Lays cases out once for many weighted evaluations of their figure. Waits are Kaplan-Meier: a case still open counts for as
 * long as it was watched. O(n log n), then O(n) an evaluation.
 */
export function weightedFigure(cases: readonly ChangeCase[], figure: ChangeFigure): WeightedFigure {
  if (figure.kind === 'share' || figure.kind === 'mean') {
    const isShare = figure.kind === 'share';
    return (weights) => {
      let total = 0;
      let sum = 0;
      for (const { cluster, yes, amount } of cases) {
        const weight = weights[cluster] ?? 0;
        total += weight;
        sum += weight * (isShare ? (yes ? 1 : 0) : amount);
      }
      return total === 0 ? null : sum / total;
    };
  }
  const waits = { waitedSeconds: Float64Array.from(cases, ({ seconds }) => seconds), answered: Uint8Array.from(cases, ({ yes }) => (yes ? 1 : 0)), cluster: Uint32Array.from(cases, ({ cluster }) => cluster) };
  if (figure.kind === 'answered') {
    const layout = answeredShareLayout(waits, figure.atSeconds);
    return (weights) => weightedAnsweredShare(layout, weights);
  }
  const layout = restrictedMeanLayout(waits, figure.horizonSeconds);
  return (weights) => weightedRestrictedMean(layout, weights);
}

/** How many cases there are when each cluster counts as often as its weight says. */
export function weightedCount(cases: readonly ChangeCase[]): (weights: Uint16Array) => number {
  const clusters = Uint32Array.from(cases, ({ cluster }) => cluster);
  return (weights) => {
    let total = 0;
    for (const cluster of clusters) total += weights[cluster] ?? 0;
    return total;
  };
}
