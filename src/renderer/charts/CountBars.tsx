import { PlotStage } from './PlotStage.tsx';
import type { PlotPoint } from './plot-points.ts';
import { linearScale, roundTicks, type Scale } from './scale.ts';
import type { TimeSpan } from './plot-stretch.ts';
import { useTimeStretch } from './use-time-stretch.ts';
import './count-bars.css';

/** One bar of a course of counts, with its words. */
export interface CountBar {
  readonly key: string;
  readonly value: number;
  readonly heading: string;
  readonly lines: readonly string[];
  /** Stronger: the time the chart is about, or the one chosen. */
  readonly isMarked: boolean;
  readonly open?: () => void;
  /** The time that a bar covers; where bars have it, a stretch of them can be made the period. */
  readonly span?: TimeSpan;
}

export interface CountBarsProps {
  readonly label: string;
  readonly hint: string;
  readonly bars: readonly CountBar[];
  readonly height: number;
  readonly count: (value: number) => string;
  /** Words under a bar; asked for those that have room. */
  readonly foot: (position: number) => string;
}

const MARGIN = { left: 44, right: 8, top: 10, bottom: 28 } as const;
const FOOT_ROOM = 130;

interface Drawing {
  readonly x: Scale;
  readonly y: Scale;
  readonly bar: number;
  readonly every: number;
}

/** Counts over time as plain bars, moved through left and right. */
export function CountBars({ label, hint, bars, height, count, foot }: CountBarsProps) {
  const stretch = useTimeStretch();
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const bottom = height - MARGIN.bottom;
  const drawingFor = (width: number): Drawing => {
    const x = linearScale({ domain: [0, Math.max(1, bars.length)], range: [MARGIN.left, Math.max(MARGIN.left + 60, width - MARGIN.right)] });
    const band = x.at(1) - x.at(0);
    return { x, y: linearScale({ domain: [0, highest], range: [bottom, MARGIN.top] }), bar: Math.min(26, Math.max(1, band * 0.8)), every: Math.max(1, Math.ceil(FOOT_ROOM / band)) };
  };
  const points = (width: number): PlotPoint[][] => {
    const { x, y } = drawingFor(width);
    return [bars.map(({ key, value, heading, lines, open, span }, at) => ({ key, left: x.at(at + 0.5), top: y.at(value), heading, lines, ...(open === undefined ? {} : { open }), ...(span === undefined ? {} : { span }) }))];
  };
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'column' }} stretch={bars.some(({ span }) => span !== undefined) ? stretch : undefined} points={points}>
      {({ width, active }) => {
        const { x, y, bar, every } = drawingFor(width);
        return (
          <svg width={width} height={height} aria-hidden="true">
            {roundTicks({ domain: [0, highest], wanted: 4 }).filter((tick) => Number.isInteger(tick)).map((tick) => (
              <g key={tick}>
                <line className="plot-grid" data-base={tick === 0} x1={MARGIN.left} x2={x.range[1]} y1={y.at(tick)} y2={y.at(tick)} />
                <text className="plot-tick" x={MARGIN.left - 8} y={y.at(tick)} dy="0.34em" textAnchor="end">{count(tick)}</text>
              </g>
            ))}
            {bars.map(({ key, value, isMarked }, at) => <rect key={key} className="count-column" data-marked={isMarked} data-active={active?.key === key} x={x.at(at + 0.5) - bar / 2} width={bar} y={y.at(value)} height={bottom - y.at(value)} />)}
            {bars.map(({ key }, at) => (at % every === 0 && x.at(at) <= x.range[1] - FOOT_ROOM ? <text key={key} className="plot-tick" x={x.at(at + 0.5) - bar / 2} y={bottom + 18}>{foot(at)}</text> : null))}
          </svg>
        );
      }}
    </PlotStage>
  );
}
