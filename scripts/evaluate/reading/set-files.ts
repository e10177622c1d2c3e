import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const WINDOWS = new TextDecoder('windows-1252');

/** Bytes as text, line by line: UTF-8 where it is, Windows-1252 where not, because several sets mix both in one file. */
export function decodedText(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let first = 0; first <= bytes.length;) {
    const end = bytes.indexOf(10, first);
    const line = bytes.subarray(first, end < 0 ? bytes.length : end);
    try {
      lines.push(UTF8.decode(line));
    } catch {
      lines.push(WINDOWS.decode(line));
    }
    if (end < 0) break;
    first = end + 1;
  }
  return lines.join('\n').replace(/^\uFEFF/u, '');
}

/** The text of a set's file, or null where it is not there. */
export function textOf(folder: string, path: string): string | null {
  const file = join(folder, path);
  return existsSync(file) ? decodedText(readFileSync(file)) : null;
}

/** The lines of a set's file without the empty ones, or null where it is not there. */
export function linesOf(folder: string, path: string): string[] | null {
  return textOf(folder, path)?.split(/\r?\n/u).filter((line) => line.trim() !== '') ?? null;
}

/** The records of a CSV file without a header, or null where it is not there. */
export function csvRows(folder: string, path: string): string[][] | null {
  const text = textOf(folder, path);
  return text === null ? null : Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true }).data;
}

/** The records of a CSV file by the names in its first row, or null where it is not there. */
export function csvRecords(folder: string, path: string): Readonly<Record<string, string>>[] | null {
  const rows = csvRows(folder, path);
  if (rows === null) return null;
  const [header = [], ...records] = rows;
  return records.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}

/** Several files as one list; null only when none of them is there. */
export function together<Row>(parts: readonly (readonly Row[] | null)[]): Row[] | null {
  const there = parts.filter((part) => part !== null);
  return there.length === 0 ? null : there.flat();
}
