import { PlotStage } from '../../charts/PlotStage.tsx';
import type { PlotPoint } from '../../charts/plot-points.ts';
import { useTimeStretch } from '../../charts/use-time-stretch.ts';
import { PROMISE_STATE_ORDER, type PromiseStateCode } from './promise-words.ts';
import { weekBars, type WeekCounts } from './week-bars.ts';

export interface PromiseWeeksProps {
  readonly label: string;
  readonly hint: string;
  readonly weeks: readonly EndedWeek[];
  readonly height: number;
  readonly words: {
    readonly date: (ms: number) => string;
    readonly count: (n: number) => string;
    readonly heading: (state: PromiseStateCode) => string;
    readonly lines: (week: number, state: PromiseStateCode) => readonly string[];
  };
  /** Opens the messages of a part; undefined where there are too many to be handed over. */
  readonly open: (week: number, state: PromiseStateCode) => (() => void) | undefined;
}

/** A week with its end, which the next one begins at. */
type EndedWeek = WeekCounts & { readonly endMs: number };

const spanOf = (week: EndedWeek | undefined): Pick<PlotPoint, 'span'> => (week === undefined ? {} : { span: { fromMs: week.startMs, toMs: week.endMs } });

/** Promises by the week in which they were made, stacked by how they stand: left and right along a state, up and down between states. */
export function PromiseWeeks({ label, hint, weeks, height, words, open }: PromiseWeeksProps) {
  const stretch = useTimeStretch();
  const points = (width: number): PlotPoint[][] => {
    const { parts } = weekBars(weeks, { width, height });
    return PROMISE_STATE_ORDER.toReversed().map((state) => parts.filter((part) => part.state === state).map((part): PlotPoint => {
      const opens = open(part.week, state);
      return {
        key: `${state} ${String(part.week)}`, left: part.left + part.width / 2, top: part.top + part.height / 2, reach: { top: part.top, bottom: part.top + part.height },
        heading: words.heading(state), lines: words.lines(part.week, state), ...spanOf(weeks[part.week]), ...(opens === undefined ? {} : { open: opens }),
      };
    }));
  };
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'column' }} stretch={stretch} points={points}>
      {({ width, active }) => {
        const { x, y, bottom, right, countTicks, labelled, parts } = weekBars(weeks, { width, height });
        return (
          <svg width={width} height={height} aria-hidden="true">
            {countTicks.map((tick) => (
              <g key={tick}>
                <line className="plot-grid" data-base={tick === 0} x1={x.range[0]} x2={right} y1={y.at(tick)} y2={y.at(tick)} />
                <text className="plot-tick" x={x.range[0] - 8} y={y.at(tick)} dy="0.34em" textAnchor="end">{words.count(tick)}</text>
              </g>
            ))}
            {labelled.map((week) => <text key={week} className="plot-tick" x={x.at(week + 0.5)} y={bottom + 18} textAnchor={week === 0 ? 'start' : x.at(week + 0.5) > right - 50 ? 'end' : 'middle'}>{words.date(weeks[week]?.startMs ?? 0)}</text>)}
            {parts.map((part) => <rect key={`${part.state} ${String(part.week)}`} className="promise-part" data-state={part.state} data-active={active?.key === `${part.state} ${String(part.week)}`} x={part.left} y={part.top} width={part.width} height={part.height} />)}
          </svg>
        );
      }}
    </PlotStage>
  );
}
