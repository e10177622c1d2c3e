import { z } from 'zod';
import { EDIT_FLAGS, REPORT_CELLS, WITHHELD_REASONS, type Report, type ReportTone } from '../../domain/model/report.ts';
import { REPORT_AUDIENCES, REPORT_FORMATS, REPORT_SECTIONS } from '../../domain/model/report-section.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const section = z.enum(REPORT_SECTIONS);
const kind = z.enum(REPORT_CELLS);
const place = z.enum(['main', 'side']);
const tone = z.custom<ReportTone>((value) => typeof value === 'string' && /^(tribe-[1-8]|intent-[a-z]+|accent|context|warm|gold)$/.test(value));
const color = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'a colour is written #RRGGBB');
/** A picture as a data address, half a megabyte at most. */
const logo = z.string().max(700_000).regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/, 'a logo is a PNG or a JPEG');
const line = z.string().max(200);

const cell = z.union([z.string(), z.number(), z.null(), z.object({ withheld: z.enum(WITHHELD_REASONS) })]);
const text = z.object({ text: z.string(), byRule: z.string(), edited: z.boolean(), flag: z.enum(EDIT_FLAGS).nullable() });
const table = z.object({
  key: z.string(), name: z.string(), title: z.string(), note: z.string(), additive: z.boolean(),
  columns: z.array(z.object({ key: z.string(), label: z.string(), kind, meaning: z.string(), metric: z.string().nullable() })),
  rows: z.array(z.array(cell)),
  people: z.array(z.object({ people: count, loudest: nullableNumber, loudestThree: nullableNumber }).nullable()).nullable(),
});
const chart = z.object({
  key: z.string(), kind: z.enum(['bars', 'intervals', 'stacked', 'columns', 'curves', 'map']), table: z.string(), category: z.string(),
  series: z.array(z.object({ label: z.string(), column: z.string(), low: z.string().nullable(), high: z.string().nullable(), tone })),
  axis: z.object({ label: z.string(), kind, min: nullableNumber, max: nullableNumber }),
  across: z.object({ column: z.string(), label: z.string(), kind }).nullable(),
  reference: z.object({ value: z.number(), label: z.string() }).nullable(), rowTones: z.array(tone).nullable(), alt: z.string(),
});
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chart'), place, chart }),
  z.object({ kind: z.literal('table'), place, table: z.string(), columns: z.array(z.string()), rows: count }),
  z.object({ kind: z.literal('bullets'), place, heading: z.string(), items: z.array(z.string()) }),
  z.object({ kind: z.literal('figures'), place, items: z.array(z.object({ value: z.string(), label: z.string(), detail: z.string() })) }),
  z.object({ kind: z.literal('paragraph'), place, text: z.string() }),
]);
const linkedFigure = z.object({ key: z.string(), value: nullableNumber, low: nullableNumber, high: nullableNumber, n: count.nullable(), written: z.string() });
const look = z.object({ accent: color, ink: color, paper: color, headingFont: z.string(), bodyFont: z.string(), agencyLogo: logo.nullable(), clientLogo: logo.nullable() });

/** A report as its writers see it. */
export const reportSchema: z.ZodType<Report> = z.object({
  language: z.enum(['it', 'en']), audience: z.enum(REPORT_AUDIENCES), title: z.string(), client: z.string(), agency: z.string(), question: z.string(), day: z.string(), timeZone: z.string(), program: z.string(), dataVersion: count, readingChecked: z.boolean(),
  pages: z.array(z.object({ key: z.string(), section, title: text, form: z.enum(['clear', 'not-clear', 'too-few']).nullable(), measure: z.string(), blocks: z.array(block), notes: text, source: z.string(), unseen: z.string(), metrics: z.array(z.string()), figures: z.array(linkedFigure) })),
  tables: z.array(table),
  definitions: z.array(z.object({ id: z.string(), name: z.string(), definition: z.string(), formula: z.string(), unit: z.string(), source: z.string(), limits: z.string(), version: count })),
  privacy: z.object({ floor: count, mergedTribes: count, withheld: z.array(z.object({ table: z.string(), reason: z.enum(WITHHELD_REASONS), cells: count })), quotes: count, dropped: z.array(z.enum(['names', 'links', 'texts', 'exact-times', 'native-ids'])) }),
  look,
});

/** What was written down for all reports of the project. */
export const reportSettingsSchema = z.object({
  title: line, client: line, agency: line, question: z.string().max(500),
  /** All sections, in the order they are given; those not shown are left out. */
  sections: z.array(z.object({ section, shown: z.boolean() })),
  look,
});
export type ReportSettings = z.infer<typeof reportSettingsSchema>;

const audience = z.enum(REPORT_AUDIENCES).default('client');
const language = z.enum(['it', 'en']).default('it');
const seed = count.default(1);
/** A closed edition whose report is meant instead of today's; audience, filters and seed are then the edition's own. */
const edition = z.string().max(64).optional();

/** Reports for the client: what is in them, what a person changed, and their files. */
export const presentOperations = {
  'present.settings': { kind: 'read', input: z.strictObject({}), output: reportSettingsSchema },
  /** Changes what is given; undoable. */
  'present.save': { kind: 'command', input: z.strictObject({ title: line.optional(), client: line.optional(), agency: line.optional(), question: z.string().max(500).optional(), sections: z.array(z.strictObject({ section, shown: z.boolean() })).max(REPORT_SECTIONS.length).optional(), look: look.partial().strict().optional() }), output: z.object({ changed: z.boolean() }) },
  /** The report on today's figures, with what people changed of it. */
  'present.report': { kind: 'read', input: z.strictObject({ ...scopeShape, language, audience, seed }), output: reportSchema },
  /** The charts of the report as SVG, for a page that is looked at before it is written, and for files of their own; `name` is such a file's, without its ending. */
  'present.pictures': { kind: 'read', input: z.strictObject({ ...scopeShape, language, audience, seed, edition }), output: z.object({ pictures: z.array(z.object({ chart: z.string(), name: z.string(), svg: z.string() })) }) },
  /** Changes a headline or the notes of a page; null gives it back to its rule. What it said of the figures is kept, to tell when they have moved. */
  'present.edit': { kind: 'command', input: z.strictObject({ page: z.string().min(1).max(200), part: z.enum(['title', 'notes']), language, text: z.string().min(1).max(2000).nullable(), /** The figures as they stood on the page when it was changed. */ figures: z.array(linkedFigure).max(40).default([]) }), output: z.object({ changed: z.boolean() }) },
  /** The files of a report. PDF is written by the host, from the document under `print`. */
  'present.write': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, language, audience, seed, edition, formats: z.array(z.enum([...REPORT_FORMATS, 'print'])).min(1).max(6), /** Of CSV files; left out: that of the language's spreadsheets. */ separator: z.enum([',', ';']).optional(), /** An agency's own template of slides, as base64. */ template: z.string().max(40_000_000).optional() }),
    output: z.object({ files: z.array(z.object({ format: z.enum([...REPORT_FORMATS, 'print']), name: z.string(), mediaType: z.string(), base64: z.string() })), pages: count }),
  },
} as const;
