import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from 'sigma/rendering';
import type { OperationValue } from '../../../contract/operations.ts';
import type { TribeShape } from '../../charts/tribe-shape.ts';

type GraphValue = OperationValue<'network.graph'>;

/** How the tribe of a person is drawn. */
export interface NodeLook {
  readonly shape: TribeShape;
  readonly color: string;
}

/** What a drawing needs beside the graph. Colours are plain ones, not names of tokens. */
export interface GraphDrawing {
  readonly graph: GraphValue;
  readonly lookOf: (community: string | null) => NodeLook;
  readonly nameOf: (place: number) => string;
  readonly ink: string;
  readonly tie: string;
  readonly onPerson: (place: number | null) => void;
}

// The renderer knows four shapes; the other four stand for the one they resemble most, and colour tells them apart.
const DRAWN_SHAPES: Record<TribeShape, 'circle' | 'diamond' | 'square' | 'triangle'> = { circle: 'circle', ring: 'circle', hexagon: 'circle', diamond: 'diamond', star: 'diamond', square: 'square', cross: 'square', triangle: 'triangle' };

/** A drawing on a canvas that can show one person with their neighbours alone. */
export interface DrawnGraph {
  readonly showAround: (place: number | null) => void;
  readonly close: () => void;
}

/** Draws a graph into a container. Frames are the renderer's own; nothing of ours runs in them. Throws where there is no WebGL. */
export function drawGraph(container: HTMLElement, { graph, lookOf, nameOf, ink, tie, onPerson }: GraphDrawing): DrawnGraph {
  const drawn = new UndirectedGraph();
  graph.nodes.forEach(({ x, y, strength, community, broker }, place) => {
    const { shape, color } = lookOf(community);
    drawn.addNode(String(place), { x, y: -y, size: (broker ? 5 : 2) + Math.min(6, Math.sqrt(strength)), color, shape: DRAWN_SHAPES[shape], label: nameOf(place), visibility: 'visible' });
  });
  for (const { a, b, weight } of graph.edges) drawn.mergeEdge(String(a), String(b), { size: Math.min(3, 0.3 + Math.sqrt(weight) / 2), color: tie, visibility: 'visible' });
  const sigma = new Sigma(drawn, container, {
    primitives: { nodes: { shapes: [sdfCircle(), sdfDiamond(), sdfSquare(), sdfTriangle()] } },
    styles: {
      nodes: { x: { attribute: 'x' }, y: { attribute: 'y' }, size: { attribute: 'size' }, color: { attribute: 'color' }, shape: { attribute: 'shape' }, label: { attribute: 'label' }, labelColor: ink, visibility: { attribute: 'visibility' } },
      edges: { size: { attribute: 'size' }, color: { attribute: 'color' }, visibility: { attribute: 'visibility' } },
    },
    // sizes are pixels: measured in the coordinates of the drawing, one person would cover it all
    settings: { itemSizesReference: 'screen', hideEdgesOnMove: true, labelRenderedSizeThreshold: 9, allowInvalidContainer: true, gestureTarget: 'shared' },
  });
  sigma.on('clickNode', ({ node }) => onPerson(Number(node)));
  sigma.on('clickStage', () => onPerson(null));
  return {
    showAround(place) {
      const kept = place === null ? null : new Set([String(place), ...drawn.neighbors(String(place))]);
      drawn.updateEachNodeAttributes((node, attributes) => ({ ...attributes, visibility: kept === null || kept.has(node) ? 'visible' : 'hidden' }), { attributes: ['visibility'] });
      drawn.updateEachEdgeAttributes((_, attributes, source, target) => ({ ...attributes, visibility: kept === null || (kept.has(source) && kept.has(target)) ? 'visible' : 'hidden' }), { attributes: ['visibility'] });
      sigma.refresh();
    },
    close: () => sigma.kill(),
  };
}
