import { linearScale, type Scale } from './scale.ts';

/** Points created and consumed: a place on the value map. */
export interface Points {
  readonly created: number;
  readonly consumed: number;
}

/** A rectangle of the map in points; open where a side is left out. Sides are inclusive. */
export interface PointsBox {
  readonly createdFrom?: number;
  readonly createdTo?: number;
  readonly consumedFrom?: number;
  readonly consumedTo?: number;
}

/** The map's geometry: created to the right, consumed upwards, both as log10(points + prior). */
export interface MapPlane {
  readonly x: Scale;
  readonly y: Scale;
  readonly priorPoints: number;
  /** Pixels of a place. */
  readonly place: (points: Points) => { readonly left: number; readonly top: number };
  /** Points at a pixel, never below zero. */
  readonly pointsAt: (pixel: { readonly left: number; readonly top: number }) => Points;
}

/** Pixel frame of the map and the largest number of points it has to hold. */
export interface MapExtent {
  readonly largestPoints: number;
  readonly priorPoints: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The value map's plane. Both axes run over the same points, so that the line of one to one is the diagonal and neither
 * side looks favoured; the ends leave 6 % of room for marks at the border.
 */
export function mapPlane({ largestPoints, priorPoints, left, top, right, bottom }: MapExtent): MapPlane {
  const low = Math.log10(priorPoints);
  const high = Math.log10(Math.max(largestPoints, 9 * priorPoints) + priorPoints);
  const room = (high - low) * 0.06;
  const domain = [low - room, high + room] as const;
  const x = linearScale({ domain, range: [left, right] });
  const y = linearScale({ domain, range: [bottom, top] });
  const logged = (points: number): number => Math.log10(points + priorPoints);
  const unlogged = (value: number): number => Math.max(0, 10 ** value - priorPoints);
  return {
    x,
    y,
    priorPoints,
    place: ({ created, consumed }) => ({ left: x.at(logged(created)), top: y.at(logged(consumed)) }),
    pointsAt: (pixel) => ({ created: unlogged(x.invert(pixel.left)), consumed: unlogged(y.invert(pixel.top)) }),
  };
}

/**
 * Ticks of a map axis in points: 0, then 1, 3, 10, 30, 100 and so on, as far as the plane goes.
 * @example mapTicks(mapPlane({ largestPoints: 12, priorPoints: 1, left: 0, top: 0, right: 100, bottom: 100 })) // [0, 1, 3, 10]
 */
export function mapTicks({ x, priorPoints }: MapPlane): number[] {
  const ticks = [0];
  for (let power = 0; ; power += 1) {
    for (const lead of [1, 3]) {
      const points = lead * 10 ** power;
      if (Math.log10(points + priorPoints) > x.domain[1]) return ticks;
      ticks.push(points);
    }
  }
}

const corner = ({ left, top }: { left: number; top: number }): string => `${Math.round(left * 10) / 10},${Math.round(top * 10) / 10}`;

/**
 * The one-to-one band as an SVG polygon: every place whose log2 balance lies within `borderLog2` of zero, cut at the
 * plane's frame. On logarithmic axes with equal priors its borders are straight lines parallel to the diagonal.
 */
export function evenBand({ x, y }: MapPlane, borderLog2: number): string {
  const [low, high] = x.domain;
  const shift = borderLog2 * Math.log10(2);
  const at = (horizontal: number, vertical: number): string => corner({ left: x.at(horizontal), top: y.at(vertical) });
  return [at(low, low), at(low + shift, low), at(high, high - shift), at(high, high), at(high - shift, high), at(low, low + shift)].join(' ');
}

/** A rectangle dragged on the map, pixels, corners in any order. */
export interface DraggedBox {
  readonly fromLeft: number;
  readonly fromTop: number;
  readonly toLeft: number;
  readonly toTop: number;
}

const rounded = (points: number): number => Number(points.toPrecision(3));

/**
 * The points a dragged rectangle encloses, three significant digits, so that what the fields show is exactly what is
 * selected. Null for a drag of less than 4 px, which is a click.
 */
export function draggedPoints(plane: MapPlane, { fromLeft, fromTop, toLeft, toTop }: DraggedBox): Required<PointsBox> | null {
  if (Math.abs(toLeft - fromLeft) < 4 || Math.abs(toTop - fromTop) < 4) return null;
  const low = plane.pointsAt({ left: Math.min(fromLeft, toLeft), top: Math.max(fromTop, toTop) });
  const high = plane.pointsAt({ left: Math.max(fromLeft, toLeft), top: Math.min(fromTop, toTop) });
  return { createdFrom: rounded(low.created), createdTo: rounded(high.created), consumedFrom: rounded(low.consumed), consumedTo: rounded(high.consumed) };
}

/** True when a place lies in a box, sides included. */
export function isInBox({ created, consumed }: Points, { createdFrom, createdTo, consumedFrom, consumedTo }: PointsBox): boolean {
  return created >= (createdFrom ?? 0) && created <= (createdTo ?? Infinity) && consumed >= (consumedFrom ?? 0) && consumed <= (consumedTo ?? Infinity);
}

/**
 * Pixels of a box on the plane; open sides reach the frame.
 */
export function boxPixels(plane: MapPlane, box: PointsBox): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const low = plane.place({ created: box.createdFrom ?? 0, consumed: box.consumedFrom ?? 0 });
  const high = plane.place({ created: box.createdTo ?? 0, consumed: box.consumedTo ?? 0 });
  const left = box.createdFrom === undefined || box.createdFrom === 0 ? plane.x.range[0] : low.left;
  const right = box.createdTo === undefined ? plane.x.range[1] : high.left;
  const bottom = box.consumedFrom === undefined || box.consumedFrom === 0 ? plane.y.range[0] : low.top;
  const top = box.consumedTo === undefined ? plane.y.range[1] : high.top;
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/**
 * Where a group stands on the plane: as far along the diagonal as the mean points of its people, and exactly as far from
 * the one-to-one line as its balance says, kept inside the frame. Placing it at its summed points would put every large group
 * in the far corner.
 */
export function balancePlace(plane: MapPlane, mean: Points, log2Balance: number): { readonly left: number; readonly top: number } {
  const middle = (Math.log10(mean.created + plane.priorPoints) + Math.log10(mean.consumed + plane.priorPoints)) / 2;
  const half = (log2Balance * Math.log10(2)) / 2;
  const [low, high] = plane.x.domain;
  const kept = (value: number): number => Math.max(low, Math.min(high, value));
  return { left: plane.x.at(kept(middle + half)), top: plane.y.at(kept(middle - half)) };
}
