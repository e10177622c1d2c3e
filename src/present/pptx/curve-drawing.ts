import { placedLabels } from '../../domain/drawing/label-placement.ts';
import { axisLimits, axisTitle, drawnValues, inUnit, seriesHeader, type ChartDrawing, type ChartGround } from './chart-drawing.ts';
import { axisScale, sheetUnit, tickStep, type SheetUnit } from './axis-scale.ts';
import { chartSheet, type SheetColumn } from './chart-sheet.ts';
import { CHART_POINTS, chartXml, valueAxisXml, type PlotBox } from './chart-xml.ts';
import { deckColor, GOLD, softColor, THEME } from './deck-colors.ts';
import { scatterXml, type ScatterSeries } from './scatter-series.ts';
import { stepCells, stepPoints } from './step-rows.ts';
import { clippedLines, linesHeight, textWidth } from './text-fit.ts';

const WIDEST_LABELS = 0.27;
const HOURS_OF_DAYS = 24;
const NO_MARK = { shape: 'none', points: 5, color: THEME.muted } as const;

/** Distance of the ticks across: whole days where hours run over days. */
function acrossStep(longest: number, unit: SheetUnit): number {
  if (unit.name === '' && longest >= 2 * HOURS_OF_DAYS && longest <= 14 * HOURS_OF_DAYS && longest % HOURS_OF_DAYS === 0) return HOURS_OF_DAYS;
  return tickStep(longest, 6, unit);
}

/**
 * Curves along a number: steps through the rows of the table, a line a series, its limits as thin steps in a softer shade, its
 * name at its end and moved only as far as names would cover each other. The sheet holds each row after the first twice, first
 * with the values that held until there ({@link stepPoints}). Withheld values are gaps.
 * @throws Error when the chart names no column across.
 */
export function curveLines(ground: ChartGround): ChartDrawing {
  const { chart, series, unit, width, height, voice: { words, look } } = ground;
  if (chart.across === null) throw new Error(`chart "${chart.key}" has curves and names no column across`);
  const across = (series[0]?.marks ?? []).map((mark) => mark.across);
  const longest = Math.max(0, ...across.flatMap((value) => (value === null ? [] : [value])));
  const xUnit = sheetUnit(chart.across.kind, longest, words);
  const xMax = longest / xUnit.factor;
  const scale = axisScale(drawnValues(ground), axisLimits(ground), unit);
  const xTitle = [chart.across.label, xUnit.name].filter((part) => part !== '').join(', ');
  const columns: SheetColumn[] = [{ header: xTitle, cells: stepPoints(across.length).map(({ at }) => inUnit(across[at] ?? null, xUnit)) }];
  const add = (column: SheetColumn): number => columns.push(column) - 1;
  const steps = (header: string, values: readonly (number | null)[]): number => add({ header, cells: stepCells(values.map((value) => inUnit(value, unit))) });
  const placed = series.map(({ label, marks, tone }) => {
    const value = steps(seriesHeader(label, unit), marks.map((mark) => mark.value));
    const limits = marks.every(({ low }) => low === null) ? [] : [steps(`${label}: ${words.low}`, marks.map(({ low }) => low)), steps(`${label}: ${words.high}`, marks.map(({ high }) => high))];
    return { label, marks, tone, value, limits };
  });
  const names = series.map(({ label }) => clippedLines(label, WIDEST_LABELS * width - 0.2, CHART_POINTS, 3, { bold: true }).lines);
  const right = 0.2 + Math.max(...names.flatMap((lines) => lines.map((line) => textWidth(line, CHART_POINTS, { bold: true }))));
  const left = 0.55 + (axisTitle(ground) === '' ? 0 : 0.24);
  const [top, bottom] = [0.1, 0.56];
  const plotHeight = height - top - bottom;
  const plot: PlotBox = { x: left / width, y: top / height, w: (width - left - right) / width, h: plotHeight / height };
  const ends = placed.map(({ marks }) => (marks.findLast(({ value }) => value !== null)?.value ?? scale.min * unit.factor) / unit.factor);
  const perInch = (scale.max - scale.min) / plotHeight;
  const wanted = names.map((lines, place) => ({ key: String(place), wanted: ends[place] ?? 0, height: (linesHeight(lines.length, CHART_POINTS) + 0.02) * perInch }));
  const spread = new Map(placedLabels(wanted, { low: scale.min, high: scale.max, gap: 0.02 * perInch }).map(({ key, at }) => [key, at]));
  const edge = add({ header: words.label, cells: [xMax] });
  const labelled = placed.map(({ label }, place) => add({ header: `${label}: ${words.label}`, cells: [Number((spread.get(String(place)) ?? 0).toFixed(4))] }));
  const { reference } = chart;
  const level = reference === null ? null : { x: add({ header: words.position, cells: [0, xMax] }), y: add({ header: reference.label, cells: [reference.value / unit.factor, reference.value / unit.factor] }) };
  const sheet = chartSheet(columns);
  const drawn: ScatterSeries[] = level === null ? [] : [{ name: sheet.header(level.y), x: sheet.numbers(level.x), y: sheet.numbers(level.y), line: GOLD, linePoints: 1.5, dash: 'dash', mark: NO_MARK, labels: [{ place: 0, lines: [reference?.label ?? ''], color: GOLD, side: 'r', bold: true }] }];
  for (const { tone, limits } of placed) for (const limit of limits) drawn.push({ name: sheet.header(limit), x: sheet.numbers(0), y: sheet.numbers(limit), line: softColor(tone, look), linePoints: 0.75, mark: NO_MARK });
  for (const { tone, value } of placed) drawn.push({ name: sheet.header(value), x: sheet.numbers(0), y: sheet.numbers(value), line: deckColor(tone, look), linePoints: 2.5, mark: NO_MARK });
  placed.forEach(({ tone }, place) => {
    const column = labelled[place] ?? 0;
    drawn.push({ name: sheet.header(column), x: sheet.numbers(edge), y: sheet.numbers(column), line: null, mark: NO_MARK, labels: [{ place: 0, lines: names[place] ?? [], color: deckColor(tone, look), side: 'r', bold: true }] });
  });
  const axes = `${valueAxisXml({ id: 111, across: 112, side: 'b', min: 0, max: xMax > 0 ? xMax : 1, step: acrossStep(xMax, xUnit), format: xUnit.format, title: xTitle })}${valueAxisXml({ id: 112, across: 111, side: 'l', ...scale, format: unit.format, title: axisTitle(ground), grid: true })}`;
  return { xml: chartXml({ plot, groups: scatterXml(drawn), axes, legend: null, language: words.locale, font: look.bodyFont }), sheet, unshown: '', upright: null };
}
