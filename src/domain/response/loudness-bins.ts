import { LEAST_REQUESTS } from './response-floors.ts';

/** Positions of about the same loudness. */
export interface LoudnessBin {
  readonly from: number;
  /** Median loudness. */
  readonly middle: number;
  readonly to: number;
  /** Positions in the values given. */
  readonly members: readonly number[];
}

const MOST_BINS = 10;

/**
 * Bins of about equal size by loudness, quietest first, each of at least 20 requests and at most ten in all; equal loudness is never
 * parted, so where most are equally quiet bins are few. Under 20 values none. O(n log n).
 * @example loudnessBins(Array.from({ length: 40 }, (_, i) => i)).map(({ from }) => from) // [0, 20]
 */
export function loudnessBins(values: readonly number[]): LoudnessBin[] {
  const order = values.map((_, i) => i).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const n = order.length;
  if (n < LEAST_REQUESTS) return [];
  const wanted = Math.max(LEAST_REQUESTS, Math.ceil(n / MOST_BINS));
  const at = (position: number): number => values[order[position] ?? 0] ?? 0;
  const bins: LoudnessBin[] = [];
  for (let first = 0; first < n; ) {
    let end = Math.min(n, first + wanted);
    while (end < n && at(end) === at(end - 1)) end += 1;
    if (n - end < LEAST_REQUESTS) end = n;
    bins.push({ from: at(first), middle: at((first + end - 1) >> 1), to: at(end - 1), members: order.slice(first, end) });
    first = end;
  }
  return bins;
}
