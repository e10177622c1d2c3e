import type { PlotPoint } from './plot-points.ts';

/** A stretch of time that marks of a chart cover, UTC ms; `toMs` is not part of it. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Columns of a chart over time, from left to right, each with the time it covers. */
export type TimeColumns = readonly { readonly left: number; readonly span: TimeSpan }[];

/** The columns of a chart: the times that its points cover, each once, from left to right; none where no point covers a time. */
export function timeColumns(rows: readonly (readonly PlotPoint[])[]): TimeColumns {
  const columns = new Map<number, { readonly left: number; readonly span: TimeSpan }>();
  for (const { left, span } of rows.flat()) if (span !== undefined && !columns.has(span.fromMs)) columns.set(span.fromMs, { left, span });
  return [...columns.values()].sort((one, other) => one.left - other.left);
}

/** The column nearest to a pixel; -1 where there is none. */
export function columnNear(columns: TimeColumns, left: number): number {
  let [best, shortest] = [-1, Infinity];
  for (const [place, column] of columns.entries()) {
    const distance = Math.abs(column.left - left);
    if (distance < shortest) [best, shortest] = [place, distance];
  }
  return best;
}

/** The time that the columns from one to another cover, either way round; null where one of them is not there. */
export function stretchOf(columns: TimeColumns, from: number, to: number): TimeSpan | null {
  const [first, last] = [columns[Math.min(from, to)], columns[Math.max(from, to)]];
  return first === undefined || last === undefined ? null : { fromMs: first.span.fromMs, toMs: last.span.toMs };
}

/** Where the ground of chosen columns lies, in pixels: half a column's width beyond the first and the last. */
export function stretchGround(columns: TimeColumns, from: number, to: number): { readonly left: number; readonly width: number } | null {
  const [first, last] = [columns[Math.min(from, to)], columns[Math.max(from, to)]];
  if (first === undefined || last === undefined) return null;
  const gaps = columns.slice(1).map(({ left }, place) => left - (columns[place]?.left ?? left));
  const half = gaps.length === 0 ? 12 : Math.max(2, Math.min(...gaps) / 2);
  return { left: first.left - half, width: last.left - first.left + 2 * half };
}

/**
 * Where a moment stands in a chart over time, in pixels: within the column that covers it, or between the columns around it;
 * at the first or last edge where it lies outside them. 0 without columns.
 */
export function pixelAt(columns: TimeColumns, atMs: number): number {
  const ground = stretchGround(columns, 0, columns.length - 1);
  const first = columns[0];
  if (ground === null || first === undefined) return 0;
  const half = first.left - ground.left;
  let reached = { left: ground.left, atMs: first.span.fromMs };
  for (const { left, span } of columns) {
    for (const edge of [{ left: left - half, atMs: span.fromMs }, { left: left + half, atMs: span.toMs }]) {
      if (atMs <= edge.atMs) return edge.atMs === reached.atMs ? edge.left : Math.max(ground.left, reached.left + ((edge.left - reached.left) * (atMs - reached.atMs)) / (edge.atMs - reached.atMs));
      reached = edge;
    }
  }
  return reached.left;
}
