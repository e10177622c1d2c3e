import type { RejectedRow } from '../domain/model/record.ts';
import { foldedHeader } from './header-synonyms.ts';
import type { Part } from './record-format.ts';
import { createRowReader } from './row-reader.ts';
import { isDelimiterRow } from './table-dialect.ts';
import { createTextDecoding } from './text-decoder.ts';

/** One row of a table whose columns are known by name. */
export interface NamedRow {
  readonly line: number;
  /** The cell under a folded header, trimmed; '' where the column or the cell is missing. */
  cell(header: string): string;
}

/** Rows met in one stretch, with those that are no row of the table. */
interface NamedRows {
  readonly rows: readonly NamedRow[];
  readonly rejected: readonly RejectedRow[];
  readonly bytes: number;
}

/** The folded headers of a part, in order; none when it is no table. */
export function foldedHeaders({ head }: Pick<Part, 'head'>): readonly string[] {
  return head.table?.writtenHeaders.map(foldedHeader) ?? [];
}

/**
 * Reads a table as rows known by folded header (`authorid`), in flat memory: for exports whose tables become reactions or
 * need rules of their own. Of two columns with one header the first counts. A row with fewer or more cells than the header
 * is a rejection `wrong-column-count`.
 */
export async function* namedRows(part: Part, signal?: AbortSignal): AsyncGenerator<NamedRows> {
  const { table, survey } = part.head;
  if (table === null) return;
  const headers = foldedHeaders(part);
  const positions = new Map<string, number>();
  headers.forEach((header, position) => {
    if (!positions.has(header)) positions.set(header, position);
  });
  const reader = createRowReader(table.delimiter);
  const decoding = createTextDecoding(survey.encoding);
  let toSkip = table.headerRow + 1;
  let bytes = 0;
  const taken = (text: string, isLast: boolean): NamedRows => {
    const batch = reader.push(text, isLast);
    const rejected = [...batch.rejected];
    const rows: NamedRow[] = [];
    for (const { cells, line } of batch.rows) {
      if (isDelimiterRow(cells, line)) continue;
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      if (cells.length < headers.length || cells.slice(headers.length).some((cell) => cell.trim() !== '')) {
        rejected.push({ line, code: 'wrong-column-count', detail: `${String(cells.length)} cells instead of ${String(headers.length)}` });
        continue;
      }
      rows.push({ line, cell: (header) => cells[positions.get(header) ?? -1]?.trim() ?? '' });
    }
    return { rows, rejected, bytes };
  };
  for await (const block of part.source.open(signal)) {
    bytes += block.length;
    yield taken(decoding.write(block), false);
  }
  yield taken(decoding.end(), true);
}
