import { PlotStage } from '../../charts/PlotStage.tsx';
import type { PlotPoint } from '../../charts/plot-points.ts';
import { windowLayout, type WindowMark, type WindowMonth } from './event-window.ts';

export interface EventWindowProps {
  readonly label: string;
  readonly hint: string;
  readonly months: readonly WindowMonth[];
  readonly height: number;
  readonly words: {
    readonly value: (value: number) => string;
    readonly month: (month: number) => string;
    readonly event: string;
    readonly side: (side: WindowMark['side']) => string;
    readonly lines: (month: number, side: WindowMark['side']) => readonly string[];
  };
  readonly open: (() => void) | undefined;
}

/** What both sides did month by month, before a promise was made and after it fell due. */
export function EventWindow({ label, hint, months, height, words, open }: EventWindowProps) {
  const points = (width: number): PlotPoint[][] => {
    const { marks } = windowLayout(months, { width, height });
    return (['cases', 'controls'] as const).map((side) => marks.filter((mark) => mark.side === side).map((mark): PlotPoint => ({
      key: `${side} ${String(mark.month)}`, left: mark.left, top: mark.top, heading: `${words.side(side)}, ${words.month(mark.month)}`, lines: words.lines(mark.month, side), ...(open === undefined ? {} : { open }),
    })));
  };
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'near', pixels: 40 }} points={points}>
      {({ width, active }) => {
        const { x, y, bottom, event, ticks, marks, lines } = windowLayout(months, { width, height });
        return (
          <svg width={width} height={height} aria-hidden="true">
            {ticks.map((tick) => (
              <g key={tick}>
                <line className="plot-grid" data-base={tick === 0} x1={x.range[0]} x2={x.range[1]} y1={y.at(tick)} y2={y.at(tick)} />
                <text className="plot-tick" x={x.range[0] - 8} y={y.at(tick)} dy="0.34em" textAnchor="end">{words.value(tick)}</text>
              </g>
            ))}
            <line className="plot-zero" x1={event} x2={event} y1={18} y2={bottom} />
            <text className="plot-tick plot-zero-words" x={event} y={12} textAnchor="middle">{words.event}</text>
            {months.map(({ month }) => <text key={month} className="plot-tick" x={x.at(month)} y={bottom + 18} textAnchor="middle">{month < 0 ? `−${String(-month)}` : `+${String(month)}`}</text>)}
            {lines.map(({ side, path }) => <path key={side} className="event-line" data-side-of={side} d={path} />)}
            {marks.map((mark) => (
              <g key={`${mark.side} ${String(mark.month)}`} className="event-mark" data-side-of={mark.side} data-active={active?.key === `${mark.side} ${String(mark.month)}`}>
                {mark.from !== null && mark.to !== null && <line x1={mark.left} x2={mark.left} y1={mark.from} y2={mark.to} />}
                {mark.side === 'cases' ? <circle cx={mark.left} cy={mark.top} r={5} /> : <rect x={mark.left - 4} y={mark.top - 4} width={8} height={8} />}
              </g>
            ))}
          </svg>
        );
      }}
    </PlotStage>
  );
}
