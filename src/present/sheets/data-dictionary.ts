import type { Report } from '../../domain/model/report.ts';
import { printableText } from '../printable-text.ts';
import { columnHeadings } from './column-headings.ts';
import { SHEET_WORDS } from './sheet-words.ts';

/**
 * Every column of every table: the table's name as its sheet or file has it, its title, the column's heading, what it means,
 * its unit, and id, version and text of its definition where it has one. The first row holds the headings.
 */
export function dictionaryRows({ tables, definitions, language }: Report, names: readonly string[]): (string | number)[][] {
  const { dictionaryColumns, unit } = SHEET_WORDS[language];
  const known = new Map(definitions.map((definition) => [definition.id, definition]));
  const rows = tables.flatMap((table, at) => {
    const headings = columnHeadings(table, language);
    return table.columns.map(({ kind, meaning, metric }, place) => {
      const definition = metric === null ? undefined : known.get(metric);
      return [names[at] ?? table.name, table.title, headings[place] ?? '', meaning, unit[kind], metric ?? '', definition?.version ?? '', definition?.definition ?? ''];
    });
  });
  return [[...dictionaryColumns], ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? printableText(cell) : cell)))];
}
