import { z } from 'zod';
import { reportSettingsSchema, type ReportSettings } from '../../contract/operations/present.ts';
import { HIDDEN_SECTIONS, REPORT_SECTIONS, STANDING_SECTIONS, type ReportSection } from '../../domain/model/report-section.ts';
import type { ReportPage, ReportText } from '../../domain/model/report.ts';
import { editFlag } from '../../present/edit-flag.ts';
import { planRecord, planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Where the settings of reports are written down: there is one set a project. */
export const REPORT_RECORD = { kind: 'report', id: 'settings' } as const;
/** Kind of a changed page; the id is its language, part and key. */
export const EDIT_KIND = 'report-edit';

const STANDARD: ReportSettings = {
  title: '', client: '', agency: '', question: '',
  sections: REPORT_SECTIONS.map((section) => ({ section, shown: !HIDDEN_SECTIONS.includes(section) })),
  look: { accent: '#0F6E78', ink: '#1C1E22', paper: '#FBF9F5', headingFont: 'Calibri', bodyFont: 'Calibri', agencyLogo: null, clientLogo: null },
};

const editSchema = z.object({ text: z.string(), figures: z.array(z.object({ key: z.string(), value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(), n: z.number().nullable(), written: z.string() })) });
type PageEdit = z.infer<typeof editSchema>;

/** The id of a change to a part of a page in a language. */
export function editId({ language, part, page }: { readonly language: 'it' | 'en'; readonly part: 'title' | 'notes'; readonly page: string }): string {
  return `${language}:${part}:${page}`;
}

/** Every section once, in the chosen order, those that nobody placed at their usual place; the standing ones always shown, what the data do not see always third. */
export function sectionOrder(chosen: ReportSettings['sections']): ReportSettings['sections'] {
  const placed = chosen.filter(({ section }, place) => chosen.findIndex((other) => other.section === section) === place);
  const missing = REPORT_SECTIONS.filter((section) => !placed.some((other) => other.section === section)).map((section) => ({ section, shown: !HIDDEN_SECTIONS.includes(section) }));
  const all = [...placed, ...missing].map(({ section, shown }) => ({ section, shown: shown || STANDING_SECTIONS.includes(section) }));
  const rest = all.filter(({ section }) => section !== 'cover' && section !== 'limits');
  const find = (wanted: ReportSection): ReportSettings['sections'] => all.filter(({ section }) => section === wanted);
  return [...find('cover'), ...rest.slice(0, 1), ...find('limits'), ...rest.slice(1)];
}

/** The sections that are shown, in order. */
export function shownSections(project: ProjectDatabase): ReportSection[] {
  return standingReport(project).sections.filter(({ shown }) => shown).map(({ section }) => section);
}

/** The settings as they stand; the usual ones where nobody set any, or where they cannot be read. */
export function standingReport(project: ProjectDatabase): ReportSettings {
  const record = planRecord(project, REPORT_RECORD);
  const body = record === null ? {} : (JSON.parse(record.body) as Partial<ReportSettings>);
  const parsed = reportSettingsSchema.safeParse({ ...STANDARD, ...body, look: { ...STANDARD.look, ...body.look } });
  const settings = parsed.success ? parsed.data : STANDARD;
  return { ...settings, sections: sectionOrder(settings.sections) };
}

function editedText(text: ReportText, edit: PageEdit | undefined, figures: ReportPage['figures']): ReportText {
  return edit === undefined ? text : { ...text, text: edit.text, edited: true, flag: editFlag(edit.figures, figures) };
}

/** Pages with what people changed of them, each change held against the figures of today. */
export function editedPages(project: ProjectDatabase, pages: readonly ReportPage[], language: 'it' | 'en'): ReportPage[] {
  const edits = new Map(planRecords(project, EDIT_KIND).flatMap(({ id, body }) => {
    const parsed = editSchema.safeParse(JSON.parse(body));
    return parsed.success ? [[id, parsed.data] as const] : [];
  }));
  return pages.map((page) => ({
    ...page,
    title: editedText(page.title, edits.get(editId({ language, part: 'title', page: page.key })), page.figures),
    notes: editedText(page.notes, edits.get(editId({ language, part: 'notes', page: page.key })), page.figures),
  }));
}
