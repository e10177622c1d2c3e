import { inertText } from '../../domain/wording/csv-cell.ts';

/** A column of the table beside a chart. */
export interface ChartColumn {
  readonly key: string;
  readonly label: string;
  readonly numeric?: boolean;
}

/** The numbers of a chart as a table of texts, already formatted for the reader. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** How a spreadsheet of the reader's country separates cells: `;` where the comma is the decimal sign. */
export type CellSeparator = ',' | ';';

/**
 * A table as CSV text with the reader's separator, CRLF line ends and a byte-order mark, which is what spreadsheet
 * programs need to keep accents. A cell that a program could take for a formula is preceded by an apostrophe.
 * Source: RFC 4180; OWASP, CSV injection.
 */
export function chartTableCsv({ columns, rows }: ChartTable, separator: CellSeparator): string {
  const cell = (text: string): string => {
    // the cells are numbers already written: one below zero is no formula
    const harmless = /^-\d+(?:[.,]\d+)?$/u.test(text) ? text : inertText(text);
    return /["\r\n;,]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  const lines = [columns.map(({ label }) => label), ...rows].map((cells) => cells.map(cell).join(separator));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
