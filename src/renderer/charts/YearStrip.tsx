import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import { PlotStage } from './PlotStage.tsx';
import type { PlotPoint } from './plot-points.ts';
import type { TimeSpan } from './plot-stretch.ts';
import { useTimeStretch } from './use-time-stretch.ts';
import type { StripMonth } from './year-strip.ts';

/** One layer of the stack, from the bottom up. */
export interface StripLayer {
  readonly code: string;
  readonly label: string;
  readonly color: string;
}

/** What can be pointed at: a whole month, or one layer of it. */
export interface StripMark {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Absent where the messages cannot be told apart. */
  readonly open?: () => void;
}

/** A month with what is written about it and about each of its layers. */
export interface DrawnMonth extends StripMonth, StripMark {
  readonly total: number;
  /** From its first moment to the next month's. */
  readonly span: TimeSpan;
  readonly layer: (code: string) => StripMark;
}

export interface YearStripProps {
  readonly label: string;
  readonly hint: string;
  readonly months: readonly DrawnMonth[];
  readonly layers: readonly StripLayer[];
  readonly height: number;
  /** `share` stacks every month to the same height, for the mix instead of the volume. */
  readonly stack: 'count' | 'share';
  /** The layer being pointed at in the key; the others turn grey. */
  readonly emphasised: string | null;
  readonly monthName: (key: string) => string;
  readonly count: (value: number) => string;
  /** Months in which something happened that a person noted, by their keys. */
  readonly marked?: ReadonlySet<string>;
}

const MARGIN = { top: 8, right: 0, bottom: 0, left: 0 } as const;
const AXIS_HEIGHT = 22;
const AXIS_WIDTH = 44;

function mark({ heading, lines, open }: StripMark): StripMark {
  return { heading, lines, ...(open === undefined ? {} : { open }) };
}

/**
 * A year (or whatever the data span) as one bar a month, stacked by what the messages are. Bars never move by themselves;
 * the highest bar touches the top and its value is the only tick, so that the strip stays a strip. Left and right go from
 * month to month, up and down through the layers of one.
 */
export function YearStrip({ label, hint, months, layers, height, stack, emphasised, monthName, count, marked }: YearStripProps) {
  const stretch = useTimeStretch();
  const highest = Math.max(1, ...months.map(({ total }) => total));
  const top = stack === 'share' ? 1 : highest;
  const data = months.map(({ key, counts, total }) => ({
    key,
    ...Object.fromEntries(layers.map(({ code }) => [code, stack === 'share' ? (total === 0 ? 0 : (counts[code] ?? 0) / total) : (counts[code] ?? 0)])),
  }));
  const points = (width: number): PlotPoint[][] => {
    const band = (width - AXIS_WIDTH) / Math.max(1, months.length);
    const plotHeight = height - AXIS_HEIGHT - MARGIN.top;
    const left = (position: number): number => AXIS_WIDTH + band * (position + 0.5);
    const whole = (month: DrawnMonth): number => (stack === 'share' ? Math.max(1, month.total) : highest);
    const yOf = (count: number, month: DrawnMonth): number => MARGIN.top + plotHeight * (1 - count / whole(month));
    const totals = months.map((month, position): PlotPoint => ({ key: month.key, left: left(position), top: yOf(month.total, month), span: month.span, ...mark(month) }));
    // from the top of the stack down, as the arrow keys go
    const stacked = layers.map(({ code }, layer) => months.flatMap((month, position): PlotPoint[] => {
      const count = month.counts[code] ?? 0;
      if (count === 0) return [];
      const below = layers.slice(0, layer).reduce((sum, lower) => sum + (month.counts[lower.code] ?? 0), 0);
      const reach = { top: yOf(below + count, month), bottom: yOf(below, month) };
      return [{ key: `${month.key} ${code}`, left: left(position), top: (reach.top + reach.bottom) / 2, reach, ...mark(month.layer(code)) }];
    }));
    return [totals, ...stacked.reverse()];
  };
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'column' }} stretch={stretch} points={points}>
      {({ width, active }) => {
        const every = Math.max(1, Math.ceil((months.length * 44) / Math.max(1, width - AXIS_WIDTH)));
        return (
          <BarChart width={width} height={height} data={data} margin={MARGIN} barCategoryGap="14%" accessibilityLayer={false}>
            <XAxis dataKey="key" height={AXIS_HEIGHT} tickLine={false} axisLine={false} interval={every - 1} tickFormatter={monthName} className="plot-recharts-axis" tickMargin={6} />
            <YAxis width={AXIS_WIDTH} domain={[0, top]} ticks={stack === 'share' ? [] : [0, top]} tickLine={false} axisLine={false} tickFormatter={count} className="plot-recharts-axis" />
            {layers.map(({ code, color }) => (
              <Bar
                key={code}
                dataKey={code}
                stackId="month"
                fill={emphasised === null || emphasised === code ? color : 'var(--chart-context)'}
                fillOpacity={emphasised === null || emphasised === code ? 1 : 0.45}
                isAnimationActive={false}
              />
            ))}
            {marked !== undefined && months.map(({ key }, position) => {
              if (!marked.has(key)) return null;
              const band = (width - AXIS_WIDTH) / Math.max(1, months.length);
              const at = AXIS_WIDTH + band * (position + 0.5);
              return <path key={key} className="strip-event" d={`M${String(at)},${String(MARGIN.top)}l-4,-6h8Z`} />;
            })}
            {active !== null && <line className="plot-focus-line" x1={active.left} x2={active.left} y1={2} y2={height - AXIS_HEIGHT} />}
            {active?.reach !== undefined && <circle className="plot-focus" cx={active.left} cy={active.top} r={4} />}
          </BarChart>
        );
      }}
    </PlotStage>
  );
}
