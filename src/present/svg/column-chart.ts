import { markSentence, type ChartMark } from '../marks.ts';
import { axisWords, gridLine, seriesKey, TYPE, type Drawing, type Drawn } from './drawing.ts';
import { element, textLines, tooltip } from './markup.ts';
import { textWidth } from './text-fit.ts';
import { axisName, heldAt, valueAxis } from './value-axis.ts';

const FOOT = 40;

/** A name of time in two parts: what changes each time, and the year, which is written where it changes only. */
function twoParts(label: string): readonly [string, string] {
  const found = /^(?<rest>.+?) (?<year>\d{4})$/u.exec(label);
  return [found?.groups?.['rest'] ?? label, found?.groups?.['year'] ?? ''];
}

/** Names under an axis of time or other steps: as many as fit, the year on a second line where it changes. */
export function stepNames({ inks }: Drawing, labels: readonly string[], { slots, y }: { readonly slots: readonly number[]; readonly y: number }): string {
  const width = Math.max(0, ...labels.map((label) => textWidth(twoParts(label)[0], TYPE.small))) + 10;
  const gap = slots.length < 2 ? width : Math.abs((slots[1] ?? 0) - (slots[0] ?? 0));
  const every = Math.max(1, Math.ceil(width / Math.max(1, gap)));
  let year = '';
  return labels.map((label, place) => {
    if (place % every !== 0) return '';
    const [short, ofYear] = twoParts(label);
    const changed = ofYear !== year;
    year = ofYear;
    const x = slots[place] ?? 0;
    return axisWords(inks, short, { x, y, anchor: 'middle' }) + (changed && ofYear !== '' ? axisWords(inks, ofYear, { x, y: y + 15, anchor: 'middle', strong: true }) : '');
  }).join('');
}

/** Values over their columns: all where each has room, else the greatest of each series. */
function isSaid(mark: ChartMark, marks: readonly ChartMark[], fits: boolean): boolean {
  if (mark.value === null) return false;
  return fits || mark === marks.reduce((most, other) => ((other.value ?? Number.NEGATIVE_INFINITY) > (most.value ?? Number.NEGATIVE_INFINITY) ? other : most));
}

/** Columns along time, series beside each other, limits as a soft band around the top; a gap where a number is withheld, with its words. */
export function columnChart(drawing: Drawing): Drawn {
  const { chart, series, inks, width, height, formats, language } = drawing;
  const steps = series[0]?.marks.length ?? 0;
  const values = series.flatMap(({ marks }) => marks.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null)));
  const key = seriesKey(drawing, 2);
  const top = key.height + 40;
  const bottom = Math.max(top + 80, height - FOOT);
  const draft = valueAxis({ kind: chart.axis.kind, min: chart.axis.min, max: chart.axis.max, values: [...values, ...(chart.reference === null ? [] : [chart.reference.value])], range: [bottom, top], wanted: Math.max(2, Math.min(5, Math.floor((bottom - top) / 36))), formats });
  const left = Math.max(20, ...draft.ticks.map(({ words }) => textWidth(words, TYPE.small))) + 10;
  const slot = (width - left - 4) / Math.max(1, steps);
  const group = slot * 0.78;
  const thick = Math.min(46, group / Math.max(1, series.length));
  const middle = (step: number): number => left + (step + 0.5) * slot;
  const fits = series.every(({ marks }) => marks.every(({ written }) => textWidth(written, TYPE.small, true) + 4 <= thick));
  const grid = draft.ticks.map(({ at, words, value }) => gridLine(inks, { x1: left, y1: at, x2: width - 4, y2: at, base: value === 0 }) + axisWords(inks, words, { x: left - 8, y: at + 4, anchor: 'end' })).join('');
  const name = axisWords(inks, axisName(chart.axis.label, chart.axis.kind, language), { x: 2, y: key.height + 14, width: width - 4, strong: true });
  const zero = heldAt(draft.scale, Math.max(0, draft.scale.domain[0]));
  const columns = series.map(({ label, marks }, place) => marks.map((mark, step) => {
    const x = middle(step) + (place - series.length / 2) * thick;
    if (mark.value === null) {
      if (mark.withheld === null) return '';
      const [cx, cy] = [x + thick / 2, zero - 6];
      return textLines([mark.withheld], { x: cx + 4, y: cy, size: 11, 'font-style': 'italic', fill: inks.ground('muted'), transform: `rotate(-90 ${String(Math.round(cx + 4))} ${String(Math.round(cy))})` });
    }
    const at = heldAt(draft.scale, mark.value);
    const color = inks.tone(chart.rowTones === null ? (series[place]?.tone ?? mark.tone) : mark.tone);
    const band = mark.low === null || mark.high === null ? '' : element('rect', { x: x + thick * 0.2, y: heldAt(draft.scale, mark.high), width: thick * 0.6, height: Math.max(1, heldAt(draft.scale, mark.low) - heldAt(draft.scale, mark.high)), rx: 3, fill: inks.ground('ink'), 'fill-opacity': '0.22' });
    const words = isSaid(mark, marks, fits) ? textLines([mark.written], { x: x + thick / 2, y: Math.min(at, mark.high === null ? at : heldAt(draft.scale, mark.high)) - 5, size: TYPE.small, 'font-weight': 600, 'text-anchor': 'middle', fill: inks.ground('ink') }) : '';
    return element('g', {}, tooltip(markSentence(mark, label)), element('rect', { x: x + 0.75, y: Math.min(at, zero), width: Math.max(1, thick - 1.5), height: Math.max(0.5, Math.abs(zero - at)), fill: color }), band, words);
  }).join('')).join('');
  const reference = chart.reference === null ? '' : element('line', { x1: left, y1: heldAt(draft.scale, chart.reference.value), x2: width - 4, y2: heldAt(draft.scale, chart.reference.value), stroke: inks.tone('gold'), 'stroke-width': 1.5, 'stroke-dasharray': '5 4' })
    + textLines([chart.reference.label], { x: width - 6, y: heldAt(draft.scale, chart.reference.value) - 5, size: TYPE.small, 'font-weight': 600, 'text-anchor': 'end', fill: inks.tone('gold') });
  const names = stepNames(drawing, (series[0]?.marks ?? []).map(({ label }) => label), { slots: Array.from({ length: steps }, (_, step) => middle(step)), y: bottom + 17 });
  return { body: key.body + name + grid + columns + reference + names, height: bottom + FOOT };
}
