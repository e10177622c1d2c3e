import { csvCell } from '../../domain/wording/csv-cell.ts';
import { csvNumber, csvText, spreadsheetSeparator, type CsvSeparator } from '../../domain/wording/csv-text.ts';
import { printableText } from '../printable-text.ts';
import { WORK_LIST_COLUMNS, WORK_LIST_WORDS, type WorkList } from './work-list.ts';

/**
 * A work list as CSV by RFC 4180: its mark in the first row, headings in the second, one request a row ({@link csvText}). Texts are
 * inert ({@link csvCell}).
 */
export function workListCsv({ language, expires, rows }: WorkList, separator: CsvSeparator = spreadsheetSeparator(language)): Uint8Array {
  const { mark, columns } = WORK_LIST_WORDS[language];
  const cell = (value: string | number | null): string => (value === null ? '' : typeof value === 'number' ? csvNumber(value, separator) : value === '' ? '' : csvCell(printableText(value)));
  // the first row is as wide as the others: readers tell the separator from it
  const lines = [[mark(expires), ...WORK_LIST_COLUMNS.slice(1).map(() => '')].map(cell), WORK_LIST_COLUMNS.map((column) => cell(columns[column])), ...rows.map((row) => WORK_LIST_COLUMNS.map((column) => cell(row[column])))];
  return new TextEncoder().encode(csvText(lines, separator));
}
