import { columnsScale, columnTicks, nameLines, type EstimateColumn } from './columns-layout.ts';
import type { PlotPoint } from './plot-points.ts';
import type { TimeSpan } from './plot-stretch.ts';
import { PlotStage } from './PlotStage.tsx';
import { useTimeStretch } from './use-time-stretch.ts';

/** A column with its words: name below, figure and cases under it, lines of its card. */
export interface WordedColumn extends EstimateColumn {
  readonly name: string;
  readonly value: string;
  readonly cases: string;
  readonly tooFew: boolean;
  readonly lines: readonly string[];
  readonly color: string;
  readonly open?: () => void;
  /** The time that a column covers, where columns follow each other in time. */
  readonly span?: TimeSpan;
}

export interface EstimateColumnsProps {
  readonly label: string;
  readonly hint: string;
  readonly columns: readonly WordedColumn[];
  readonly tick: (value: number) => string;
}

const AXIS = 44;
const PLOT = 96;
const TOP = 10;
const WORDS = 56;
const LINE = 15;
/** Columns beyond which, and letters of a name beyond which, names take two lines. */
const WIDE = { columns: 4, letters: 16 } as const;
const CHARACTER = 6.4;
const WIDEST = 240;

/**
 * Small multiples side by side on one axis: dot and interval a group, the band of chance behind it where there is one, the
 * corrected figure as a hollow mark. A group with too few cases keeps its column and says so.
 */
export function EstimateColumns({ label, hint, columns, tick }: EstimateColumnsProps) {
  const stretch = useTimeStretch();
  const isTall = columns.length > WIDE.columns || columns.some(({ name }) => name.length > WIDE.letters);
  const height = TOP + PLOT + WORDS + (isTall ? LINE : 0);
  const scale = columnsScale(columns, [TOP + PLOT, TOP]);
  const widthOf = (width: number): number => Math.min(WIDEST, (width - AXIS) / Math.max(1, columns.length));
  const middle = (position: number, width: number): number => AXIS + (position + 0.5) * widthOf(width);
  const points = (width: number): PlotPoint[][] => [
    columns.map(({ key, name, lines, estimate, open, span }, position) => ({ key, left: middle(position, width), top: scale.at(estimate ?? 0), heading: name, lines, ...(open === undefined ? {} : { open }), ...(span === undefined ? {} : { span }) })),
  ];
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'near', pixels: 90 }} stretch={columns.some(({ span }) => span !== undefined) ? stretch : undefined} points={points}>
      {({ width, active }) => {
        const column = widthOf(width);
        const end = AXIS + column * columns.length;
        return (
          <svg width={width} height={height} overflow="visible" aria-hidden="true">
            {columnTicks(scale).map((value) => (
              <g key={value}>
                <line className="plot-grid" data-base={value === 0} x1={AXIS} x2={end} y1={scale.at(value)} y2={scale.at(value)} />
                <text className="plot-tick" x={AXIS - 8} y={scale.at(value)} dy="0.34em" textAnchor="end">{tick(value)}</text>
              </g>
            ))}
            {columns.map((one, position) => <ColumnMarks key={one.key} column={one} left={middle(position, width)} width={column} at={scale.at} height={height} active={active?.key === one.key} />)}
          </svg>
        );
      }}
    </PlotStage>
  );
}

interface MarksProps {
  readonly column: WordedColumn;
  readonly left: number;
  readonly width: number;
  readonly at: (value: number) => number;
  readonly height: number;
  readonly active: boolean;
}

function ColumnMarks({ column: { name, value, cases, tooFew, estimate, low, high, chanceLow = null, chanceHigh = null, corrected = null, color }, left, width, at, height, active }: MarksProps) {
  const band = Math.min(56, width * 0.62);
  const lines = nameLines(name, Math.floor((width - 8) / CHARACTER));
  const words = TOP + PLOT + 18;
  return (
    <g className="plot-row" data-active={active}>
      <rect className="plot-row-ground" x={left - width / 2} y={0} width={width} height={height} />
      {chanceLow !== null && chanceHigh !== null && <rect className="plot-chance" x={left - band / 2} width={band} y={at(chanceHigh)} height={Math.max(2, at(chanceLow) - at(chanceHigh))} rx={2} />}
      {low !== null && high !== null && <line x1={left} x2={left} y1={at(low)} y2={at(high)} stroke={color} strokeWidth={6} strokeLinecap="round" opacity={0.3} />}
      {corrected !== null && (
        <>
          <line x1={left + 12} x2={left + 12} y1={at(corrected.low)} y2={at(corrected.high)} stroke={color} strokeWidth={1.5} />
          <circle cx={left + 12} cy={at(corrected.estimate)} r={4} fill="var(--chart-surface)" stroke={color} strokeWidth={1.5} />
        </>
      )}
      {estimate !== null && <circle cx={left} cy={at(estimate)} r={5} fill={color} />}
      {lines.map((line, place) => <text key={line} className="plot-row-label" x={left} y={words + LINE * place} textAnchor="middle">{line}</text>)}
      <text className={tooFew ? 'plot-row-few' : 'plot-row-value'} x={left} y={words + LINE * lines.length + 2} textAnchor="middle">{value}</text>
      {!tooFew && <text className="plot-tick" x={left} y={words + LINE * lines.length + 17} textAnchor="middle">{cases}</text>}
    </g>
  );
}
