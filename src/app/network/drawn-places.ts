import { forceLayout } from '../../domain/network/force-layout.ts';
import { graphPart } from '../../domain/network/graph-part.ts';
import type { TieGraph } from '../../domain/network/tie-graph.ts';

/** So many people are drawn at most, those with the strongest ties. */
export const MOST_DRAWN = 5000;

/**
 * Places of the people who are drawn, by node: those whose ties weigh most, laid out by the ties among them alone. People of one
 * community begin near each other.
 */
export function drawnPlaces(graph: TieGraph, { groups, seed, check }: { readonly groups: Int32Array; readonly seed: number; readonly check: () => void }): Map<number, { x: number; y: number }> {
  const nodes = Int32Array.from({ length: graph.size }, (_, node) => node);
  const strongest = graph.size <= MOST_DRAWN ? nodes : nodes.toSorted((one, other) => (graph.strengths[other] ?? 0) - (graph.strengths[one] ?? 0) || one - other).subarray(0, MOST_DRAWN).toSorted();
  const part = graphPart(graph, strongest);
  const { x, y } = forceLayout(part.graph, { seed, groups: part.nodes.map((node) => groups[node] ?? -1), check });
  return new Map(Array.from(part.nodes, (node, place) => [node, { x: x[place] ?? 0, y: y[place] ?? 0 }] as const));
}
