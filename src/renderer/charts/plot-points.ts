import type { TimeSpan } from './plot-stretch.ts';

/** One point of a chart that can be reached by pointer and by arrow keys. Places are pixels within the plot. */
export interface PlotPoint {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  /** From where to where the mark reaches up and down, for marks that are pointed at as areas. */
  readonly reach?: { readonly top: number; readonly bottom: number };
  /** What the point is: first line of its card, first words of its announcement. */
  readonly heading: string;
  readonly lines: readonly string[];
  /** The time that the point covers, on charts over time. */
  readonly span?: TimeSpan;
  /** Opens the messages behind the point. */
  readonly open?: () => void;
}

/** A place in the table of points: row = series, column = position along it. */
export interface PointPlace {
  readonly row: number;
  readonly column: number;
}

type PointRows = readonly (readonly PlotPoint[])[];

/** The point at a place, or null outside the table. */
export function pointAt(rows: PointRows, place: PointPlace | null): PlotPoint | null {
  return place === null ? null : (rows[place.row]?.[place.column] ?? null);
}

/**
 * Where an arrow key leads from a place: left and right along a series, up and down between series (to the point nearest
 * across), Home and End to its ends; where a series is a single point, left and right act as up and down. Stays at the edges; from nowhere, any of these keys leads to the first point. Null
 * for other keys and when there are no points.
 */
export function placeAfterKey(rows: PointRows, place: PointPlace | null, key: string): PointPlace | null {
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return null;
  const firstRow = rows.findIndex((row) => row.length > 0);
  if (firstRow < 0) return null;
  const current = pointAt(rows, place);
  if (place === null || current === null) return { row: firstRow, column: 0 };
  const length = rows[place.row]?.length ?? 1;
  if (length === 1 && key === 'ArrowLeft') return placeAfterKey(rows, place, 'ArrowUp');
  if (length === 1 && key === 'ArrowRight') return placeAfterKey(rows, place, 'ArrowDown');
  switch (key) {
    case 'ArrowLeft':
      return { row: place.row, column: Math.max(0, place.column - 1) };
    case 'ArrowRight':
      return { row: place.row, column: Math.min(length - 1, place.column + 1) };
    case 'Home':
      return { row: place.row, column: 0 };
    case 'End':
      return { row: place.row, column: length - 1 };
    default: {
      const step = key === 'ArrowUp' ? -1 : 1;
      for (let row = place.row + step; row >= 0 && row < rows.length; row += step) {
        const column = nearestColumn(rows[row] ?? [], current.left);
        if (column !== null) return { row, column };
      }
      return place;
    }
  }
}

function nearestColumn(row: readonly PlotPoint[], left: number): number | null {
  let best: number | null = null;
  let shortest = Infinity;
  for (const [column, point] of row.entries()) {
    const distance = Math.abs(point.left - left);
    if (distance < shortest) {
      best = column;
      shortest = distance;
    }
  }
  return best;
}

/** How a pointer finds a point: the closest within reach, or the column below it and then the closest height. */
export type PointerReach = { readonly kind: 'near'; readonly pixels: number } | { readonly kind: 'column' };

/**
 * The point that a pointer at a pixel means; null when none is in reach or there are no points.
 */
export function placeUnderPointer(rows: PointRows, pixel: { readonly left: number; readonly top: number }, reach: PointerReach): PointPlace | null {
  let best: PointPlace | null = null;
  let shortest = reach.kind === 'near' ? reach.pixels : Infinity;
  for (const [row, points] of rows.entries()) {
    for (const [column, point] of points.entries()) {
      const across = Math.abs(point.left - pixel.left);
      const along = point.reach === undefined ? Math.abs(point.top - pixel.top) : Math.max(0, point.reach.top - pixel.top, pixel.top - point.reach.bottom);
      const distance = reach.kind === 'near' ? Math.hypot(across, along) : across * 1_000 + along;
      if (distance < shortest) {
        best = { row, column };
        shortest = distance;
      }
    }
  }
  return best;
}
