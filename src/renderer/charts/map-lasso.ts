import type { MapPlane } from './map-plane.ts';

/** A place within a plot, pixels. */
export interface Pixel {
  readonly left: number;
  readonly top: number;
}

/** Most corners of a shape drawn by hand. */
export const MOST_LASSO_CORNERS = 120;

const rounded = (points: number): number => Number(points.toPrecision(3));

/**
 * What a hand drew as a polygon of points (created, consumed), three significant digits, at most 120 corners evenly taken
 * from the way. Null under three corners, or when the shape is so small that it was a slip.
 */
export function lassoPoints(plane: MapPlane, path: readonly Pixel[]): [number, number][] | null {
  if (path.length < 3) return null;
  const [lefts, tops] = [path.map(({ left }) => left), path.map(({ top }) => top)];
  if (Math.max(...lefts) - Math.min(...lefts) < 6 || Math.max(...tops) - Math.min(...tops) < 6) return null;
  const count = Math.min(path.length, MOST_LASSO_CORNERS);
  const kept = Array.from({ length: count }, (_, place) => path[Math.floor((place * path.length) / count)]).filter((pixel) => pixel !== undefined);
  return kept.map((pixel) => {
    const { created, consumed } = plane.pointsAt(pixel);
    return [rounded(created), rounded(consumed)];
  });
}

/** A polygon of points as an SVG polygon on the plane. */
export function lassoPolygon(plane: MapPlane, polygon: readonly (readonly [number, number])[]): string {
  return polygon.map(([created, consumed]) => {
    const { left, top } = plane.place({ created, consumed });
    return `${String(Math.round(left * 10) / 10)},${String(Math.round(top * 10) / 10)}`;
  }).join(' ');
}
