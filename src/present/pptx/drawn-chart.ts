import type { ReportChart, ReportTable } from '../../domain/model/report.ts';
import { chartMarks } from '../marks.ts';
import { sheetUnit } from './axis-scale.ts';
import { lyingBars, standingBars } from './bar-drawing.ts';
import type { ChartDrawing, ChartGround, DeckVoice } from './chart-drawing.ts';
import { curveLines } from './curve-drawing.ts';
import { intervalDots } from './interval-drawing.ts';
import { mapMarks } from './map-drawing.ts';

const KINDS: Readonly<Record<ReportChart['kind'], (ground: ChartGround) => ChartDrawing>> = { bars: lyingBars, stacked: lyingBars, columns: standingBars, intervals: intervalDots, curves: curveLines, map: mapMarks };

/** A chart of a report as a native chart of a size in inches, with the sheet it quotes. Waits are drawn in days, hours or minutes; everything else as the table holds it. */
export function drawnChart(chart: ReportChart, table: ReportTable, voice: DeckVoice, { width, height }: { readonly width: number; readonly height: number }): ChartDrawing {
  const series = chartMarks(chart, table, voice);
  const largest = Math.max(0, ...series.flatMap(({ marks }) => marks.flatMap(({ value, high }) => [Math.abs(value ?? 0), Math.abs(high ?? 0)])));
  return KINDS[chart.kind]({ chart, table, series, voice, width, height, unit: sheetUnit(chart.axis.kind, largest, voice.words) });
}
