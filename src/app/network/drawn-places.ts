import { graphPart } from '../../domain/network/graph-part.ts';
import type { SeededDrawing } from '../../domain/network/seeded-draws.ts';
import type { TieGraph } from '../../domain/network/tie-graph.ts';

/** Where each node is drawn that is. */
export type DrawnPlaces = ReadonlyMap<number, { readonly x: number; readonly y: number }>;

/** So many people are drawn at most, those with the strongest ties. */
export const MOST_DRAWN = 5000;

/**
 * Places of the people who are drawn, by node: those whose ties weigh most, laid out by the ties among them alone. People of one
 * community begin near each other.
 */
export async function drawnPlaces(graph: TieGraph, { groups, seed, drawing, check }: { readonly groups: Int32Array; readonly seed: number; readonly drawing: SeededDrawing; readonly check: () => void }): Promise<DrawnPlaces> {
  const nodes = Int32Array.from({ length: graph.size }, (_, node) => node);
  const strongest = graph.size <= MOST_DRAWN ? nodes : nodes.toSorted((one, other) => (graph.strengths[other] ?? 0) - (graph.strengths[one] ?? 0) || one - other).subarray(0, MOST_DRAWN).toSorted();
  const part = graphPart(graph, strongest);
  const [layout] = await drawing.draw({ kind: 'layout', from: part.graph, told: { groups: part.nodes.map((node) => groups[node] ?? -1) }, seeds: [seed], check });
  return new Map(Array.from(part.nodes, (node, place) => [node, { x: layout?.x[place] ?? 0, y: layout?.y[place] ?? 0 }] as const));
}
