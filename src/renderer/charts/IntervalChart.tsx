import { PlotStage } from './PlotStage.tsx';
import { intervalScale, intervalSide, waitDifferenceTicks, type IntervalRow } from './interval-rows.ts';
import type { PlotPoint } from './plot-points.ts';
import type { Scale } from './scale.ts';

/** A row with its words: `value` stands at the right end, `lines` in its card. */
export interface WordedIntervalRow extends IntervalRow {
  readonly label: string;
  readonly value: string;
  readonly lines: readonly string[];
  readonly color: string;
  readonly open: () => void;
}

export interface IntervalChartProps {
  readonly label: string;
  readonly hint: string;
  readonly rows: readonly WordedIntervalRow[];
  readonly tick: (value: number) => string;
  /** Where the axis is marked; for waits, in whole days, hours or minutes, where it is left out. */
  readonly ticks?: (axis: { readonly domain: readonly [number, number]; readonly wanted: number }) => number[];
  /** The mark at the zero line. */
  readonly zeroTick?: string;
  readonly rowHeight?: number;
  readonly labelWidth?: number;
  /** Words at the zero line: what both sides are measured against. */
  readonly zero: string;
  /** Words on either side of zero. */
  readonly sides: { readonly below: string; readonly above: string };
}

const ROW_HEIGHT = 38;
const TOP = 26;
const BOTTOM = 26;
const LABEL_WIDTH = 124;
const VALUE_WIDTH = 132;

/**
 * Dots with intervals against a zero line, one row a group, name on the left and figure on the right: an interval that
 * holds zero is drawn hollow, because the chart then says nothing about direction. A row without an estimate keeps its
 * place and says why.
 */
export function IntervalChart({ label, hint, rows, tick, ticks = waitDifferenceTicks, zeroTick = '0', rowHeight = ROW_HEIGHT, labelWidth = LABEL_WIDTH, zero, sides }: IntervalChartProps) {
  const height = TOP + rows.length * rowHeight + BOTTOM;
  const scaleFor = (width: number): Scale => intervalScale(rows, [labelWidth, Math.max(labelWidth + 60, width - VALUE_WIDTH)]);
  const middle = (position: number): number => TOP + position * rowHeight + rowHeight / 2;
  const points = (width: number): PlotPoint[][] => {
    const scale = scaleFor(width);
    return rows.map((row, position) => [{ key: row.key, left: scale.at(row.estimate ?? 0), top: middle(position), heading: row.label, lines: row.lines, open: row.open }]);
  };
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'near', pixels: 60 }} points={points}>
      {({ width, active }) => {
        const scale = scaleFor(width);
        return (
          <svg width={width} height={height} aria-hidden="true">
            {ticks({ domain: scale.domain, wanted: Math.max(2, Math.floor((width - labelWidth - VALUE_WIDTH) / 80)) }).map((value) => (
              <g key={value}>
                <line className={value === 0 ? 'plot-zero' : 'plot-grid'} x1={scale.at(value)} x2={scale.at(value)} y1={TOP - 4} y2={height - BOTTOM} />
                <text className="plot-tick" x={scale.at(value)} y={height - 8} textAnchor="middle">{value === 0 ? zeroTick : tick(value)}</text>
              </g>
            ))}
            <line className="plot-zero" x1={scale.at(0)} x2={scale.at(0)} y1={TOP - 4} y2={height - BOTTOM} />
            <text className="plot-tick plot-zero-words" x={scale.at(0)} y={12} textAnchor={scale.domain[0] < 0 ? 'middle' : 'start'}>{zero}</text>
            {scale.domain[0] < 0 && scale.at(0) - scale.range[0] > 190 && <text className="plot-side" x={scale.range[0]} y={12}>{sides.below}</text>}
            {scale.domain[1] > 0 && scale.range[1] - scale.at(0) > 260 && <text className="plot-side" x={scale.range[1]} y={12} textAnchor="end">{sides.above}</text>}
            {rows.map((row, position) => <IntervalMarks key={row.key} row={row} scale={scale} top={middle(position)} height={rowHeight} active={active?.key === row.key} width={width} />)}
          </svg>
        );
      }}
    </PlotStage>
  );
}

interface MarksProps {
  readonly row: WordedIntervalRow;
  readonly scale: Scale;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  readonly width: number;
}

function IntervalMarks({ row, scale, top, height, active, width }: MarksProps) {
  const side = intervalSide(row);
  const beside = row.beside ?? null;
  return (
    <g className="plot-row" data-active={active}>
      <rect className="plot-row-ground" x={0} y={top - height / 2} width={width} height={height} />
      <text className="plot-row-label" x={0} y={top} dy="0.34em">{row.label}</text>
      <text className={side === 'none' ? 'plot-row-few' : 'plot-row-value'} x={width} y={top} dy="0.34em" textAnchor="end">{row.value}</text>
      {row.low !== null && row.high !== null && <line x1={scale.at(row.low)} x2={scale.at(row.high)} y1={top} y2={top} stroke={row.color} strokeWidth={6} strokeLinecap="round" opacity={0.28} />}
      {beside !== null && <path className="plot-beside" d={`M${scale.at(beside)},${top - 7}V${top + 7}`} />}
      {row.estimate !== null && <circle cx={scale.at(row.estimate)} cy={top} r={6} fill={side === 'unclear' ? 'var(--chart-surface)' : row.color} stroke={row.color} strokeWidth={2} />}
    </g>
  );
}
