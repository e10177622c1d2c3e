import type { ChartMark } from '../marks.ts';
import { axisLimits, axisTitle, drawnValues, inUnit, seriesHeader, type ChartDrawing, type ChartGround } from './chart-drawing.ts';
import { axisScale } from './axis-scale.ts';
import { chartSheet, type SheetColumn } from './chart-sheet.ts';
import { CHART_POINTS, chartXml, valueAxisXml, type MarkLabel, type PlotBox } from './chart-xml.ts';
import { deckColor, GOLD, THEME } from './deck-colors.ts';
import { scatterXml, type ScatterSeries } from './scatter-series.ts';
import { clippedLines, textWidth } from './text-fit.ts';

const WIDEST_NAMES = 0.36;
const BETWEEN_SERIES = 0.26;
const NO_MARK = { shape: 'none', points: 5, color: THEME.muted } as const;

/** Where the label of a mark begins: at its upper limit, at its value where there is none, at the axis where there is no number. */
const labelStart = (value: number | null, high: number | null, axis: number): number => high ?? value ?? axis;

/**
 * A dot on the band between its limits, one a row with the first row on top, each with its value in words on its right: numbers
 * against numbers, because no native bar chart draws a dot. A band is a line between two cells of its row, so it moves with
 * them. Names of rows and words of withheld numbers are labels of their own series. With several series a row holds one dot
 * each, a little apart.
 */
export function intervalDots(ground: ChartGround): ChartDrawing {
  const { chart, table, series, unit, width, height, voice: { words, look } } = ground;
  const rows = table.rows.map((_, row) => row);
  const scale = axisScale(drawnValues(ground), axisLimits(ground), unit);
  const position = (row: number, number: number): number => Number((rows.length - row + ((series.length - 1) / 2 - number) * BETWEEN_SERIES).toFixed(3));
  const columns: SheetColumn[] = [
    { header: words.names, cells: rows.map((row) => series[0]?.marks[row]?.label ?? '') },
    { header: words.position, cells: rows.map((row) => rows.length - row) },
    { header: words.label, cells: rows.map(() => scale.min) },
  ];
  const add = (column: SheetColumn): number => columns.push(column) - 1;
  const labelFace = { bold: series.length === 1 };
  const named = series.length === 1 ? '' : ' · ';
  const placed = series.map(({ label, marks, tone }, number) => {
    const places = {
      y: add({ header: `${label}: ${words.position}`, cells: rows.map((row) => position(row, number)) }),
      again: add({ header: `${label}: ${words.position}`, cells: rows.map((row) => position(row, number)) }),
      value: add({ header: seriesHeader(label, unit), cells: marks.map(({ value }) => inUnit(value, unit)) }),
      low: add({ header: `${label}: ${words.low}`, cells: marks.map(({ low }) => inUnit(low, unit)) }),
      high: add({ header: `${label}: ${words.high}`, cells: marks.map(({ high }) => inUnit(high, unit)) }),
      at: add({ header: `${label}: ${words.label}`, cells: marks.map(({ value, high, written }) => (written === '' ? null : labelStart(inUnit(value, unit), inUnit(high, unit), scale.min))) }),
    };
    return { label, marks, tone, places };
  });
  const widest = WIDEST_NAMES * width;
  const names = rows.map((row): MarkLabel => ({ place: row, lines: clippedLines(series[0]?.marks[row]?.label ?? '', widest - 0.15, CHART_POINTS, 2).lines, color: THEME.ink, side: 'l' }));
  const left = Math.max(0.5, ...names.flatMap(({ lines }) => lines.map((line) => textWidth(line, CHART_POINTS)))) + 0.15;
  const written = (label: string, text: string): string => (named === '' ? text : `${text}${named}${label}`);
  const right = 0.2 + Math.max(0, ...placed.flatMap(({ label, marks }) => marks.map((mark) => {
    const start = (labelStart(inUnit(mark.value, unit), inUnit(mark.high, unit), scale.min) - scale.min) / (scale.max - scale.min);
    return textWidth(written(label, mark.written), CHART_POINTS, labelFace) - (1 - start) * (width - left - 1.2);
  })));
  const top = chart.reference === null ? 0.06 : 0.3;
  const bottom = 0.3 + (axisTitle(ground) === '' ? 0 : 0.24);
  const plot: PlotBox = { x: left / width, y: top / height, w: Math.max(0.2, (width - left - right) / width), h: (height - top - bottom) / height };
  const { reference } = chart;
  const sides = reference === null ? null : { x: add({ header: reference.label, cells: [reference.value / unit.factor, reference.value / unit.factor] }), y: add({ header: `${reference.label}: ${words.position}`, cells: [0.4, rows.length + 0.6] }) };
  const sheet = chartSheet(columns);
  const drawn: ScatterSeries[] = sides === null ? [] : [{ name: sheet.header(sides.x), x: sheet.numbers(sides.x), y: sheet.numbers(sides.y), line: GOLD, linePoints: 1.5, dash: 'dash', mark: NO_MARK, labels: [{ place: 1, lines: [reference?.label ?? ''], color: GOLD, side: 't', bold: true }] }];
  drawn.push({ name: sheet.header(0), x: sheet.numbers(2), y: sheet.numbers(1), line: null, mark: NO_MARK, labels: names });
  for (const { label, marks, tone, places } of placed) {
    for (const mark of marks) if (mark.low !== null) drawn.push({ name: sheet.rowHeader(mark.row, 0), x: sheet.rowNumbers(mark.row, places.low, 2), y: sheet.rowNumbers(mark.row, places.y, 2), line: deckColor(mark.tone, look), linePoints: 2.25, mark: NO_MARK });
    const dot = (tone: ChartMark['tone']): ScatterSeries['mark'] => ({ shape: 'circle', points: 9, color: deckColor(tone, look) });
    if (chart.rowTones === null) drawn.push({ name: sheet.header(places.value), x: sheet.numbers(places.value), y: sheet.numbers(places.y), line: null, mark: dot(tone) });
    else for (const mark of marks) if (mark.value !== null) drawn.push({ name: sheet.rowHeader(mark.row, 0), x: sheet.rowNumbers(mark.row, places.value), y: sheet.rowNumbers(mark.row, places.y), line: null, mark: dot(mark.tone) });
    drawn.push({
      name: sheet.header(places.at), x: sheet.numbers(places.at), y: sheet.numbers(places.y), line: null, mark: NO_MARK,
      labels: marks.flatMap((mark) => (mark.written === '' ? [] : [{ place: mark.row, lines: [written(label, mark.written)], color: mark.value === null ? THEME.muted : THEME.ink, side: 'r' as const, bold: labelFace.bold && mark.value !== null }])),
    });
  }
  const axes = `${valueAxisXml({ id: 111, across: 112, side: 'b', ...scale, format: unit.format, title: axisTitle(ground), grid: true })}${valueAxisXml({ id: 112, across: 111, side: 'l', min: 0.4, max: rows.length + 0.6, step: 1, format: 'General', title: '', hidden: true })}`;
  return { xml: chartXml({ plot, groups: scatterXml(drawn), axes, legend: null, language: words.locale, font: look.bodyFont }), sheet, unshown: '', upright: null };
}
