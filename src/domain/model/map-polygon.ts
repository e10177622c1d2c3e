/** A corner of a shape drawn on the value map: points created, points consumed. */
export type MapCorner = readonly [created: number, consumed: number];

/**
 * True when a place lies inside a closed polygon of the value map. Sides are straight on the map, which is to say in
 * log10(points + prior); by the even-odd rule, so that a loop inside a loop is a hole. A place exactly on a side may fall
 * on either. False under three corners. O(corners).
 * Source: Shimrat 1962, Communications of the ACM 5(8):434 (algorithm 112).
 */
export function isInPolygon({ created, consumed }: { readonly created: number; readonly consumed: number }, corners: readonly MapCorner[], priorPoints: number): boolean {
  if (corners.length < 3) return false;
  const logged = (points: number): number => Math.log10(points + priorPoints);
  const [x, y] = [logged(created), logged(consumed)];
  let inside = false;
  let [beforeX, beforeY] = [0, 0];
  corners.forEach(([across, up], place) => {
    const [atX, atY] = [logged(across), logged(up)];
    if (place === 0) {
      const [lastAcross, lastUp] = corners.at(-1) ?? [across, up];
      [beforeX, beforeY] = [logged(lastAcross), logged(lastUp)];
    }
    if (atY > y !== beforeY > y && x < ((beforeX - atX) * (y - atY)) / (beforeY - atY) + atX) inside = !inside;
    [beforeX, beforeY] = [atX, atY];
  });
  return inside;
}
