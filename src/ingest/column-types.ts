import { cellsOf } from './row-source.ts';
import type { TableInspection } from './table-inspection.ts';
import { DATE_ORDERS, type DateOrder } from './table-mapping.ts';
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
/** Digits from which a number names something rather than counting it. */
const LONG_NUMBER = 9;
const KEPT_CHARACTERS = 80;
const DATE_FORMS = DATE_ORDERS.filter((order) => order !== 'epoch-seconds' && order !== 'epoch-milliseconds');

/** How dates and ages begin: with a digit, the name of a day or a month, or the word for one of a unit. */
const LIKE_A_DATE = /^(?:\d|(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|gio|ven|sab|dom|jan|gen|feb|apr|may|mag|jun|giu|jul|lug|aug|ago|sep|set|oct|ott|nov|dec|dic)[a-zì]{0,9}[\s.,]|(?:an?|one|un|una|uno|circa|about|edited|modificato) |un'|ieri$|yesterday$|oggi$|today$|ora$|adesso$|now$|just now$)/i;

type CellType = 'numbers' | 'dates' | 'ids' | 'texts';

/** Tells what cells of one column are; the order in which its last date was written is tried first, as most share one. */
function createCellTyper(): (written: string) => CellType | null {
  let last: DateOrder = 'iso';
  const isDate = (cell: string): boolean => {
    if (writtenTime(cell, last) !== null) return true;
    const order = DATE_FORMS.find((candidate) => candidate !== last && writtenTime(cell, candidate) !== null);
    if (order !== undefined) last = order;
    return order !== undefined;
  };
  return (written) => {
    const cell = written.trim();
    if (cell === '') return null;
    if (/^\d+$/.test(cell)) return cell.length >= LONG_NUMBER ? 'ids' : 'numbers';
    if (cell.length > LONGEST_DATE) return /\s/.test(cell) ? 'texts' : 'ids';
    if (LIKE_A_DATE.test(cell) && isDate(cell)) return 'dates';
    if (/^@\S+$/.test(cell) || /^https?:\/\/\S+$/i.test(cell)) return 'ids';
    if (writtenNumber(cell) !== null) return 'numbers';
    return /^[\w:.-]{6,}$/.test(cell) && /\d/.test(cell) ? 'ids' : 'texts';
  };
}

/**
 * What a single cell is; null for a blank one.
 * @example cellType('@anna_rossi') // 'ids'
 */
export function cellType(written: string): CellType | null {
  return createCellTyper()(written);
}

/**
 * Counts what the cells of each column are over the whole of a table, in flat memory: for a person who says what the
 * columns mean. An aborted `signal` ends it with the signal's reason.
 */
export async function columnTypes({ source }: TableInspection, signal?: AbortSignal): Promise<ColumnTypes[]> {
  const columns = source.headers.map((name) => ({ name, filled: 0, numbers: 0, dates: 0, ids: 0, texts: 0, distinct: new Set<string>(), typeOf: createCellTyper() }));
  for await (const { rows } of source.open(signal)) {
    signal?.throwIfAborted();
    for (const cells of cellsOf(rows)) {
      for (const [position, column] of columns.entries()) {
        const cell = cells[position] ?? '';
        const type = column.typeOf(cell);
        if (type === null) continue;
        column.filled += 1;
        column[type] += 1;
        if (column.distinct.size < COUNTED_VALUES) column.distinct.add(cell.slice(0, KEPT_CHARACTERS));
      }
    }
  }
  return columns.map(({ name, filled, numbers, dates, ids, texts, distinct }) => ({ name, filled, numbers, dates, ids, texts, distinctUpTo: distinct.size }));
}
