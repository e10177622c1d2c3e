import { NORMAL_975 } from './interval.ts';

/** A series shorter than this is not searched. */
export const LEAST_SERIES = 26;
/** The fewest points between two changes. */
const LEAST_SEGMENT = 8;

/** A stretch over which the mean does not change: positions `from` up to `to`, exclusive. */
export interface LevelSegment {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  /** 95 % limits of the mean, from the noise of the whole series. */
  readonly low: number;
  readonly high: number;
}

/** What a search found. */
export interface ChangePoints {
  /** In order, without gaps; a single one when nothing changes. */
  readonly segments: readonly LevelSegment[];
  /** Variance of one point around its level. */
  readonly variance: number;
  /** Sum of squared distances over the variance, plus the penalty for every change: what the search made least. */
  readonly cost: number;
}

/** How a series is searched; the defaults are those of the product. */
export interface ChangePointOptions {
  /** Variance of one point around its level; {@link differenceVariance} of the series where left out. */
  readonly variance?: number;
  /** Cost of one more change; 3 log n where left out. */
  readonly penalty?: number;
  readonly leastSegment?: number;
  readonly leastSeries?: number;
}

/**
 * Variance of the noise of a series whose level may jump: half the mean squared difference of neighbours, which a jump enters
 * once instead of at every point. 0 for fewer than two points. O(n).
 * Source: von Neumann 1941, Annals of Mathematical Statistics 12(4):367-395; Rice 1984, Annals of Statistics 12(4):1215-1230.
 * @example differenceVariance([1, 3, 1]) // 2
 */
export function differenceVariance(values: ArrayLike<number>): number {
  const n = values.length;
  let sum = 0;
  for (let i = 1; i < n; i += 1) sum += ((values[i] ?? 0) - (values[i - 1] ?? 0)) ** 2;
  return n < 2 ? 0 : sum / (2 * (n - 1));
}

/**
 * Where the mean of a series changes: the segmentation that makes the squared distances from the segment means, in units of the
 * variance, plus a penalty a change, least (PELT: exact, with starts dropped that can never win again). A start is dropped only
 * once a segment of the least length fits behind the point that beats it, or the search would not be exact. Null for a series
 * under the least length; a constant series has one segment. Neighbouring points that hang together (autocorrelation) make
 * changes look surer than they are. Throws RangeError `invalid value: NaN` or `invalid variance: -1`. O(n) to O(n^2).
 * Source: Killick, Fearnhead & Eckley 2012, JASA 107(500):1590-1598.
 */
export function changePoints(values: ArrayLike<number>, options: ChangePointOptions = {}): ChangePoints | null {
  const n = values.length;
  const { leastSegment = LEAST_SEGMENT, leastSeries = LEAST_SERIES, penalty = 3 * Math.log(n), variance = differenceVariance(values) } = options;
  for (let i = 0; i < n; i += 1) if (!Number.isFinite(values[i])) throw new RangeError(`invalid value: ${values[i]}`);
  if (!(variance >= 0)) throw new RangeError(`invalid variance: ${variance}`);
  if (n < leastSeries || n < leastSegment || n === 0) return null;
  const sums = runningSums(values);
  const spread = (from: number, to: number): number => {
    const sum = (sums.sum[to] ?? 0) - (sums.sum[from] ?? 0);
    return Math.max(0, (sums.square[to] ?? 0) - (sums.square[from] ?? 0) - (sum * sum) / (to - from));
  };
  // without noise every level is known exactly; a series that never differs from its neighbours has one
  const { cost, lastStart } = variance === 0 ? { cost: 0, lastStart: new Int32Array(n + 1) } : leastCost({ n, leastSegment, penalty, costOf: (from, to) => spread(from, to) / variance });
  const segments: LevelSegment[] = [];
  for (let to = n; to > 0; ) {
    const from = lastStart[to] ?? 0;
    const mean = ((sums.sum[to] ?? 0) - (sums.sum[from] ?? 0)) / (to - from) + sums.shift;
    const reach = NORMAL_975 * Math.sqrt(variance / (to - from));
    segments.unshift({ from, to, mean, low: mean - reach, high: mean + reach });
    to = from;
  }
  return { segments, variance, cost };
}

/** Running sums of the values less their mean, which keeps the squares from drowning small spreads. */
function runningSums(values: ArrayLike<number>): { readonly sum: Float64Array; readonly square: Float64Array; readonly shift: number } {
  const n = values.length;
  let total = 0;
  for (let i = 0; i < n; i += 1) total += values[i] ?? 0;
  const shift = n === 0 ? 0 : total / n;
  const sum = new Float64Array(n + 1);
  const square = new Float64Array(n + 1);
  for (let i = 0; i < n; i += 1) {
    const value = (values[i] ?? 0) - shift;
    sum[i + 1] = (sum[i] ?? 0) + value;
    square[i + 1] = (square[i] ?? 0) + value * value;
  }
  return { sum, square, shift };
}

interface Search {
  readonly n: number;
  readonly leastSegment: number;
  readonly penalty: number;
  readonly costOf: (from: number, to: number) => number;
}

function leastCost({ n, leastSegment, penalty, costOf }: Search): { readonly cost: number; readonly lastStart: Int32Array } {
  const best = new Float64Array(n + 1).fill(Infinity);
  const lastStart = new Int32Array(n + 1);
  best[0] = -penalty;
  let starts: { readonly at: number; until: number }[] = [];
  for (let end = leastSegment; end <= n; end += 1) {
    const next = end - leastSegment;
    if (next === 0 || (best[next] ?? Infinity) < Infinity) starts.push({ at: next, until: Infinity });
    let least = Infinity;
    for (const { at } of starts) {
      const cost = (best[at] ?? Infinity) + costOf(at, end) + penalty;
      if (cost >= least) continue;
      least = cost;
      lastStart[end] = at;
    }
    best[end] = least;
    for (const start of starts) if (start.until === Infinity && (best[start.at] ?? Infinity) + costOf(start.at, end) > least) start.until = end + leastSegment;
    starts = starts.filter(({ until }) => end + 1 < until);
  }
  return { cost: best[n] ?? 0, lastStart };
}
