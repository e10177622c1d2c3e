import type { ReportTable } from '../../domain/model/report.ts';
import { createFormats } from '../../domain/wording/formats.ts';
import { cellWriter, isWithheld } from '../../domain/wording/written-cell.ts';

/** A number that a table withholds, as texts may have written it, with the name of its row. */
export interface WithheldNumber {
  readonly table: string;
  /** The row's name; empty where the row has none. */
  readonly row: string;
  readonly written: readonly string[];
}

/** Numbers that stand in `before` and no longer in `after`, in every form in which a page may write them. */
export function withheldNumbers(before: readonly ReportTable[], after: readonly ReportTable[], { language, timeZone }: { readonly language: 'it' | 'en'; readonly timeZone: string }): WithheldNumber[] {
  const writer = cellWriter({ language, timeZone, floor: 0 });
  const formats = createFormats(language, timeZone);
  const inHundred = language === 'it' ? ['su 100', 'volte su 100'] : ['in 100', 'times in 100', 'times out of 100', 'out of 100'];
  return before.flatMap((table, at) => table.rows.flatMap((row, line) => row.flatMap((cell, column) => {
    const safe = after[at]?.rows[line]?.[column] ?? null;
    const head = table.columns[column];
    if (typeof cell !== 'number' || head === undefined || !isWithheld(safe)) return [];
    const shares = head.kind === 'share' ? inHundred.flatMap((words) => [`${formats.count(cell * 100)} ${words}`, `${formats.estimate(Math.round(cell * 1000) / 10)} ${words}`]) : [];
    return [{ table: table.key, row: typeof row[0] === 'string' ? row[0] : '', written: [...new Set([writer(cell, head), ...shares])] }];
  })));
}
