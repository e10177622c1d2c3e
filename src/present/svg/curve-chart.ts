import { placedLabels } from '../../domain/drawing/label-placement.ts';
import { linearScale } from '../../domain/drawing/scale.ts';
import { markSentence, type ChartMark, type MarkSeries } from '../marks.ts';
import { stepNames } from './column-chart.ts';
import { axisWords, gapWords, gridLine, TYPE, type Drawing, type Drawn } from './drawing.ts';
import { drawn, element, textLines, tooltip } from './markup.ts';
import { textWidth, wrappedText } from './text-fit.ts';
import { axisName, heldAt, tickWords, valueAxis } from './value-axis.ts';

const FOOT = 44;
/** Points of a curve that carry a tooltip, at most. */
const TOLD = 24;

interface CurvePoint {
  readonly mark: ChartMark;
  readonly x: number;
  readonly y: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Unbroken stretches of a curve: a withheld or blank value ends one. */
function stretches(points: readonly (CurvePoint | null)[]): CurvePoint[][] {
  const made: CurvePoint[][] = [[]];
  for (const point of points) {
    if (point === null) made.push([]);
    else made.at(-1)?.push(point);
  }
  return made.filter((stretch) => stretch.length > 0);
}

function stepLine(points: readonly CurvePoint[]): string {
  return points.map(({ x, y }, place) => (place === 0 ? `M${drawn(x)},${drawn(y)}` : `H${drawn(x)}V${drawn(y)}`)).join('');
}

function stepBand(points: readonly CurvePoint[]): string {
  const known = points.flatMap(({ x, low, high }) => (low === null || high === null ? [] : [{ x, low, high }]));
  const [first, ...rest] = known;
  if (first === undefined || rest.length === 0) return '';
  const [last = first, ...back] = [...known].reverse();
  return `M${drawn(first.x)},${drawn(first.high)}${rest.map(({ x, high }) => `H${drawn(x)}V${drawn(high)}`).join('')}V${drawn(last.low)}${back.map(({ x, low }) => `V${drawn(low)}H${drawn(x)}`).join('')}Z`;
}

/** Steps over waits (or over rows, where x is no number), soft bands, and each curve's name with its last value at its end. */
export function curveChart(drawing: Drawing): Drawn {
  const { chart, series, inks, width, height, formats, language } = drawing;
  const marks = series.flatMap((one) => one.marks);
  const numbered = chart.across !== null && marks.some(({ across }) => across !== null);
  const placeOf = (mark: ChartMark): number | null => (numbered ? mark.across : mark.row);
  const values = marks.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null));
  const [top, bottom] = [32, Math.max(150, height - FOOT)];
  const y = valueAxis({ kind: chart.axis.kind, min: chart.axis.min, max: chart.axis.max, values: [...values, ...(chart.reference === null ? [] : [chart.reference.value])], range: [bottom, top], wanted: Math.max(2, Math.min(5, Math.floor((bottom - top) / 50))), formats });
  const left = Math.max(20, ...y.ticks.map(({ words }) => textWidth(words, TYPE.small))) + 10;
  // 1. the room on the right for names
  const labelRoom = Math.min(width * 0.34, 210, Math.max(60, ...series.map(({ label }) => textWidth(label, TYPE.name, true))) + 26);
  const right = width - labelRoom;
  const xs = marks.flatMap((mark) => placeOf(mark) ?? []);
  const x = numbered
    ? valueAxis({ kind: chart.across?.kind ?? 'number', min: Math.min(0, ...xs), max: Math.max(1, ...xs), values: [], range: [left, right], wanted: Math.max(2, Math.min(7, Math.floor((right - left) / 80))), formats })
    : { scale: linearScale({ domain: [0, Math.max(1, ...xs)], range: [left, right] }), ticks: [] };
  const lines = series.map((one) => ({ series: one, points: one.marks.map((mark): CurvePoint | null => {
    const across = placeOf(mark);
    return mark.value === null || across === null ? null : { mark, x: x.scale.at(across), y: heldAt(y.scale, mark.value), low: mark.low === null ? null : heldAt(y.scale, mark.low), high: mark.high === null ? null : heldAt(y.scale, mark.high) };
  }) }));
  // 2. the ground
  const grid = y.ticks.map(({ at, words, value }) => gridLine(inks, { x1: left, y1: at, x2: right, y2: at, base: value === 0 }) + axisWords(inks, words, { x: left - 8, y: at + 4, anchor: 'end' })).join('')
    + x.ticks.map(({ at, words }) => element('line', { x1: at, y1: bottom, x2: at, y2: bottom + 5, stroke: inks.ground('outline') }) + axisWords(inks, words, { x: at, y: bottom + 19, anchor: 'middle' })).join('')
    + (numbered ? '' : stepNames(drawing, (series[0]?.marks ?? []).map(({ label }) => label), { slots: (series[0]?.marks ?? []).map(({ row }) => x.scale.at(row)), y: bottom + 19 }));
  const names = axisWords(inks, axisName(chart.axis.label, chart.axis.kind, language), { x: 2, y: 14, width: width - 4, strong: true })
    + (numbered && chart.across !== null ? axisWords(inks, axisName(chart.across.label, chart.across.kind, language), { x: left, y: bottom + 38, width: width - left, strong: true }) : '');
  const reference = chart.reference === null ? '' : element('line', { x1: left, y1: heldAt(y.scale, chart.reference.value), x2: right, y2: heldAt(y.scale, chart.reference.value), stroke: inks.tone('gold'), 'stroke-width': 1.5, 'stroke-dasharray': '5 4' })
    + textLines([chart.reference.label], { x: right - 4, y: heldAt(y.scale, chart.reference.value) - 5, size: TYPE.small, 'font-weight': 600, 'text-anchor': 'end', fill: inks.tone('gold') });
  // 3. bands below, lines above, tooltips where a wait changes
  const bands = lines.map(({ series: { tone }, points }) => stretches(points).map((stretch) => {
    const d = stepBand(stretch);
    return d === '' ? '' : element('path', { d, fill: inks.tone(tone), 'fill-opacity': '0.15' });
  }).join('')).join('');
  const paths = lines.map(({ series: one, points }) => stretches(points).map((stretch) => element('path', { d: stepLine(stretch), fill: 'none', stroke: inks.tone(one.tone), 'stroke-width': '2.2', 'stroke-linejoin': 'round' })
    + toldPoints(stretch).map((point) => element('circle', { cx: point.x, cy: point.y, r: 7, fill: 'transparent' }, tooltip(pointSentence(point.mark, one, drawing, numbered)))).join('')).join('')).join('');
  return { body: grid + names + bands + reference + paths + endNames(drawing, lines, { right, low: top - 10, high: bottom + 6, room: labelRoom }), height: bottom + FOOT };
}

function toldPoints(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const every = Math.max(1, Math.ceil(points.length / TOLD));
  return points.filter((_, place) => place % every === 0 || place === points.length - 1);
}

function pointSentence(mark: ChartMark, { label }: MarkSeries, { chart, formats }: Drawing, numbered: boolean): string {
  if (!numbered || chart.across === null || mark.across === null) return markSentence(mark, label);
  return markSentence({ ...mark, label: `${label}, ${chart.across.label} ${tickWords(mark.across, chart.across.kind, formats)}` }, '');
}

function endNames({ inks }: Drawing, lines: readonly { readonly series: MarkSeries; readonly points: readonly (CurvePoint | null)[] }[], { right, low, high, room }: { readonly right: number; readonly low: number; readonly high: number; readonly room: number }): string {
  const wanted = lines.map(({ series, points }, place) => {
    const last = points.findLast((point) => point !== null) ?? null;
    const name = wrappedText(series.label, { width: room - 22, size: TYPE.name, lines: 3, bold: true });
    return { key: String(place), last, name, series, wanted: last?.y ?? high, height: 16 * (name.length + 1) + 2 };
  });
  const placed = new Map(placedLabels(wanted, { low, high, gap: 4 }).map(({ key, at }) => [key, at]));
  return wanted.map(({ key, last, name, series, wanted: at, height }) => {
    const start = (placed.get(key) ?? at) - height / 2 + 13;
    const x = right + 20;
    const color = inks.tone(series.tone);
    const leader = last === null ? '' : element('path', { d: `M${drawn(last.x)},${drawn(last.y)}L${drawn(right + 14)},${drawn(start - 4)}`, fill: 'none', stroke: color, 'stroke-width': 1, 'stroke-opacity': '0.5' })
      + element('circle', { cx: last.x, cy: last.y, r: 3.5, fill: color });
    const dot = last === null ? '' : element('circle', { cx: right + 14, cy: start - 4, r: 3, fill: color });
    const withheld = series.marks.find((mark) => mark.withheld !== null);
    const value = last === null
      ? gapWords(inks, withheld?.withheld ?? '–', { x, y: start + name.length * 16, width: room - 20 })
      : textLines([last.mark.written], { x, y: start + name.length * 16, size: TYPE.name, fill: inks.ground('ink') });
    return leader + dot + textLines(name, { x, y: start, size: TYPE.name, step: 16, 'font-weight': 600, fill: inks.ground('ink'), whole: series.label }) + value;
  }).join('');
}
