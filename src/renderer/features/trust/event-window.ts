import { linearScale, roundTicks, type Scale } from '../../charts/scale.ts';

/** A mean with its limits, null where too few were observed. */
export interface WindowValue {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** One month of the window; `month` counts from the event, never 0. */
export interface WindowMonth {
  readonly month: number;
  readonly cases: WindowValue;
  readonly controls: WindowValue;
}

/** One mark in pixels. */
export interface WindowMark {
  readonly month: number;
  readonly side: 'cases' | 'controls';
  readonly left: number;
  readonly top: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** The window in pixels; `line` joins the marks of a side that stand next to each other, with a gap at the event. */
export interface WindowLayout {
  readonly x: Scale;
  readonly y: Scale;
  readonly bottom: number;
  readonly event: number;
  readonly ticks: readonly number[];
  readonly marks: readonly WindowMark[];
  readonly lines: readonly { readonly side: 'cases' | 'controls'; readonly path: string }[];
}

const MARGIN = { left: 44, right: 20, top: 26, bottom: 34 } as const;
const APART = 5;

/** Lays the months before and after an event out: both sides next to each other, none drawn where nothing is known. */
export function windowLayout(months: readonly WindowMonth[], { width, height }: { readonly width: number; readonly height: number }): WindowLayout {
  const right = Math.max(MARGIN.left + 80, width - MARGIN.right);
  const bottom = height - MARGIN.bottom;
  const reach = Math.max(1, ...months.map(({ month }) => Math.abs(month))) + 0.5;
  const values = months.flatMap(({ cases, controls }) => [cases.estimate, cases.high, controls.estimate, controls.high].filter((value) => value !== null));
  const x = linearScale({ domain: [-reach, reach], range: [MARGIN.left, right] });
  const y = linearScale({ domain: [0, Math.max(0.1, ...values) * 1.05], range: [bottom, MARGIN.top] });
  const marksOf = (side: 'cases' | 'controls'): WindowMark[] => months.flatMap(({ month, [side]: { estimate, low, high } }): WindowMark[] =>
    estimate === null ? [] : [{ month, side, left: x.at(month) + (side === 'cases' ? -APART : APART), top: y.at(estimate), from: low === null ? null : y.at(low), to: high === null ? null : y.at(high) }]);
  const [cases, controls] = [marksOf('cases'), marksOf('controls')];
  const lineOf = (marks: readonly WindowMark[]): string => marks.map(({ month, left, top }, place) => `${place > 0 && marks[place - 1]?.month === month - 1 ? 'L' : 'M'}${left},${top}`).join('');
  return { x, y, bottom, event: x.at(0), ticks: roundTicks({ domain: y.domain, wanted: 4 }), marks: [...cases, ...controls], lines: [{ side: 'controls', path: lineOf(controls) }, { side: 'cases', path: lineOf(cases) }] };
}
