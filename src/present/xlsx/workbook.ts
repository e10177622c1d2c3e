import type exceljs from 'exceljs';
import { unzipSync } from 'fflate';
import type { Report, ReportCell, ReportCellKind, ReportTable } from '../../domain/model/report.ts';
import { inertText } from '../../domain/wording/csv-cell.ts';
import { printableText } from '../printable-text.ts';
import { columnHeadings } from '../sheets/column-headings.ts';
import { dictionaryRows } from '../sheets/data-dictionary.ts';
import { readMe } from '../sheets/read-me.ts';
import { sheetNames } from '../sheets/sheet-names.ts';
import { SHEET_WORDS } from '../sheets/sheet-words.ts';
import { steadyZip } from '../steady-zip.ts';
import { cellWriter } from '../../domain/wording/written-cell.ts';

const SECONDS_OF_HOUR = 3600;
/** As many characters as a cell of a spreadsheet holds. */
const LONGEST_CELL = 32_767;
const [NARROWEST, WIDEST] = [11, 56];
const TEXT = '@';

const FORMATS: Readonly<Record<'it' | 'en', Readonly<Record<ReportCellKind, string>>>> = {
  it: { text: TEXT, count: '#,##0', share: '0.0 %', number: 'General', points: '#,##0.00', seconds: '#,##0.00', day: 'dd/mm/yyyy', month: 'mmm yyyy' },
  en: { text: TEXT, count: '#,##0', share: '0.0%', number: 'General', points: '#,##0.00', seconds: '#,##0.00', day: 'dd mmm yyyy', month: 'mmm yyyy' },
};

type Written = string | number | Date | null;

/** A text as a cell holds it: printable, inert, and no longer than a cell takes. */
function cellText(text: string): string {
  const plain = inertText(printableText(text));
  return plain.length > LONGEST_CELL ? `${printableText(plain.slice(0, LONGEST_CELL - 1))}…` : plain;
}

/** A day or month as a date; null when the text is none. */
function dateOf(text: string, kind: ReportCellKind): Date | null {
  const day = kind === 'day' && /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : kind === 'month' && /^\d{4}-\d{2}$/u.test(text) ? `${text}-01` : null;
  const ms = day === null ? NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? null : new Date(ms);
}

function styleHeader(sheet: exceljs.Worksheet): void {
  const header = sheet.getRow(1);
  header.font = { bold: true };
  header.alignment = { vertical: 'top', wrapText: true };
  header.border = { bottom: { style: 'thin' } };
}

function addTable(book: exceljs.Workbook, table: ReportTable, { name, report }: { readonly name: string; readonly report: Report }): void {
  const { language, timeZone, privacy } = report;
  const written = cellWriter({ language, timeZone, floor: privacy.floor });
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }], pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  const headings = columnHeadings(table, language);
  const cell = (value: ReportCell, kind: ReportCellKind): Written => {
    if (value === null) return null;
    if (typeof value === 'number') return Number.isFinite(value) ? (kind === 'seconds' ? value / SECONDS_OF_HOUR : value) : null;
    return typeof value === 'string' ? (dateOf(value, kind) ?? cellText(value)) : cellText(written(value, { kind }));
  };
  const rows = table.rows.map((row) => table.columns.map(({ kind }, at) => cell(row[at] ?? null, kind)));
  sheet.addRow(headings.map(cellText));
  sheet.addRows(rows);
  for (const [at, { kind }] of table.columns.entries()) {
    const lengths = [(headings[at] ?? '').length / 2, ...rows.map((row) => (typeof row[at] === 'string' ? row[at].length : 0))];
    sheet.getColumn(at + 1).width = Math.min(WIDEST, Math.max(NARROWEST, ...lengths) + 2);
    for (const [line, row] of rows.entries()) {
      const value = row[at];
      if (value === null || value === undefined) continue;
      const place = sheet.getCell(line + 2, at + 1);
      place.numFmt = typeof value === 'string' ? TEXT : FORMATS[language][kind];
      place.alignment = typeof value === 'string' && kind !== 'text' ? { vertical: 'top', horizontal: 'right' } : { vertical: 'top', wrapText: typeof value === 'string' };
    }
  }
  styleHeader(sheet);
  if (rows.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: table.columns.length } };
}

function addReadMe(book: exceljs.Workbook, report: Report, { name, tables }: { readonly name: string; readonly tables: readonly string[] }): void {
  const sheet = book.addWorksheet(name);
  sheet.getColumn(1).width = 30;
  sheet.getColumn(2).width = 100;
  for (const { heading, lines } of readMe(report, tables)) {
    for (const [at, line] of lines.entries()) {
      const row = sheet.addRow([at === 0 ? cellText(heading) : null, cellText(line)]);
      row.alignment = { vertical: 'top', wrapText: true };
      row.getCell(1).font = { bold: true };
      row.getCell(2).numFmt = TEXT;
    }
  }
}

function addDictionary(book: exceljs.Workbook, report: Report, { name, tables }: { readonly name: string; readonly tables: readonly string[] }): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRows(dictionaryRows(report, tables).map((row) => row.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell))));
  for (const [at, width] of [22, 30, 30, 50, 18, 24, 10, 60].entries()) {
    const column = sheet.getColumn(at + 1);
    column.width = width;
    column.alignment = { vertical: 'top', wrapText: true };
  }
  styleHeader(sheet);
}

/**
 * All tables of a report as a workbook: a sheet to read first, one a table with its header row frozen, and a dictionary of
 * every column. Numbers are numbers at full precision with the format of their kind: shares 0 to 1 shown in per cent, waits
 * in hours, days and months as dates. A withheld number is its words. Texts are strings, inert, never formulas; there are no
 * formulas, links or macros. Creator is the agency, both dates are the report's day; the same report gives the same bytes.
 */
export async function workbook(report: Report): Promise<Uint8Array> {
  // a large library that only this needs: the program starts without it
  const { default: library } = await import('exceljs');
  const words = SHEET_WORDS[report.language];
  const book = new library.Workbook();
  const day = new Date(`${report.day}T00:00:00Z`);
  Object.assign(book, { creator: printableText(report.agency), lastModifiedBy: printableText(report.agency), company: printableText(report.agency), title: printableText(report.title), created: day, modified: day });
  const names = sheetNames(report.tables.map(({ name }) => name), [words.readMe, words.dictionary]);
  addReadMe(book, report, { name: words.readMe, tables: names });
  for (const [at, table] of report.tables.entries()) addTable(book, table, { name: names[at] ?? '', report });
  addDictionary(book, report, { name: words.dictionary, tables: names });
  // the library dates the parts of its archive by the clock
  return steadyZip(unzipSync(new Uint8Array(await book.xlsx.writeBuffer())));
}
