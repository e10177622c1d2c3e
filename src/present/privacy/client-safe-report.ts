import type { PrivacyReport, Report, ReportTable } from '../../domain/model/report.ts';
import { reportVoice } from '../report-voice.ts';
import { isWithheld } from '../../domain/wording/written-cell.ts';
import { clientSafeTables } from './client-safe-table.ts';
import { guardedPage, type PageGuard } from './guarded-page.ts';
import { withheldNumbers } from './withheld-numbers.ts';

/** Fewest distinct people a client is given a number on. */
export const CLIENT_FLOOR = 10;
const DROPPED: PrivacyReport['dropped'] = ['names', 'links', 'texts', 'exact-times', 'native-ids'];

/** How many cells each table withholds to protect people, by reason, in the tables' order. */
function withheldCounts(tables: readonly ReportTable[]): PrivacyReport['withheld'] {
  return tables.flatMap(({ key, rows }) => {
    const cells = rows.flat().filter(isWithheld);
    return (['few-people', 'complement', 'dominance'] as const).flatMap((reason) => {
      const count = cells.filter(({ withheld }) => withheld === reason).length;
      return count === 0 ? [] : [{ table: key, reason, cells: count }];
    });
  });
}

/**
 * A report as a client may have it: no number on fewer than ten people (more where the report asks for more), none that one
 * person makes or that can be worked out from others, no share on fewer than thirty cases, no text of a page that says a
 * withheld number, and an account of what was left out. An analyst's report stays as it is; a second time changes nothing.
 * `mode` is what happens to a page that says a withheld number: see {@link guardedPage}.
 */
export function clientSafeReport(report: Report, mode: PageGuard['mode'] = 'drop'): Report {
  if (report.audience !== 'client') return report;
  const { language, timeZone } = report;
  const floor = Math.max(CLIENT_FLOOR, report.privacy.floor);
  const tables = clientSafeTables(report.tables, floor);
  const withheld = withheldNumbers(report.tables, tables, { language, timeZone });
  const voice = reportVoice(language, timeZone);
  const titles = new Map(tables.map(({ key, title }) => [key, title]));
  const pages = report.pages.map((page) => guardedPage(page, { withheld, floor, neutralTitle: voice.text(`report.sections.${page.section}`), tableTitle: (key) => titles.get(key) ?? '', mode }));
  return { ...report, tables, pages, privacy: { ...report.privacy, floor, withheld: withheldCounts(tables), dropped: DROPPED } };
}
