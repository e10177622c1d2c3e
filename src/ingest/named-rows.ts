import type { RejectedRow } from '../domain/model/record.ts';
import { foldedHeader } from './header-synonyms.ts';
import type { Part } from './record-format.ts';
import { tableRows } from './table-rows.ts';

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
 * Reads a table as rows known by folded header (`authorid`), as tableRows reads them: for exports whose tables become
 * reactions or need rules of their own. Of two columns with one header the first counts.
 */
export async function* namedRows(part: Part, signal?: AbortSignal): AsyncGenerator<NamedRows> {
  const { table } = part.head;
  if (table === null) return;
  const positions = new Map<string, number>();
  foldedHeaders(part).forEach((header, position) => {
    if (!positions.has(header)) positions.set(header, position);
  });
  for await (const { rows, rejected, bytes } of tableRows(part, table, { signal })) {
    yield { rows: rows.map(({ cells, line }) => ({ line, cell: (header) => cells[positions.get(header) ?? -1]?.trim() ?? '' })), rejected, bytes };
  }
}
