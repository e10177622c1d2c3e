import { balancePlace, type MapPlane, type Points } from './map-plane.ts';

/** A place on the way of a group: mean points and balance (log2); null where the period is too thin to say. */
export type TrailPlace = (Points & { readonly log2Balance: number }) | null;

/** The way of one group over the periods shown, the oldest first. */
export interface MapTrail {
  readonly key: string;
  readonly color: string;
  readonly places: readonly TrailPlace[];
}

/** One piece of a way, pixels; `age` runs from 0 (the oldest) to 1 (the latest). */
export interface TrailSegment {
  readonly key: string;
  readonly fromLeft: number;
  readonly fromTop: number;
  readonly toLeft: number;
  readonly toTop: number;
  readonly age: number;
  /** True over periods without a place: drawn dotted, because where the group was then is not known. */
  readonly overGap: boolean;
}

/** The pieces of a way between the places that are known, oldest first; none with fewer than two. */
export function trailSegments(plane: MapPlane, { key, places }: MapTrail): TrailSegment[] {
  const known = places.flatMap((place, period) => (place === null ? [] : [{ period, ...balancePlace(plane, place, place.log2Balance) }]));
  const last = places.length - 1;
  return known.slice(1).map((to, position) => {
    const from = known[position] ?? to;
    return { key: `${key}:${String(to.period)}`, fromLeft: from.left, fromTop: from.top, toLeft: to.left, toTop: to.top, age: last <= 0 ? 1 : to.period / last, overGap: to.period - from.period > 1 };
  });
}

/** A group's move between two periods; `clear` when the limits of its shift leave 0 out. */
export interface MapArrow {
  readonly key: string;
  readonly color: string;
  readonly from: Points & { readonly log2Balance: number };
  readonly to: Points & { readonly log2Balance: number };
  readonly clear: boolean;
}

/** An arrow as it is drawn: its shaft, and the corners of its head; null where both ends fall on one spot. */
export interface ArrowShape {
  readonly fromLeft: number;
  readonly fromTop: number;
  readonly toLeft: number;
  readonly toTop: number;
  readonly head: string;
}

const HEAD_PIXELS = 9;

/** The shape of an arrow on the plane, its head `clearance` pixels before the place it points at so that a mark there stays readable. */
export function arrowShape(plane: MapPlane, { from, to }: MapArrow, clearance: number): ArrowShape | null {
  const [start, end] = [balancePlace(plane, from, from.log2Balance), balancePlace(plane, to, to.log2Balance)];
  const [across, down] = [end.left - start.left, end.top - start.top];
  const length = Math.hypot(across, down);
  if (length < clearance + HEAD_PIXELS) return null;
  const [x, y] = [across / length, down / length];
  const [tipLeft, tipTop] = [end.left - x * clearance, end.top - y * clearance];
  const [neckLeft, neckTop] = [tipLeft - x * HEAD_PIXELS, tipTop - y * HEAD_PIXELS];
  const half = HEAD_PIXELS / 2;
  const corner = (left: number, top: number): string => `${String(Math.round(left * 10) / 10)},${String(Math.round(top * 10) / 10)}`;
  return { fromLeft: start.left, fromTop: start.top, toLeft: neckLeft, toTop: neckTop, head: [corner(tipLeft, tipTop), corner(neckLeft - y * half, neckTop + x * half), corner(neckLeft + y * half, neckTop - x * half)].join(' ') };
}
