import { foldedHeader } from '../header-synonyms.ts';
import { IngestFailure } from '../ingest-failure.ts';
import { createBatch, type ItemOutcome } from '../item-outcome.ts';
import type { PartHead } from '../part-head.ts';
import type { Part, ReadSetting, RecordBatch, RecordFormat } from '../record-format.ts';
import type { TableDialect } from '../table-dialect.ts';
import { tableRows, writtenRow } from '../table-rows.ts';

/** A row of a table whose columns are known by name. */
export interface ColumnRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The cell under a folded header, trimmed; empty when the table has no such column. */
  readonly cell: (name: string) => string;
}

/** How a kind of table becomes records, row by row, where a mapping of columns to fields does not say it all. */
export interface ColumnFormatParts {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** See RecordFormat.recognise; called for tables only. */
  readonly recognise: (table: TableDialect, head: PartHead) => number;
  readonly order?: (head: PartHead) => number;
  /** See RecordFormat.isPrivate; of an export's tables some may be private and others not. */
  readonly isPrivate?: (head: PartHead) => boolean;
  /** Rewrites the text before it is cut into rows, piece by piece, for tables that are not written as CSV is. */
  readonly rewriter?: (head: PartHead, table: TableDialect) => ((piece: string, isLast: boolean) => string) | null;
  /** Called once a part; what it returns is called for every row under the header. */
  readonly reader: (table: TableDialect, setting: ReadSetting, part: Part) => (row: ColumnRow) => ItemOutcome;
}

/** Folded names of a table's columns, each with the first position it stands at. */
export function columnPositions(table: Pick<TableDialect, 'headers'>): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  table.headers.forEach((header, position) => {
    const name = foldedHeader(header);
    if (!positions.has(name)) positions.set(name, position);
  });
  return positions;
}

/** True when a table has all of some columns, by folded name. */
export function hasColumns(table: Pick<TableDialect, 'headers'>, names: readonly string[]): boolean {
  const positions = columnPositions(table);
  return names.every((name) => positions.has(name));
}

/**
 * A format whose files are tables of known columns, read as tableRows reads them. Throws IngestFailure `unknown-format` for
 * a part that is no table.
 */
export function columnFormat({ id, name, description, recognise, order, isPrivate, rewriter, reader }: ColumnFormatParts): RecordFormat {
  return {
    id, name, description,
    recognise: (head) => (head.table === null ? 0 : recognise(head.table, head)),
    ...(order === undefined ? {} : { order }),
    ...(isPrivate === undefined ? {} : { isPrivate }),
    async *read(part, setting): AsyncGenerator<RecordBatch> {
      const { table } = part.head;
      if (table === null) throw new IngestFailure('unknown-format', `the file is no table, as ${name} is`);
      const positions = columnPositions(table);
      const toRecords = reader(table, setting, part);
      for await (const { rows, rejected, bytes } of tableRows(part, table, { rewrite: rewriter?.(part.head, table) ?? null, signal: setting.signal })) {
        const gathered = createBatch(rejected);
        for (const { cells, line } of rows) gathered.add(toRecords({ line, cells, cell: (column) => (cells[positions.get(column) ?? -1] ?? '').trim() }), line, () => writtenRow(cells, table));
        yield gathered.batch(bytes);
      }
    },
  };
}
