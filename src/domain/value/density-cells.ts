import { PRIOR_POINTS, type Points } from './balance.ts';

/** Most cells a map shows. */
export const MOST_CELLS = 2000;

/** One cell of the plane of log10(points + prior): lower left corner, size, accounts in it. */
export interface DensityCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly count: number;
}

/**
 * Counts accounts by square cells of the plane log10(created + 1), log10(consumed + 1). Cells begin at a fiftieth of a
 * decade and double until at most 2,000 hold somebody, so that nobody is left out. Every account is in one cell. Where many
 * maps travel in one answer, cells may begin coarser and be fewer.
 */
export function densityCells(accounts: readonly Points[], { smallest = 0.02, most = MOST_CELLS }: { readonly smallest?: number; readonly most?: number } = {}): DensityCell[] {
  for (let size = smallest; ; size *= 2) {
    const counts = new Map<string, { column: number; row: number; count: number }>();
    for (const { created, consumed } of accounts) {
      const column = Math.floor(Math.log10(created + PRIOR_POINTS) / size);
      const row = Math.floor(Math.log10(consumed + PRIOR_POINTS) / size);
      const cell = counts.get(`${column} ${row}`);
      if (cell === undefined) counts.set(`${column} ${row}`, { column, row, count: 1 });
      else cell.count += 1;
    }
    if (counts.size <= most) return [...counts.values()].map(({ column, row, count }) => ({ x: column * size, y: row * size, width: size, height: size, count }));
  }
}
