import type { Report } from '../../domain/model/report.ts';
import type { ReportFormat } from '../../domain/model/report-section.ts';
import type { CsvSeparator } from '../../domain/wording/csv-text.ts';
import { csvArchive } from '../../present/csv/csv-archive.ts';
import { htmlReport } from '../../present/html/html-report.ts';
import { pptxDeck } from '../../present/pptx/pptx-deck.ts';
import { pptxFromTemplate } from '../../present/pptx/template-deck.ts';
import { workbook } from '../../present/xlsx/workbook.ts';
import { reportName } from './report-name.ts';

/** A written file. */
export interface ReportFile {
  readonly format: ReportFormat | 'print';
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const MEDIA = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'application/zip', html: 'text/html', print: 'text/html', pdf: 'application/pdf',
} as const;

const ENDING = { pptx: 'pptx', xlsx: 'xlsx', csv: 'csv.zip', html: 'html', print: 'print.html', pdf: 'pdf' } as const;

/**
 * The name of a report's file: its title in plain letters and its day; an analyst's says that it holds personal data.
 * @example reportFileName({ title: 'Le tribù: 1', day: '2026-07-01', audience: 'analyst', language: 'it' }, 'pdf') // 'le-tribu-1-2026-07-01-interno-dati-personali.pdf'
 */
export function reportFileName(report: Pick<Report, 'title' | 'day' | 'audience' | 'language'>, format: ReportFormat | 'print'): string {
  return `${reportName(report)}.${ENDING[format]}`;
}

/** What a report's files may be given beside the report: an agency's template of slides, the separator of CSV files. */
export interface ReportWriting {
  readonly template?: Uint8Array | null;
  readonly separator?: CsvSeparator | undefined;
}

async function bytesOf(report: Report, format: Exclude<ReportFormat, 'pdf'> | 'print', { template = null, separator }: ReportWriting): Promise<Uint8Array> {
  if (format === 'pptx') return template === null ? pptxDeck(report) : pptxFromTemplate(report, template);
  if (format === 'xlsx') return workbook(report);
  if (format === 'csv') return csvArchive(report, separator);
  return new TextEncoder().encode(htmlReport(report, { print: format === 'print' }));
}

/** Writes a report in the formats asked for, slides into an agency's template where one is given; PDF is printed by a host from `print`. A template that cannot be filled throws `TemplateProblem`. */
export async function reportFiles(report: Report, formats: readonly (Exclude<ReportFormat, 'pdf'> | 'print')[], writing: ReportWriting = {}): Promise<ReportFile[]> {
  const files: ReportFile[] = [];
  for (const format of [...new Set(formats)]) files.push({ format, name: reportFileName(report, format), mediaType: MEDIA[format], bytes: await bytesOf(report, format, writing) });
  return files;
}
