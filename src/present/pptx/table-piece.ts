import type { ReportTable } from '../../domain/model/report.ts';
import { columnPlace } from '../marks.ts';
import { isWithheld } from '../../domain/wording/written-cell.ts';
import type { DeckVoice } from './chart-drawing.ts';
import { THEME } from './deck-colors.ts';
import type { SlideBox, SlideCell, SlidePiece } from './slide-plan.ts';
import { LEAST_POINTS, linesHeight, textWidth, wrappedLines } from './text-fit.ts';

/** Room left and right of a cell's text, in inches. */
export const CELL_SIDE = 0.07;
const CELL_TOP = 0.05;
const FOOT = 0.24;
const WIDEST_WORDS = 3.4;

interface Grid {
  /** Whether no cell of numbers needs a second line, and whether no cell at all does. */
  readonly whole: { readonly numbers: boolean; readonly all: boolean };
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

function columnWidths(rows: readonly (readonly SlideCell[])[], width: number, points: number, font: string): readonly number[] {
  const count = rows[0]?.length ?? 0;
  const sides = 2 * CELL_SIDE + 0.04;
  const wanted = Array.from({ length: count }, (_, column) => Math.min(WIDEST_WORDS, Math.max(...rows.map((row, place) => textWidth(place === 0 ? longestWord(row[column]?.text ?? '') : row[column]?.text ?? '', points, { font, bold: row[column]?.bold ?? false }))) + sides));
  const least = Array.from({ length: count }, (_, column) => Math.max(0.45, ...rows.map((row, place) => textWidth(place > 0 && row[column]?.align === 'right' ? row[column].text : longestWord(row[column]?.text ?? ''), points, { font, bold: row[column]?.bold ?? false }) + sides)));
  const total = wanted.reduce((sum, value) => sum + value, 0);
  if (total <= width) return wanted.map((value) => value + ((width - total) * value) / total);
  const floor = least.reduce((sum, value) => sum + value, 0);
  if (floor >= width) return least.map((value) => (value * width) / floor);
  const over = wanted.reduce((sum, value, column) => sum + Math.max(0, value - (least[column] ?? 0)), 0);
  return wanted.map((value, column) => (least[column] ?? 0) + (Math.max(0, value - (least[column] ?? 0)) * (width - floor)) / over);
}

const longestWord = (text: string): string => text.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');

function gridOf(rows: readonly (readonly SlideCell[])[], width: number, points: number, font: string): Grid {
  const widths = columnWidths(rows, width, points, font);
  const heights = rows.map((row) => Math.max(...row.map(({ text, bold }, column) => linesHeight(wrappedLines(text, (widths[column] ?? 1) - 2 * CELL_SIDE, points, { font, bold }).length, points))) + 2 * CELL_TOP);
  const lines = (text: string, column: number, bold: boolean): number => wrappedLines(text, (widths[column] ?? 1) - 2 * CELL_SIDE, points, { font, bold }).length;
  const broken = rows.slice(1).flatMap((row) => row.filter(({ text, bold }, column) => lines(text, column, bold) > 1));
  return { widths, heights, whole: { numbers: broken.every(({ align }) => align === 'left'), all: broken.length === 0 } };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A table's chosen columns and first rows, written. Names stand left, numbers right; withheld numbers are their words in grey. */
function writtenRows(table: ReportTable, columns: readonly string[], most: number, voice: DeckVoice): readonly (readonly SlideCell[])[] {
  const places = columns.map((key) => columnPlace(table, key, 'a table of a page'));
  const align = (place: number): 'left' | 'right' => (['text', 'day', 'month'].includes(table.columns[place]?.kind ?? 'text') ? 'left' : 'right');
  const head = places.map((place): SlideCell => ({ text: table.columns[place]?.label ?? '', align: align(place), color: THEME.muted, bold: true }));
  const body = table.rows.slice(0, most).map((row) => places.map((place): SlideCell => {
    const cell = row[place] ?? null;
    return { text: voice.write(cell, table.columns[place] ?? { kind: 'text' }), align: align(place), color: isWithheld(cell) ? THEME.muted : THEME.ink, bold: false };
  }));
  return [head, ...body];
}

/**
 * A native table in its box. Letters shrink from `from` to ten points; rows that still have no room are left out, and a line
 * under the table says how many stand in the sheet of that name.
 */
export function tablePiece(table: ReportTable, block: { readonly columns: readonly string[]; readonly rows: number }, name: string, box: SlideBox, voice: DeckVoice, from = 12): readonly SlidePiece[] {
  const font = voice.look.bodyFont;
  const all = writtenRows(table, block.columns, block.rows, voice);
  const missing = (shown: number): number => table.rows.length - (shown - 1);
  const roomFor = (shown: number): number => box.h - (missing(shown) > 0 ? FOOT : 0);
  const fits = (size: number): boolean => total(gridOf(all, box.w, size, font).heights) <= roomFor(all.length);
  const sizes = Array.from({ length: Math.floor((from - LEAST_POINTS) * 2) + 1 }, (_, step) => from - step / 2);
  const whole = (size: number): Grid['whole'] => gridOf(all, box.w, size, font).whole;
  const points = sizes.find((size) => whole(size).all && fits(size)) ?? sizes.find((size) => whole(size).numbers && fits(size)) ?? LEAST_POINTS;
  let rows = all;
  while (rows.length > 2 && total(gridOf(rows, box.w, points, font).heights) > roomFor(rows.length)) rows = rows.slice(0, -1);
  const { widths, heights } = gridOf(rows, box.w, points, font);
  const spare = Math.min(0.12, Math.max(0, (roomFor(rows.length) - total(heights)) / rows.length));
  const tallest = Math.max(...heights.slice(1), 0);
  const even = tallest * (rows.length - 1) + (heights[0] ?? 0) <= roomFor(rows.length);
  const higher = heights.map((height, place) => (even && place > 0 ? tallest : height) + (even && tallest > (heights.at(-1) ?? 0) ? 0 : spare));
  const h = total(higher);
  const rest = missing(rows.length);
  return [
    { kind: 'table', name, alt: voice.words.table(table.title, rows.length - 1), box: { ...box, h }, widths, heights: higher, rows, points },
    ...(rest > 0 ? [{ kind: 'text' as const, name: `${name} rest`, box: { x: box.x, y: box.y + h + 0.04, w: box.w, h: FOOT - 0.04 }, paragraphs: [{ text: voice.words.moreRows(rest, table.name), points: LEAST_POINTS, color: THEME.muted }], anchor: 'top' as const, place: null }] : []),
  ];
}
