import type { FileSurvey } from './file-survey.ts';
import { IngestFailure } from './ingest-failure.ts';
import { partHead } from './part-head.ts';
import { createRowReader } from './row-reader.ts';
import type { Part } from './record-format.ts';
import { proposedMapping, recognisedTable, type TableFormat } from './table-format.ts';
import { isDelimiterRow, tableDialect, type TableDialect } from './table-dialect.ts';
import type { TableField, TableMapping } from './table-mapping.ts';
import { createTextDecoding } from './text-decoder.ts';
import { timeColumn, type TimeColumn } from './time-column.ts';
import { isDamagedId } from './written-number.ts';

/** What a person or a caller already knows of a file. */
export interface ReadingOptions {
  readonly format?: TableFormat | undefined;
  readonly mapping?: TableMapping | undefined;
}

/** Something about a file that a person should see before importing it. */
export interface FileWarning {
  readonly code: 'guessed-encoding' | 'damaged-characters' | 'renamed-columns' | 'damaged-ids' | 'computed-times' | 'days-only';
  readonly message: string;
}

/** All that is known of a table before its rows are imported. */
export interface TableInspection {
  readonly part: Part;
  readonly survey: FileSurvey;
  readonly dialect: TableDialect;
  readonly format: TableFormat;
  readonly confidence: number;
  readonly mapping: TableMapping;
  readonly times: TimeColumn;
  readonly timeSamples: readonly string[];
  readonly warnings: readonly FileWarning[];
  readonly missing: readonly TableField[];
}

function columnPosition(inspected: { headers: readonly string[]; mapping: TableMapping }, field: TableField): number {
  return inspected.headers.findIndex((header) => Object.hasOwn(inspected.mapping.columns, header) && inspected.mapping.columns[header] === field);
}

/** Every value of one column of a file, in flat memory: only distinct values are kept, at most a hundred thousand. */
async function distinctValues({ source }: Part, { encoding, dialect, column }: { encoding: string; dialect: TableDialect; column: number }): Promise<string[]> {
  const values = new Set<string>();
  const decoding = createTextDecoding(encoding);
  const reader = createRowReader(dialect.delimiter);
  let seen = 0;
  const take = (text: string, isLast: boolean): void => {
    for (const { cells, line } of reader.push(text, isLast).rows) {
      if (isDelimiterRow(cells, line)) continue;
      if (seen > dialect.headerRow && values.size < 100_000) values.add(cells[column] ?? '');
      seen += 1;
    }
  };
  for await (const chunk of source.open()) take(decoding.write(chunk), false);
  take(decoding.end(), true);
  return [...values];
}

function givenMapping(headers: readonly string[], mapping: TableMapping): TableMapping {
  for (const column of Object.keys(mapping.columns)) {
    if (!headers.includes(column)) throw new IngestFailure('invalid-input', `missing column: ${column}; the file has ${headers.slice(0, 30).join(', ')}`);
  }
  return mapping;
}

/**
 * Looks at a table without importing it: encoding, delimiter, header, format, proposed mapping and how its times are
 * written. Times are judged on the first mebibyte, and on the whole column when that leaves day and month in doubt.
 * Throws IngestFailure `unreadable-file` (no table), `invalid-input` (missing column).
 */
export async function inspectTable(part: Part, options: ReadingOptions = {}): Promise<TableInspection> {
  // 1. text
  const { survey } = part.head;
  const encoding = options.mapping?.encoding ?? survey.encoding;
  const { text, isWhole } = encoding === survey.encoding ? part.head : partHead(part.head.name, survey, encoding);
  // 2. table
  const dialect = tableDialect(text, { isWhole, delimiter: options.mapping?.delimiter, headerRow: options.mapping?.headerRow });
  const { headers } = dialect;
  if (isWhole && text.trim() === '') throw new IngestFailure('unreadable-file', 'the file is empty: it holds nothing but blanks');
  if (headers.length === 0) throw new IngestFailure('unreadable-file', isWhole ? 'the file holds no table: no header row was found' : 'the file holds no table: its first line is longer than a million characters');
  // 3. format and mapping
  const wanted = options.format;
  const { format, confidence } = wanted === undefined ? recognisedTable(headers) : { format: wanted, confidence: 1 };
  const proposed = proposedMapping(headers, format);
  const mapping = options.mapping === undefined ? proposed
    : Object.keys(options.mapping.columns).length === 0 ? { ...proposed, ...options.mapping, columns: proposed.columns } : { ...proposed, ...givenMapping(headers, options.mapping) };
  const fields = new Set(Object.values(mapping.columns));
  const missing: TableField[] = [];
  if (!fields.has('text') && !fields.has('rating') && mapping.kind !== 'ticket') missing.push('text');
  if (!fields.has('createdAt')) missing.push('createdAt');
  if (!fields.has('author') && !fields.has('authorId')) missing.push('author');
  if (wanted?.needsId === true && !fields.has('id')) missing.unshift('id');
  // 4. times
  const column = columnPosition({ headers, mapping }, 'createdAt');
  const timeSamples = column < 0 ? [] : dialect.rows.map((cells) => cells[column] ?? '').filter((value) => value.trim() !== '');
  let times = timeColumn(timeSamples);
  if (times.ambiguous && !isWhole && mapping.dateOrder === undefined) times = { ...times, ...timeColumn(await distinctValues(part, { encoding, dialect, column })), repeatedTimeOfDayMs: times.repeatedTimeOfDayMs };
  // 5. what a person should know
  const warnings: FileWarning[] = [];
  if (survey.guessed && options.mapping?.encoding === undefined) warnings.push({ code: 'guessed-encoding', message: `the encoding is a guess: ${encoding}` });
  if (survey.damagedCharacters > 0) warnings.push({ code: 'damaged-characters', message: `${String(survey.damagedCharacters)} characters are damaged` });
  const renamed = headers.filter((header, position) => header !== (dialect.writtenHeaders[position] ?? '').trim());
  if (renamed.length > 0) warnings.push({ code: 'renamed-columns', message: `repeated or empty column names were renamed: ${renamed.slice(0, 10).join(', ')}` });
  const ids = [columnPosition({ headers, mapping }, 'id'), columnPosition({ headers, mapping }, 'parentId')].filter((position) => position >= 0);
  const damaged = dialect.rows.filter((cells) => ids.some((position) => isDamagedId((cells[position] ?? '').trim()))).length;
  if (damaged > 0) warnings.push({ code: 'damaged-ids', message: `${String(damaged)} ids were rounded by a spreadsheet; export again with ids as text, or reply links stay unknown` });
  if (times.repeatedTimeOfDayMs !== null) warnings.push({ code: 'computed-times', message: 'many times share one time of day: they were computed from ages such as "2 days ago" and enter counts only' });
  if (times.onlyDays) warnings.push({ code: 'days-only', message: 'all times are at midnight: they are known to the day' });
  return { part, survey, dialect, format, confidence, mapping: { ...mapping, encoding, delimiter: dialect.delimiter, headerRow: dialect.headerRow }, times, timeSamples, warnings, missing };
}
