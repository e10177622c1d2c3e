import type { Report, ReportPage } from '../../domain/model/report.ts';
import { createFormats } from '../../domain/wording/formats.ts';
import { printableText } from '../printable-text.ts';
import { SHEET_WORDS } from './sheet-words.ts';

/** What is written on the first sheet, or in the file beside the tables: a heading and its lines. */
export interface ReadMePart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The lines of a page that stand in sentences: its bullets and paragraphs. */
function sentencesOf(pages: readonly ReportPage[], section: ReportPage['section']): string[] {
  return pages.filter((page) => page.section === section).flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'bullets' ? block.items : block.kind === 'paragraph' ? [block.text] : [])));
}

/**
 * What whoever opens the tables alone has to know: what it is, for whom, of which day, from which sources, what the data do
 * not see, the method, how cells are read, and what was left out. Parts without a line are left out. `names` are the tables'
 * sheets or files.
 */
export function readMe(report: Report, names: readonly string[]): ReadMePart[] {
  const { language, pages, tables, privacy } = report;
  const words = SHEET_WORDS[language];
  const formats = createFormats(language, 'UTC');
  const titles = new Map(tables.map(({ key, title }) => [key, title]));
  const hidden = report.audience === 'client'
    ? [
        words.floor(privacy.floor),
        ...(privacy.mergedTribes === 0 ? [] : [words.merged(privacy.mergedTribes)]),
        ...(privacy.dropped.length === 0 ? [] : [words.dropped(formats.list(privacy.dropped.map((what) => words.droppedNames[what])))]),
        ...privacy.withheld.map(({ table, reason, cells }) => words.withheld(titles.get(table) ?? table, cells, words.reasons[reason])),
        ...(privacy.quotes === 0 ? [] : [words.quotes(privacy.quotes)]),
      ]
    : [words.internal];
  const parts: ReadMePart[] = [
    { heading: words.title, lines: [report.title] },
    { heading: words.client, lines: [report.client] },
    { heading: words.agency, lines: [report.agency] },
    { heading: words.question, lines: [report.question] },
    { heading: words.day, lines: [formats.date(Date.parse(`${report.day}T00:00:00Z`))] },
    { heading: words.zone, lines: [report.timeZone] },
    { heading: words.program, lines: [words.programLine(report.program, report.dataVersion)] },
    { heading: words.reading, lines: [report.readingChecked ? words.checked : words.unchecked] },
    { heading: words.sources, lines: [...new Set(pages.map(({ source }) => source))] },
    { heading: words.unseen, lines: sentencesOf(pages, 'limits') },
    { heading: words.method, lines: sentencesOf(pages, 'method') },
    { heading: words.privacy, lines: hidden },
    { heading: words.units, lines: words.unitLines },
    { heading: words.sheets, lines: tables.map(({ title, note }, at) => `${names[at] ?? ''}: ${[title, note].filter((text) => text !== '').join(', ')}`) },
  ];
  return parts.map(({ heading, lines }) => ({ heading, lines: lines.map((line) => printableText(line).trim()).filter((line) => line !== '') })).filter(({ lines }) => lines.length > 0);
}
