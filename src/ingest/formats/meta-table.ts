import type { RecordedMessage } from '../../domain/model/record.ts';
import { foldedHeader } from '../header-synonyms.ts';
import { IngestFailure } from '../ingest-failure.ts';
import { createBatch, type ItemOutcome } from '../item-outcome.ts';
import type { StoredTime } from '../stored-time.ts';
import type { PartHead } from '../part-head.ts';
import type { Part, ReadSetting, RecordBatch, RecordFormat } from '../record-format.ts';
import type { TableDialect } from '../table-dialect.ts';
import type { DateOrder } from '../table-mapping.ts';
import { tableRows, writtenRow } from '../table-rows.ts';
import { createTimeReader, timeColumn } from '../time-column.ts';
import { writtenCount } from '../written-number.ts';

/** A row whose cells are asked for by what they mean. */
export interface MetaRow<Field extends string> {
  readonly line: number;
  /** The cell without blanks around it; null for a missing column, a blank cell, and `N/A` or `-`. */
  readonly text: (field: Field) => string | null;
  /** A count with thousands marks of any language; null for anything else. */
  readonly count: (field: Field) => number | null;
  /** The row's own time, read as its whole column is written; null for a blank cell or one that is no such time. */
  readonly time: StoredTime | null;
  /** True when the time's cell is filled, whatever it holds. */
  readonly hasTime: boolean;
}

/** How a kind of table becomes records. */
export interface MetaTableParts<Field extends string> {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Field -> folded headers in every language known; of several columns the one listed first fills it. */
  readonly columns: Readonly<Record<Field, readonly string[]>>;
  readonly timeField: Field;
  /** How sure a header is to be of this format. */
  readonly sure: (has: (field: Field) => boolean) => number;
  /** Order of day and month where the column leaves it open, by the language of the headers. */
  readonly usualOrder: (headers: readonly string[]) => DateOrder;
  /** Zone of times written without one; the setting's when left out. */
  readonly timeZone?: string;
  /** Called once a part. `last` is called when all rows are read, for records that wait for more than one row. */
  readonly reader: (part: Part, setting: ReadSetting) => { readonly row: (row: MetaRow<Field>) => ItemOutcome; readonly last?: () => readonly RecordedMessage[] };
}

const NOTHING = new Set(['', '-', '--', 'n/a', 'null', 'none']);

function positionsOf<Field extends string>(headers: readonly string[], columns: Readonly<Record<Field, readonly string[]>>): ReadonlyMap<Field, number> {
  const folded = headers.map(foldedHeader);
  const positions = new Map<Field, number>();
  for (const [field, names] of Object.entries(columns) as [Field, readonly string[]][]) {
    const found = names.map((name) => folded.indexOf(name)).find((position) => position >= 0);
    if (found !== undefined) positions.set(field, found);
  }
  return positions;
}

function filled(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => !NOTHING.has(cell.toLowerCase()));
}

/** Every time of a column, each once, at most a hundred thousand. */
async function writtenTimes(part: Part, dialect: TableDialect, { position, signal }: { position: number; signal: AbortSignal | undefined }): Promise<string[]> {
  const values = new Set<string>();
  for await (const { rows } of tableRows(part, dialect, { signal })) for (const { cells } of rows) if (values.size < 100_000) values.add((cells[position] ?? '').trim());
  return filled([...values]);
}

/**
 * A kind of table that Meta's own tools write. Headers are known in several languages and in any order; day and month are
 * told apart by the first rows, over the whole column where those leave it open, and by the language of the headers where the column leaves it open. Reading a part
 * without a table throws IngestFailure `unreadable-file`.
 */
export function metaTableFormat<Field extends string>({ id, name, description, columns, timeField, sure, usualOrder, timeZone, reader }: MetaTableParts<Field>): RecordFormat {
  return {
    id, name, description,
    recognise({ table }: PartHead) {
      if (table === null || table.headers.length < 4) return 0;
      const positions = positionsOf(table.headers, columns);
      return sure((field) => positions.has(field));
    },
    async *read(part, setting): AsyncGenerator<RecordBatch> {
      // 1. columns
      const dialect = part.head.table;
      if (dialect === null) throw new IngestFailure('unreadable-file', 'the file holds no table');
      const positions = positionsOf(dialect.headers, columns);
      const timeAt = positions.get(timeField) ?? -1;
      // 2. how times are written
      const sampled = timeColumn(timeAt < 0 ? [] : filled(dialect.rows.map((cells) => cells[timeAt] ?? '')));
      const column = sampled.ambiguous || sampled.order === null ? timeColumn(timeAt < 0 ? [] : await writtenTimes(part, dialect, { position: timeAt, signal: setting.signal })) : sampled;
      const order = setting.mapping?.dateOrder ?? (column.ambiguous ? usualOrder(dialect.headers) : (column.order ?? 'iso'));
      // posts are planned for full hours: that many share a time of day says nothing against it
      const readTime = createTimeReader({ order, timeZone: timeZone ?? setting.timeZone, collectedAtMs: null, column: { ...column, repeatedTimeOfDayMs: null } });
      // 3. rows
      const { row: toRecords, last } = reader(part, setting);
      for await (const { rows, rejected, bytes } of tableRows(part, dialect, { signal: setting.signal })) {
        const gathered = createBatch(rejected);
        for (const { cells, line } of rows) {
          const text = (field: Field): string | null => {
            const cell = (cells[positions.get(field) ?? -1] ?? '').trim();
            return NOTHING.has(cell.toLowerCase()) ? null : cell;
          };
          const at = text(timeField);
          gathered.add(toRecords({ line, text, count: (field) => writtenCount(text(field) ?? ''), time: at === null ? null : readTime(at), hasTime: at !== null }), line, () => writtenRow(cells, dialect));
        }
        yield gathered.batch(bytes);
      }
      if (last !== undefined) yield { messages: last(), reactions: [], rejected: [], rows: 0, bytes: part.head.survey.bytes };
    },
  };
}
