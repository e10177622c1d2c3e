import { memo } from 'react';
import { PlotStage } from './PlotStage.tsx';
import { survivalLayout, survivalPoints, type SurvivalLayout, type SurvivalSeries, type SurvivalWords } from './survival-layout.ts';
import type { CurveSide } from './survival-curve.ts';
import type { WaitAxisKind } from './wait-axis.ts';

export interface SurvivalChartProps {
  readonly label: string;
  readonly hint: string;
  readonly series: readonly SurvivalSeries[];
  readonly side: CurveSide;
  readonly axis: WaitAxisKind;
  readonly longestSeconds: number;
  readonly height: number;
  readonly words: SurvivalWords;
}

const SHARE_TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

/**
 * How long people wait, one step line a group: soft bands for the intervals, the group's name and final share written at
 * the end of its line, the horizontal axis in the waits people reason in.
 */
export function SurvivalChart({ label, hint, series, side, axis, longestSeconds, height, words }: SurvivalChartProps) {
  const layoutFor = (width: number): SurvivalLayout => survivalLayout({ series, side, axis, longestSeconds, width, height });
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'near', pixels: 40 }} points={(width) => survivalPoints(layoutFor(width), words)}>
      {({ width, active, place }) => (
        <svg width={width} height={height} aria-hidden="true">
          <SurvivalDrawing layout={layoutFor(width)} words={words} emphasised={place === null ? null : (series[place.row]?.key ?? null)} />
          {active !== null && <circle className="plot-focus" cx={active.left} cy={active.top} r={5} />}
        </svg>
      )}
    </PlotStage>
  );
}

interface DrawingProps {
  readonly layout: SurvivalLayout;
  readonly words: SurvivalWords;
  readonly emphasised: string | null;
}

const SurvivalDrawing = memo(function SurvivalDrawing({ layout, words, emphasised }: DrawingProps) {
  const { axes, right, bottom, ticks, lines } = layout;
  const [left] = axes.x.range;
  return (
    <>
      {SHARE_TICKS.map((share) => (
        <g key={share}>
          <line className="plot-grid" data-base={share === 0} x1={left} x2={right} y1={axes.y.at(share)} y2={axes.y.at(share)} />
          <text className="plot-tick" x={left - 8} y={axes.y.at(share)} dy="0.34em" textAnchor="end">{words.share(share)}</text>
        </g>
      ))}
      {ticks.map((seconds) => (
        <g key={seconds}>
          <line className="plot-tick-mark" x1={axes.x.at(seconds)} x2={axes.x.at(seconds)} y1={bottom} y2={bottom + 4} />
          <text className="plot-tick" x={axes.x.at(seconds)} y={bottom + 18} textAnchor="middle">{words.duration(seconds)}</text>
        </g>
      ))}
      {lines.map(({ series, band }) => (
        <path key={series.key} className="plot-band" d={band} fill={series.color} data-faded={emphasised !== null && emphasised !== series.key} />
      ))}
      {lines.map(({ series, line, end, labelTop, endShare }) => (
        <g key={series.key} className="plot-series" data-faded={emphasised !== null && emphasised !== series.key}>
          <path d={line} fill="none" stroke={series.color} strokeWidth={emphasised === series.key ? 3 : 2} strokeLinejoin="round" />
          <polyline className="plot-leader" points={`${end.left + 3},${end.top} ${right + 6},${labelTop} ${right + 10},${labelTop}`} stroke={series.color} />
          <text className="plot-label" x={right + 14} y={labelTop} dy="0.34em">
            <tspan className="plot-label-name" fill={series.color}>{series.label}</tspan>
            <tspan className="plot-label-value" dx="6">{words.share(endShare)}</tspan>
          </text>
        </g>
      ))}
    </>
  );
});
