import type { ReportCell, ReportColumn, ReportTable } from '../../domain/model/report.ts';
import { columnPlace } from '../marks.ts';
import { isWithheld } from '../../domain/wording/written-cell.ts';
import { escaped } from './escaped.ts';
import { isNumberKind, type HtmlWords } from './html-words.ts';

/** Which part of a table is written, and how. */
export interface TablePart {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly write: (cell: ReportCell, column: Pick<ReportColumn, 'kind'>) => string;
  readonly words: HtmlWords;
  /** Told to those who cannot see it; the title stands above the table already where false. */
  readonly caption: boolean;
}

/**
 * Some columns and the first rows of a table: heads with their scope, the first column as head of its row, numbers at the
 * right, what is withheld in its words. Says how many rows are left out.
 * @throws Error when a column is named that the table does not hold.
 */
export function reportTable(table: ReportTable, { columns, rows, write, words, caption }: TablePart): string {
  const places = columns.map((key) => columnPlace(table, key, 'a table of a page'));
  const kindAt = (place: number): ReportColumn['kind'] => table.columns[place]?.kind ?? 'text';
  const side = (place: number): string => (isNumberKind(kindAt(place)) ? ' class="number"' : '');
  const head = places.map((place) => `<th scope="col"${side(place)}>${escaped(table.columns[place]?.label ?? '')}</th>`).join('');
  const body = table.rows.slice(0, rows).map((row) => `<tr>${places.map((place, position) => {
    const cell = row[place] ?? null;
    const text = escaped(write(cell, { kind: kindAt(place) }));
    if (position === 0) return `<th scope="row">${text}</th>`;
    return isWithheld(cell) ? `<td class="${isNumberKind(kindAt(place)) ? 'number ' : ''}gap">${text}</td>` : `<td${side(place)}>${text}</td>`;
  }).join('')}</tr>`).join('');
  const left = table.rows.length - rows;
  return `<div class="table-scroll" role="group" tabindex="0" aria-label="${escaped(table.title)}"><table><caption${caption ? '' : ' class="unseen-caption"'}>${escaped(table.title)}${table.note === '' ? '' : ` <span>${escaped(table.note)}</span>`}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${left > 0 ? `<p class="more">${escaped(words.more(left))}</p>` : ''}`;
}
