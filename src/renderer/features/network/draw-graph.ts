import Sigma from 'sigma';
import { sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from 'sigma/rendering';
import type { OperationValue } from '../../../contract/operations.ts';
import { graphModel, showAround, type GraphModelOptions } from './graph-model.ts';
import { TRIBE_SDF } from './tribe-sdf.ts';

/** What a drawing needs beside the graph. Colours are plain ones, not names of tokens. */
export interface GraphDrawing extends GraphModelOptions {
  readonly graph: OperationValue<'network.graph'>;
  readonly ink: string;
  readonly onPerson: (place: number | null) => void;
}

/** A drawing on a canvas that can show one person with their neighbours alone. */
export interface DrawnGraph {
  readonly showAround: (place: number | null) => void;
  readonly close: () => void;
}

/** Draws a graph into a container, every tribe in its own shape. Frames are the renderer's own; nothing of ours runs in them. Throws where there is no WebGL. */
export function drawGraph(container: HTMLElement, { graph, ink, onPerson, ...options }: GraphDrawing): DrawnGraph {
  const drawn = graphModel(graph, options);
  const sigma = new Sigma(drawn, container, {
    primitives: { nodes: { shapes: [sdfCircle(), sdfDiamond(), sdfSquare(), sdfTriangle(), TRIBE_SDF.hexagon, TRIBE_SDF.star, TRIBE_SDF.cross, TRIBE_SDF.ring] } },
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
      showAround(drawn, place);
      sigma.refresh();
    },
    close: () => sigma.kill(),
  };
}
