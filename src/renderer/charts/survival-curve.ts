import type { Scale } from './scale.ts';

/** One step of a waiting curve: the share still waiting from `atSeconds` on, with its band where one could be computed. */
export interface WaitingStep {
  readonly atSeconds: number;
  readonly waiting: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Which side of the same curve is drawn: who still waits, or who has been answered. */
export type CurveSide = 'waiting' | 'answered';

/** A curve ready to be drawn: vertices in data units, the last one where the curve stops being known. */
export interface CurveVertex {
  readonly seconds: number;
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a curve is cut to: the axis's longest wait, and the longest follow-up beyond which nothing is known. */
export interface CurveExtent {
  readonly side: CurveSide;
  readonly longestSeconds: number;
  readonly longestFollowUpSeconds: number | null;
}

/**
 * Vertices of a waiting curve within an axis: starts at 0 s with everybody waiting, ends at the axis's end or where the
 * follow-up ends, whichever comes first (a curve that has reached nobody waiting goes on). A band is given where both of
 * its limits are known.
 */
export function curveVertices(steps: readonly WaitingStep[], { side, longestSeconds, longestFollowUpSeconds }: CurveExtent): CurveVertex[] {
  const mirrored = ({ seconds, share, low, high }: CurveVertex): CurveVertex =>
    side === 'waiting'
      ? { seconds, share, low, high }
      : { seconds, share: 1 - share, low: high === null ? null : 1 - high, high: low === null ? null : 1 - low };
  const vertices: CurveVertex[] = [{ seconds: 0, share: 1, low: null, high: null }];
  for (const { atSeconds, waiting, low, high } of steps) {
    if (atSeconds > longestSeconds) break;
    const vertex = { seconds: atSeconds, share: waiting, low, high };
    if (atSeconds === 0) vertices[0] = vertex;
    else vertices.push(vertex);
  }
  const last = vertices.at(-1);
  if (last !== undefined) {
    const known = longestFollowUpSeconds === null || last.share === 0 ? longestSeconds : Math.min(longestSeconds, longestFollowUpSeconds);
    if (known > last.seconds) vertices.push({ ...last, seconds: known });
  }
  return vertices.map(mirrored);
}

/**
 * Thins a curve to at most `most` vertices: consecutive steps that fall on the same pixel column become one (the last, so
 * the curve's level after the column is right). Ends are kept.
 */
export function thinnedVertices(vertices: readonly CurveVertex[], scale: Scale): CurveVertex[] {
  const kept: CurveVertex[] = [];
  vertices.forEach((vertex, position) => {
    const previous = kept.at(-1);
    const sameColumn = previous !== undefined && Math.round(scale.at(previous.seconds)) === Math.round(scale.at(vertex.seconds));
    if (sameColumn && kept.length > 1) kept[kept.length - 1] = vertex;
    else kept.push(vertex);
    if (position === vertices.length - 1 && kept.at(-1) !== vertex) kept.push(vertex);
  });
  return kept;
}

const at = (pixel: number): string => String(Math.round(pixel * 10) / 10);

/** Both axes of a plot. */
export interface Axes {
  readonly x: Scale;
  readonly y: Scale;
}

/**
 * SVG path of a step line through vertices: level until the next vertex, then straight down or up. Empty text for none.
 */
export function stepPath(vertices: readonly CurveVertex[], { x, y }: Axes): string {
  const [first, ...rest] = vertices;
  if (first === undefined) return '';
  return `M${at(x.at(first.seconds))},${at(y.at(first.share))}${rest.map(({ seconds, share }) => `H${at(x.at(seconds))}V${at(y.at(share))}`).join('')}`;
}

/**
 * SVG path of the band around a step line, over the run of vertices that have both limits. Empty text when fewer than two have.
 */
export function bandPath(vertices: readonly CurveVertex[], { x, y }: Axes): string {
  const known = vertices.flatMap(({ seconds, low, high }) => (low === null || high === null ? [] : [{ left: x.at(seconds), top: y.at(high), bottom: y.at(low) }]));
  const [first, ...rest] = known;
  if (first === undefined || rest.length === 0) return '';
  const upper = rest.map(({ left, top }) => `H${at(left)}V${at(top)}`).join('');
  const [end, ...backwards] = [...known].reverse();
  const lower = backwards.map(({ left, bottom }) => `V${at(bottom)}H${at(left)}`);
  return `M${at(first.left)},${at(first.top)}${upper}V${at(end?.bottom ?? first.bottom)}${lower.join('')}Z`;
}

/**
 * The share a curve shows at a wait: the level of the last vertex at or before it; null before the first or after the last.
 */
export function shareAt(vertices: readonly CurveVertex[], seconds: number): CurveVertex | null {
  const last = vertices.at(-1);
  if (last === undefined || seconds > last.seconds) return null;
  let found: CurveVertex | null = null;
  for (const vertex of vertices) {
    if (vertex.seconds > seconds) break;
    found = vertex;
  }
  return found;
}
