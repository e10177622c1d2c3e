import type { ReportTable } from '../../domain/model/report.ts';
import { printableText } from '../printable-text.ts';
import { SHEET_WORDS } from './sheet-words.ts';

/**
 * Headings of a table's columns, all different, so that a program that reads them by name finds each: a label that several
 * columns share (limits of intervals) is preceded by the label it belongs to, the nearest to its left that is one column's
 * alone. Waits say that they are in hours.
 * @example columnHeadings(waits, 'en') // ['Reason', 'Mean wait (hours)', 'From (hours)', 'To (hours)']
 */
export function columnHeadings({ columns }: Pick<ReportTable, 'columns'>, language: 'it' | 'en'): string[] {
  const labels = columns.map(({ label }) => printableText(label).replaceAll(/\s+/gu, ' ').trim());
  const shared = (label: string): boolean => labels.filter((other) => other === label).length > 1;
  const used = new Set<string>();
  let owner = '';
  return columns.map(({ kind }, at) => {
    const label = labels[at] ?? '';
    if (!shared(label)) owner = label;
    const named = shared(label) && owner !== '' ? `${owner} – ${label}` : label;
    const full = kind === 'seconds' ? `${named} (${SHEET_WORDS[language].hours})` : named;
    for (let copy = 1; ; copy += 1) {
      const candidate = copy === 1 ? full : `${full} ${String(copy)}`;
      if (used.has(candidate)) continue;
      used.add(candidate);
      return candidate;
    }
  });
}
