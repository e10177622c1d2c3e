import type { PartHead } from '../part-head.ts';
import { createRowReader } from '../row-reader.ts';
import type { TableDialect } from '../table-dialect.ts';

/**
 * Turns backslashed quotation marks into doubled ones, as CSV has them, piece by piece; a backslash at the end of a piece
 * waits for what follows it. Two backslashes before a mark stand for one, and leave the mark its meaning.
 */
export function createQuoteRewriter(): (piece: string, isLast: boolean) => string {
  let held = '';
  return (piece, isLast) => {
    const text = held + piece;
    const open = isLast ? 0 : (/\\{1,64}$/.exec(text.slice(-64))?.[0].length ?? 0);
    held = text.slice(text.length - open);
    return text.slice(0, text.length - open).replace(/(\\{1,64})"/g, (_, slashes: string) => '\\'.repeat(Math.floor(slashes.length / 2)) + (slashes.length % 2 === 0 ? '"' : '""'));
  };
}

/** Rows of a text that are no rows of a table this wide. */
function badRows(text: string, { delimiter, headers }: TableDialect, isWhole: boolean): number {
  const { rows, rejected } = createRowReader(delimiter).push(text, isWhole);
  return rejected.length + rows.filter(({ cells }) => cells.length !== headers.length).length;
}

/**
 * Joins lines that are quoted one by one inside a cell (`"first"`, line end, `"second"`) into one quoted text, piece by
 * piece. Right only for tables whose rows do not begin with a quotation mark.
 */
export function createLineRewriter(): (piece: string, isLast: boolean) => string {
  let held = '';
  return (piece, isLast) => {
    const text = (held + piece).replaceAll('"\n"', '\n');
    const open = isLast ? 0 : text.endsWith('"\n') ? 2 : text.endsWith('"') ? 1 : 0;
    held = text.slice(text.length - open);
    return text.slice(0, text.length - open);
  };
}

/**
 * The rewriting that a table needs, judged by its own rows: of two tables of one export the one may double quotation
 * marks, the other backslash them, the third quote every line. Null where reading the text as it stands leaves no more
 * rows broken.
 */
export function quoteRewriter(head: PartHead, table: TableDialect): ((piece: string, isLast: boolean) => string) | null {
  let best = { create: null as typeof createQuoteRewriter | null, bad: badRows(head.text, table, head.isWhole) };
  for (const create of [createQuoteRewriter, createLineRewriter]) {
    const bad = best.bad === 0 ? 0 : badRows(create()(head.text, true), table, head.isWhole);
    if (bad < best.bad) best = { create, bad };
  }
  return best.create?.() ?? null;
}

/**
 * A commentary without the quotation marks that some exports put around every line of it (`first"` … `"second`); a text
 * whose lines are not all written so comes back as it is.
 */
export function withoutLineQuotes(text: string): string {
  const lines = text.split('\n');
  if (lines.length < 2 || (text.startsWith('"') && text.endsWith('"'))) return text;
  const isWrapped = lines.every((line, position) => (position === 0 || line.startsWith('"')) && (position === lines.length - 1 || line.endsWith('"')) && (position === 0 || position === lines.length - 1 || line.length > 1));
  return isWrapped ? lines.map((line, position) => line.slice(position === 0 ? 0 : 1, position === lines.length - 1 ? undefined : -1)).join('\n') : text;
}
