import type { ByteSource } from './byte-source.ts';
import { IngestFailure } from './ingest-failure.ts';
import { withoutEscapes, type WorkbookContext } from './workbook-parts.ts';
import { xmlElements } from './xml-elements.ts';

/** A row of a sheet that holds something: its number, 1-based, and its cells as text up to the last that is filled. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** Cells of them that are not empty. */
  readonly filled: number;
}

/** Most rows and columns that a sheet can have, by the format's own rules. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** A cell may hold 32,767 characters; other programs write more. */
const LONGEST_CELL = 4 << 20;
const DAY_MS = 86_400_000;
/** Days before 1 January 1901 are no dates but lengths of time. */
const FIRST_DATE = 367;
const EPOCH_DAY = 25_569;
/** Days between the two beginnings of counting. */
const DAYS_TO_1904 = 1462;

function durationText(days: number): string {
  const seconds = Math.round(days * 86_400);
  const two = (amount: number): string => String(amount).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A day as workbooks count them, as ISO without a zone; a length of time as HH:MM:SS; null for what is no day. */
export function dayText(written: number, from1904: boolean): string | null {
  if (!Number.isFinite(written) || written < 0) return null;
  if (written < FIRST_DATE) return durationText(written);
  const ms = Math.round(((written + (from1904 ? DAYS_TO_1904 : 0) - EPOCH_DAY) * DAY_MS) / 1000) * 1000;
  if (ms > Date.UTC(9999, 11, 31)) return null;
  const iso = new Date(ms).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

/** Position of a column by its letters, 0-based; -1 for what is no such name. */
function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < 4; at += 1) {
    const letter = (reference.charCodeAt(at) | 32) - 96;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return at === 0 || column > MOST_COLUMNS ? -1 : column - 1;
}

/** A cell as text that loses nothing: dates as ISO without a zone, numbers in full, texts as they are; errors are empty. */
function cellText(type: string, written: string, isDate: boolean, { sharedStrings, from1904 }: WorkbookContext): string {
  switch (type) {
    case 's':
      return sharedStrings[Number(written)] ?? '';
    case 'str':
    case 'inlineStr':
      return withoutEscapes(written);
    case 'b':
      return written.trim() === '' ? '' : /^(?:1|true)$/.test(written.trim()) ? 'true' : 'false';
    case 'e':
      return '';
    case 'd':
      return written.trim().slice(0, 19).replace('T', ' ').replace(/ 00:00:00$/, '');
    default: {
      const text = written.trim();
      const number = text === '' ? Number.NaN : Number(text);
      if (Number.isNaN(number)) return text;
      return (isDate ? dayText(number, from1904) : null) ?? String(number);
    }
  }
}

/**
 * Reads the rows of a sheet as a stream, in flat memory. A formula counts by its stored result and is never computed.
 * Throws IngestFailure `unreadable-file` for a sheet that claims more rows than a sheet can have, or a cell without end.
 */
export async function* sheetRows(entry: ByteSource, context: WorkbookContext, signal?: AbortSignal): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = [];
  let number = 0;
  let cells: string[] = [];
  let column = -1;
  let filled = 0;
  let cell = { type: 'n', isDate: false };
  let pieces: string[] = [];
  let length = 0;
  let isText = false;
  let phonetic = 0;
  let isOver = false;
  const blocks = xmlElements(entry, {
    open(name, attributes) {
      if (isOver) return;
      switch (name) {
        case 'row': {
          const said = Number(attributes['r']);
          number = Number.isInteger(said) && said > number ? said : number + 1;
          if (number > MOST_ROWS) throw new IngestFailure('unreadable-file', 'the sheet claims more rows than a sheet can have');
          cells = [];
          filled = 0;
          column = -1;
          return;
        }
        case 'c': {
          const said = columnOf(attributes['r'] ?? '');
          column = said >= 0 ? said : column + 1;
          cell = { type: attributes['t'] ?? 'n', isDate: context.isDateStyle[Number(attributes['s'] ?? -1)] === true };
          pieces = [];
          length = 0;
          return;
        }
        case 'rPh':
          phonetic += 1;
          return;
        default:
          isText = (name === 'v' && cell.type !== 'inlineStr') || (name === 't' && cell.type === 'inlineStr' && phonetic === 0);
      }
    },
    text(text) {
      if (!isText) return;
      length += text.length;
      if (length > LONGEST_CELL) throw new IngestFailure('unreadable-file', `a cell of row ${String(number)} is longer than ${String(LONGEST_CELL)} characters`);
      pieces.push(text);
    },
    close(name) {
      if (name === 'v' || name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c') {
        const text = cellText(cell.type, pieces.join(''), cell.isDate, context);
        pieces = [];
        if (text === '' || column < 0 || column >= MOST_COLUMNS) return;
        filled += 1;
        while (cells.length < column) cells.push('');
        cells[column] = text;
      } else if (name === 'row') {
        if (cells.length > 0) rows.push({ number, cells, filled });
        cells = [];
      } else if (name === 'sheetData') isOver = true;
    },
  }, signal);
  while ((await blocks.next()).done !== true) {
    if (rows.length > 0) yield rows;
    rows = [];
    if (isOver) break;
  }
  await blocks.return(undefined);
}
