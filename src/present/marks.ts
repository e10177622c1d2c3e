import type { ReportCell, ReportChart, ReportColumn, ReportTable, ReportTone } from '../domain/model/report.ts';
import { isWithheld } from '../domain/wording/written-cell.ts';

/** One mark of a chart: a row of its table seen through one of its series. */
export interface ChartMark {
  /** Place of the row in the table. */
  readonly row: number;
  /** What the row is called, written. */
  readonly label: string;
  /** Where it stands along x where the chart has numbers there; null elsewhere and where blank or withheld. */
  readonly across: number | null;
  /** Null where it is blank or withheld: a gap, never 0. */
  readonly value: number | null;
  /** The value as every deliverable writes it; the words of the gap where it is withheld, empty where blank. */
  readonly written: string;
  /** Limits of the interval; null where one is missing. */
  readonly low: number | null;
  readonly high: number | null;
  /** "tra 27 su 100 e 35 su 100", empty without limits. */
  readonly interval: string;
  readonly tone: ReportTone;
  /** The words that stand in place of the number, null where it is given or blank. */
  readonly withheld: string | null;
}

/** The marks of one series, in the order of the rows. */
export interface MarkSeries {
  readonly label: string;
  readonly tone: ReportTone;
  readonly marks: readonly ChartMark[];
}

const BETWEEN = { it: (low: string, high: string) => `tra ${low} e ${high}`, en: (low: string, high: string) => `between ${low} and ${high}` } as const;

/**
 * Where a column stands in its table.
 * @throws Error `<what> names the column "<key>", which the table "<table>" does not hold`: a report that is made wrong, so a bug.
 */
export function columnPlace(table: ReportTable, key: string, what: string): number {
  const place = table.columns.findIndex((column) => column.key === key);
  if (place < 0) throw new Error(`${what} names the column "${key}", which the table "${table.key}" does not hold`);
  return place;
}

const figure = (cell: ReportCell | undefined): number | null => (typeof cell === 'number' && Number.isFinite(cell) ? cell : null);

/**
 * A chart's marks, one list a series: the one way from a table to what is drawn, so that a slide, a page and a picture draw
 * the same and write it alike. A withheld or blank value is null and carries its words.
 * @throws Error when the chart names a column its table does not hold.
 */
export function chartMarks(chart: ReportChart, table: ReportTable, { language, write }: { readonly language: 'it' | 'en'; readonly write: (cell: ReportCell, column: Pick<ReportColumn, 'kind'>) => string }): readonly MarkSeries[] {
  const what = `chart "${chart.key}"`;
  const place = (key: string): number => columnPlace(table, key, what);
  const category = place(chart.category);
  const across = chart.across === null ? null : place(chart.across.column);
  return chart.series.map((series) => {
    const [at, lowAt, highAt] = [place(series.column), series.low === null ? null : place(series.low), series.high === null ? null : place(series.high)];
    const written = (cell: ReportCell | undefined, column: number): string => write(cell ?? null, table.columns[column] ?? { kind: 'text' });
    return {
      label: series.label,
      tone: series.tone,
      marks: table.rows.map((row, number): ChartMark => {
        const cell = row[at] ?? null;
        const value = figure(cell);
        const low = value === null || lowAt === null || highAt === null ? null : figure(row[lowAt]);
        const high = low === null || highAt === null ? null : figure(row[highAt]);
        const limits = low !== null && high !== null && lowAt !== null && highAt !== null;
        return {
          row: number,
          label: written(row[category], category),
          across: across === null ? null : figure(row[across]),
          value,
          written: written(cell, at),
          low: limits ? low : null,
          high: limits ? high : null,
          interval: limits ? BETWEEN[language](written(row[lowAt], lowAt), written(row[highAt], highAt)) : '',
          tone: chart.rowTones?.[number] ?? series.tone,
          withheld: isWithheld(cell) ? written(cell, at) : null,
        };
      }),
    };
  });
}

/** A mark in one sentence for tooltips and read-aloud text: "Chi fa una domanda, Attesa media: 3 giorni e 22 ore (tra … e …)". */
export function markSentence(mark: ChartMark, series: string): string {
  const name = series === '' ? mark.label : `${mark.label}, ${series}`;
  return `${name}: ${mark.written === '' ? '–' : mark.written}${mark.interval === '' ? '' : ` (${mark.interval})`}`;
}
