import Papa from 'papaparse';
import { LONGEST_RAW, type RejectedRow } from '../domain/model/record.ts';

/** A row of cells and the line of the file it begins on, 1-based. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
  /** Rows that stand inside this one (its replies), under the same columns. */
  readonly children?: readonly TableRow[];
  /** The member that holds a nested row. */
  readonly key?: string;
  /** The value a row was made of, where the part is not written as a table. */
  readonly value?: unknown;
}

/** What a piece of text yielded: whole rows, in order, and lines that are no row. */
export interface RowBatch {
  readonly rows: TableRow[];
  readonly rejected: RejectedRow[];
}

interface PapaResult {
  readonly data: string[][];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Longest row taken, in characters: beyond it a row is refused, so that one endless line cannot fill the memory. */
export const LONGEST_ROW = 4 << 20;

/** What is parsed at first after a broken quote, in characters; doubled as long as nothing is wrong. */
const SHORT_STRETCH = 512;

function parsed(text: string, delimiter: string, isLast: boolean, step?: (cursor: number) => void): PapaResult {
  const parser = new Papa.Parser({ delimiter, newline: '\n', ...(step === undefined ? {} : { step: ((result: PapaResult) => step(result.meta.cursor)) as never }) });
  return parser.parse(text, 0, !isLast) as PapaResult;
}

function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}

/**
 * Cuts text that arrives in pieces into rows. A quote that is never closed, or closed in the wrong place, costs the line
 * it stands on and no other: reading starts again on the next line, where a plain parser would swallow the rest of the
 * file. A row longer than {@link LONGEST_ROW} is refused the same way and skipped without being kept. Blank lines are
 * no rows. Works on LF line ends.
 */
export function createRowReader(delimiter: string): { push(text: string, isLast: boolean): RowBatch } {
  let held = '';
  let line = 1;
  let skipping = false;
  // parsing again is worth it only once the held row has grown
  let nextTry = 0;

  function take(cells: string[], hasQuotes: boolean, rows: TableRow[]): void {
    if (cells.length > 1 || cells[0] !== '') rows.push({ cells, line });
    line += 1 + (hasQuotes ? lineBreaks(cells) : 0);
  }

  /** Drops the first line of what is held, saying why; true when its end was there. */
  function dropLine(code: 'broken-quote' | 'line-too-long', rejected: RejectedRow[]): void {
    const end = held.indexOf('\n');
    rejected.push({ line, code, raw: held.slice(0, Math.min(end < 0 ? held.length : end, LONGEST_RAW)), detail: code === 'broken-quote' ? 'a quotation mark is not closed' : `the row is longer than ${String(LONGEST_ROW)} characters` });
    if (end < 0) {
      held = '';
      skipping = true;
      return;
    }
    held = held.slice(end + 1);
    line += 1;
  }

  return {
    push(text, isLast) {
      const rows: TableRow[] = [];
      const rejected: RejectedRow[] = [];
      let piece = text;
      if (skipping) {
        const end = piece.indexOf('\n');
        if (end < 0) return { rows, rejected };
        piece = piece.slice(end + 1);
        skipping = false;
        line += 1;
      }
      held = held === '' ? piece : held + piece;
      if (!isLast && held.length < nextTry) return { rows, rejected };
      // after a broken quote only a short stretch is parsed again, not all that is held: a file full of them stays linear
      let span = held.length;
      while (held !== '') {
        // cut after a line end, so that a quote is never parted from what follows it
        const end = span >= held.length ? 0 : held.indexOf('\n', span) + 1;
        const isWhole = end === 0 || end === held.length;
        const stretch = isWhole ? held : held.slice(0, end);
        const hasQuotes = stretch.includes('"');
        const result = parsed(stretch, delimiter, isLast && isWhole);
        // in a short stretch the row begun last counts too: waiting for its end could mean parsing the whole rest
        const broken = result.errors.find(({ type, row }) => type === 'Quotes' && row !== undefined && (row < result.data.length || !isWhole))?.row;
        if (broken !== undefined) {
          const cursors: number[] = [];
          parsed(stretch, delimiter, isLast && isWhole, (cursor) => void cursors.push(cursor));
          for (const cells of result.data.slice(0, broken)) take(cells, hasQuotes, rows);
          held = held.slice(broken === 0 ? 0 : (cursors[broken - 1] ?? 0));
          dropLine('broken-quote', rejected);
          span = SHORT_STRETCH;
          if (isLast && skipping) break;
          continue;
        }
        // a file that ends with a line end yields one empty last row, which is a blank line
        for (const cells of result.data) take(cells, hasQuotes, rows);
        if (!isWhole) {
          held = held.slice(result.meta.cursor);
          span *= 2;
          continue;
        }
        held = isLast ? '' : held.slice(result.meta.cursor);
        if (held.length <= LONGEST_ROW) break;
        const firstEnd = held.indexOf('\n');
        dropLine(firstEnd >= 0 && firstEnd <= LONGEST_ROW ? 'broken-quote' : 'line-too-long', rejected);
        if (!isLast && held.length === 0) break;
        span = SHORT_STRETCH;
      }
      nextTry = held.length * 2;
      return { rows, rejected };
    },
  };
}
