import { inertText } from '../../domain/wording/csv-cell.ts';
import { csvText, csvWritten, type CsvSeparator } from '../../domain/wording/csv-text.ts';

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

/** How a table is written: the separator of its cells, and the language in which its numbers stand. */
export interface TableWriting {
  readonly separator: CsvSeparator;
  readonly language: 'it' | 'en';
}

/**
 * A table as CSV text ({@link csvText}), with the decimal sign that goes with the separator. A cell that a program could take
 * for a formula is preceded by an apostrophe. Source: RFC 4180; OWASP, CSV injection.
 */
export function chartTableCsv({ columns, rows }: ChartTable, { separator, language }: TableWriting): string {
  const cell = (text: string): string => {
    const written = csvWritten(text, { point: language === 'it' ? ',' : '.', separator });
    // the cells are numbers already written: one below zero is no formula
    const harmless = /^-\d+(?:[.,]\d+)?$/u.test(written) ? written : inertText(written);
    return /["\r\n;,]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return csvText([columns.map(({ label }) => label), ...rows].map((cells) => cells.map(cell)), separator);
}
