import type { Report, ReportChart, ReportTable } from '../../domain/model/report.ts';
import { createFormats } from '../../domain/wording/formats.ts';
import { chartMarks } from '../marks.ts';
import { cellWriter } from '../../domain/wording/written-cell.ts';
import { fixedInks, type ChartInks } from './chart-inks.ts';
import { columnChart } from './column-chart.ts';
import { curveChart } from './curve-chart.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { mapChart } from './map-chart.ts';
import { drawn, element } from './markup.ts';
import { barChart, intervalChart, stackedChart } from './row-chart.ts';

const KINDS: Readonly<Record<ReportChart['kind'], (drawing: Drawing) => Drawn>> = { bars: barChart, intervals: intervalChart, stacked: stackedChart, columns: columnChart, curves: curveChart, map: mapChart };

/** System fonts that carry the interface's type where it is installed, and something like it elsewhere. */
export const SANS_FONTS = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** What a picture of a chart is made with; `inks` are the report's colours in light where left out. */
export interface ChartPicture {
  readonly report: Pick<Report, 'language' | 'timeZone' | 'privacy' | 'look'>;
  readonly width: number;
  readonly height: number;
  readonly inks?: ChartInks;
  readonly className?: string;
}

/**
 * A chart as one SVG element, laid out by hand: no script, no font, no outside reference, the same bytes for the same report.
 * It scales with its place (`viewBox`); many rows make it higher than wished for. Told as one picture with the chart's own
 * words; each mark has a tooltip with its value as every deliverable writes it.
 * @throws Error when the chart names a column its table does not hold.
 */
export function chartSvg(chart: ReportChart, table: ReportTable, { report, width, height, inks = fixedInks(report.look), className }: ChartPicture): string {
  const { language, timeZone } = report;
  const series = chartMarks(chart, table, { language, write: cellWriter({ language, timeZone, floor: report.privacy.floor }) });
  const { body, height: needed } = KINDS[chart.kind]({ chart, table, series, width, height, inks, formats: createFormats(language, timeZone), language });
  return element('svg', {
    xmlns: 'http://www.w3.org/2000/svg', class: className ?? null, viewBox: `0 0 ${drawn(width)} ${drawn(needed)}`, width, height: needed,
    role: 'img', 'aria-label': chart.alt, 'font-family': SANS_FONTS, style: 'font-variant-numeric: tabular-nums',
  }, body);
}
