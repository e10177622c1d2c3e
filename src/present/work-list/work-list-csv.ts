import { csvCell } from '../../domain/wording/csv-cell.ts';
import { printableText } from '../printable-text.ts';
import { WORK_LIST_COLUMNS, WORK_LIST_WORDS, type WorkList } from './work-list.ts';

const BOM = '\uFEFF';

/**
 * A work list as CSV by RFC 4180: its mark in the first row, headings in the second, one request a row. Italian: `;` and
 * decimal comma; English: `,`. Both with a byte-order mark, because the file is made to be opened in a spreadsheet. Texts are
 * inert ({@link csvCell}).
 */
export function workListCsv({ language, expires, rows }: WorkList): Uint8Array {
  const { mark, columns } = WORK_LIST_WORDS[language];
  const [separator, point] = language === 'it' ? [';', ','] : [',', '.'];
  const cell = (value: string | number | null): string => (value === null ? '' : typeof value === 'number' ? String(value).replace('.', point) : value === '' ? '' : csvCell(printableText(value)));
  // the first row is as wide as the others: readers tell the separator from it
  const lines = [[mark(expires), ...WORK_LIST_COLUMNS.slice(1).map(() => '')].map(cell), WORK_LIST_COLUMNS.map((column) => cell(columns[column])), ...rows.map((row) => WORK_LIST_COLUMNS.map((column) => cell(row[column])))];
  return new TextEncoder().encode(`${BOM}${lines.map((line) => `${line.join(separator)}\r\n`).join('')}`);
}
