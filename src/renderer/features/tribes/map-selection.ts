import type { PointsBox } from '../../charts/map-plane.ts';

/** What of the map is chosen: a rectangle of points, a shape drawn by hand, or nothing. */
export type MapSelection = { readonly kind: 'box'; readonly box: PointsBox } | { readonly kind: 'lasso'; readonly polygon: readonly (readonly [number, number])[] };

/** A choice as the engine takes it. */
export function selectionInput(selection: MapSelection): { readonly box: PointsBox } | { readonly polygon: [number, number][] } {
  return selection.kind === 'box' ? { box: selection.box } : { polygon: selection.polygon.map(([created, consumed]) => [created, consumed]) };
}
