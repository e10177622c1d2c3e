import { statSync } from 'node:fs';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { plainCell } from '../../domain/wording/csv-cell.ts';
import { IngestFailure } from '../../ingest/ingest-failure.ts';
import { isWorkbook, workbookSheets } from '../../ingest/workbook-source.ts';
import { zipContent } from '../../ingest/zip-source.ts';
import { WORK_LIST_COLUMNS, WORK_LIST_WORDS, type WorkListColumn } from '../../present/work-list/work-list.ts';
import { smallText } from '../check/label-file.ts';
import type { RegisteredFile } from '../context.ts';
import { csvRows } from '../reading/csv-rows.ts';
import type { WorkNote } from './work-list-records.ts';

type RowError = OperationValue<'present.readWorkList'>['errors'][number];

const MOST_BYTES = 30_000_000;
const MOST_TEXT = 60_000_000;
const HEAD_ROWS = 10;
const LONGEST_NOTE = 2000;
const LONGEST_NAME = 200;

/** What stands in a work list that came back: notes by key, and what could not be understood. */
export interface ReturnedWorkList {
  readonly notes: ReadonlyMap<string, WorkNote>;
  readonly errors: readonly RowError[];
  /** The ISO day by which it should have been deleted; null when its mark is gone. */
  readonly expires: string | null;
}

/** The tables of a file, as rows of cells: a text is one, a workbook has one a visible sheet. */
async function tablesIn({ path, name }: RegisteredFile): Promise<string[][][]> {
  if (!/\.xls[xm]$/iu.test(name)) return [csvRows(smallText(path).replace(/^\uFEFF/u, ''))];
  const zip = await zipContent(path);
  try {
    if (!isWorkbook(zip.entries)) throw new IngestFailure('unreadable-file', 'the file is no workbook');
    const tables: string[][][] = [];
    for (const sheet of (await workbookSheets(name, zip.entries)).sheets) {
      const pieces: Buffer[] = [];
      let length = 0;
      for await (const piece of sheet.open()) {
        length += piece.length;
        if (length > MOST_TEXT) throw new IngestFailure('unreadable-file', 'the sheet is too large for a work list');
        pieces.push(piece);
      }
      tables.push(csvRows(Buffer.concat(pieces).toString('utf8')));
    }
    return tables;
  } finally {
    zip.close();
  }
}

const folded = (text: string): string => plainCell(text).trim().toLowerCase();

/** Where each column stands in a row of headings, in either language; null when the key is not among them. */
function placesIn(head: readonly string[]): ReadonlyMap<WorkListColumn, number> | null {
  const places = new Map<WorkListColumn, number>();
  for (const [at, cell] of head.entries()) {
    const column = WORK_LIST_COLUMNS.find((name) => Object.values(WORK_LIST_WORDS).some(({ columns }) => columns[name].toLowerCase() === folded(cell)));
    if (column !== undefined && !places.has(column)) places.set(column, at);
  }
  return places.has('key') && (places.has('answered') || places.has('note') || places.has('by')) ? places : null;
}

/** A day as people write it: `2026-07-01`, `1/7/2026`, `01.07.26`; null for anything else, also for the 31st of June. */
export function writtenDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d.*)?$/u.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/u.exec(text);
  const [year, month, day] = iso !== null ? [iso[1], iso[2], iso[3]] : local !== null ? [local[3]?.padStart(4, '20'), local[2], local[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== written ? null : written;
}

/**
 * Reads a work list that came back, as workbook or CSV, in whatever order its columns stand now. Rows in which nothing was
 * noted are passed over. Failures: `unreadable-file`, and `invalid-input` when no sheet of it has the headings of a work list.
 */
export async function returnedWorkList(file: RegisteredFile, today: string): Promise<Outcome<ReturnedWorkList>> {
  if (statSync(file.path).size > MOST_BYTES) return failed('unreadable-file', `a work list has at most ${String(MOST_BYTES / 1_000_000)} MB`);
  const tables = await tablesIn(file);
  for (const table of tables) {
    const line = table.slice(0, HEAD_ROWS).findIndex((row) => placesIn(row) !== null);
    const places = placesIn(table[line] ?? []);
    if (places === null) continue;
    return success({ ...notedRows(table.slice(line + 1), { places, first: line + 2, today }), expires: /\d{4}-\d{2}-\d{2}/u.exec(table.slice(0, line).flat().join(' '))?.[0] ?? null });
  }
  return failed('invalid-input', 'this is no work list: no row of it has the headings that name the message and what was done');
}

function notedRows(rows: readonly (readonly string[])[], { places, first, today }: { readonly places: ReadonlyMap<WorkListColumn, number>; readonly first: number; readonly today: string }): Pick<ReturnedWorkList, 'notes' | 'errors'> {
  const notes = new Map<string, WorkNote>();
  const errors: RowError[] = [];
  for (const [at, cells] of rows.entries()) {
    const cell = (column: WorkListColumn): string => plainCell(cells[places.get(column) ?? -1] ?? '').trim();
    const [key, said, by, note] = [cell('key'), cell('answered'), cell('by').slice(0, LONGEST_NAME), cell('note').slice(0, LONGEST_NOTE)];
    if (said === '' && by === '' && note === '') continue;
    const answered = said === '' ? null : writtenDay(said);
    const error = (code: RowError['code'], detail: string): void => void errors.push({ row: first + at, code, detail: detail.slice(0, 60) });
    if (key === '') error('no-key', '');
    else if (said !== '' && answered === null) error('unknown-day', said);
    else if (answered !== null && answered > today) error('future-day', said);
    else if (notes.has(key)) error('twice', key);
    else notes.set(key, { answered, by, note });
  }
  return { notes, errors };
}
