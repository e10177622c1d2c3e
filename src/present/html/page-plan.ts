import type { ReportBlock, ReportCell, ReportColumn, ReportPage, ReportTable } from '../../domain/model/report.ts';
import { textWidth as widestText, wrappedText } from '../svg/text-fit.ts';
import { isNumberKind } from './html-words.ts';

/** How a printed page is set, from words alone in large type to as close as 10 points allow. */
export const DENSITIES = ['large', 'normal', 'close', 'closest'] as const;
export type Density = (typeof DENSITIES)[number];

/** How a printed page is set so that it fills one sheet. */
export interface PagePlan {
  readonly density: Density;
  /** Pixels of each chart, by its place among the blocks. */
  readonly chartHeights: ReadonlyMap<number, number>;
  /** Rows of each table, by its place among the blocks. */
  readonly tableRows: ReadonlyMap<number, number>;
}

/** A sheet of A4 across, in CSS pixels, and its margins. */
export const SHEET = { width: 1122, height: 793, margin: 46, gap: 28, sideShare: 0.34 } as const;

/** Type sizes by density, in CSS pixels: 13.4 are 10 points. */
export const PRINT_TYPE: Readonly<Record<Density, { readonly text: number; readonly row: number; readonly line: number }>> = {
  large: { text: 19, row: 38, line: 28 },
  normal: { text: 15, row: 30, line: 22 },
  close: { text: 14, row: 26, line: 20 },
  closest: { text: 13.4, row: 22, line: 18 },
};
const HEADLINE = { size: 27, line: 32 } as const;
const LEAST_CHART = 190;
const LARGEST_CHART = 470;

/** Body fonts are narrower than the widest of fonts by at least this; a sheet that is a little over flows on to a second one. */
const BODY = 0.86;
const textWidth = (text: string, size: number, bold = false): number => widestText(text, size, bold) * BODY;
const linesOf = (text: string, width: number, size: number): number => wrappedText(text, { width: width / BODY, size, lines: 40 }).length;

/** Width of a column of a printed page. */
export function columnWidth(place: 'main' | 'side', both: boolean): number {
  const inside = SHEET.width - 2 * SHEET.margin;
  if (!both) return inside;
  return place === 'side' ? (inside - SHEET.gap) * SHEET.sideShare : (inside - SHEET.gap) * (1 - SHEET.sideShare);
}

type Write = (cell: ReportCell, column: Pick<ReportColumn, 'kind'>) => string;

const longestWord = (text: string, size: number): number => Math.max(0, ...text.split(' ').map((word) => textWidth(word, size, true)));

/** How high a table comes out: columns share the width as browsers do it, between their longest word and their whole text. */
function tableHeight(block: Extract<ReportBlock, { kind: 'table' }>, { table, rows, width, density, write }: { readonly table: ReportTable; readonly rows: number; readonly width: number; readonly density: Density; readonly write: Write }): number {
  const { row, line, text } = PRINT_TYPE[density];
  const columns = block.columns.map((key) => {
    const place = table.columns.findIndex((column) => column.key === key);
    const { kind = 'text', label = '' } = table.columns[place] ?? {};
    const cells = table.rows.slice(0, rows).map((cellsOfRow) => write(cellsOfRow[place] ?? null, { kind }));
    const whole = Math.max(0, ...cells.map((cell) => textWidth(cell, text)));
    const least = Math.max(longestWord(label, 13.4), isNumberKind(kind) ? whole : Math.max(0, ...cells.map((cell) => longestWord(cell, text))));
    return { label, cells, least, most: Math.max(least, whole, textWidth(label, 13.4, true)) };
  });
  const [least, most, room] = [columns.reduce((sum, column) => sum + column.least, 0), columns.reduce((sum, column) => sum + column.most, 0), width - columns.length * 14];
  const part = most <= least ? 1 : Math.min(1, Math.max(0, (room - least) / (most - least)));
  const broken = (pick: (column: (typeof columns)[number]) => string, size: number): number => Math.max(0, ...columns.map((column) => linesOf(pick(column), column.least + (column.most - column.least) * part + 0.5, size) - 1));
  const further = Array.from({ length: rows }, (_, place) => broken(({ cells }) => cells[place] ?? '', text)).reduce((sum, lines) => sum + lines, 0);
  const title = linesOf(table.title, width, text) * line + (table.note === '' ? 0 : linesOf(table.note, width, 13.4) * line) + 6;
  return title + line + 8 + broken(({ label }) => label, 13.4) * line + row * rows + further * line + (table.rows.length > rows ? line + 6 : 0) + 12;
}

function textHeight(block: ReportBlock, width: number, density: Density): number {
  const { text, line } = PRINT_TYPE[density];
  if (block.kind === 'paragraph') return linesOf(block.text, width, text) * line + 16;
  if (block.kind === 'bullets') return (block.heading === '' ? 0 : line + 8) + block.items.reduce((sum, item) => sum + linesOf(item, Math.min(width - 26, text * 44), text) * line + (density === 'large' ? 14 : 8), 0) + 16;
  if (block.kind === 'figures') {
    const across = Math.max(1, Math.min(block.items.length, Math.floor(width / 220)));
    const one = width / across - 24;
    const tallest = Math.max(0, ...block.items.map(({ value, label, detail }) => linesOf(value, one, density === 'large' ? 40 : 28) * (density === 'large' ? 48 : 34) + linesOf(label, one, text) * line + linesOf(detail, one, 13.4) * 18 + 34));
    return tallest * Math.ceil(block.items.length / across) + 16;
  }
  return 0;
}

/** Height left for the blocks of a page between its headline and its foot. */
export function roomForBlocks(page: ReportPage): number {
  const inside = SHEET.width - 2 * SHEET.margin;
  const head = linesOf(page.title.text, inside, HEADLINE.size) * HEADLINE.line + (page.measure === '' ? 0 : linesOf(page.measure, inside, 14) * 20) + 24;
  const foot = (page.source === '' ? 0 : linesOf(page.source, inside, 13.4) * 18) + (page.unseen === '' ? 0 : linesOf(page.unseen, inside - 140, 13.4) * 18) + (page.metrics.length === 0 ? 0 : 18 * Math.ceil(page.metrics.length / 5)) + 52;
  return SHEET.height - 2 * SHEET.margin - head - foot;
}

/**
 * Sets a printed page: texts and tables take what they need, charts share the rest; where that is too little the page is set
 * closer, then tables lose rows (which the page says). Counted with the widths of wide body fonts, so that what is planned fits.
 */
export function pagePlan(page: ReportPage, tables: ReadonlyMap<string, ReportTable>, write: Write): PagePlan {
  const room = roomForBlocks(page);
  const both = page.blocks.some(({ place }) => place === 'side') && page.blocks.some(({ place }) => place === 'main');
  const rows = new Map(page.blocks.flatMap((block, place) => (block.kind === 'table' ? [[place, Math.min(block.rows, tables.get(block.table)?.rows.length ?? 0)] as const] : [])));
  const leftOver = (side: 'main' | 'side', density: Density): { free: number; charts: number[] } => {
    const width = columnWidth(side, both);
    const mine = page.blocks.map((block, place) => ({ block, place })).filter(({ block }) => block.place === side);
    const fixed = mine.reduce((sum, { block, place }) => {
      const table = block.kind === 'table' ? tables.get(block.table) : undefined;
      return sum + (block.kind === 'table' && table !== undefined ? tableHeight(block, { table, rows: rows.get(place) ?? 0, width, density, write }) : textHeight(block, width, density));
    }, 0);
    const charts = mine.filter(({ block }) => block.kind === 'chart').map(({ place }) => place);
    return { free: room - fixed - charts.length * 18, charts };
  };
  const fits = (density: Density): boolean => (['main', 'side'] as const).every((side) => {
    const { free, charts } = leftOver(side, density);
    return free >= charts.length * LEAST_CHART;
  });
  const words = page.blocks.every(({ kind }) => kind !== 'chart' && kind !== 'table');
  const density = DENSITIES.filter((one) => words || one !== 'large').find(fits) ?? 'closest';
  while (!fits(density)) {
    const longest = [...rows].filter(([, count]) => count > 3).sort(([, first], [, second]) => second - first)[0];
    if (longest === undefined) break;
    rows.set(longest[0], longest[1] - 1);
  }
  const chartHeights = new Map((['main', 'side'] as const).flatMap((side) => {
    const { free, charts } = leftOver(side, density);
    return charts.map((place) => [place, Math.max(LEAST_CHART, Math.min(LARGEST_CHART, free / charts.length))] as const);
  }));
  return { density, chartHeights, tableRows: rows };
}
