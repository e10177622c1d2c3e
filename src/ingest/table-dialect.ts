import { fieldOfHeader } from './header-synonyms.ts';
import { createRowReader } from './row-reader.ts';

/** How a table is written: what separates cells, where its header stands, and the columns' names made unique. */
export interface TableDialect {
  readonly delimiter: string;
  /** 0-based index of the header among the rows that are not blank; a `sep=` line is not one of them. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** The names as written in the file. */
  readonly writtenHeaders: readonly string[];
  /** Rows under the header in the sample. */
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_ROWS = 2000;
/** Columns of the widest sheet that any spreadsheet program knows: a table that is wider is none. */
export const MOST_COLUMNS = 16_384;

/** The separator that Excel's `sep=;` first line names; null without such a line. */
export function declaredDelimiter(text: string): string | null {
  return /^"?sep=([,;|\t])"?\s*(?:\n|$)/i.exec(text)?.[1] ?? null;
}

/** True for the row of a `sep=` line as any delimiter cuts it. */
export function isDelimiterRow(cells: readonly string[], line: number): boolean {
  return line === 1 && /^"?sep=/i.test(cells[0] ?? '') && cells.length <= 2;
}

function sampleRows(text: string, delimiter: string, isWhole: boolean): string[][] {
  const { rows } = createRowReader(delimiter).push(text, isWhole);
  return rows.filter(({ cells, line }) => !isDelimiterRow(cells, line)).slice(0, SAMPLE_ROWS).map(({ cells }) => [...cells]);
}

function modalWidth(rows: readonly (readonly string[])[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { width, share: rows.length === 0 ? 0 : count / rows.length };
}

/**
 * The delimiter under which most rows have one and the same number of cells, more than one; ties go to more cells. Looks
 * at up to 2,000 rows, because texts full of commas mislead a look at ten. `,` when nothing separates anything.
 */
export function likeliestDelimiter(text: string, isWhole: boolean): string {
  const declared = declaredDelimiter(text);
  if (declared !== null) return declared;
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    const rows = sampleRows(text, delimiter, isWhole);
    const { width, share } = modalWidth(rows);
    const known = Math.max(0, ...rows.slice(0, 20).map((cells) => cells.filter((cell) => fieldOfHeader(cell) !== null).length));
    const score = width < 2 ? 0 : share * (1 + Math.log(width) / 4) + Math.min(known, 4) / 4;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The first row that reads like a header: two known names or more, and half as many as the row with the most; else the first row as wide as the table whose cells are all filled. */
function headerPosition(rows: readonly (readonly string[])[]): number {
  const { width } = modalWidth(rows);
  const head = rows.slice(0, 100);
  const knownNames = head.map((cells) => (cells.length < Math.min(width, 2) ? 0 : new Set(cells.map(fieldOfHeader).filter((field) => field !== null)).size));
  const most = Math.max(0, ...knownNames);
  const known = knownNames.findIndex((count) => count >= 2 && count * 2 >= most);
  if (known >= 0) return known;
  const full = head.findIndex((cells) => cells.length === width && cells.every((cell) => cell.trim() !== ''));
  if (full >= 0) return full;
  return Math.max(0, head.findIndex((cells) => cells.length === width));
}

/**
 * Column names that can be told apart: empty ones become `column 3`, a repeated one gets its number (`data (2)`). Plain
 * arrays are kept on purpose: a column called `__proto__` is a column like any other.
 * @example uniqueHeaders(['a', '', 'a']) // ['a', 'column 2', 'a (2)']
 */
export function uniqueHeaders(written: readonly string[]): string[] {
  const taken = new Set<string>();
  // of a name met a hundred thousand times the next number is known, not sought
  const nextCopy = new Map<string, number>();
  return written.map((name, position) => {
    const base = name.trim() === '' ? `column ${String(position + 1)}` : name.trim();
    let unique = base;
    for (let copy = nextCopy.get(base) ?? 2; taken.has(unique); copy += 1) {
      unique = `${base} (${String(copy)})`;
      nextCopy.set(base, copy + 1);
    }
    taken.add(unique);
    return unique;
  });
}

/** Finds how a table is written from its first decoded text; what the caller knows (delimiter, header row) is taken as given. */
export function tableDialect(text: string, given: { isWhole: boolean; delimiter?: string | undefined; headerRow?: number | undefined }): TableDialect {
  const delimiter = given.delimiter ?? likeliestDelimiter(text, given.isWhole);
  const rows = sampleRows(text, delimiter, given.isWhole);
  const headerRow = given.headerRow ?? headerPosition(rows);
  const writtenHeaders = rows[headerRow] ?? [];
  return { delimiter, headerRow, headers: uniqueHeaders(writtenHeaders), writtenHeaders, rows: rows.slice(headerRow + 1) };
}
