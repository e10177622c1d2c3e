import { Layer, Rectangle, Sankey } from 'recharts';
import { useElementWidth } from './use-element-width.ts';
import './charts.css';

/** A side's group in a flow, with its colour. */
export interface FlowNode {
  readonly name: string;
  readonly color: string;
  readonly side: 'before' | 'after';
}

/** People who go from one group to another, by place among the nodes. */
export interface FlowLink {
  readonly source: number;
  readonly target: number;
  readonly value: number;
}

export interface FlowChartProps {
  readonly label: string;
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  readonly height: number;
}

interface DrawnNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly payload: FlowNode;
}

const ROOM = 150;

function FlowNodeMark({ x, y, width, height, payload }: DrawnNode) {
  const isBefore = payload.side === 'before';
  return (
    <Layer>
      <Rectangle x={x} y={y} width={width} height={Math.max(1, height)} fill={payload.color} />
      <text className="plot-tick" x={isBefore ? x - 6 : x + width + 6} y={y + height / 2} dy="0.34em" textAnchor={isBefore ? 'end' : 'start'}>{payload.name}</text>
    </Layer>
  );
}

/** Flows between the groups of two periods, as wide as they are many. The table beside it says the same in numbers. */
export function FlowChart({ label, nodes, links, height }: FlowChartProps) {
  const { ref, width } = useElementWidth<HTMLDivElement>();
  return (
    <div ref={ref} role="img" aria-label={label} style={{ height }}>
      {width > 0 && links.length > 0 && (
        <Sankey width={width} height={height} data={{ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) }} node={(props: unknown) => <FlowNodeMark {...(props as DrawnNode)} />} link={{ stroke: 'var(--outline)', strokeOpacity: 0.35 }} nodePadding={14} nodeWidth={12} margin={{ left: ROOM, right: ROOM, top: 8, bottom: 8 }} iterations={0} sort={false} />
      )}
    </div>
  );
}
