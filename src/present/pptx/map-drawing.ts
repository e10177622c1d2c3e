import { inUnit, seriesHeader, type ChartDrawing, type ChartGround } from './chart-drawing.ts';
import { logScale, sheetUnit } from './axis-scale.ts';
import { chartSheet, type SheetColumn } from './chart-sheet.ts';
import { CHART_POINTS, chartXml, valueAxisXml, type MarkLabel, type PlotBox } from './chart-xml.ts';
import { deckColor, GOLD, THEME } from './deck-colors.ts';
import { scatterXml, type MarkShape, type ScatterSeries } from './scatter-series.ts';
import { clippedLines, linesHeight, textWidth } from './text-fit.ts';

const NO_MARK = { shape: 'none', points: 5, color: THEME.muted } as const;
const SHAPES: Readonly<Record<string, MarkShape>> = { 'tribe-1': 'circle', 'tribe-2': 'diamond', 'tribe-3': 'square', 'tribe-4': 'triangle', 'tribe-5': 'plus', 'tribe-6': 'star', 'tribe-7': 'x', 'tribe-8': 'ring' };
const WIDEST_LABEL = 1.7;
const SIDES = ['r', 'l', 't', 'b'] as const;

interface PlacedMark {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function labelRectangle({ x, y, lines }: PlacedMark, side: (typeof SIDES)[number]): Rectangle {
  const w = Math.max(...lines.map((line) => textWidth(line, CHART_POINTS, { bold: true }))) + 0.05;
  const h = linesHeight(lines.length, CHART_POINTS);
  const left = side === 'r' ? x + 0.12 : side === 'l' ? x - 0.12 - w : x - w / 2;
  const top = side === 't' ? y - 0.12 - h : side === 'b' ? y + 0.12 : y - h / 2;
  return { left, right: left + w, top, bottom: top + h };
}

const shared = (one: Rectangle, other: Rectangle): number => Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) * Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

/** A side for each label, first come first placed: the one that covers least of the marks and labels placed before and leaves the chart least. */
function labelSides(marks: readonly PlacedMark[], width: number, height: number): readonly (typeof SIDES)[number][] {
  const taken: Rectangle[] = marks.map(({ x, y }) => ({ left: x - 0.09, right: x + 0.09, top: y - 0.09, bottom: y + 0.09 }));
  return marks.map((mark) => {
    const costs = SIDES.map((side) => {
      const place = labelRectangle(mark, side);
      const outside = Math.max(0, -place.left) + Math.max(0, place.right - width) + Math.max(0, -place.top) + Math.max(0, place.bottom - height);
      return { side, place, cost: outside * 10 + taken.reduce((sum, other) => sum + shared(place, other), 0) };
    });
    const best = costs.reduce((least, next) => (next.cost < least.cost - 1e-9 ? next : least));
    taken.push(best.place);
    return best.side;
  });
}

/**
 * Two columns of the table against each other on log axes, a named mark a row in its own shape and tone; a reference is the line
 * where one is so many times the other. Rows that are withheld or not above zero have no place on such axes: they are named
 * under the chart.
 * @throws Error when the chart names no column across.
 */
export function mapMarks(ground: ChartGround): ChartDrawing {
  const { chart, series, unit, width, height, voice: { words, look } } = ground;
  const [one] = series;
  if (chart.across === null || one === undefined) throw new Error(`chart "${chart.key}" is a map and names no column across`);
  const xUnit = sheetUnit(chart.across.kind, Math.max(0, ...one.marks.map(({ across }) => across ?? 0)), words);
  const shown = (row: number): boolean => { const mark = one.marks[row]; return (mark?.value ?? 0) > 0 && (mark?.across ?? 0) > 0; };
  const drawable = one.marks.filter(({ row }) => shown(row));
  const columns: SheetColumn[] = [
    { header: words.names, cells: one.marks.map(({ label }) => label) },
    { header: seriesHeader(chart.across.label, xUnit), cells: one.marks.map(({ row, across }) => (shown(row) ? inUnit(across, xUnit) : null)) },
    { header: seriesHeader(one.label, unit), cells: one.marks.map(({ row, value }) => (shown(row) ? inUnit(value, unit) : null)) },
  ];
  const xs = drawable.map(({ across }) => (across ?? 1) / xUnit.factor);
  const ys = drawable.map(({ value }) => (value ?? 1) / unit.factor);
  const x = logScale(xs.length === 0 ? [1] : xs);
  const y = logScale(ys.length === 0 ? [1] : ys);
  const [left, right, top, bottom] = [0.75, 0.25, 0.15, 0.56];
  const plot: PlotBox = { x: left / width, y: top / height, w: (width - left - right) / width, h: (height - top - bottom) / height };
  const part = (value: number, { min, max }: { readonly min: number; readonly max: number }): number => Math.log(value / min) / Math.log(max / min);
  const placed = drawable.map((mark, place): PlacedMark => ({ row: mark.row, x: left + part(xs[place] ?? 1, x) * (width - left - right), y: top + (1 - part(ys[place] ?? 1, y)) * (height - top - bottom), lines: clippedLines(mark.label, WIDEST_LABEL, CHART_POINTS, 2, { bold: true }).lines }));
  const sides = labelSides(placed, width, height);
  const labels = placed.map((mark, place): MarkLabel => ({ place: 0, lines: mark.lines, color: THEME.ink, side: sides[place] ?? 'r', bold: true }));
  const { reference } = chart;
  const reach: Omit<ScatterSeries, 'name' | 'x' | 'y'>[] = [];
  if (reference !== null && reference.value > 0) {
    const ratio = (reference.value * xUnit.factor) / unit.factor;
    const from = Math.max(x.min, y.min / ratio);
    const to = Math.min(x.max, y.max / ratio);
    if (from < to) {
      columns.push({ header: `${reference.label}: ${chart.across.label}`, cells: [from, to] }, { header: reference.label, cells: [from * ratio, to * ratio] });
      reach.push({ line: GOLD, linePoints: 1.5, dash: 'dash', mark: NO_MARK, labels: [{ place: 1, lines: [reference.label], color: GOLD, side: 'l', bold: true }] });
    }
  }
  const style = (tone: string): { readonly shape: MarkShape; readonly points: number; readonly color: string } => ({ shape: SHAPES[tone] ?? 'circle', points: 12, color: deckColor(tone as 'accent', look) });
  const sheet = chartSheet(columns);
  const drawn: readonly ScatterSeries[] = [
    ...reach.map((line) => ({ ...line, name: sheet.header(4), x: sheet.numbers(3), y: sheet.numbers(4) })),
    ...drawable.map(({ row, tone }, place) => ({ name: sheet.rowHeader(row, 0), x: sheet.rowNumbers(row, 1), y: sheet.rowNumbers(row, 2), line: null, mark: style(tone), labels: labels.slice(place, place + 1) })),
  ];
  const title = (label: string, name: string): string => [label, name, words.logScale].filter((text) => text !== '').join(', ');
  const format = (scale: { readonly max: number }): string => (scale.max >= 1000 ? '#,##0' : 'General');
  const axes = `${valueAxisXml({ id: 111, across: 112, side: 'b', ...x, step: null, format: format(x), title: title(chart.across.label, xUnit.name), log: true, grid: true })}${valueAxisXml({ id: 112, across: 111, side: 'l', ...y, step: null, format: format(y), title: title(chart.axis.label, unit.name), log: true, grid: true })}`;
  const unshown = one.marks.filter(({ row }) => !shown(row)).map(({ label, withheld }) => `${label} (${withheld ?? words.notDrawn})`);
  return { xml: chartXml({ plot, groups: scatterXml(drawn), axes, legend: null, language: words.locale, font: look.bodyFont }), sheet, unshown: unshown.length === 0 ? '' : words.withoutMark(unshown.join('; ')), upright: null };
}
