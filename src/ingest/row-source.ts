import { arrangedColumns } from './child-columns.ts';
import { jsonColumns, jsonRowSource } from './json-rows.ts';
import { IngestFailure } from './ingest-failure.ts';
import { partHead, type PartHead } from './part-head.ts';
import type { Part } from './record-format.ts';
import type { TableRow } from './row-reader.ts';
import { MOST_COLUMNS, tableDialect, type TableDialect } from './table-dialect.ts';
import type { TableMapping } from './table-mapping.ts';
import { tableRows, writtenRow, type RowStretch } from './table-rows.ts';

/** A part as a table, whatever it is written in: names of columns, and rows with as many cells. */
export interface RowSource {
  readonly form: 'table' | 'json';
  readonly headers: readonly string[];
  /** The first rows. */
  readonly sample: readonly TableRow[];
  /** True when `sample` holds all rows. */
  readonly isWhole: boolean;
  /** How the table is written; for JSON without delimiter. Its headers and rows are those of this source. */
  readonly dialect: TableDialect;
  /** A row as the file has it, for people, cut short. */
  rawOf(row: TableRow): string;
  open(signal?: AbortSignal): AsyncIterable<RowStretch>;
}

const arranged = new WeakMap<PartHead, readonly string[] | null>();

/** The columns that the beginning of a part shows, as a table or as JSON; null for a part that is neither. */
export function columnsOf(head: PartHead): readonly string[] | null {
  let columns = arranged.get(head);
  if (columns === undefined) arranged.set(head, (columns = jsonColumns(head) ?? (head.table === null ? null : arrangedColumns(head.table.headers).headers)));
  return columns;
}

function tableRowSource(part: Part, mapping: TableMapping | undefined): RowSource {
  const { survey } = part.head;
  const encoding = mapping?.encoding ?? survey.encoding;
  const { text, isWhole } = encoding === survey.encoding ? part.head : partHead(part.head.name, survey, encoding);
  const written = tableDialect(text, { isWhole, delimiter: mapping?.delimiter, headerRow: mapping?.headerRow });
  if (written.headers.length > MOST_COLUMNS) throw new IngestFailure('unreadable-file', `the table has more than ${String(MOST_COLUMNS)} columns, more than any spreadsheet can have`);
  const columns = arrangedColumns(written.headers);
  const arrange = columns.isNested ? ({ cells, line }: TableRow): TableRow => columns.arranged(cells, line) : (row: TableRow): TableRow => row;
  const sample = written.rows.map((cells) => arrange({ cells, line: 0 }));

  async function* open(signal?: AbortSignal): AsyncGenerator<RowStretch> {
    for await (const stretch of tableRows(part, written, { encoding, keepsBlank: true, signal })) yield columns.isNested ? { ...stretch, rows: stretch.rows.map(arrange) } : stretch;
  }

  return {
    form: 'table', headers: columns.headers, sample, isWhole,
    dialect: columns.isNested ? { ...written, headers: columns.headers, rows: sample.map(({ cells }) => cells) } : written,
    rawOf: ({ cells }) => writtenRow(cells, written), open,
  };
}

/** A part as a table: JSON by its objects, anything else by rows and delimiters as a mapping says or the text shows. `form` overrules what the text looks like. */
export async function rowSourceOf(part: Part, { mapping, form = part.head.json === null ? 'table' : 'json' }: { readonly mapping?: TableMapping | undefined; readonly form?: RowSource['form'] | undefined } = {}): Promise<RowSource> {
  return form === 'table' ? tableRowSource(part, mapping) : jsonRowSource(part);
}

/** The cells of rows and of the rows inside them, in order. */
export function* cellsOf(rows: readonly TableRow[]): Generator<readonly string[]> {
  for (const { cells, children } of rows) {
    yield cells;
    if (children !== undefined) yield* cellsOf(children);
  }
}
