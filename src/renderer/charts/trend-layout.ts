import type { PlotPoint } from './plot-points.ts';
import { linearScale, type Scale } from './scale.ts';

/** One week of a trend with what is written about it; `figure` null = a gap. */
export interface TrendMark {
  readonly key: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly figure: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly open?: () => void;
}

/** A week from which the level is another one; `muted` where it is no finding. */
export interface TrendTurn {
  readonly key: string;
  readonly atMs: number;
  readonly label: string;
  readonly muted: boolean;
}

/** What one import covers of one place. */
export interface TrendCover {
  readonly key: string;
  readonly place: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly words: string;
}

/** Something that happened, as a stretch over the plot with its name. */
export interface TrendEvent {
  readonly key: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly label: string;
}

/** What to draw and where. `highest` is the top of the axis, in the unit of the figures. */
export interface TrendInput {
  readonly marks: readonly TrendMark[];
  readonly turns: readonly TrendTurn[];
  readonly levels: readonly { readonly from: string; readonly to: string; readonly mean: number }[];
  readonly covers: readonly TrendCover[];
  readonly events?: readonly TrendEvent[];
  readonly highest: number;
  readonly width: number;
  readonly plotHeight: number;
}

/** A bar of the coverage strip in pixels. */
export interface CoverBar {
  readonly key: string;
  readonly left: number;
  readonly width: number;
  readonly words: string;
}

/** A trend in pixels. */
export interface TrendLayout {
  readonly x: Scale;
  readonly y: Scale;
  readonly right: number;
  readonly bottom: number;
  /** Where the axis of months begins: under the names of events. */
  readonly axisTop: number;
  readonly height: number;
  /** Line and band of every run of weeks without a gap. */
  readonly runs: readonly { readonly key: string; readonly line: string; readonly band: string }[];
  /** Every week with a figure; `limits` where no neighbour makes a band of it. */
  readonly dots: readonly { readonly key: string; readonly left: number; readonly top: number; readonly limits: { readonly top: number; readonly bottom: number } | null }[];
  readonly levels: readonly { readonly key: string; readonly left: number; readonly right: number; readonly top: number }[];
  readonly turns: readonly (TrendTurn & { readonly left: number; readonly labelTop: number; readonly anchor: 'start' | 'end' })[];
  /** Events within the span, clipped to it; their names stand on lines under the axis so that they do not run into each other. */
  readonly events: readonly { readonly key: string; readonly left: number; readonly width: number; readonly label: string; readonly labelLeft: number; readonly labelTop: number; readonly anchor: 'start' | 'end' }[];
  readonly months: readonly { readonly ms: number; readonly left: number }[];
  readonly places: readonly { readonly name: string; readonly top: number; readonly bars: readonly CoverBar[] }[];
  readonly points: readonly PlotPoint[];
}

const LEFT = 60;
const RIGHT = 12;
/** Room above the plot: for the labels of changes, or for nothing but the line's width. */
const TOPS = { turns: 34, none: 10 } as const;
const AXIS = 26;
const PLACE_HEIGHT = 28;
const COVER_TOP = 8;
/** Height of a line of event names, and how wide a letter of them is at most. */
const EVENT_LINE = 15;
const EVENT_LETTER = 6.6;
const EVENT_LINES = 3;
const MONTH_WIDTH = 46;
const DAY_MS = 86_400_000;

const at = (pixel: number): string => String(Math.round(pixel * 10) / 10);
const middleOf = ({ startMs, endMs }: TrendMark): number => (startMs + endMs) / 2;

/** How tall a trend is, whatever its width: with events, three lines for their names. */
export function trendHeight({ covers, plotHeight, events = [], marks }: Pick<TrendInput, 'covers' | 'plotHeight' | 'events' | 'marks'>): number {
  const places = new Set(covers.map(({ place }) => place)).size;
  return plotHeight + eventsHeight(events, marks) + AXIS + (places === 0 ? 0 : COVER_TOP + places * PLACE_HEIGHT);
}

function eventsHeight(events: readonly TrendEvent[], marks: readonly TrendMark[]): number {
  return eventsIn(events, marks).length === 0 ? 0 : Math.min(EVENT_LINES, eventsIn(events, marks).length) * EVENT_LINE;
}

function eventsIn(events: readonly TrendEvent[], marks: readonly TrendMark[]): TrendEvent[] {
  const [fromMs, toMs] = [marks[0]?.startMs ?? 0, marks.at(-1)?.endMs ?? 0];
  return events.filter((event) => event.fromMs < toMs && event.toMs > fromMs);
}

/**
 * Lays a weekly figure out: a line with its band for every run of weeks, nothing over a gap, quiet vertical lines where the level
 * changes, and below the axis one row a place with a bar for what each import covers.
 */
export function trendLayout(input: TrendInput): TrendLayout {
  const { marks, turns, levels, covers, events = [], highest, width, plotHeight } = input;
  const under = plotHeight + eventsHeight(events, marks);
  const right = Math.max(LEFT + 80, width - RIGHT);
  const fromMs = marks[0]?.startMs ?? 0;
  const toMs = Math.max(fromMs + DAY_MS, marks.at(-1)?.endMs ?? 0);
  const x = linearScale({ domain: [fromMs, toMs], range: [LEFT, right] });
  const y = linearScale({ domain: [0, highest], range: [plotHeight, turns.length > 0 ? TOPS.turns : TOPS.none] });
  const top = (value: number): number => y.at(Math.min(highest, Math.max(0, value)));
  const told = marks.flatMap((mark, position) => (mark.figure === null ? [] : [{ mark, position, figure: mark.figure, left: x.at(middleOf(mark)) }]));
  const runs: (typeof told)[] = [];
  for (const point of told) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1)?.position === point.position - 1) last.push(point);
    else runs.push([point]);
  }
  const markOf = new Map(marks.map((mark) => [mark.key, mark]));
  const names = [...new Set(covers.map(({ place }) => place))];
  const clipped = (ms: number): number => x.at(Math.min(toMs, Math.max(fromMs, ms)));
  return {
    x, y, right, bottom: plotHeight, axisTop: under, height: trendHeight(input),
    runs: runs.map((run) => ({
      key: run[0]?.mark.key ?? '',
      line: run.map(({ left, figure }, i) => `${i === 0 ? 'M' : 'L'}${at(left)},${at(top(figure.estimate))}`).join(''),
      band: run.length < 2 ? '' : `${run.map(({ left, figure }, i) => `${i === 0 ? 'M' : 'L'}${at(left)},${at(top(figure.high))}`).join('')}${[...run].reverse().map(({ left, figure }) => `L${at(left)},${at(top(figure.low))}`).join('')}Z`,
    })),
    dots: runs.flatMap((run) => run.map(({ mark, left, figure }) => ({ key: mark.key, left, top: top(figure.estimate), limits: run.length > 1 ? null : { top: top(figure.high), bottom: top(figure.low) } }))),
    levels: levels.flatMap(({ from, to, mean }) => {
      const [first, last] = [markOf.get(from), markOf.get(to)];
      return first === undefined || last === undefined ? [] : [{ key: from, left: clipped(first.startMs), right: clipped(last.endMs), top: top(mean) }];
    }),
    // labels of neighbouring turns stand on two lines, so that they do not run into each other
    turns: turns.map((turn, position) => {
      const left = x.at(turn.atMs);
      return { ...turn, left, labelTop: position % 2 === 0 ? 10 : 25, anchor: left > (LEFT + right) / 2 ? 'end' : 'start' };
    }),
    months: monthStarts(fromMs, toMs, Math.max(1, Math.ceil((MONTH_WIDTH * ((toMs - fromMs) / (30 * DAY_MS))) / Math.max(1, right - LEFT)))).map((ms) => ({ ms, left: x.at(ms) })),
    events: placedEvents(eventsIn(events, marks), { clipped, right, top: plotHeight }),
    places: names.map((name, position) => ({
      name, top: under + AXIS + COVER_TOP + position * PLACE_HEIGHT,
      bars: covers.filter(({ place, fromMs: since, toMs: until }) => place === name && until >= fromMs && since <= toMs).map(({ key, fromMs: since, toMs: until, words }) => ({ key, left: clipped(since), width: Math.max(2, clipped(until) - clipped(since)), words })),
    })),
    points: marks.map((mark) => ({ key: mark.key, left: x.at(middleOf(mark)), top: mark.figure === null ? plotHeight : top(mark.figure.estimate), heading: mark.heading, lines: mark.lines, span: { fromMs: mark.startMs, toMs: mark.endMs }, ...(mark.open === undefined ? {} : { open: mark.open }) })),
  };
}

/** Events as stretches, each name on the first line where it is free; one that is free on none is drawn without its name. */
function placedEvents(events: readonly TrendEvent[], { clipped, right, top }: { readonly clipped: (ms: number) => number; readonly right: number; readonly top: number }): TrendLayout['events'] {
  const taken: number[] = [];
  return events.map(({ key, fromMs, toMs, label }) => {
    const left = clipped(fromMs);
    const wide = label.length * EVENT_LETTER;
    const anchor = left + wide > right ? ('end' as const) : ('start' as const);
    const [from, to] = anchor === 'start' ? [left, left + wide] : [left - wide, left];
    const line = Array.from({ length: EVENT_LINES }, (_, each) => each).find((each) => from >= (taken[each] ?? 0));
    if (line !== undefined) taken[line] = to + EVENT_LETTER;
    return { key, left, width: Math.max(1.5, clipped(toMs) - left), label: line === undefined ? '' : label, labelLeft: left, labelTop: top + 12 + (line ?? 0) * EVENT_LINE, anchor };
  });
}

/** First days of months within a span, every `every` months, in UTC: marks of an axis, a few hours off do not show. */
function monthStarts(fromMs: number, toMs: number, every: number): number[] {
  const starts: number[] = [];
  const first = new Date(fromMs);
  for (let month = first.getUTCMonth() + 1; ; month += 1) {
    const ms = Date.UTC(first.getUTCFullYear(), month, 1);
    if (ms > toMs) return starts;
    if (month % every === 0) starts.push(ms);
  }
}
