import type { ByteSource } from './byte-source.ts';
import { IngestFailure } from './ingest-failure.ts';
import { sheetRows } from './sheet-rows.ts';
import { workbookContext, type WorkbookContext } from './workbook-parts.ts';

const PIECE = 1 << 18;
/** Cells of a sheet that are written out, the empty ones among them: a sheet of few bytes can claim billions. */
const MOST_CELLS = 400_000_000;
/** Beyond so many cells a sheet of which not one in two hundred is filled is no table. */
const SPARSE_CELLS = 20_000_000;
const SPARSE_SHARE = 200;
/** Rows by which a brief look judges how wide a sheet is. */
const BRIEF_ROWS = 5000;

/** True for the entries of an Excel workbook. */
export function isWorkbook(entries: readonly ByteSource[]): boolean {
  return entries.some(({ name }) => name === 'xl/workbook.xml') && entries.some(({ name }) => name === '[Content_Types].xml');
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Columns of a sheet down to its last row, or to those of a brief look; 0 for a sheet that holds nothing. */
async function widthOf(entry: ByteSource, context: WorkbookContext, { signal, brief }: { readonly signal: AbortSignal | undefined; readonly brief: boolean }): Promise<number> {
  let width = 0;
  let count = 0;
  let filled = 0;
  for await (const rows of sheetRows(entry, context, signal)) {
    for (const row of rows) {
      width = Math.max(width, row.cells.length);
      filled += row.filled;
    }
    count += rows.length;
    if (width * count > MOST_CELLS || (width * count > SPARSE_CELLS && filled * SPARSE_SHARE < width * count)) throw new IngestFailure('unreadable-file', 'the sheet claims far more cells than it fills: save the part of it that is a table as CSV');
    if (brief && count >= BRIEF_ROWS) break;
  }
  return width;
}

/** The rows of a sheet as CSV. An empty row in between is an empty line, so that lines stand for rows. */
async function* csvBlocks(entry: ByteSource, context: WorkbookContext, { width, signal }: { readonly width: number; readonly signal: AbortSignal | undefined }): AsyncGenerator<Buffer> {
  let written = 0;
  let piece = '';
  for await (const rows of sheetRows(entry, context, signal)) {
    for (const { number, cells } of rows) {
      piece += `${'\n'.repeat(number - written - 1)}${cells.map(quoted).join(',')}${','.repeat(Math.max(0, width - cells.length))}\n`;
      written = number;
      if (piece.length < PIECE) continue;
      yield Buffer.from(piece, 'utf8');
      piece = '';
    }
  }
  if (piece !== '') yield Buffer.from(piece, 'utf8');
}

/** What a workbook holds: its visible sheets as tables, and the names of those that are hidden. */
export interface WorkbookSheets {
  readonly sheets: readonly ByteSource[];
  readonly hidden: readonly string[];
}

/**
 * The sheets of a workbook as tables, one source a visible sheet that holds something, named `FILE / SHEET`. They are read
 * as a stream whenever they are opened; only the texts that sheets share are in memory. Formulas count by their stored
 * result and are never computed; links to other files are never followed. A brief look, for previews, judges a sheet's
 * width by its first rows. Throws IngestFailure `unreadable-file` for a damaged workbook or one that claims more than it can hold.
 */
export async function workbookSheets(name: string, entries: readonly ByteSource[], { signal, brief = false }: { readonly signal?: AbortSignal | undefined; readonly brief?: boolean } = {}): Promise<WorkbookSheets> {
  const context = await workbookContext(entries, signal);
  const sheets: ByteSource[] = [];
  for (const { name: sheet, isHidden, entry } of context.sheets) {
    if (isHidden || entry === null) continue;
    const width = await widthOf(entry, context, { signal, brief });
    if (width > 0) sheets.push({ name: context.sheets.length === 1 ? name : `${name} / ${sheet}`, bytes: null, open: (reading) => csvBlocks(entry, context, { width, signal: reading }) });
  }
  return { sheets, hidden: context.sheets.filter(({ isHidden }) => isHidden).map(({ name: sheet }) => sheet) };
}
