import { cellsOf } from './row-source.ts';
import type { TableInspection } from './table-inspection.ts';
import { DATE_ORDERS } from './table-mapping.ts';
import { writtenNumber } from './written-number.ts';
import { writtenTime } from './written-time.ts';

/** What the cells of one column are, over a whole file. Every filled cell counts as one kind. */
export interface ColumnTypes {
  readonly name: string;
  readonly filled: number;
  readonly numbers: number;
  readonly dates: number;
  /** Words without spaces that name something: long numbers, codes, addresses, handles. */
  readonly ids: number;
  readonly texts: number;
  /** Different values, counted up to {@link COUNTED_VALUES}. */
  readonly distinctUpTo: number;
}

/** Different values of a column that are counted; a column with more holds this many. */
export const COUNTED_VALUES = 1000;
const LONGEST_DATE = 60;
const KEPT_CHARACTERS = 80;
const DATE_FORMS = DATE_ORDERS.filter((order) => order !== 'epoch-seconds' && order !== 'epoch-milliseconds');

/**
 * What a single cell is; null for a blank one.
 * @example cellType('@anna_rossi') // 'ids'
 */
export function cellType(written: string): 'numbers' | 'dates' | 'ids' | 'texts' | null {
  const cell = written.trim();
  if (cell === '') return null;
  if (cell.length > LONGEST_DATE) return /\s/.test(cell) ? 'texts' : 'ids';
  if (/\d|ago|fa$|ieri|yesterday/i.test(cell) && DATE_FORMS.some((order) => writtenTime(cell, order) !== null)) return 'dates';
  if (/^\d{9,}$/.test(cell) || /^@\S+$/.test(cell) || /^https?:\/\/\S+$/i.test(cell)) return 'ids';
  if (writtenNumber(cell) !== null) return 'numbers';
  return /^(?=.*\d)[\w:.-]{6,}$/.test(cell) ? 'ids' : 'texts';
}

/**
 * Counts what the cells of each column are over the whole of a table, in flat memory: for a person who says what the
 * columns mean. An aborted `signal` ends it with the signal's reason.
 */
export async function columnTypes({ source }: TableInspection, signal?: AbortSignal): Promise<ColumnTypes[]> {
  const columns = source.headers.map((name) => ({ name, filled: 0, numbers: 0, dates: 0, ids: 0, texts: 0, distinct: new Set<string>() }));
  for await (const { rows } of source.open(signal)) {
    signal?.throwIfAborted();
    for (const cells of cellsOf(rows)) {
      for (const [position, column] of columns.entries()) {
        const cell = cells[position] ?? '';
        const type = cellType(cell);
        if (type === null) continue;
        column.filled += 1;
        column[type] += 1;
        if (column.distinct.size < COUNTED_VALUES) column.distinct.add(cell.slice(0, KEPT_CHARACTERS));
      }
    }
  }
  return columns.map(({ distinct, ...counts }) => ({ ...counts, distinctUpTo: distinct.size }));
}
