import { rowStarts, compacted, type TieGraph } from './tie-graph.ts';

/** A part of a graph, and which node of the whole each of its nodes is. */
export interface GraphPart {
  readonly graph: TieGraph;
  readonly nodes: Int32Array;
}

/** The graph of some nodes, in the order given, with the ties among them. O(ties). */
export function graphPart(graph: TieGraph, nodes: Int32Array): GraphPart {
  const { size, offsets, neighbours, weights } = graph;
  const places = new Int32Array(size).fill(-1);
  nodes.forEach((node, place) => {
    places[node] = place;
  });
  const lengths = new Int32Array(nodes.length + 1);
  nodes.forEach((node, place) => {
    lengths[place] = (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
  });
  const starts = rowStarts(lengths);
  const ends = starts.slice();
  const columns = new Int32Array(starts[nodes.length] ?? 0);
  const kept = new Float64Array(columns.length);
  nodes.forEach((node, place) => {
    let end = starts[place] ?? 0;
    for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry += 1) {
      const other = places[neighbours[entry] ?? 0] ?? -1;
      if (other < 0) continue;
      columns[end] = other;
      kept[end] = weights[entry] ?? 0;
      end += 1;
    }
    ends[place] = end;
  });
  return { graph: compacted({ size: nodes.length, starts, ends, columns, weights: kept, selfWeights: nodes.length === 0 ? new Float64Array(0) : Float64Array.from(nodes, (node) => graph.selfWeights[node] ?? 0) }), nodes };
}

/** The graph of those who have a tie, in the order of the whole: the others are in no community, and would only make runs look more alike. */
export function tiedPeople(graph: TieGraph): GraphPart {
  const { size, offsets } = graph;
  const nodes: number[] = [];
  for (let node = 0; node < size; node += 1) if ((offsets[node + 1] ?? 0) > (offsets[node] ?? 0)) nodes.push(node);
  return graphPart(graph, Int32Array.from(nodes));
}
