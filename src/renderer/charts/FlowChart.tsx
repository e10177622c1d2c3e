import { FLOW_BAR, flowLayout, type FlowLayout, type FlowLink, type FlowNode } from './flow-layout.ts';
import type { PlotPoint } from './plot-points.ts';
import { PlotStage } from './PlotStage.tsx';
import './charts.css';

/** A flow with its words and what it opens. */
export interface WordedFlow extends FlowLink {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface FlowChartProps {
  readonly label: string;
  readonly hint: string;
  readonly nodes: readonly FlowNode[];
  readonly links: readonly WordedFlow[];
  readonly height: number;
}

/** Flows between the groups of two periods, as wide as they are many: arrows lead from flow to flow, up and down along the first side. */
export function FlowChart({ label, hint, nodes, links, height }: FlowChartProps) {
  const layoutFor = (width: number): FlowLayout => flowLayout({ nodes, links, width, height });
  const words = new Map(links.map((link) => [`${String(link.source)} ${String(link.target)}`, link]));
  const points = (width: number): PlotPoint[][] => {
    const { bands } = layoutFor(width);
    const found = bands.flatMap(({ link, left, top }): (PlotPoint & { readonly source: number })[] => {
      const key = `${String(link.source)} ${String(link.target)}`;
      const told = words.get(key);
      return told === undefined ? [] : [{ key, left, top, heading: told.heading, lines: told.lines, source: link.source }];
    });
    return nodes.flatMap((_, place) => {
      const row = found.filter(({ source }) => source === place);
      return row.length === 0 ? [] : [row];
    });
  };
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'near', pixels: 60 }} points={points}>
      {({ width, active }) => {
        const { bars, bands } = layoutFor(width);
        return (
          <svg width={width} height={height} aria-hidden="true">
            {bands.map(({ link, path }) => <path key={`${String(link.source)} ${String(link.target)}`} className="flow-band" data-active={active?.key === `${String(link.source)} ${String(link.target)}`} d={path} />)}
            {bars.filter((bar) => bar.height > 0).map(({ node, left, top, height: tall }) => (
              <g key={`${node.side} ${node.name}`}>
                <rect x={left} y={top} width={FLOW_BAR} height={Math.max(1, tall)} fill={node.color} />
                <text className="plot-tick" x={node.side === 'before' ? left - 6 : left + FLOW_BAR + 6} y={top + tall / 2} dy="0.34em" textAnchor={node.side === 'before' ? 'end' : 'start'}>{node.name}</text>
              </g>
            ))}
          </svg>
        );
      }}
    </PlotStage>
  );
}
