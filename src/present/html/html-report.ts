import type { Report, ReportBlock, ReportPage, ReportTable, ReportTone } from '../../domain/model/report.ts';
import { createFormats } from '../../domain/wording/formats.ts';
import { chartSvg } from '../svg/chart-svg.ts';
import { themedInks } from '../svg/chart-inks.ts';
import { allToneColors } from '../tones.ts';
import { cellWriter } from '../../domain/wording/written-cell.ts';
import { escaped } from './escaped.ts';
import { HTML_WORDS, type HtmlWords } from './html-words.ts';
import { columnWidth, pagePlan, type PagePlan } from './page-plan.ts';
import { reportStyles, safeLook } from './report-styles.ts';
import { reportTable } from './report-table.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const LOGO = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/=]+$/;
/** A print chart is laid out on a plane this much smaller and enlarged, so that its 12 px come out as 10 points. */
const PRINT_SCALE = 1.12;
const NARROW_WIDTH = 330;
/** Entries that a cover's contents hold with air. */
const LONG_CONTENTS = 16;
/** Entries that it holds in one column. */
const LONGEST_CONTENTS = 34;

/** What a document says beyond its report: by its own policy, after each page, after all of them and at its end, as markup that is safe already. */
export interface HtmlAdditions {
  readonly policy: string;
  readonly styles: string;
  readonly lead: string;
  readonly afterPage: (page: ReportPage) => string;
  readonly afterPages: string;
  readonly end: string;
}

/** What all parts of one document share. */
interface Document {
  readonly report: Report;
  readonly tables: ReadonlyMap<string, ReportTable>;
  readonly words: HtmlWords;
  readonly write: ReturnType<typeof cellWriter>;
  readonly print: boolean;
  readonly additions: HtmlAdditions | null;
}

const anchor = (kind: 'p' | 'd', key: string): string => `${kind}-${key.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;

function tableOf({ tables }: Document, key: string): ReportTable {
  const table = tables.get(key);
  if (table === undefined) throw new Error(`a page names the table "${key}", which the report does not hold`);
  return table;
}

function chart(document: Document, block: Extract<ReportBlock, { kind: 'chart' }>, { both, height }: { readonly both: boolean; readonly height: number | undefined }): string {
  const table = tableOf(document, block.chart.table);
  const { report, words, write, print } = document;
  if (print) {
    const plane = { width: columnWidth(block.place, both) / PRINT_SCALE, height: (height ?? 320) / PRINT_SCALE };
    return chartSvg(block.chart, table, { report, ...plane, inks: themedInks }).replace('style="', `style="max-height: ${String(Math.floor(height ?? 320))}px; `);
  }
  const width = both ? (block.place === 'main' ? 640 : 340) : 940;
  const wide = chartSvg(block.chart, table, { report, width, height: both && block.place === 'side' ? 280 : 350, inks: themedInks, className: 'wide' });
  const narrow = chartSvg(block.chart, table, { report, width: NARROW_WIDTH, height: 300, inks: themedInks, className: 'narrow' });
  const columns = [block.chart.category, ...(block.chart.across === null || block.chart.across.column === block.chart.category ? [] : [block.chart.across.column]), ...block.chart.series.flatMap(({ column, low, high }) => [column, ...(low === null ? [] : [low]), ...(high === null ? [] : [high])])];
  return `<figure>${wide}${narrow}<details><summary>${escaped(words.values)}</summary>${reportTable(table, { columns: [...new Set(columns)], rows: table.rows.length, write, words, caption: true })}</details></figure>`;
}

function blockMarkup(document: Document, block: ReportBlock, { both, plan, place }: { readonly both: boolean; readonly plan: PagePlan | null; readonly place: number }): string {
  const { words, write, print } = document;
  if (block.kind === 'chart') return chart(document, block, { both, height: plan?.chartHeights.get(place) });
  if (block.kind === 'table') return `<div>${reportTable(tableOf(document, block.table), { columns: block.columns, rows: plan?.tableRows.get(place) ?? block.rows, write, words, caption: true })}</div>`;
  if (block.kind === 'paragraph') return `<p>${escaped(block.text)}</p>`;
  if (block.kind === 'figures') return `<ul class="figures">${block.items.map(({ value, label, detail }) => `<li><strong>${escaped(value)}</strong><span>${escaped(label)}</span>${detail === '' ? '' : `<small>${escaped(detail)}</small>`}</li>`).join('')}</ul>`;
  // bookmarks of a PDF come from headings: there only the headlines are some
  const heading = block.heading === '' ? '' : print ? `<p class="block-heading">${escaped(block.heading)}</p>` : `<h3>${escaped(block.heading)}</h3>`;
  return `<div class="bullets">${heading}<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul></div>`;
}

function blocks(document: Document, page: ReportPage, plan: PagePlan | null): string {
  if (page.blocks.length === 0) return '<div class="blocks"></div>';
  const both = page.blocks.some(({ place }) => place === 'side') && page.blocks.some(({ place }) => place === 'main');
  const columns = (['main', 'side'] as const).flatMap((side) => {
    const mine = page.blocks.map((block, place) => ({ block, place })).filter(({ block }) => block.place === side);
    return mine.length === 0 ? [] : [`<div class="column">${mine.map(({ block, place }) => blockMarkup(document, block, { both, plan, place })).join('')}</div>`];
  });
  return `<div class="blocks${both ? ' both' : ''}">${columns.join('')}</div>`;
}

function terms({ report, words, print }: Document, page: ReportPage): string {
  const known = page.metrics.flatMap((id) => report.definitions.find((definition) => definition.id === id) ?? []);
  if (known.length === 0) return '';
  const links = known.map(({ id, name, definition }) => `<li><a class="term" href="#${escaped(anchor('d', id))}">${escaped(name)}${print ? '' : `<span class="tip" aria-hidden="true">${escaped(definition)}</span>`}</a></li>`).join('');
  return `<div><b>${escaped(words.definitions)}:</b> <ul class="terms" style="display: inline">${links}</ul></div>`;
}

function pageSection(document: Document, page: ReportPage, { number, of }: { readonly number: number; readonly of: number }): string {
  const { report, words, print, tables } = document;
  const plan = print ? pagePlan(page, tables, document.write) : null;
  const id = anchor('p', page.key);
  // what the presenter is to say is no part of what a client reads
  const notes = print || report.audience === 'client' || page.notes.text.trim() === '' ? '' : `<details class="notes"><summary>${escaped(words.notes)}</summary><p>${escaped(page.notes.text)}</p></details>`;
  const lines = [
    page.source === '' ? '' : `<p>${escaped(page.source)}</p>`,
    page.unseen === '' ? '' : `<p><b>${escaped(words.unseen)}:</b> ${escaped(page.unseen)}</p>`,
    terms(document, page),
  ].join('');
  const standing = print ? `<div class="number-of">${escaped(report.title)}<br>${escaped(words.page(number, of))}</div>` : '';
  const foot = lines === '' && standing === '' ? '' : `<div class="foot"><div>${lines}</div>${standing}</div>`;
  return `<section id="${escaped(id)}" aria-labelledby="${escaped(id)}-h"${plan === null ? '' : ` class="sheet ${plan.density}"`}><h2 id="${escaped(id)}-h">${escaped(page.title.text)}</h2>${page.measure === '' ? '' : `<p class="measure">${escaped(page.measure)}</p>`}${blocks(document, page, plan)}${notes}${foot}${document.additions?.afterPage(page) ?? ''}</section>`;
}

function definitionSection({ report, words, print }: Document): string {
  if (report.definitions.length === 0) return '';
  const entries = report.definitions.map((one) => {
    const about = [[words.unit, one.unit], [words.origin, one.source], [words.limits, one.limits]].filter(([, text]) => text !== '').map(([label, text]) => `${escaped(label ?? '')}: ${escaped(text ?? '')}`).join(' · ');
    return `<div id="${escaped(anchor('d', one.id))}"><dt>${escaped(one.name)}</dt><dd>${escaped(one.definition)}</dd>${one.formula === '' ? '' : `<dd>${escaped(words.formula)}: <code>${escaped(one.formula)}</code></dd>`}<dd class="about">${about === '' ? '' : `${about} · `}${escaped(words.version(one.version))}</dd></div>`;
  }).join('');
  return `<section id="definitions" aria-labelledby="definitions-h"${print ? ' class="sheet annex"' : ''}><h2 id="definitions-h">${escaped(words.definitions)}</h2><dl class="definitions">${entries}</dl></section>`;
}

function logos({ report, words }: Document): string {
  const image = (source: string | null, name: string): string => (source !== null && LOGO.test(source) ? `<img src="${escaped(source)}" alt="${escaped(words.logo(name))}">` : '');
  return `<div class="logos">${image(report.look.agencyLogo, report.agency)}${image(report.look.clientLogo, report.client)}</div>`;
}

function contents({ report, words, print }: Document, pages: readonly ReportPage[]): string {
  const entries = [...pages.map((page) => ({ href: anchor('p', page.key), title: page.title.text })), ...(report.definitions.length === 0 ? [] : [{ href: 'definitions', title: words.definitions }])];
  const first = print ? 2 : 1;
  return `<nav aria-labelledby="contents"${print && entries.length > LONG_CONTENTS ? ` class="long${entries.length > LONGEST_CONTENTS ? ' longest' : ''}"` : ''}><p id="contents" class="nav-heading">${escaped(words.contents)}</p><ol>${entries.map(({ href, title }, place) => `<li><span>${href === 'definitions' ? '' : String(place + first)}</span><a href="#${escaped(href)}">${escaped(title)}</a></li>`).join('')}</ol></nav>`;
}

function about({ report, words }: Document): string {
  const withheld = report.privacy.withheld.reduce((sum, { cells }) => sum + cells, 0);
  return [words.floor(report.privacy.floor), ...(withheld === 0 ? [] : [words.withheld(withheld)]), ...(report.readingChecked ? [] : [words.unchecked]), `${words.madeWith(report.program, report.dataVersion)}.`].map((line) => `<p>${escaped(line)}</p>`).join('');
}

/**
 * A report as one HTML document without script, font, link or picture of elsewhere: by its own policy it can load nothing.
 * For reading: light or dark with the reader's system, from 320 px up, each chart with its values as a table. With `print`:
 * one sheet of A4 across a page, as the source of a PDF; the headlines alone are headings, so that they are its bookmarks;
 * definitions follow on as many sheets as they need. `additions` make a client room of it. The same report gives the same text.
 * @throws Error when a page names a table or a column that the report does not hold.
 */
export function htmlReport(given: Report, { print = false, additions = null }: { readonly print?: boolean; readonly additions?: HtmlAdditions | null } = {}): string {
  const report = { ...given, look: safeLook(given.look) };
  const { language, timeZone } = report;
  const words = HTML_WORDS[language];
  const document: Document = { report, words, print, additions, tables: new Map(report.tables.map((table) => [table.key, table])), write: cellWriter({ language, timeZone, floor: report.privacy.floor }) };
  const cover = report.pages.find(({ section }) => section === 'cover');
  const pages = report.pages.filter((page) => page !== cover);
  const tones: readonly ReportTone[] = allToneColors(report.look, 'light').map(([tone]) => tone);
  const day = createFormats(language, 'UTC').date(Date.parse(`${report.day}T00:00:00Z`));
  const prepared = words.prepared(report.agency, report.client);
  const measure = cover?.measure ?? '';
  const heading = `${logos(document)}<p class="eyebrow">${escaped(prepared)}</p><h1>${escaped(cover?.title.text ?? report.title)}</h1>${report.question === '' ? '' : `<p class="question">${escaped(report.question)}</p>`}<p class="measure">${escaped([measure, day].filter((part) => part !== '').join(' · '))}</p>`;
  const sheets = pages.map((page, place) => pageSection(document, page, { number: place + (print ? 2 : 1), of: pages.length + (print ? 1 : 0) })).join('');
  const body = print
    ? `<main><section class="sheet cover"><div>${heading}<div class="about">${about(document)}</div></div>${contents(document, pages)}</section>${sheets}${definitionSection(document)}</main>`
    : `<a class="skip" href="#pages">${escaped(words.skip)}</a><header>${heading}</header>${contents(document, pages)}<main id="pages">${additions?.lead ?? ''}${sheets}${additions?.afterPages ?? ''}${definitionSection(document)}</main><footer>${about(document)}</footer>`;
  return `<!DOCTYPE html>\n<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${additions?.policy ?? POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${escaped(report.title)}</title><style>${reportStyles(report.look, tones, print)}${additions?.styles ?? ''}</style></head><body>${body}${additions?.end ?? ''}</body></html>\n`;
}
