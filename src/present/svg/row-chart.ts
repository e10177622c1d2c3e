import { markSentence, type ChartMark } from '../marks.ts';
import { axisWords, gapWords, gridLine, referenceMark, seriesKey, TYPE, type Drawing, type Drawn } from './drawing.ts';
import { element, textLines, tooltip } from './markup.ts';
import { textWidth, wrappedText } from './text-fit.ts';
import { axisName, heldAt, valueAxis, type ValueAxis } from './value-axis.ts';

/** Below this width names stand above their marks instead of beside them. */
const NAMES_ABOVE = 520;
/** Room of one series on a row that has several. */
const LANE = 19;
const FOOT = 40;
const GAP = 8;

/** Where one row is drawn: its middle, and how high its mark may be. */
interface RowPlace {
  readonly middle: number;
  readonly thick: number;
  /** Name of its series. */
  readonly series: string;
}

type RowMark = (row: readonly ChartMark[], place: RowPlace, axis: ValueAxis) => string;

const given = (value: number | null): value is number => value !== null;
const rowsOf = ({ series }: Drawing): readonly (readonly ChartMark[])[] => (series[0]?.marks ?? []).map((_, place) => series.flatMap(({ marks }) => marks[place] ?? []));

/** What a row says beside its mark, and whether a number stands there. */
function rowValue(row: readonly ChartMark[], stacked: boolean): { readonly words: string; readonly gap: boolean } {
  const missing = row.find(({ withheld }) => withheld !== null);
  if (missing !== undefined) return { words: missing.withheld ?? '', gap: true };
  if (row.every(({ value }) => value === null)) return { words: '–', gap: true };
  return { words: stacked ? '' : (row[0]?.written ?? ''), gap: false };
}

/** Series side by side on one line where they are parts of a whole, else each on a line of its own. */
function lanesOf(row: readonly ChartMark[], stacked: boolean): readonly (readonly ChartMark[])[] {
  return stacked ? [row] : row.map((mark) => [mark]);
}

/** The value at the end of a mark, or the words of its gap. */
function saidBeside({ inks, width }: Drawing, marks: readonly ChartMark[], { axis: { scale }, stacked, middle }: { readonly axis: ValueAxis; readonly stacked: boolean; readonly middle: number }): string {
  const { words, gap } = rowValue(marks, stacked);
  if (words === '') return '';
  const ends = stacked ? [marks.reduce((sum, { value }) => sum + Math.max(0, value ?? 0), 0)] : marks.flatMap(({ value, high }) => [value, high]).filter(given);
  const x = Math.max(scale.at(scale.domain[0]), ...ends.map((value) => heldAt(scale, value))) + GAP;
  if (gap) return gapWords(inks, words, { x, y: middle + 4.5, width: width - x });
  return textLines(wrappedText(words, { width: width - x, size: TYPE.name, lines: 1 }), { x, y: middle + 4.5, size: TYPE.name, 'font-weight': 560, fill: inks.ground('ink'), whole: words });
}

function rowsFrame(drawing: Drawing, { values, stacked, mark }: { readonly values: readonly number[]; readonly stacked: boolean; readonly mark: RowMark }): Drawn {
  const { chart, inks, series, width, height, formats, language } = drawing;
  const rows = rowsOf(drawing);
  const above = width < NAMES_ABOVE;
  // 1. room for names on the left and for values on the right, as wide as they need within limits
  const widest = Math.max(0, ...rows.map((row) => textWidth(row[0]?.label ?? '', TYPE.name, true)));
  const left = above ? 2 : Math.min(width * 0.34, Math.max(60, widest + 6)) + GAP;
  const valueWidth = Math.min(width * 0.3, Math.max(0, ...rows.flatMap((row) => lanesOf(row, stacked).map((marks) => textWidth(rowValue(marks, stacked).words, TYPE.name, true)))) + GAP + 6);
  const right = width - Math.max(valueWidth, 12);
  const names = rows.map((row) => wrappedText(row[0]?.label ?? '', { width: above ? width - 4 : left - GAP - 4, size: TYPE.name, lines: above ? 1 : 2, bold: true }));
  const key = seriesKey(drawing, above ? 2 : left);
  const top = key.height + (chart.reference === null ? 6 : 24);
  const lanes = stacked ? 1 : Math.max(1, series.length);
  const further = (lanes - 1) * LANE;
  const least = further + (above ? 46 : names.some((lines) => lines.length > 1) ? 38 : 28);
  const pitch = Math.max(least, Math.min(54 + further, (height - top - FOOT) / Math.max(1, rows.length)));
  const bottom = top + pitch * rows.length;
  const axis = valueAxis({ kind: chart.axis.kind, min: chart.axis.min, max: chart.axis.max, values: [...values, ...(chart.reference === null ? [] : [chart.reference.value])], range: [left, right], wanted: Math.max(2, Math.min(6, Math.floor((right - left) / 90))), formats });
  // 2. the ground: grid, ticks, names of the axis
  const grid = axis.ticks.map(({ at, value, words }) => gridLine(inks, { x1: at, y1: top, x2: at, y2: bottom, base: value === 0 })
    + axisWords(inks, words, { x: at, y: bottom + 16, anchor: at - left < 14 ? 'start' : 'middle' })).join('');
  const title = axisWords(inks, axisName(chart.axis.label, chart.axis.kind, language), { x: left, y: bottom + 33, width: width - left, strong: true });
  // 3. rows
  const body = rows.map((row, place) => {
    const start = top + place * pitch;
    const thick = lanes > 1 ? LANE - 6 : Math.min(above ? 16 : 20, pitch - 12);
    const middle = above ? start + 20 + (pitch - 22) / 2 : start + pitch / 2;
    const lines = names[place] ?? [];
    const name = textLines(lines, { x: above ? 2 : left - GAP - 2, y: above ? start + 14 : middle + 4.5 - (lines.length - 1) * 8, size: TYPE.name, step: 16, 'font-weight': 600, 'text-anchor': above ? 'start' : 'end', fill: inks.ground('ink'), whole: row[0]?.label ?? '' });
    return name + lanesOf(row, stacked).map((marks, lane) => {
      const at = middle + (lane - (lanes - 1) / 2) * LANE;
      return mark(marks, { middle: at, thick, series: series[lane]?.label ?? '' }, axis) + saidBeside(drawing, marks, { axis, stacked, middle: at });
    }).join('');
  }).join('');
  const reference = chart.reference === null ? '' : referenceMark(drawing, { x: heldAt(axis.scale, chart.reference.value), top, bottom, label: chart.reference.label });
  return { body: key.body + grid + title + reference + body, height: bottom + FOOT };
}

const limitsAndValues = ({ series }: Drawing): number[] => series.flatMap(({ marks }) => marks.flatMap(({ value, low, high }) => [value, low, high].filter(given)));

/** One horizontal bar a row and series with its value at its end; where limits are known, the part between them is soft. */
export function barChart(drawing: Drawing): Drawn {
  const { inks } = drawing;
  return rowsFrame(drawing, {
    values: limitsAndValues(drawing), stacked: false,
    mark: ([mark], { middle, thick, series }, { scale }) => {
      if (mark?.value === null || mark === undefined) return '';
      const zero = heldAt(scale, Math.max(0, scale.domain[0]));
      const ends = [mark.low ?? mark.value, mark.value, mark.high ?? mark.value].map((value) => heldAt(scale, value));
      const bar = (from: number, to: number, opacity: number): string => (Math.abs(to - from) < 0.05 ? '' : element('rect', { x: Math.min(from, to), y: middle - thick / 2, width: Math.abs(to - from), height: thick, fill: inks.tone(mark.tone), 'fill-opacity': String(opacity) }));
      const [low = zero, value = zero, high = zero] = ends;
      return element('g', {}, tooltip(markSentence(mark, series)), bar(zero, low, 1), bar(low, value, 0.62), bar(value, high, 0.24));
    },
  });
}

/** A dot a row and series on the soft band of its interval. */
export function intervalChart(drawing: Drawing): Drawn {
  const { inks } = drawing;
  return rowsFrame(drawing, {
    values: limitsAndValues(drawing), stacked: false,
    mark: ([mark], { middle, series }, { scale }) => {
      if (mark?.value === null || mark === undefined) return '';
      const at = heldAt(scale, mark.value);
      const color = inks.tone(mark.tone);
      const limits = mark.low === null || mark.high === null ? '' : element('rect', { x: heldAt(scale, mark.low), y: middle - 5, width: Math.max(1, heldAt(scale, mark.high) - heldAt(scale, mark.low)), height: 10, rx: 5, fill: color, 'fill-opacity': '0.28' });
      return element('g', {}, tooltip(markSentence(mark, series)), limits, element('circle', { cx: at, cy: middle, r: 5.5, fill: color }));
    },
  });
}

/** One bar a row made of its series side by side, each with its value, beside the bar where it has no room inside. Parts below zero are not drawn. */
export function stackedChart(drawing: Drawing): Drawn {
  const { inks, series } = drawing;
  const sums = rowsOf(drawing).map((row) => row.reduce((sum, { value }) => sum + Math.max(0, value ?? 0), 0));
  return rowsFrame(drawing, {
    values: sums, stacked: true,
    mark: (row, { middle, thick }, { scale }) => {
      let sum = 0;
      const unsaid: string[] = [];
      const parts = row.map((mark, place) => {
        const part = Math.max(0, mark.value ?? 0);
        const [from, to] = [heldAt(scale, sum), heldAt(scale, sum + part)];
        sum += part;
        if (to - from < 0.3) return '';
        const tone = series[place]?.tone ?? mark.tone;
        const fits = textWidth(mark.written, TYPE.small, true) + 8 <= to - from;
        if (!fits) unsaid.push(mark.written);
        const words = !fits ? '' : textLines([mark.written], { x: (from + to) / 2, y: middle + 4, size: TYPE.small, 'font-weight': 600, 'text-anchor': 'middle', fill: inks.onTone(tone) });
        return element('g', {}, tooltip(markSentence(mark, series[place]?.label ?? '')), element('rect', { x: from, y: middle - thick / 2, width: Math.max(0.5, to - from - 1.5), height: thick, fill: inks.tone(tone) }), words);
      }).join('');
      const [beside, end] = [unsaid.join(' · '), heldAt(scale, sum) + GAP];
      return unsaid.length === 0 || row.some(({ withheld }) => withheld !== null) || end + textWidth(beside, TYPE.small) > drawing.width ? parts : parts + textLines([beside], { x: end, y: middle + 4, size: TYPE.small, fill: inks.ground('muted') });
    },
  });
}
