import Papa from 'papaparse';
import type { Draws } from './draws.ts';
import { HOSTILE_KEYS, hostileText } from './hostile-values.ts';

/** A table changed in its structure: cells, columns, headers and rows, and sometimes what separates and quotes them. */
export function changedTable(text: string, draws: Draws): string {
  const read = Papa.parse<string[]>(text.replace(/^\ufeff/, '').trimEnd());
  const rows = read.data.map((row) => [...row]);
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const rowAt = (): string[] => rows[draws.below(rows.length)] ?? [];
  for (let change = draws.below(6); change >= 0; change -= 1) {
    const column = draws.below(width);
    switch (draws.below(10)) {
      case 0: for (const row of rows) row.splice(column, 1); break;
      case 1: (rows[0] ?? [])[column] = draws.chance(0.5) ? draws.pick(HOSTILE_KEYS) : hostileText(draws); break;
      case 2: rows.splice(draws.below(rows.length), 1); break;
      case 3: rows.push([...rowAt()]); break;
      case 4: rowAt().push(...Array.from({ length: 1 + draws.below(300) }, () => 'x')); break;
      case 5: rowAt().length = draws.below(width); break;
      case 6: for (const row of rows) row.push(row[column] ?? ''); break;
      case 7: for (const row of rows.slice(1)) row[column] = hostileText(draws); break;
      case 8: rows.splice(draws.below(2), 0, [hostileText(draws)]); break;
      default: rowAt()[column] = hostileText(draws);
    }
    if (rows.length === 0) rows.push([]);
  }
  const delimiter = draws.chance(0.8) ? read.meta.delimiter : draws.pick([',', ';', '\t', '|']);
  const written = Papa.unparse(rows, { delimiter, newline: draws.pick(['\n', '\r\n', '\r']), quotes: draws.chance(0.5) });
  return draws.chance(0.15) ? written.replace('"', '') : written;
}

/** Any text changed line by line: mail, chats, pages and markup. */
export function changedText(text: string, draws: Draws): string {
  const lines = text.split('\n');
  for (let change = draws.below(6); change >= 0; change -= 1) {
    const at = draws.below(lines.length);
    const line = lines[at] ?? '';
    const place = draws.below(line.length + 1);
    switch (draws.below(7)) {
      case 0: lines.splice(at, 1); break;
      case 1: lines.splice(at, 0, line); break;
      case 2: lines[at] = hostileText(draws); break;
      case 3: lines[at] = line.slice(0, place); break;
      case 4: lines[at] = line.replace(/\d+/, String(draws.below(100_000))); break;
      case 5: lines[at] = line.replace(/[:=<>"/,-]/, draws.pick(['', '::', '<<', '"', '/', '\u200f'])); break;
      default: lines[at] = `${line.slice(0, place)}${hostileText(draws)}${line.slice(place)}`;
    }
    if (lines.length === 0) lines.push('');
  }
  return lines.join('\n');
}
