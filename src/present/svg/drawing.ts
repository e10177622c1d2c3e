import type { ReportChart, ReportTable } from '../../domain/model/report.ts';
import type { Formats } from '../../domain/wording/formats.ts';
import type { MarkSeries } from '../marks.ts';
import type { ChartInks } from './chart-inks.ts';
import { element, textLines } from './markup.ts';
import { shortened, textWidth, wrappedText } from './text-fit.ts';

/** What every kind of chart is drawn from. Sizes are pixels of the drawing's own plane; `height` is what is wished for. */
export interface Drawing {
  readonly chart: ReportChart;
  readonly table: ReportTable;
  readonly series: readonly MarkSeries[];
  readonly width: number;
  readonly height: number;
  readonly inks: ChartInks;
  readonly formats: Formats;
  readonly language: 'it' | 'en';
}

/** What a kind of chart gives back: markup, and how high it came out, which many rows make higher than wished for. */
export interface Drawn {
  readonly body: string;
  readonly height: number;
}

/** Sizes of type: names and values, and what stands around them. */
export const TYPE = { name: 13, small: 12 } as const;

/** Names of several series as coloured words in a row above the plot, on as many lines as they need; nothing for one series. */
export function seriesKey({ series, inks, width }: Drawing, left: number): Drawn {
  if (series.length < 2) return { body: '', height: 0 };
  let [x, line] = [left, 0];
  const body = series.map(({ label, tone }) => {
    const written = shortened(label, width - left - 24, TYPE.small, true);
    const needed = 18 + textWidth(written, TYPE.small, true) + 16;
    if (x > left && x + needed > width) [x, line] = [left, line + 1];
    const y = 14 + line * 19;
    const entry = element('rect', { x, y: y - 9.5, width: 11, height: 11, rx: 3, fill: inks.tone(tone) })
      + textLines([written], { x: x + 17, y, size: TYPE.small, 'font-weight': 600, fill: inks.ground('ink'), whole: label });
    x += needed;
    return entry;
  }).join('');
  return { body, height: (line + 1) * 19 + 9 };
}

/** A hairline of the grid, or the line of zero. */
export function gridLine(inks: ChartInks, { x1, y1, x2, y2, base = false }: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly base?: boolean }): string {
  return element('line', { x1, y1, x2, y2, stroke: inks.ground(base ? 'outline' : 'line'), 'stroke-width': 1 });
}

/** Small grey words: ticks and names of axes. */
export function axisWords(inks: ChartInks, words: string, place: { readonly x: number; readonly y: number; readonly anchor?: 'start' | 'middle' | 'end'; readonly width?: number; readonly strong?: boolean }): string {
  const strong = place.strong === true;
  const written = place.width === undefined ? words : shortened(words, place.width, TYPE.small, strong);
  return textLines([written], { x: place.x, y: place.y, size: TYPE.small, fill: inks.ground('muted'), 'text-anchor': place.anchor ?? 'start', 'font-weight': strong ? 600 : null, whole: words });
}

/** The dashed line to hold values against, with its words, where the chart has one that stands inside the plot. */
export function referenceMark({ inks, width }: Drawing, { x, top, bottom, label }: { readonly x: number; readonly top: number; readonly bottom: number; readonly label: string }): string {
  const half = textWidth(label, TYPE.small, true) / 2;
  const anchor = x + half > width - 4 ? 'end' : x - half < 4 ? 'start' : 'middle';
  return element('line', { x1: x, y1: top, x2: x, y2: bottom, stroke: inks.tone('gold'), 'stroke-width': 1.5, 'stroke-dasharray': '5 4' })
    + textLines(wrappedText(label, { width: width - 8, size: TYPE.small, lines: 1, bold: true }), { x, y: top - 5, size: TYPE.small, 'text-anchor': anchor, 'font-weight': 600, fill: inks.tone('gold'), whole: label });
}

/** Words in place of a mark whose number is not given. */
export function gapWords(inks: ChartInks, words: string, place: { readonly x: number; readonly y: number; readonly width: number }): string {
  return textLines([shortened(words, place.width, TYPE.small)], { x: place.x, y: place.y, size: TYPE.small, 'font-style': 'italic', fill: inks.ground('muted'), whole: words });
}
