import { memo } from 'react';
import { heatLayout, heatPoints, type HeatLayout, type HeatMark } from './heat-layout.ts';
import { PlotStage } from './PlotStage.tsx';
import type { StageArea } from './use-stage-area.ts';
import './listening-charts.css';

export interface HeatMapProps {
  readonly label: string;
  readonly hint: string;
  /** One row a weekday, one mark an hour. */
  readonly rows: readonly { readonly key: string; readonly label: string; readonly marks: readonly HeatMark[] }[];
  readonly hour: (hour: number) => string;
  /** What becomes of weekdays and hours that are chosen: rows and columns of the map. A week that nobody lived offers none. */
  readonly area?: StageArea;
}

const ROW_HEIGHT = 34;
const TICK_HOURS = [0, 3, 6, 9, 12, 15, 18, 21] as const;

/**
 * A week by the hour: the fuller a square's colour, the more requests arrive in it; the larger the ring inside, the more answers are sent.
 * A full square without a ring is an hour in which people ask and nobody answers. Hours across, weekdays down, as calendars are read.
 */
export function HeatMap({ label, hint, rows, hour, area }: HeatMapProps) {
  const layoutFor = (width: number): HeatLayout => heatLayout({ rows: rows.map(({ marks }) => marks), width, rowHeight: ROW_HEIGHT });
  const height = heatLayout({ rows: rows.map(({ marks }) => marks), width: 0, rowHeight: ROW_HEIGHT }).height;
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'near', pixels: 30 }} area={area} points={(width) => heatPoints(layoutFor(width))}>
      {({ width, active }) => {
        const layout = layoutFor(width);
        return (
          <svg width={width} height={height} aria-hidden="true">
            <HeatDrawing layout={layout} names={rows.map(({ label: name }) => name)} hour={hour} />
            {active !== null && <rect className="plot-focus" x={active.left - layout.cellWidth / 2 + 1} y={active.top - ROW_HEIGHT / 2 + 1} width={layout.cellWidth - 2} height={ROW_HEIGHT - 2} rx={4} />}
          </svg>
        );
      }}
    </PlotStage>
  );
}

const HeatDrawing = memo(function HeatDrawing({ layout, names, hour }: { readonly layout: HeatLayout; readonly names: readonly string[]; readonly hour: (hour: number) => string }) {
  const { cells, cellWidth, left, height } = layout;
  return (
    <>
      {TICK_HOURS.map((at) => <text key={at} className="plot-tick" x={left + cellWidth * (at + 0.5)} y={height - 6} textAnchor="middle">{hour(at)}</text>)}
      {names.map((name, row) => <text key={name} className="plot-row-label" x={0} y={layout.middle(row)} dy="0.34em">{name}</text>)}
      {cells.map(({ mark, at, shade, radius }) => (
        <g key={mark.key}>
          <rect className="heat-ground" x={at.left - cellWidth / 2 + 1} y={at.top - ROW_HEIGHT / 2 + 1} width={Math.max(0, cellWidth - 2)} height={ROW_HEIGHT - 2} rx={4} />
          {shade > 0 && <rect className="heat-requests" x={at.left - cellWidth / 2 + 1} y={at.top - ROW_HEIGHT / 2 + 1} width={Math.max(0, cellWidth - 2)} height={ROW_HEIGHT - 2} rx={4} fillOpacity={shade} />}
          {radius > 0 && <circle className="heat-answers-ground" cx={at.left} cy={at.top} r={radius} />}
          {radius > 0 && <circle className="heat-answers" cx={at.left} cy={at.top} r={radius} />}
        </g>
      ))}
    </>
  );
});
