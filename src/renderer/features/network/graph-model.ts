import { UndirectedGraph } from 'graphology';
import type { OperationValue } from '../../../contract/operations.ts';
import type { TribeShape } from '../../charts/tribe-shape.ts';

type GraphValue = OperationValue<'network.graph'>;

/** How the tribe of a person is drawn. */
export interface NodeLook {
  readonly shape: TribeShape;
  readonly color: string;
}

/** What a model needs beside the graph. Colours are plain ones, not names of tokens. */
export interface GraphModelOptions {
  readonly lookOf: (community: string | null) => NodeLook;
  readonly nameOf: (place: number) => string;
  readonly tie: string;
}

/** People and ties as the renderer takes them: places, sizes, colours and shapes, all to be seen. People between others are larger. O(people + ties). */
export function graphModel({ nodes, edges }: Pick<GraphValue, 'nodes' | 'edges'>, { lookOf, nameOf, tie }: GraphModelOptions): UndirectedGraph {
  const drawn = new UndirectedGraph();
  nodes.forEach(({ x, y, strength, community, broker }, place) => {
    const { shape, color } = lookOf(community);
    drawn.addNode(String(place), { x, y: -y, size: (broker ? 5 : 2) + Math.min(6, Math.sqrt(strength)), color, shape, label: nameOf(place), visibility: 'visible' });
  });
  for (const { a, b, weight } of edges) drawn.mergeEdge(String(a), String(b), { size: Math.min(3, 0.3 + Math.sqrt(weight) / 2), color: tie, visibility: 'visible' });
  return drawn;
}

/** Leaves one person with their neighbours and the ties among them to be seen; all of them for null. O(people + ties). */
export function showAround(drawn: UndirectedGraph, place: number | null): void {
  const kept = place === null ? null : new Set([String(place), ...drawn.neighbors(String(place))]);
  // changed in place: copies of all attributes are most of what a click costs
  drawn.updateEachNodeAttributes((node, attributes) => Object.assign(attributes, { visibility: kept === null || kept.has(node) ? 'visible' : 'hidden' }), { attributes: ['visibility'] });
  drawn.updateEachEdgeAttributes((_, attributes, source, target) => Object.assign(attributes, { visibility: kept === null || (kept.has(source) && kept.has(target)) ? 'visible' : 'hidden' }), { attributes: ['visibility'] });
}
