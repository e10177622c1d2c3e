import type { Frame, Places } from '../../domain/network/force-layout.ts';
import { graphPart } from '../../domain/network/graph-part.ts';
import type { SeededDrawing } from '../../domain/network/seeded-draws.ts';
import type { TieGraph } from '../../domain/network/tie-graph.ts';

/** A place from -1 to 1 both ways. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where each node is drawn that is, and the frame of these places; null without any. */
export interface DrawnPlaces {
  readonly places: ReadonlyMap<number, Place>;
  readonly frame: Frame | null;
}

/** Where people were drawn the last time: of a node its place, null where it had none. */
export interface EarlierPlaces {
  readonly frame: Frame;
  readonly of: (node: number) => Place | null;
}

/** How places are found. `follow`: from so many drawn people on they go on from where they lay. */
interface PlacesOptions {
  readonly groups: Int32Array;
  readonly seed: number;
  readonly drawing: SeededDrawing;
  readonly check: () => void;
  readonly earlier: EarlierPlaces | null;
  readonly followFrom?: number | undefined;
}

/** So many people are drawn at most, those with the strongest ties. */
export const MOST_DRAWN = 5000;
/** From so many drawn people on places go on from the earlier ones: to lay them out anew takes seconds. */
const FOLLOW_FROM = 1000;
/** Share of them that must have been drawn before: with fewer the old picture would decide where too many lie. */
const LEAST_KNOWN = 0.8;

/**
 * Places of the people who are drawn, by node: those whose ties weigh most, laid out by the ties among them alone. People of one
 * community begin near each other. Many who mostly were drawn before go on from where they lay, so that a picture that
 * somebody knows is found again after an import.
 */
export async function drawnPlaces(graph: TieGraph, { groups, seed, drawing, check, earlier, followFrom = FOLLOW_FROM }: PlacesOptions): Promise<DrawnPlaces> {
  const nodes = Int32Array.from({ length: graph.size }, (_, node) => node);
  const strongest = graph.size <= MOST_DRAWN ? nodes : nodes.toSorted((one, other) => (graph.strengths[other] ?? 0) - (graph.strengths[one] ?? 0) || one - other).subarray(0, MOST_DRAWN).toSorted();
  const part = graphPart(graph, strongest);
  const start = part.nodes.length >= followFrom ? startOf(part.nodes, earlier) : null;
  const [layout] = await drawing.draw({ kind: 'layout', from: part.graph, told: { groups: part.nodes.map((node) => groups[node] ?? -1), ...(start === null ? {} : { start }) }, seeds: [seed], check });
  return { places: new Map(Array.from(part.nodes, (node, place) => [node, { x: layout?.x[place] ?? 0, y: layout?.y[place] ?? 0 }] as const)), frame: layout?.frame ?? null };
}

/** Where people lay, in the units of forces; null where too few of them lay anywhere. */
function startOf(nodes: Int32Array, earlier: EarlierPlaces | null): Places | null {
  if (earlier === null) return null;
  const { frame } = earlier;
  const places = Array.from(nodes, earlier.of);
  if (places.filter((place) => place !== null).length < LEAST_KNOWN * nodes.length) return null;
  return {
    x: Float64Array.from(places, (place) => (place === null ? Number.NaN : place.x * frame.half + frame.middleX)),
    y: Float64Array.from(places, (place) => (place === null ? Number.NaN : place.y * frame.half + frame.middleY)),
  };
}
