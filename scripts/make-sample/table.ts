/** A file of the sample: its columns in order and rows of cells already written as text. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table as CSV with CRLF line ends; a cell is quoted when it holds the delimiter, a quote or a line break. */
export function csvText(table: Table, options: { delimiter: ',' | ';'; byteOrderMark: boolean }): string {
  const cell = (value: string): string => (value.includes(options.delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = [table.columns, ...table.rows].map((row) => row.map(cell).join(options.delimiter));
  return `${options.byteOrderMark ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}
