import type { LinkedFigure, ReportBlock, ReportCell, ReportChart, ReportColumn, ReportPage, ReportSeries, ReportTable, ReportText, ReportTone, RowPeople } from '../../domain/model/report.ts';
import type { ReportSection } from '../../domain/model/report-section.ts';

/** Pages and the tables that they rest on. */
export interface MadePages {
  readonly pages: readonly ReportPage[];
  readonly tables: readonly ReportTable[];
}

/** A sentence as its rule wrote it, before anybody changed it. */
export function ruleText(words: string): ReportText {
  return { text: words, byRule: words, edited: false, flag: null };
}

interface PageParts {
  readonly key: string;
  readonly section: ReportSection;
  readonly title: string;
  readonly form?: ReportPage['form'];
  readonly measure?: string;
  readonly blocks?: readonly ReportBlock[];
  readonly notes?: string;
  readonly source?: string;
  readonly unseen?: string;
  readonly metrics?: readonly string[];
  readonly figures?: readonly LinkedFigure[];
}

/** A page with what it does not say left empty. */
export function reportPage({ key, section, title, form = null, measure = '', blocks = [], notes = '', source = '', unseen = '', metrics = [], figures = [] }: PageParts): ReportPage {
  return { key, section, title: ruleText(title), form, measure, blocks, notes: ruleText(notes), source, unseen, metrics, figures };
}

interface TableParts {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly people?: readonly (RowPeople | null)[];
  readonly additive?: boolean;
}

/** A table; rows are no groups of people, and add up to nothing known, where it is not said. */
export function reportTable({ key, name, title, note = '', columns, rows, people, additive = false }: TableParts): ReportTable {
  return { key, name, title, note, columns, rows, people: people ?? null, additive };
}

/** A column; `metric` null for names and limits. */
export function reportColumn(key: string, label: string, kind: ReportColumn['kind'], meaning: string, metric: string | null = null): ReportColumn {
  return { key, label, kind, meaning, metric };
}

/** The people of a row when nothing is known of the loudest of them. */
export function rowPeople(people: number | null): RowPeople | null {
  return people === null ? null : { people, loudest: null, loudestThree: null };
}

/** A number as a cell; null is an estimate that cannot be given. */
export function estimateCell(value: number | null | undefined): ReportCell {
  return value ?? { withheld: 'no-estimate' };
}

interface ChartParts {
  readonly key: string;
  readonly kind: ReportChart['kind'];
  readonly table: string;
  readonly category: string;
  readonly series: readonly ReportSeries[];
  readonly axis: ReportChart['axis'];
  readonly across?: ReportChart['across'];
  readonly reference?: ReportChart['reference'];
  readonly rowTones?: readonly ReportTone[];
  readonly alt: string;
}

/** A chart over a table. */
export function reportChart({ across = null, reference = null, rowTones, ...chart }: ChartParts): ReportChart {
  return { ...chart, across, reference, rowTones: rowTones ?? null };
}

/** One series; limits where it has them. */
export function reportSeries(column: string, label: string, tone: ReportTone, limits: readonly [low: string, high: string] | null = null): ReportSeries {
  return { column, label, tone, low: limits?.[0] ?? null, high: limits?.[1] ?? null };
}
