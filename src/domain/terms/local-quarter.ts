/** A local day as a clock gives it. */
export interface LocalMonth {
  readonly year: number;
  readonly month: number;
}

/**
 * The quarter of a local month as a key that sorts by time.
 * @example localQuarter({ year: 2025, month: 7 }) // '2025-Q3'
 */
export function localQuarter({ year, month }: LocalMonth): string {
  return `${year}-Q${Math.ceil(month / 3)}`;
}
