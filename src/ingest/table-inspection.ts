import type { FileWarning } from '../domain/model/file-warning.ts';
import type { FileSurvey } from './file-survey.ts';
import { IngestFailure } from './ingest-failure.ts';
import { partHead } from './part-head.ts';
import type { Part } from './record-format.ts';
import { cellsOf, rowSourceOf, type RowSource } from './row-source.ts';
import { tableDamage, type TableDamage } from './table-damage.ts';
import { proposedMapping, type TableFormat } from './table-format.ts';
import { recognisedTable } from './table-formats.ts';
import type { TableDialect } from './table-dialect.ts';
import type { TableField, TableMapping } from './table-mapping.ts';
import { timeColumn, type TimeColumn } from './time-column.ts';

/** What a person or a caller already knows of a file. */
export interface ReadingOptions {
  readonly format?: TableFormat | undefined;
  readonly mapping?: TableMapping | undefined;
}

/** All that is known of a table before its rows are imported. */
export interface TableInspection {
  readonly part: Part;
  readonly survey: FileSurvey;
  /** The part as rows. */
  readonly source: RowSource;
  readonly dialect: TableDialect;
  readonly format: TableFormat;
  readonly confidence: number;
  readonly mapping: TableMapping;
  readonly times: TimeColumn;
  /** The zone that the column of times names, or that its source always uses; null when a person's zone counts. */
  readonly timesZone: 'UTC' | null;
  readonly damage: TableDamage;
  /** True when a person said what the columns mean. */
  readonly isMapped: boolean;
  readonly timeSamples: readonly string[];
  readonly warnings: readonly FileWarning[];
  readonly missing: readonly TableField[];
}

function columnPosition(inspected: { headers: readonly string[]; mapping: TableMapping }, field: TableField): number {
  return inspected.headers.findIndex((header) => Object.hasOwn(inspected.mapping.columns, header) && inspected.mapping.columns[header] === field);
}

/** Every value of one column of a file, in flat memory: only distinct values are kept, at most a hundred thousand. */
async function distinctValues(source: RowSource, column: number): Promise<string[]> {
  const values = new Set<string>();
  for await (const { rows } of source.open()) {
    for (const cells of cellsOf(rows)) if (values.size < 100_000) values.add(cells[column] ?? '');
  }
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
  const { text, isWhole: isShort } = part.head.json !== null || encoding === survey.encoding ? part.head : partHead(part.head.name, survey, encoding);
  if (isShort && text.trim() === '') throw new IngestFailure('unreadable-file', 'the file is empty: it holds nothing but blanks');
  // 2. table
  const source = await rowSourceOf(part, { mapping: options.mapping, form: options.format?.form });
  const { dialect, headers, isWhole } = source;
  if (headers.length === 0 && source.form === 'table') throw new IngestFailure('unreadable-file', isShort ? 'the file holds no table: no header row was found' : 'the file holds no table: its first line is longer than a million characters');
  // 3. format and mapping
  const wanted = options.format;
  const { format, confidence } = wanted === undefined ? recognisedTable(headers, source.form) : { format: wanted, confidence: 1 };
  const proposed = proposedMapping(headers, format);
  const mapping = options.mapping === undefined ? proposed
    : Object.keys(options.mapping.columns).length === 0 ? { ...proposed, ...options.mapping, columns: proposed.columns } : { ...proposed, ...givenMapping(headers, options.mapping) };
  const fields = new Set(Object.values(mapping.columns));
  const missing: TableField[] = [];
  if (!fields.has('text') && !fields.has('rating') && mapping.kind !== 'ticket' && format.withholdsTexts !== true) missing.push('text');
  if (!fields.has('createdAt')) missing.push('createdAt');
  if (!fields.has('author') && !fields.has('authorId')) missing.push('author');
  if (wanted?.needsId === true && !fields.has('id')) missing.unshift('id');
  // 4. times
  const column = columnPosition({ headers, mapping }, 'createdAt');
  const rows = [...cellsOf(source.sample)];
  const timeSamples = column < 0 ? [] : rows.map((cells) => cells[column] ?? '').filter((value) => value.trim() !== '');
  let times = timeColumn(timeSamples);
  if (times.ambiguous && !isWhole && mapping.dateOrder === undefined) times = { ...times, ...timeColumn(await distinctValues(source, column)), repeatedTimeOfDayMs: times.repeatedTimeOfDayMs };
  if (times.ambiguous && format.dateOrder !== undefined) times = { ...times, order: format.dateOrder, ambiguous: false };
  const timesZone = format.timesAreUtc === true || /(?:^|[^a-z])(?:utc|gmt)(?:$|[^a-z])/i.test(headers[column] ?? '') ? 'UTC' as const : null;
  if (timesZone !== null) times = { ...times, zoneNeeded: false };
  // 5. what a person should know
  const warnings: FileWarning[] = [];
  if (survey.guessed && options.mapping?.encoding === undefined) warnings.push({ code: 'guessed-encoding', message: `the encoding is a guess: ${encoding}`, count: null, names: [encoding] });
  if (survey.damagedCharacters > 0) warnings.push({ code: 'damaged-characters', message: `${String(survey.damagedCharacters)} characters are damaged`, count: survey.damagedCharacters, names: [] });
  const renamed = source.form === 'json' || headers.length !== dialect.writtenHeaders.length ? [] : headers.filter((header, position) => header !== (dialect.writtenHeaders[position] ?? '').trim());
  if (renamed.length > 0) warnings.push({ code: 'renamed-columns', message: `repeated or empty column names were renamed: ${renamed.slice(0, 10).join(', ')}`, count: renamed.length, names: renamed.slice(0, 10) });
  const damage = tableDamage({ headers, mapping, rows, withholdsTexts: format.withholdsTexts });
  warnings.push(...damage.warnings);
  if (times.repeatedTimeOfDayMs !== null) warnings.push({ code: 'computed-times', message: 'many times share one time of day: they were computed from ages such as "2 days ago" and enter counts only', count: null, names: [] });
  if (times.onlyDays) warnings.push({ code: 'days-only', message: 'all times are at midnight: they are known to the day', count: null, names: [] });
  const writing = source.form === 'json' ? {} : { delimiter: dialect.delimiter, headerRow: dialect.headerRow };
  return { part, survey, source, dialect, format, confidence, mapping: { ...mapping, encoding, ...writing }, times, timesZone, damage, isMapped: options.mapping !== undefined && Object.keys(options.mapping.columns).length > 0, timeSamples, warnings, missing };
}
