import { linearScale, type Scale } from './scale.ts';
import { PlotStage } from './PlotStage.tsx';
import type { PlotPoint } from './plot-points.ts';
import './listening-charts.css';

/** Requests of about the same loudness with what is written about them. */
export interface AudiogramMark {
  readonly key: string;
  /** Written under the axis: from where to where the loudness goes. */
  readonly tick: string;
  readonly answered: { readonly estimate: number; readonly low: number; readonly high: number };
  readonly fitted: number;
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface AudiogramChartProps {
  readonly label: string;
  readonly hint: string;
  readonly marks: readonly AudiogramMark[];
  readonly color: string;
  /** Position of the first mark past one half; null where there is none. */
  readonly passedAt: number | null;
  readonly height: number;
  readonly share: (share: number) => string;
}

const MARGIN = { left: 44, right: 8, top: 10, bottom: 26 } as const;
const SHARE_TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

/**
 * How the answered share rises with loudness: one place a group of requests, quietest left, dots with their intervals and the
 * rising steps through them. The line at one half is where a kind of request begins to be heard more often than not.
 */
export function AudiogramChart({ label, hint, marks, color, passedAt, height, share }: AudiogramChartProps) {
  const y = linearScale({ domain: [0, 1], range: [height - MARGIN.bottom, MARGIN.top] });
  const xFor = (width: number): Scale => linearScale({ domain: [0, Math.max(1, marks.length)], range: [MARGIN.left, Math.max(MARGIN.left + 60, width - MARGIN.right)] });
  const points = (width: number): PlotPoint[][] => [marks.map(({ key, answered, heading, lines }, i) => ({ key, left: xFor(width).at(i + 0.5), top: y.at(answered.estimate), heading, lines }))];
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'column' }} points={points}>
      {({ width, active }) => {
        const x = xFor(width);
        const [left, right] = x.range;
        const every = Math.max(1, Math.ceil((marks.length * 64) / Math.max(1, right - left)));
        return (
          <svg width={width} height={height} aria-hidden="true">
            {SHARE_TICKS.map((value) => (
              <g key={value}>
                <line className={value === 0.5 ? 'audiogram-half' : 'plot-grid'} data-base={value === 0} x1={left} x2={right} y1={y.at(value)} y2={y.at(value)} />
                <text className="plot-tick" x={left - 8} y={y.at(value)} dy="0.34em" textAnchor="end">{share(value)}</text>
              </g>
            ))}
            {passedAt !== null && <rect className="audiogram-heard" x={x.at(passedAt)} width={right - x.at(passedAt)} y={MARGIN.top} height={height - MARGIN.bottom - MARGIN.top} />}
            <path className="audiogram-steps" d={marks.map(({ fitted }, i) => `${i === 0 ? 'M' : 'L'}${x.at(i)},${y.at(fitted)}H${x.at(i + 1)}`).join('')} stroke={color} />
            {marks.map(({ key, answered, tick }, i) => (
              <g key={key}>
                <line className="audiogram-interval" x1={x.at(i + 0.5)} x2={x.at(i + 0.5)} y1={y.at(answered.low)} y2={y.at(answered.high)} stroke={color} />
                <circle className="audiogram-dot" cx={x.at(i + 0.5)} cy={y.at(answered.estimate)} r={active?.key === key ? 6 : 4} stroke={color} />
                {i % every === 0 && <text className="plot-tick" x={x.at(i + 0.5)} y={height - 8} textAnchor="middle">{tick}</text>}
              </g>
            ))}
          </svg>
        );
      }}
    </PlotStage>
  );
}
