import type { MetricDefinition } from '../../../domain/metrics/metric-definitions.ts';
import { SHEET_FIELDS } from '../../../domain/model/erased-kind.ts';
import type { ReportPage, ReportTable } from '../../../domain/model/report.ts';
import { capitalised } from '../../../domain/wording/capitalised.ts';
import { findingSentence } from '../../../domain/wording/finding-sentence.ts';
import { boardFindings } from './opening-sections.ts';
import { reportColumn, reportPage, reportTable, type MadePages } from '../page-making.ts';
import { sourceWords, tribeWords, type SectionDesk } from '../section-desk.ts';
import { CLIENT_FLOOR } from '../../../present/privacy/client-safe-report.ts';

const MOST_DECISIONS = 8;
const MOST_NOTES = 7;
const MOST_APPENDIX_ROWS = 14;
const MOST_APPENDIX_COLUMNS = 7;

function tribeName(id: string | null, { figures: { tribes }, voice, audience }: SectionDesk): string {
  const tribe = tribes.tribes.find((candidate) => candidate.id === id);
  return tribe === undefined || (audience === 'client' && tribe.size < CLIENT_FLOOR) ? '' : tribeWords(tribe, voice);
}

/** The plan: accepted findings and strategies of tribes with owner, date and state. */
export function planSection(desk: SectionDesk): MadePages {
  const { figures: { findings, calendar }, voice } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.plan.${code}`, values);
  const stateOf = new Map(findings.findings.map(({ id, state }) => [id, state]));
  const entries = calendar.entries.filter(({ kind, id, text }) => text !== '' && (kind === 'canvas' || stateOf.get(id) === 'accepted'));
  const owned = entries.filter(({ owner, dueMs }) => owner !== '' && dueMs !== null).length;
  const table = reportTable({
    key: 'plan', name: words('table'), title: words('table'), note: words('measure'),
    columns: [
      reportColumn('what', words('what'), 'text', words('meaning.what')), reportColumn('tribe', words('tribe'), 'text', words('meaning.tribe')), reportColumn('owner', words('owner'), 'text', words('meaning.owner')),
      reportColumn('due', words('due'), 'day', words('meaning.due')), reportColumn('state', words('state'), 'text', words('meaning.state')), reportColumn('outcome', words('outcome'), 'text', words('meaning.outcome')),
    ],
    rows: entries.map(({ text, tribe, owner, dueMs, state, outcome }) => [text, tribeName(tribe, desk), owner, dueMs === null ? null : voice.isoDay(dueMs), words(`states.${state}`), outcome]),
  });
  if (entries.length === 0) return { pages: [], tables: [] };
  return {
    pages: [reportPage({ key: 'plan', section: 'plan', title: words('count', { count: entries.length, owned: voice.count(owned) }), measure: words('measure'), notes: words('notes'), source: sourceWords(desk), blocks: [{ kind: 'table', place: 'main', table: 'plan', columns: ['what', 'tribe', 'owner', 'due', 'state'], rows: 10 }] })],
    tables: [table],
  };
}

/** What is to be decided today: findings still to be discussed, with what is advised. */
export function decisionsSection(desk: SectionDesk): MadePages {
  const { figures: { findings }, voice } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.decisions.${code}`, values);
  const open = findings.findings.filter(({ state, language }) => state === 'to-discuss' && language === voice.language);
  const items = open.slice(0, MOST_DECISIONS).map(({ sentence, recommendation }) => (recommendation === '' ? words('item', { sentence }) : words('advised', { sentence: /[.!?]$/.test(sentence) ? sentence : `${sentence}.`, recommendation })));
  const fromData = items.length > 0 || findings.counts.total > 0 ? [] : boardFindings(desk).filter(({ form, good }) => form === 'clear' && !good).map((finding) => findingSentence(finding, voice));
  const asked = items.length > 0 ? items : fromData;
  return { pages: [reportPage({ key: 'decisions', section: 'decisions', title: asked.length === 0 ? words('none') : words('title', { count: items.length > 0 ? open.length : asked.length }), measure: words(fromData.length > 0 ? 'measureData' : 'measure'), notes: words('notes'), source: sourceWords(desk), blocks: asked.length === 0 ? [] : [{ kind: 'bullets', place: 'main', heading: words(fromData.length > 0 ? 'fromData' : 'heading'), items: asked }] })], tables: [] };
}

/** What was written of where the data come from and how long they are kept; no page where nothing was. */
function sheetPages(desk: SectionDesk): readonly ReportPage[] {
  const { figures: { sheet }, voice } = desk;
  const words = (code: string): string => voice.text(`report.sheet.${code}`);
  const written = SHEET_FIELDS.filter((field) => sheet[field] !== '');
  if (written.length === 0) return [];
  const missing = SHEET_FIELDS.filter((field) => sheet[field] === '').map((field) => words(field));
  const items = [...written.map((field) => voice.text('report.sheet.line', { field: capitalised(words(field)), text: sheet[field] })), ...(missing.length === 0 ? [] : [voice.text('report.sheet.missing', { fields: voice.formats.list(missing) })])];
  return [reportPage({ key: 'method:sheet', section: 'method', title: words('title'), measure: words('measure'), notes: words('notes'), source: sourceWords(desk), blocks: [{ kind: 'bullets', place: 'main', heading: words('heading'), items }] })];
}

/** How the numbers are made: imports, definitions in use, the check of the reading, what was left out; then the data sheet, where there is one. */
export function methodSection(desk: SectionDesk, { definitions, program, merged }: { readonly definitions: readonly MetricDefinition[]; readonly program: string; readonly merged: number }): MadePages {
  const { figures: { imports, reading, project, business }, voice, audience, seed } = desk;
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.method.${code}`, values);
  const standing = imports.imports.filter(({ undone }) => !undone);
  const table = reportTable({
    key: 'imports', name: words('sources'), title: words('sources'),
    columns: [reportColumn('source', words('source'), 'text', words('meaning.source')), reportColumn('format', words('format'), 'text', words('meaning.format')), reportColumn('to', words('to'), 'day', words('meaning.to')), reportColumn('messages', words('messages'), 'count', words('meaning.messages'), 'messages'), reportColumn('rejected', words('rejected'), 'count', words('meaning.rejected'))],
    rows: standing.map(({ format, collectedAtMs, messages, rejected }, place) => [words('number', { number: place + 1 }), format, collectedAtMs === null ? null : voice.isoDay(collectedAtMs), messages, rejected]),
  });
  const items = [
    voice.text(reading.checked ? 'report.checked' : 'report.unchecked'),
    ...(audience === 'client' ? [words('floor', { floor: CLIENT_FLOOR, merged: voice.count(merged) }), words('dropped')] : []),
    ...(business.writing === null ? [] : [words('business', { hours: voice.count(business.preset.followUpHours), days: voice.count(business.preset.horizonDays) })]),
    words('version', { program, dataVersion: project.dataVersion, seed }),
  ];
  return {
    pages: [reportPage({
      key: 'method', section: 'method', title: words('title'), measure: words('measure'), notes: words('notes'), source: sourceWords(desk), metrics: definitions.map(({ id }) => id),
      blocks: [{ kind: 'bullets', place: 'main', heading: words('privacy'), items }, { kind: 'bullets', place: 'main', heading: words('definitions'), items: definitions.slice(0, 6).map(({ name, definition }) => `${capitalised(name)}: ${definition}`) }, { kind: 'table', place: 'side', table: 'imports', columns: ['source', 'messages', 'rejected'], rows: 8 }],
    }), ...sheetPages(desk)],
    tables: [table],
  };
}

/** Notes that somebody wanted in the report, as many a page as one holds. */
function notePages(desk: SectionDesk): readonly ReportPage[] {
  const { figures: { notes }, voice, audience } = desk;
  if (notes === null || notes.notes.length === 0) return [];
  const words = (code: string, values?: Readonly<Record<string, string | number>>): string => voice.text(`report.notes.${code}`, values);
  const items = notes.notes.map(({ kind, about, text }) => words('line', { about: about === '' ? words(`on.${kind}`) : about, text: text.replaceAll(/\s+/gu, ' ') }));
  return Array.from({ length: Math.ceil(items.length / MOST_NOTES) }, (_, page) => reportPage({
    key: page === 0 ? 'notes' : `notes:${String(page + 1)}`, section: 'appendix', title: words('title', { count: items.length }), measure: words(audience === 'client' ? 'measureClient' : 'measure', { masked: voice.count(notes.masked) }), source: sourceWords(desk),
    blocks: [{ kind: 'bullets', place: 'main', heading: words('heading'), items: items.slice(page * MOST_NOTES, (page + 1) * MOST_NOTES) }],
  }));
}

/** Notes that are wanted, then the tables that stand behind the pages, one a page, as many of their columns and rows as a page holds. */
export function appendixSection(tables: readonly ReportTable[], desk: SectionDesk): readonly ReportPage[] {
  return [...notePages(desk), ...tables.filter(({ key, rows }) => key !== 'curves' && key !== 'map' && rows.length > 0).map((table) => reportPage({ key: `table:${table.key}`, section: 'appendix', title: desk.voice.text('report.appendix.title', { table: table.title }), measure: table.note, source: sourceWords(desk), blocks: [{ kind: 'table', place: 'main', table: table.key, columns: table.columns.slice(0, MOST_APPENDIX_COLUMNS).map(({ key }) => key), rows: MOST_APPENDIX_ROWS }] }))];
}
