import { memo } from 'react';
import { PlotStage } from './PlotStage.tsx';
import { trendHeight, trendLayout, type TrendInput, type TrendLayout } from './trend-layout.ts';
import { useTimeStretch } from './use-time-stretch.ts';
import './listening-charts.css';

export interface TrendChartProps extends Omit<TrendInput, 'width'> {
  readonly label: string;
  readonly hint: string;
  readonly ticks: readonly number[];
  readonly tick: (value: number) => string;
  /** A month for the axis, with its year in January and at the start. */
  readonly month: (ms: number, isFirst: boolean) => string;
}

/**
 * A weekly figure over time with its 95 % band, levels as thin lines, changes of level as quiet vertical lines (dashed where the
 * collection changed), and below the months what each import covers.
 */
export function TrendChart({ label, hint, ticks, tick, month, ...input }: TrendChartProps) {
  const height = trendHeight(input);
  const stretch = useTimeStretch();
  const layoutFor = (width: number): TrendLayout => trendLayout({ ...input, width });
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'column' }} stretch={stretch} points={(width) => [layoutFor(width).points]}>
      {({ width, active }) => {
        const layout = layoutFor(width);
        return (
          <svg width={width} height={height} aria-hidden="true">
            <TrendDrawing layout={layout} ticks={ticks} tick={tick} month={month} />
            {active !== null && <line className="plot-focus-line" x1={active.left} x2={active.left} y1={layout.y.range[1]} y2={layout.bottom} />}
            {active !== null && active.top < layout.bottom && <circle className="plot-focus" cx={active.left} cy={active.top} r={5} />}
          </svg>
        );
      }}
    </PlotStage>
  );
}

const TrendDrawing = memo(function TrendDrawing({ layout, ticks, tick, month }: { readonly layout: TrendLayout } & Pick<TrendChartProps, 'ticks' | 'tick' | 'month'>) {
  const { x, y, right, bottom, axisTop, runs, dots, levels, turns, events, months, places } = layout;
  const [left] = x.range;
  return (
    <>
      {events.map(({ key, left: at, width, label, labelLeft, labelTop, anchor }) => (
        <g key={key} className="trend-event">
          <rect x={at} y={y.range[1]} width={width} height={bottom - y.range[1]} />
          <text x={anchor === 'start' ? labelLeft : labelLeft + width} y={labelTop} textAnchor={anchor}>{label}</text>
        </g>
      ))}
      {ticks.map((value) => (
        <g key={value}>
          <line className="plot-grid" data-base={value === 0} x1={left} x2={right} y1={y.at(value)} y2={y.at(value)} />
          <text className="plot-tick" x={left - 8} y={y.at(value)} dy="0.34em" textAnchor="end">{tick(value)}</text>
        </g>
      ))}
      {months.map(({ ms, left: at }, position) => (
        <g key={ms}>
          <line className="plot-tick-mark" x1={at} x2={at} y1={axisTop} y2={axisTop + 4} />
          <text className="plot-tick" x={at} y={axisTop + 18} textAnchor="middle">{month(ms, position === 0)}</text>
        </g>
      ))}
      {runs.map(({ key, band }) => <path key={key} className="plot-band trend-band" d={band} />)}
      {levels.map(({ key, left: from, right: to, top }) => <line key={key} className="trend-level" x1={from} x2={to} y1={top} y2={top} />)}
      {runs.map(({ key, line }) => <path key={key} className="trend-line" d={line} />)}
      {dots.map(({ key, left: at, top, limits }) => (
        <g key={key}>
          {limits !== null && <line className="trend-limits" x1={at} x2={at} y1={limits.top} y2={limits.bottom} />}
          <circle className="trend-dot" cx={at} cy={top} r={limits === null ? 2 : 3} />
        </g>
      ))}
      {turns.map(({ key, left: at, label, muted, labelTop, anchor }) => (
        <g key={key} className="trend-turn" data-muted={muted}>
          <line x1={at} x2={at} y1={labelTop - 8} y2={bottom} />
          <text x={anchor === 'start' ? at + 5 : at - 5} y={labelTop} dy="0.1em" textAnchor={anchor}>{label}</text>
        </g>
      ))}
      {places.map(({ name, top, bars }) => (
        <g key={name}>
          <text className="plot-tick" x={left} y={top + 9}>{name}</text>
          {bars.map(({ key, left: at, width, words }) => <rect key={key} className="trend-cover" x={at} y={top + 15} width={width} height={6} rx={2}><title>{words}</title></rect>)}
        </g>
      ))}
    </>
  );
});
