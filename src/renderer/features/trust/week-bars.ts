import { linearScale, roundTicks, type Scale } from '../../charts/scale.ts';
import { PROMISE_STATE_ORDER, type PromiseStateCode } from './promise-words.ts';

/** Promises of one week by state. */
export interface WeekCounts {
  readonly startMs: number;
  readonly counts: Readonly<Record<PromiseStateCode, number>>;
}

/** One part of a bar in pixels. */
export interface WeekPart {
  readonly state: PromiseStateCode;
  readonly week: number;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** Bars with their axes. */
export interface WeekBars {
  readonly x: Scale;
  readonly y: Scale;
  readonly bottom: number;
  readonly right: number;
  readonly countTicks: readonly number[];
  /** Places of the weeks that are labelled. */
  readonly labelled: readonly number[];
  readonly parts: readonly WeekPart[];
}

const MARGIN = { left: 40, right: 8, top: 12, bottom: 28 } as const;
const LABEL_ROOM = 150;
const WIDEST = 26;

/** Lays weeks out as stacked bars, what was seen kept at the bottom, what nothing is seen of on top; no bar wider than 26 px. */
export function weekBars(weeks: readonly WeekCounts[], { width, height }: { readonly width: number; readonly height: number }): WeekBars {
  const right = Math.max(MARGIN.left + 60, width - MARGIN.right);
  const bottom = height - MARGIN.bottom;
  const highest = Math.max(1, ...weeks.map(({ counts }) => PROMISE_STATE_ORDER.reduce((sum, state) => sum + counts[state], 0)));
  const x = linearScale({ domain: [0, Math.max(1, weeks.length)], range: [MARGIN.left, right] });
  const y = linearScale({ domain: [0, highest], range: [bottom, MARGIN.top] });
  const band = x.at(1) - x.at(0);
  const bar = Math.min(WIDEST, Math.max(1, band * 0.78));
  const every = Math.max(1, Math.ceil(LABEL_ROOM / band));
  return {
    x, y, bottom, right,
    countTicks: roundTicks({ domain: [0, highest], wanted: 4 }).filter((tick) => Number.isInteger(tick)),
    labelled: weeks.flatMap((_, week) => (week % every === 0 ? [week] : [])),
    parts: weeks.flatMap(({ counts }, week) => {
      let under = 0;
      return PROMISE_STATE_ORDER.flatMap((state): WeekPart[] => {
        const n = counts[state];
        if (n === 0) return [];
        const part = { state, week, left: x.at(week + 0.5) - bar / 2, width: bar, top: y.at(under + n), height: y.at(under) - y.at(under + n) };
        under += n;
        return [part];
      });
    }),
  };
}
