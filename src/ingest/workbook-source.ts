import { readFile } from 'node:fs/promises';
import { read, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { ByteSource } from './byte-source.ts';
import { IngestFailure } from './ingest-failure.ts';

/** Unpacked size up to which a workbook is read: all of it is in memory at once. */
const LARGEST_WORKBOOK = 600 << 20;
const PIECE = 1 << 18;

/** True for the entries of an Excel workbook. */
export function isWorkbook(entries: readonly ByteSource[]): boolean {
  return entries.some(({ name }) => name === 'xl/workbook.xml') && entries.some(({ name }) => name === '[Content_Types].xml');
}

/** Days before this one are no dates but lengths of time, which Excel counts from the end of 1899 (and one day too many from March 1900 on). */
const FIRST_DATE = Date.UTC(1901, 0, 1);

function durationText(ms: number): string {
  const seconds = Math.round((ms - (ms < Date.UTC(1900, 2, 1) ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30))) / 1000);
  const two = (amount: number): string => String(amount).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A cell as text that loses nothing: dates as ISO without a zone, lengths of time as HH:MM:SS, numbers in full, texts as they are. */
function cellText(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z' || cell.t === 'e') return '';
  if (cell.v instanceof Date) {
    if (cell.v.getTime() < FIRST_DATE) return durationText(cell.v.getTime());
    const iso = new Date(Math.round(cell.v.getTime() / 1000) * 1000).toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
  }
  if (typeof cell.v === 'boolean') return cell.v ? 'true' : 'false';
  return cell.v == null ? '' : String(cell.v);
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The rows of a sheet as CSV in pieces, down to the last that holds something: a sheet may claim a million of them. An
 * empty row in between is an empty line, so that lines stand for rows.
 */
function* csvPieces(sheet: WorkSheet): Generator<Buffer> {
  const rows = (sheet['!data'] ?? []) as (CellObject[] | undefined)[];
  let width = 0;
  for (const row of rows) if (row !== undefined) for (let at = row.length - 1; at >= width; at -= 1) if (cellText(row[at]) !== '') width = at + 1;
  let empty = 0;
  let piece = '';
  for (let number = 0; number < rows.length; number += 1) {
    const row = rows[number];
    const cells = row === undefined ? [] : Array.from({ length: width }, (_, at) => cellText(row[at]));
    if (!cells.some((cell) => cell !== '')) {
      empty += 1;
      continue;
    }
    piece += `${'\n'.repeat(empty)}${cells.map(quoted).join(',')}\n`;
    empty = 0;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece, 'utf8');
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece, 'utf8');
}

/** What a workbook holds: its visible sheets as tables, and the names of those that are hidden. */
export interface WorkbookSheets {
  readonly sheets: readonly ByteSource[];
  readonly hidden: readonly string[];
}

/**
 * The sheets of a workbook as tables, one source a visible sheet that holds something, named `FILE / SHEET`. Formulas
 * count by their stored result and are never computed. Throws IngestFailure `unreadable-file` for a damaged workbook, one
 * with a password, or one too large to be read at once.
 */
export async function workbookSheets(path: string, name: string, entries: readonly ByteSource[]): Promise<WorkbookSheets> {
  const unpacked = entries.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  if (unpacked > LARGEST_WORKBOOK) throw new IngestFailure('unreadable-file', `the workbook unpacks to ${String(Math.round(unpacked / 2 ** 20))} MiB, more than can be read at once: save its sheets as CSV`);
  let book;
  try {
    book = read(await readFile(path), { type: 'buffer', dense: true, cellDates: true, UTC: true, cellFormula: false, cellHTML: false, cellText: false, bookVBA: false });
  } catch {
    throw new IngestFailure('unreadable-file', 'the workbook is damaged or locked with a password; save it again without one, or as CSV');
  }
  const hidden = new Set((book.Workbook?.Sheets ?? []).flatMap(({ name: sheet, Hidden }) => (Hidden !== undefined && Hidden !== 0 && sheet !== undefined ? [sheet] : [])));
  const sheets = book.SheetNames.filter((sheet) => !hidden.has(sheet)).flatMap((sheet): ByteSource[] => {
    const found = book.Sheets[sheet];
    if (found === undefined) return [];
    const bytes = Buffer.concat([...csvPieces(found)]);
    if (bytes.length === 0) return [];
    return [{ name: book.SheetNames.length === 1 ? name : `${name} / ${sheet}`, bytes: bytes.length, open: () => blocksOf(bytes) }];
  });
  return { sheets, hidden: [...hidden] };
}

async function* blocksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20));
}
