import { strToU8 } from 'fflate';
import type { Report, ReportCell, ReportColumn } from '../../domain/model/report.ts';
import { csvCell } from '../../domain/wording/csv-cell.ts';
import { csvNumber, csvText, spreadsheetSeparator, type CsvSeparator } from '../../domain/wording/csv-text.ts';
import { printableText } from '../printable-text.ts';
import { columnHeadings } from '../sheets/column-headings.ts';
import { dictionaryRows } from '../sheets/data-dictionary.ts';
import { readMe } from '../sheets/read-me.ts';
import { plainFileNames, sheetNames } from '../sheets/sheet-names.ts';
import { SHEET_WORDS } from '../sheets/sheet-words.ts';
import { steadyZip } from '../steady-zip.ts';
import { cellWriter } from '../../domain/wording/written-cell.ts';

const BOM = '\uFEFF';
/** Digits that a number keeps: beyond them a double holds noise of its own making. */
const DIGITS = 12;
const SECONDS_OF_HOUR = 3600;

/**
 * All tables of a report as a zip of CSV files by RFC 4180, one a table, with a dictionary of every column and a text to read
 * first. With `;` decimal comma and a byte-order mark, as Italian spreadsheets expect; with `,` plain UTF-8. Texts
 * are inert ({@link csvCell}), numbers are bare: shares 0 to 1, waits in hours, twelve digits. Days are `2026-07-01`, months
 * `2026-07`. A withheld number is its words. The same report gives the same bytes.
 */
export function csvArchive(report: Report, separator: CsvSeparator = spreadsheetSeparator(report.language)): Uint8Array {
  const { language, tables, timeZone, privacy } = report;
  const words = SHEET_WORDS[language];
  const taken = [words.dictionaryFile, words.readMeFile].map((name) => name.slice(0, name.lastIndexOf('.')));
  const files = plainFileNames(sheetNames(tables.map(({ name }) => name), []), taken).map((name) => `${name}.csv`);
  const written = cellWriter({ language, timeZone, floor: privacy.floor });
  const bare = (value: number): string => csvNumber(Number(value.toPrecision(DIGITS)), separator);
  const cell = (value: ReportCell, column: Pick<ReportColumn, 'kind'>): string => {
    if (value === null) return '';
    if (typeof value === 'number') return Number.isFinite(value) ? bare(column.kind === 'seconds' ? value / SECONDS_OF_HOUR : value) : '';
    return csvCell(printableText(typeof value === 'string' ? value : written(value, column)));
  };
  const csv = (rows: readonly (readonly string[])[]): Uint8Array => strToU8(csvText(rows, separator));
  const parts: Record<string, Uint8Array> = {
    [words.readMeFile]: strToU8(`${BOM}${readMe(report, files).map(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line.replaceAll('\n', '\r\n  ')}`), ''].join('\r\n')).join('\r\n')}\r\n`),
    [words.dictionaryFile]: csv(dictionaryRows(report, files).map((row) => row.map((value) => cell(value, { kind: 'number' })))),
  };
  for (const [at, table] of tables.entries()) {
    parts[files[at] ?? ''] = csv([columnHeadings(table, language).map(csvCell), ...table.rows.map((row) => table.columns.map((column, place) => cell(row[place] ?? null, column)))]);
  }
  return steadyZip(parts);
}
