import { linearScale, type Scale } from '../../domain/drawing/scale.ts';
import { tribeShapePath } from '../../domain/drawing/tribe-shape-path.ts';
import { TRIBE_SHAPES, type TribeShape } from '../../domain/model/tribe-look.ts';
import type { ReportTone } from '../../domain/model/report.ts';
import { columnPlace, type ChartMark } from '../marks.ts';
import { cellWriter } from '../../domain/wording/written-cell.ts';
import { axisWords, gapWords, gridLine, TYPE, type Drawing, type Drawn } from './drawing.ts';
import { freeBoxes, overlap, type Box } from './free-boxes.ts';
import { drawn, element, textLines, tooltip } from './markup.ts';
import { textWidth, wrappedText } from './text-fit.ts';
import { tickWords } from './value-axis.ts';

const FOOT = 44;
const PEOPLE = { it: (count: string, one: boolean) => `${count} ${one ? 'persona' : 'persone'}`, en: (count: string, one: boolean) => `${count} ${one ? 'person' : 'people'}` } as const;

/** Logarithm that also has a place for 0: one point more than there are. */
const place = (value: number): number => Math.log10(Math.max(0, value) + 1);

interface Plane {
  readonly x: Scale;
  readonly y: Scale;
}

/** The shape that goes with a tribe's hue; a disc for any other tone. */
function shapeOf(tone: ReportTone): TribeShape {
  const found = /^tribe-(?<number>[1-8])$/u.exec(tone)?.groups?.['number'];
  return found === undefined ? 'circle' : (TRIBE_SHAPES[Number(found) - 1] ?? 'circle');
}

/** Whole powers of ten up to a value, and 0: what a logarithmic axis names. */
function powers(largest: number): number[] {
  const made = [0];
  for (let value = 1; value <= largest * 1.001; value *= 10) made.push(value);
  return made;
}

/**
 * Two columns against each other on logarithmic axes, a mark a row with its name beside it: area by people where the table
 * knows them, shape and hue by tribe. The reference is a share of both: the line along which y is that many times x.
 */
export function mapChart(drawing: Drawing): Drawn {
  const { chart, table, series, inks, width, height, formats } = drawing;
  const marks = series[0]?.marks ?? [];
  const known = marks.flatMap((mark) => (mark.value === null || mark.across === null ? [] : [{ mark, value: mark.value, across: mark.across, people: table.people?.[mark.row]?.people ?? null }]));
  const gaps = marks.filter((mark) => mark.value === null || mark.across === null);
  const largest = Math.max(1, ...known.flatMap(({ value, across }) => [value, across])) * 1.6;
  const ticks = powers(largest);
  const left = Math.max(24, ...ticks.map((tick) => textWidth(tickWords(tick, chart.axis.kind, formats), TYPE.small))) + 12;
  const [top, bottom] = [30, Math.max(180, height - FOOT - (gaps.length > 0 ? 18 : 0))];
  const plane: Plane = { x: linearScale({ domain: [0, place(largest)], range: [left, width - 10] }), y: linearScale({ domain: [0, place(largest)], range: [bottom, top] }) };
  // 1. the ground
  const frame = element('rect', { x: left, y: top, width: width - 10 - left, height: bottom - top, fill: inks.ground('sunken'), 'fill-opacity': '0.5' });
  const grid = ticks.map((tick) => {
    const [x, y] = [plane.x.at(place(tick)), plane.y.at(place(tick))];
    return gridLine(inks, { x1: x, y1: top, x2: x, y2: bottom, base: tick === 0 }) + gridLine(inks, { x1: left, y1: y, x2: width - 10, y2: y, base: tick === 0 })
      + axisWords(inks, tickWords(tick, chart.across?.kind ?? 'number', formats), { x, y: bottom + 17, anchor: 'middle' })
      + axisWords(inks, tickWords(tick, chart.axis.kind, formats), { x: left - 8, y: y + 4, anchor: 'end' });
  }).join('');
  const names = axisWords(inks, chart.axis.label, { x: 2, y: 14, width: width / 2, strong: true })
    + axisWords(inks, chart.across?.label ?? '', { x: width - 10, y: bottom + 36, anchor: 'end', width: width - left, strong: true });
  // 2. marks, the large below the small, and their names
  const most = Math.max(1, ...known.map(({ people }) => people ?? 0));
  const size = Math.min(1, width / 620);
  const drawnMarks = known.map((one) => ({ ...one, x: plane.x.at(place(one.across)), y: plane.y.at(place(one.value)), radius: one.people === null ? 8 : 6 + 13 * size * Math.sqrt(one.people / most) }));
  const points = drawnMarks.toSorted((first, second) => second.radius - first.radius).map(({ mark, x, y, radius }) => element('path', {
    d: tribeShapePath(shapeOf(mark.tone), radius), transform: `translate(${drawn(x)} ${drawn(y)})`, 'fill-rule': 'evenodd', fill: inks.tone(mark.tone), stroke: inks.ground('surface'), 'stroke-width': '1.5',
  }, tooltip(mapSentence(drawing, mark)))).join('');
  const missing = gaps.length === 0 ? '' : gapWords(inks, gaps.map(({ label, withheld }) => `${label}: ${withheld ?? '–'}`).join('; '), { x: left, y: bottom + FOOT + 10, width: width - left - 10 });
  const line = parity(drawing, plane, { largest, taken: drawnMarks.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })) });
  return { body: frame + grid + names + line.body + points + markNames(drawing, drawnMarks, { left, right: width - 10, top, bottom }, line.box) + missing, height: bottom + FOOT + (gaps.length > 0 ? 18 : 0) };
}

function mapSentence({ chart, table, formats, language }: Drawing, mark: ChartMark): string {
  if (chart.across === null) return `${mark.label}: ${mark.written}`;
  const column = columnPlace(table, chart.across.column, `chart "${chart.key}"`);
  const write = cellWriter({ language, timeZone: 'UTC', floor: 0 });
  const people = table.people?.[mark.row]?.people;
  const size = people === undefined ? '' : ` (${PEOPLE[language](formats.count(people), people === 1)})`;
  return `${mark.label}${size}: ${chart.axis.label} ${mark.written}, ${chart.across.label} ${write(table.rows[mark.row]?.[column] ?? null, table.columns[column] ?? { kind: 'text' })}`;
}

/** The line of the reference with a soft band of a fifth of a power of ten to both sides; its words stand where no mark is, low on the line first. */
function parity({ chart, inks }: Drawing, { x, y }: Plane, { largest, taken }: { readonly largest: number; readonly taken: readonly Box[] }): { readonly body: string; readonly box: readonly Box[] } {
  if (chart.reference === null || chart.reference.value <= 0) return { body: '', box: [] };
  const { value, label } = chart.reference;
  const line = (times: number): string[] => Array.from({ length: 33 }, (_, step) => {
    const across = 10 ** ((step / 32) * place(largest)) - 1;
    return `${drawn(x.at(place(across)))},${drawn(y.at(Math.min(place(across * value * times), y.domain[1])))}`;
  });
  const wide = textWidth(label, TYPE.small, true);
  const boxes = [0.32, 0.2, 0.45, 0.58, 0.7, 0.82].map((part): Box => {
    const across = 10 ** (part * place(largest)) - 1;
    const [left, middle] = [x.at(place(across)) + 12, Math.min(y.at(Math.min(place(across * value), y.domain[1])) + 12, y.range[0] - 10)];
    return { left, right: left + wide, top: middle - 9, bottom: middle + 9 };
  });
  const box = boxes.find((one) => taken.every((other) => overlap(one, other) === 0)) ?? boxes[0];
  return {
    body: element('path', { d: `M${[...line(10 ** 0.2), ...line(10 ** -0.2).reverse()].join('L')}Z`, fill: inks.tone('gold'), 'fill-opacity': '0.14' })
      + element('path', { d: `M${line(1).join('L')}`, fill: 'none', stroke: inks.tone('gold'), 'stroke-width': '1.5', 'stroke-dasharray': '5 4' })
      + (box === undefined ? '' : textLines([label], { x: box.left, y: box.top + 13, size: TYPE.small, 'font-weight': 600, fill: inks.tone('gold') })),
    box: box === undefined ? [] : [box],
  };
}

interface NamedMark {
  readonly mark: ChartMark;
  readonly people: number | null;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A line from the rim of a mark to a name that stands apart from it. */
function leaderLine(inks: Drawing['inks'], from: { readonly x: number; readonly y: number; readonly radius: number }, to: { readonly x: number; readonly y: number }): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(1, from.radius / length);
  return element('line', { x1: from.x + (to.x - from.x) * part, y1: from.y + (to.y - from.y) * part, x2: to.x, y2: to.y, stroke: inks.ground('outline'), 'stroke-width': 1 });
}

function markNames({ inks, formats, language, width }: Drawing, marks: readonly NamedMark[], frame: Box, line: readonly Box[]): string {
  const room = Math.min(190, width * 0.36);
  const named = marks.map((one) => {
    const name = wrappedText(one.mark.label, { width: room, size: TYPE.name, lines: 2, bold: true });
    const size = one.people === null ? null : PEOPLE[language](formats.count(one.people), one.people === 1);
    const reach = Math.max(...name.map((words) => textWidth(words, TYPE.name, true)), size === null ? 0 : textWidth(size, TYPE.small));
    return { ...one, name, size, width: reach, height: 16 * name.length + (size === null ? 0 : 15) };
  });
  const boxes = freeBoxes(named, { frame, taken: [...marks.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })), ...line] });
  return named.map(({ mark, name, size, x, y, radius }, place) => {
    const box = boxes[place] ?? frame;
    const after = box.left > x;
    const beside = box.left > x || box.right < x;
    const at = after ? box.left : beside ? box.right : (box.left + box.right) / 2;
    const anchor = after ? 'start' : beside ? 'end' : 'middle';
    const far = Math.abs((box.top + box.bottom) / 2 - y) > radius + (box.bottom - box.top) / 2 + 8;
    const leader = far ? leaderLine(inks, { x, y, radius }, { x: after ? at - 3 : at + 3, y: (box.top + box.bottom) / 2 }) : '';
    const halo = { 'paint-order': 'stroke', stroke: inks.ground('surface'), 'stroke-width': 3, 'stroke-linejoin': 'round', 'text-anchor': anchor };
    return leader + textLines(name, { x: at, y: box.top + 12, size: TYPE.name, step: 16, 'font-weight': 600, fill: inks.ground('ink'), whole: mark.label, ...halo })
      + (size === null ? '' : textLines([size], { x: at, y: box.top + 11 + name.length * 16, size: TYPE.small, fill: inks.ground('muted'), ...halo }));
  }).join('');
}
