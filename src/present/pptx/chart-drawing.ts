import type { ReportCell, ReportChart, ReportColumn, ReportLook, ReportTable } from '../../domain/model/report.ts';
import type { ChartMark, MarkSeries } from '../marks.ts';
import type { SheetUnit } from './axis-scale.ts';
import type { ChartSheet } from './chart-sheet.ts';
import type { DeckWords } from './deck-words.ts';

/** A native chart before it is a part of a file: its markup and the sheet it quotes. */
export interface ChartDrawing {
  readonly xml: string;
  readonly sheet: ChartSheet;
  /** Rows without a mark and why, for a line under the chart; empty where every row has its mark or its words in the chart. */
  readonly unshown: string;
  /** A line to hold horizontal bars against, which no native bar chart has: its place across the chart, 0 to 1, from where to where down it, and its words. */
  readonly upright: { readonly at: number; readonly top: number; readonly bottom: number; readonly label: string } | null;
}

/** How a deck writes: its language, its cells and its colours. */
export interface DeckVoice {
  readonly language: 'it' | 'en';
  readonly write: (cell: ReportCell, column: Pick<ReportColumn, 'kind'>) => string;
  readonly words: DeckWords;
  readonly look: ReportLook;
}

/** What every kind of chart is drawn from. Sizes are in inches. */
export interface ChartGround {
  readonly chart: ReportChart;
  readonly table: ReportTable;
  readonly series: readonly MarkSeries[];
  readonly voice: DeckVoice;
  readonly width: number;
  readonly height: number;
  readonly unit: SheetUnit;
}

/** A value in the unit of the sheet; a gap stays one. */
export function inUnit(value: number | null, unit: SheetUnit): number | null {
  return value === null ? null : Number((value / unit.factor).toPrecision(15));
}

/** Limits as distances from their value, as error bars want them; nothing where there is no interval. */
export function distances(marks: readonly ChartMark[], unit: SheetUnit): { readonly minus: readonly (number | null)[]; readonly plus: readonly (number | null)[] } {
  const apart = (far: number | null, near: number | null): number | null => (far === null || near === null ? null : Number(((far - near) / unit.factor).toPrecision(12)));
  return { minus: marks.map(({ value, low }) => apart(value, low)), plus: marks.map(({ value, high }) => apart(high, value)) };
}

/** Every number a chart shows, limits and reference with them, in the unit of the sheet. */
export function drawnValues({ chart, series, unit }: ChartGround): readonly number[] {
  const all = [...series.flatMap(({ marks }) => marks.flatMap(({ value, low, high }) => [value, low, high])), chart.reference?.value ?? null];
  return all.flatMap((value) => (value === null ? [] : [value / unit.factor]));
}

/** The limits an axis was asked for, in the unit of the sheet. */
export function axisLimits({ chart, unit }: ChartGround): { readonly min: number | null; readonly max: number | null } {
  return { min: inUnit(chart.axis.min, unit), max: inUnit(chart.axis.max, unit) };
}

/** What stands along an axis: its label and the unit the numbers are in. */
export function axisTitle({ chart, unit }: ChartGround): string {
  return [chart.axis.label, unit.name].filter((part) => part !== '').join(', ');
}

/** The name of a series in the sheet, with its unit. */
export function seriesHeader(label: string, unit: SheetUnit): string {
  return unit.name === '' ? label : `${label} (${unit.name})`;
}

/** What a row is called, with the words that stand in place of numbers that are not given: "Chi fa un complimento (< 10 persone)". */
export function rowLabel(series: readonly MarkSeries[], row: number): string {
  const marks = series.flatMap(({ label, marks: all }) => { const mark = all[row]; return mark === undefined ? [] : [{ label, mark }]; });
  const withheld = marks.filter(({ mark }) => mark.withheld !== null);
  const name = marks[0]?.mark.label ?? '';
  if (withheld.length === 0) return name;
  const words = withheld.length === marks.length ? withheld[0]?.mark.withheld ?? '' : withheld.map(({ label, mark }) => `${label}: ${mark.withheld ?? ''}`).join('; ');
  return `${name} (${words})`;
}
