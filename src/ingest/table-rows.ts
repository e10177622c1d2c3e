import { LONGEST_RAW, type RejectedRow } from '../domain/model/record.ts';
import type { Part } from './record-format.ts';
import { createRowReader, type TableRow } from './row-reader.ts';
import { isDelimiterRow, type TableDialect } from './table-dialect.ts';
import { createTextDecoding } from './text-decoder.ts';

/** Rows met in one stretch of a part, with what is no row. */
export interface RowStretch {
  readonly rows: readonly TableRow[];
  readonly rejected: readonly RejectedRow[];
  /** Bytes of the part read so far. */
  readonly bytes: number;
}

/** How a table is read otherwise than its part says. */
interface RowChoices {
  readonly encoding?: string;
  /** Rewrites the text before it is cut into rows, piece by piece. */
  readonly rewrite?: ((piece: string, isLast: boolean) => string) | null;
  /** Blank rows come out too, of whatever width; they are passed over otherwise. */
  readonly keepsBlank?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A row's cells as the file has them, cut short. */
export function writtenRow(cells: readonly string[], { delimiter }: Pick<TableDialect, 'delimiter'>): string {
  return cells.join(delimiter).slice(0, LONGEST_RAW);
}

/**
 * The rows of a table below its header, a block of bytes at a time, in flat memory. A row narrower than the header, or wider
 * with something in the surplus, is shifted: its cells are not what the header says, so it is refused as
 * `wrong-column-count`.
 */
export async function* tableRows({ source, head }: Part, dialect: Pick<TableDialect, 'delimiter' | 'headerRow' | 'headers'>, { encoding = head.survey.encoding, rewrite, keepsBlank = false, signal }: RowChoices): AsyncGenerator<RowStretch> {
  const width = dialect.headers.length;
  const reader = createRowReader(dialect.delimiter);
  const decoding = createTextDecoding(encoding);
  let toSkip = dialect.headerRow + 1;
  let bytes = 0;
  const stretch = (text: string, isLast: boolean): RowStretch => {
    const met = reader.push(rewrite == null ? text : rewrite(text, isLast), isLast);
    const rows: TableRow[] = [];
    const rejected: RejectedRow[] = [...met.rejected];
    for (const row of met.rows) {
      const { cells, line } = row;
      if (isDelimiterRow(cells, line)) continue;
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      const isBlank = cells.every((cell) => cell.trim() === '');
      if (isBlank ? keepsBlank : cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell.trim() === ''))) rows.push(row);
      else if (!isBlank) rejected.push({ line, code: 'wrong-column-count', detail: `${String(cells.length)} cells instead of ${String(width)}`, raw: writtenRow(cells, dialect) });
    }
    return { rows, rejected, bytes };
  };
  for await (const block of source.open(signal)) {
    bytes += block.length;
    yield stretch(decoding.write(block), false);
  }
  yield stretch(decoding.end(), true);
}
