/** How a CSV file separates its cells: a semicolon where the comma is the decimal sign, else a comma. */
export type CsvSeparator = ',' | ';';

/** The separator that spreadsheets of a language expect. */
export function spreadsheetSeparator(language: 'it' | 'en'): CsvSeparator {
  return language === 'it' ? ';' : ',';
}

/** Tells a spreadsheet that what follows is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What stands before the first line of a CSV file: a byte-order mark in files with semicolons, because the spreadsheets that
 * read those take a file without one for another encoding and lose the accents; nothing in files with commas, which programs
 * read as plain UTF-8.
 */
export function csvMark(separator: CsvSeparator): string {
  return separator === ';' ? BYTE_ORDER_MARK : '';
}

/**
 * Rows of cells, each already written as it is to stand, as one CSV file: CRLF at the end of every line, and
 * {@link csvMark} in front. Source: RFC 4180.
 * @example csvText([['a', 'b'], ['1', '2']], ',') // 'a,b\r\n1,2\r\n'
 */
export function csvText(rows: readonly (readonly string[])[], separator: CsvSeparator): string {
  return `${csvMark(separator)}${rows.map((row) => `${row.join(separator)}\r\n`).join('')}`;
}

/**
 * A number for a cell, with the decimal sign that goes with the separator; null is an empty cell. All digits that a double
 * has are written.
 * @example csvNumber(0.5, ';') // '0,5'
 */
export function csvNumber(value: number | null, separator: CsvSeparator): string {
  return value === null ? '' : String(value).replace('.', separator === ';' ? ',' : '.');
}

/**
 * A number that is written already, with the signs that go with the separator: where points and commas have the other
 * meaning, they change places. A text that is no bare number stays as it is.
 * @example csvWritten('1.234,5', { point: ',', separator: ',' }) // '1,234.5'
 */
export function csvWritten(text: string, { point, separator }: { readonly point: ',' | '.'; readonly separator: CsvSeparator }): string {
  const wanted = separator === ';' ? ',' : '.';
  if (point === wanted || !/^-?\d[\d.,]*$/u.test(text)) return text;
  return text.replaceAll(/[.,]/gu, (sign) => (sign === ',' ? '.' : ','));
}
