import { unzipSync } from 'fflate';
import { inertText } from '../../domain/wording/csv-cell.ts';
import { printableText } from '../printable-text.ts';
import { steadyZip } from '../steady-zip.ts';
import { WORK_LIST_COLUMNS, WORK_LIST_WORDS, type WorkList, type WorkListColumn } from './work-list.ts';

const LONGEST_CELL = 32_767;
const WIDTHS: Readonly<Record<WorkListColumn, number>> = { network: 12, place: 22, author: 22, link: 28, text: 60, asked: 12, daysWaiting: 10, reasons: 20, reply: 50, answered: 14, by: 16, note: 30, key: 24 };
const FILLED: readonly WorkListColumn[] = ['answered', 'by', 'note'];

function cellText(text: string): string {
  return inertText(printableText(text)).slice(0, LONGEST_CELL);
}

/**
 * A work list as a workbook of one sheet: its mark in the first row, headings in the second, both standing still, one request
 * a row, the three columns to fill in with a ground of their own. Days are dates; texts are inert strings, links are text.
 * The same list gives the same bytes.
 */
export async function workListWorkbook({ language, day, expires, rows }: WorkList): Promise<Uint8Array> {
  const { sheet: name, mark, columns } = WORK_LIST_WORDS[language];
  // a large library that only this needs: the program starts without it
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const made = new Date(`${day}T00:00:00Z`);
  Object.assign(book, { creator: 'Tribuna', lastModifiedBy: 'Tribuna', created: made, modified: made, title: mark(expires) });
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }], pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  sheet.addRow([mark(expires)]).font = { bold: true, color: { argb: 'FF9C2B1F' } };
  sheet.addRow(WORK_LIST_COLUMNS.map((column) => columns[column])).font = { bold: true };
  const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(`${text}T00:00:00Z`));
  for (const row of rows) {
    sheet.addRow(WORK_LIST_COLUMNS.map((column) => (column === 'asked' || column === 'answered' ? dateOf(row[column]) : column === 'daysWaiting' ? row[column] : row[column] === '' ? null : cellText(row[column]))));
  }
  for (const [at, column] of WORK_LIST_COLUMNS.entries()) {
    const place = sheet.getColumn(at + 1);
    place.width = WIDTHS[column];
    for (let line = 2; line <= rows.length + 2; line += 1) {
      const cell = sheet.getCell(line, at + 1);
      cell.alignment = { vertical: 'top', wrapText: true };
      if (line > 2) cell.numFmt = column === 'asked' || column === 'answered' ? (language === 'it' ? 'dd/mm/yyyy' : 'dd mmm yyyy') : column === 'daysWaiting' ? '0.0' : '@';
      if (FILLED.includes(column)) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF6E0' } };
    }
  }
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: rows.length + 2, column: WORK_LIST_COLUMNS.length } };
  // the library dates the parts of its archive by the clock
  return steadyZip(unzipSync(new Uint8Array(await book.xlsx.writeBuffer())));
}
