import type { Report, ReportBlock } from '../../domain/model/report.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { standingQuotes, type MaskedQuote } from './quote-records.ts';

/** How many a page may hold: more leaves no room for its figures. */
export const MOST_QUOTES = 3;

const HEADING = { it: { voice: 'Parole del brand', person: 'Parole di chi scrive, riscritte' }, en: { voice: 'Words of the brand', person: 'Words of those who write, told in others' } } as const;
const MARKS = { it: ['«', '»'], en: ['“', '”'] } as const;

function quoteBlock(quotes: readonly MaskedQuote[], { language, kind, place }: { readonly language: Report['language']; readonly kind: 'voice' | 'person'; readonly place: 'main' | 'side' }): ReportBlock[] {
  const mine = quotes.filter(({ voice }) => voice === (kind === 'voice'));
  const [open, close] = MARKS[language];
  return mine.length === 0 ? [] : [{ kind: 'bullets', place, heading: HEADING[language][kind], items: mine.map(({ text }) => `${open}${text}${close}`) }];
}

/**
 * A report with the quotes that a person masked by hand and let in, at most three a page, beside what stands there. One whose
 * source is no longer in the data is left out, since whoever wrote it may have been taken out of the project, and so is one
 * whose words lead back by what was imported since.
 */
export function quotedReport(project: ProjectDatabase, report: Report): Report {
  const quotes = standingQuotes(project, report.language).filter(({ state }) => state === 'shown');
  if (quotes.length === 0) return report;
  let shown = 0;
  const pages = report.pages.map((page) => {
    const mine = quotes.filter((quote) => quote.page === page.key).slice(0, MOST_QUOTES);
    if (mine.length === 0) return page;
    shown += mine.length;
    const place = page.blocks.some((block) => block.kind === 'chart' || block.kind === 'table') ? 'side' as const : 'main' as const;
    return { ...page, blocks: [...page.blocks, ...quoteBlock(mine, { language: report.language, kind: 'person', place }), ...quoteBlock(mine, { language: report.language, kind: 'voice', place })] };
  });
  return { ...report, pages, privacy: { ...report.privacy, quotes: shown } };
}
