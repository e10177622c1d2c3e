import { contrast, toneColor } from '../tones.ts';
import { axisLimits, axisTitle, distances, drawnValues, inUnit, rowLabel, seriesHeader, type ChartDrawing, type ChartGround } from './chart-drawing.ts';
import { axisScale, type AxisScale } from './axis-scale.ts';
import { chartSheet, type ChartSheet, type SheetColumn } from './chart-sheet.ts';
import { CHART_POINTS, chartXml, errorBarsXml, labelsXml, lineXml, nameAxisXml, shapeXml, valueAxisXml, type MarkLabel, type PlotBox } from './chart-xml.ts';
import { deckColor, GOLD, THEME } from './deck-colors.ts';
import { textWidth } from './text-fit.ts';

const WIDEST_NAMES = 0.38;
const LEGEND = 0.34;
const FOOT = 0.3;
const TITLE = 0.24;
const LEAST_PART_FOR_LABEL = 0.15;
const FIRST_COLUMNS = 1;
const PAST_LIMIT = 0.008;

interface BarSheet {
  readonly sheet: ChartSheet;
  /** Column of the values, and of the distances to the limits where a series has them. */
  readonly places: readonly { readonly value: number; readonly minus: number | null; readonly plus: number | null }[];
  readonly reference: number | null;
}

function barSheet(ground: ChartGround, upright: boolean): BarSheet {
  const { chart, series, unit, voice: { words } } = ground;
  const rows = ground.table.rows.map((_, row) => row);
  const columns: SheetColumn[] = [{ header: words.names, cells: rows.map((row) => (upright ? series[0]?.marks[row]?.label ?? '' : rowLabel(series, row))) }];
  const places = series.map(({ label, marks }) => {
    const value = columns.push({ header: seriesHeader(label, unit), cells: marks.map((mark) => inUnit(mark.value, unit)) }) - FIRST_COLUMNS;
    if (chart.kind === 'stacked' || marks.every(({ low }) => low === null)) return { value, minus: null, plus: null };
    const { minus, plus } = distances(marks, unit);
    columns.push({ header: `${label}: ${words.minus}`, cells: minus }, { header: `${label}: ${words.plus}`, cells: plus });
    return { value, minus: value + 1, plus: value + 2 };
  });
  const { reference } = chart;
  if (reference === null || !upright) return { sheet: chartSheet(columns), places, reference: null };
  columns.push({ header: reference.label, cells: rows.map(() => inUnit(reference.value, unit)) });
  return { sheet: chartSheet(columns), places, reference: columns.length - 1 };
}

/** Labels of a series: at the end of a bar, past its upper limit where it has one; in the middle of a segment that is wide enough. */
function labelsOf(ground: ChartGround, number: number, scale: AxisScale, across: number): readonly MarkLabel[] {
  const { chart, series, unit, voice: { look } } = ground;
  const marks = series[number]?.marks ?? [];
  return marks.flatMap(({ row, value, written, tone, high }): readonly MarkLabel[] => {
    if (value === null) return [];
    if (chart.kind !== 'stacked') return [{ place: row, lines: [written], color: THEME.ink, side: 'outEnd', bold: series.length === 1, shift: high === null ? 0 : (across * (high - value)) / unit.factor / (scale.max - scale.min) + PAST_LIMIT }];
    const part = value / unit.factor / (scale.max - scale.min);
    return part >= LEAST_PART_FOR_LABEL ? [{ place: row, lines: [written], color: contrast(toneColor(tone, look), '#FFFFFF') >= 4.5 ? '#FFFFFF' : THEME.ink, side: 'ctr' }] : [];
  });
}

function barSeries(ground: ChartGround, { sheet, places }: BarSheet, scale: AxisScale, across: number | null): string {
  const { chart, series, voice: { look } } = ground;
  return series.map(({ tone, marks }, number) => {
    const columns = places[number] ?? { value: 0, minus: null, plus: null };
    const own = chart.rowTones === null ? '' : marks.map((mark) => `<c:dPt><c:idx val="${mark.row}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${shapeXml(deckColor(mark.tone, look), lineXml(null))}</c:dPt>`).join('');
    const labels = across === null ? '' : labelsXml(labelsOf(ground, number, scale, across));
    const limits = columns.minus === null || columns.plus === null ? '' : errorBarsXml(sheet.numbers(columns.minus), sheet.numbers(columns.plus), THEME.ink, 1.25);
    return `<c:ser><c:idx val="${number}"/><c:order val="${number}"/>${sheet.header(columns.value)}${shapeXml(deckColor(tone, look), lineXml(chart.kind === 'stacked' ? THEME.paper : null, 0.75))}<c:invertIfNegative val="0"/>${own}${labels}${limits}<c:cat>${sheet.texts(0)}</c:cat><c:val>${sheet.numbers(columns.value)}</c:val></c:ser>`;
  }).join('');
}

function stackedValues({ series, unit, table }: ChartGround): readonly number[] {
  return table.rows.map((_, row) => series.reduce((sum, { marks }) => sum + (marks[row]?.value ?? 0) / unit.factor, 0));
}

/** Widest label that stands right of a bar, in inches. */
function labelRoom({ series, chart }: ChartGround): number {
  if (chart.kind === 'stacked') return 0.15;
  return Math.max(0.15, ...series.flatMap(({ marks }) => marks.map(({ written }) => textWidth(written, CHART_POINTS, { bold: true }) + 0.2)));
}

/**
 * Bars that lie, one group a row with the first row on top: `bars` write each value at the end of its bar and need no axis,
 * `stacked` write what is wide enough and keep the axis. A number that is withheld is a gap with its words beside the row's name.
 */
export function lyingBars(ground: ChartGround): ChartDrawing {
  const { chart, series, width, height, voice: { words, look } } = ground;
  const stacked = chart.kind === 'stacked';
  const made = barSheet(ground, false);
  const scale = axisScale(stacked ? [...stackedValues(ground), ...(chart.reference === null ? [] : [chart.reference.value / ground.unit.factor])] : drawnValues(ground), axisLimits(ground), ground.unit);
  const names = Math.min(WIDEST_NAMES * width, Math.max(...ground.table.rows.map((_, row) => textWidth(rowLabel(series, row), CHART_POINTS))) + 0.2);
  const room = labelRoom(ground);
  const top = (series.length > 1 ? LEGEND : 0.06) + (chart.reference === null ? 0 : 0.24);
  const bottom = stacked ? FOOT + (axisTitle(ground) === '' ? 0 : TITLE) : 0.06;
  const plot: PlotBox = { x: names / width, y: top / height, w: (width - names - room) / width, h: (height - top - bottom) / height };
  const groups = `<c:barChart><c:barDir val="bar"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${barSeries(ground, made, scale, plot.w)}<c:gapWidth val="${series.length > 1 && !stacked ? 60 : 55}"/>${stacked ? '<c:overlap val="100"/>' : ''}<c:axId val="111"/><c:axId val="112"/></c:barChart>`;
  const axes = `${nameAxisXml(111, 112, 'l')}${valueAxisXml({ id: 112, across: 111, side: 'b', ...scale, format: ground.unit.format, title: axisTitle(ground), hidden: !stacked, grid: stacked, between: true })}`.replace(/(<c:valAx>.*?<c:crosses val=")min/u, '$1max');
  const at = chart.reference === null ? null : plot.x + (plot.w * (chart.reference.value / ground.unit.factor - scale.min)) / (scale.max - scale.min);
  return {
    xml: chartXml({ plot, groups, axes, legend: series.length > 1 ? [] : null, language: words.locale, font: look.bodyFont }),
    sheet: made.sheet, unshown: '',
    upright: at === null || chart.reference === null ? null : { at, top: plot.y, bottom: plot.y + plot.h, label: chart.reference.label },
  };
}

const longestWordWidth = (label: string): number => Math.max(0, ...label.split(' ').map((word) => textWidth(word, CHART_POINTS)));

/** Bars that stand along time, one group a row. Rows without a number are gaps and are named under the chart; a reference is a line across. */
export function standingBars(ground: ChartGround): ChartDrawing {
  const { series, table, width, height, unit, voice: { words, look } } = ground;
  const made = barSheet(ground, true);
  const scale = axisScale(drawnValues(ground), axisLimits(ground), unit, Math.max(3, Math.round(height / 0.8)));
  const legend = series.length > 1 || made.reference !== null;
  const [left, top, bottom] = [0.55 + (axisTitle(ground) === '' ? 0 : TITLE), legend ? LEGEND : 0.12, FOOT + 0.16];
  const plot: PlotBox = { x: left / width, y: top / height, w: (width - left - 0.1) / width, h: (height - top - bottom) / height };
  const widest = Math.max(0.1, ...table.rows.map((_, row) => longestWordWidth(series[0]?.marks[row]?.label ?? ''))) + 0.1;
  const every = Math.max(1, Math.ceil((widest * table.rows.length) / (plot.w * width)));
  const labelled = series.length === 1 && every === 1 && table.rows.length <= 12;
  const line = made.reference === null ? '' : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser><c:idx val="${series.length}"/><c:order val="${series.length}"/>${made.sheet.header(made.reference)}${shapeXml(null, lineXml(GOLD, 1.5, 'dash'))}<c:marker><c:symbol val="none"/></c:marker><c:cat>${made.sheet.texts(0)}</c:cat><c:val>${made.sheet.numbers(made.reference)}</c:val><c:smooth val="0"/></c:ser><c:marker val="1"/><c:axId val="111"/><c:axId val="112"/></c:lineChart>`;
  const groups = `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${barSeries(ground, made, scale, labelled ? 0 : null)}<c:gapWidth val="60"/><c:overlap val="-5"/><c:axId val="111"/><c:axId val="112"/></c:barChart>${line}`;
  const axes = `${nameAxisXml(111, 112, 'b', every)}${valueAxisXml({ id: 112, across: 111, side: 'l', ...scale, format: unit.format, title: axisTitle(ground), grid: true, between: true })}`;
  const gaps = table.rows.flatMap((_, row) => { const label = rowLabel(series, row); return label === (series[0]?.marks[row]?.label ?? '') ? [] : [label]; });
  return { xml: chartXml({ plot, groups, axes, legend: legend ? [] : null, language: words.locale, font: look.bodyFont }), sheet: made.sheet, unshown: gaps.length === 0 ? '' : words.withoutMark(gaps.join('; ')), upright: null };
}
