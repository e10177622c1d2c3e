/** A figure with its two-sided limits, all in the unit of the figure. */
export interface Estimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided limits without the figure they belong to. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal: every interval of the product is two-sided 95 %. */
export const NORMAL_975 = 1.959963984540054;
