import type { RecordedAccount, RecordedContainer } from '../../domain/model/record.ts';
import { textOfHtml } from '../html-text.ts';
import { epochAt, timeAt } from '../json-values.ts';
import { firstTime, type StoredTime } from '../stored-time.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { newAccount, newMessage, type MessageParts } from '../new-records.ts';
import { withoutEntities } from '../plain-text.ts';
import { writtenCount } from '../written-number.ts';
import type { ColumnRow } from './column-format.ts';

/** How the table of one platform is known and read. */
export interface FourCatTable {
  /** Platform in the format's id: `4cat-tiktok`. */
  readonly id: string;
  readonly name: string;
  /** Folded names of columns that together only this table has. */
  readonly requires: readonly string[];
  readonly read: (row: FourCatRow) => ItemOutcome;
}

/** A row of a table of 4CAT or Zeeschuimer, cell by cell. */
export interface FourCatRow {
  readonly line: number;
  /** The cell of a column by its folded name, entities decoded; null for a blank one and for a column that is not there. */
  readonly text: (column: string) => string | null;
  /** The cell as the plain text of the HTML that it holds: its entities are the markup's own and are decoded with it, once. */
  readonly html: (column: string) => string | null;
  readonly count: (column: string) => number | null;
  /** True for "yes", and for what other versions of the tools write instead. */
  readonly isYes: (column: string) => boolean;
  readonly time: () => StoredTime;
}

const NO_VALUES = new Set(['', 'none', 'null', 'nan', 'n/a', 'undefined', '-1']);

/** A row as columns are read; times are UTC, which both tools write without saying so. */
export function fourCatRow({ line, cell }: ColumnRow): FourCatRow {
  const text = (column: string): string | null => {
    const written = cell(column);
    return NO_VALUES.has(written.toLowerCase()) ? null : withoutEntities(written);
  };
  return {
    line, text,
    html: (column) => (text(column) === null ? null : textOfHtml(cell(column))),
    count: (column) => writtenCount(cell(column)),
    isYes: (column) => ['yes', 'true', '1'].includes(cell(column).toLowerCase()),
    time: () => {
      const values = { exact: cell('unixtimestamp'), said: cell('createdat') === '' ? cell('timestamp') : cell('createdat'), plain: cell('timestamp') };
      return firstTime(epochAt(values, 'exact'), timeAt(values, ['said']), timeAt(values, ['plain']), epochAt(values, 'plain'));
    },
  };
}

/** An author by columns. */
export function fourCatAuthor(row: FourCatRow, { id, handle, name, followers, ...rest }: { id?: string; handle?: string; name?: string; followers?: string } & Partial<Omit<RecordedAccount, 'nativeId' | 'handle' | 'name' | 'followers'>>): RecordedAccount | null {
  const said = (column: string | undefined): string | null => (column === undefined ? null : row.text(column));
  return newAccount({ id: said(id), handle: said(handle), name: said(name), followers: followers === undefined ? null : row.count(followers), ...rest });
}

/** What a row says beyond its id and time. */
type RowMessage = Omit<MessageParts, 'line' | 'nativeId'> & { readonly nativeId: string | null; readonly container: RecordedContainer | null };

/** A row as a message; refused without an id, and without a readable time where the table says one. */
export function fourCatMessage(row: FourCatRow, parts: RowMessage): ItemOutcome {
  const { nativeId } = parts;
  if (nativeId === null) return { rejected: { code: 'missing-id', detail: 'the row has no id' } };
  const time = parts.time ?? row.time();
  if (time.ms === null && (row.text('timestamp') ?? row.text('unixtimestamp')) !== null) return { rejected: { code: 'unreadable-time', detail: 'the time of the row is written in no known way' } };
  return { messages: [newMessage({ ...parts, nativeId, time, line: row.line })] };
}
