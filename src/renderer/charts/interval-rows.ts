import { linearScale, type Scale } from './scale.ts';

export { waitDifferenceTicks } from '../../domain/drawing/wait-ticks.ts';

/** One row of a dot-and-interval chart: an estimate with its limits, or null when there is too little to say. */
export interface IntervalRow {
  readonly key: string;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** A second, hollow mark on the same row, e.g. the figure usually published. */
  readonly beside?: number | null;
}

/** How sure the sign of a row is: which side of zero its whole interval lies on. */
export type IntervalSide = 'above' | 'below' | 'unclear' | 'none';

/**
 * Which side of zero an interval lies on; `unclear` when it holds zero, `none` without an interval.
 * @example intervalSide({ key: 'trouble', estimate: 5, low: 1, high: 9 }) // 'above'
 */
export function intervalSide({ estimate, low, high }: IntervalRow): IntervalSide {
  if (estimate === null || low === null || high === null) return 'none';
  if (low > 0) return 'above';
  if (high < 0) return 'below';
  return 'unclear';
}

/**
 * Horizontal scale of a dot-and-interval chart: holds zero, every estimate, limit and hollow mark, with 4 % of room.
 * From -1 to 1 when there is nothing to hold.
 */
export function intervalScale(rows: readonly IntervalRow[], range: readonly [number, number]): Scale {
  const values = rows.flatMap(({ estimate, low, high, beside }) => [estimate, low, high, beside ?? null].filter((value) => value !== null));
  if (values.length === 0) return linearScale({ domain: [-1, 1], range });
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const room = high === low ? 1 : (high - low) * 0.04;
  return linearScale({ domain: [low < 0 ? low - room : 0, high > 0 ? high + room : 0], range });
}
