import type { ReportChart, ReportTable } from '../../domain/model/report.ts';
import type { DeckVoice } from './chart-drawing.ts';
import { drawnChart } from './drawn-chart.ts';
import { GOLD, THEME } from './deck-colors.ts';
import type { SlideBox, SlideParagraph, SlidePiece } from './slide-plan.ts';
import { clippedLines, LEAST_POINTS, linesHeight, wrappedLines } from './text-fit.ts';

const HEAD_POINTS = 12;
const NOTE_POINTS = 10.5;
const FEWEST_CHART_INCHES = 0.9;

/** What a chart or a table is about, over it: its title, and its measure and n in small letters. Returns the pieces and the box that is left. */
export function headedBox(heading: { readonly title: string; readonly note: string }, name: string, box: SlideBox, voice: DeckVoice): { readonly pieces: readonly SlidePiece[]; readonly below: SlideBox } {
  const font = voice.look.bodyFont;
  const title = clippedLines(heading.title, box.w, HEAD_POINTS, 1, { font, bold: true }).lines.join(' ');
  const note = heading.note === '' ? '' : clippedLines(heading.note, box.w, NOTE_POINTS, 2, { font }).lines.join(' ');
  const paragraphs: SlideParagraph[] = [{ text: title, points: HEAD_POINTS, color: THEME.ink, bold: true }];
  if (note !== '') paragraphs.push({ text: note, points: NOTE_POINTS, color: THEME.muted });
  const h = linesHeight(1, HEAD_POINTS) + (note === '' ? 0 : linesHeight(wrappedLines(note, box.w, NOTE_POINTS, { font }).length, NOTE_POINTS)) + 0.02;
  return { pieces: [{ kind: 'text', name: `${name} title`, box: { ...box, h }, paragraphs, anchor: 'top', place: null }], below: { ...box, y: box.y + h + 0.08, h: box.h - h - 0.08 } };
}

/** A chart of one measure is called by it, for its table may hold several; where no axis says the unit, the title does. */
function chartTitle(chart: ReportChart, table: ReportTable): string {
  const [one] = chart.series;
  if (chart.kind !== 'bars' || chart.series.length !== 1 || one === undefined) return table.title;
  return chart.axis.label === '' || one.label.toLowerCase().includes(chart.axis.label.toLowerCase()) ? one.label : `${one.label}, ${chart.axis.label}`;
}

/** A chart in its box: its title, the native chart, a line to hold lying bars against, and under it the rows that have no mark. */
export function chartPieces(chart: ReportChart, table: ReportTable, name: string, box: SlideBox, voice: DeckVoice): { readonly pieces: readonly SlidePiece[]; readonly rest: readonly string[] } {
  const { pieces, below } = headedBox({ title: chartTitle(chart, table), note: table.note }, name, box, voice);
  const draw = (height: number): ReturnType<typeof drawnChart> => drawnChart(chart, table, voice, { width: below.w, height });
  const { unshown } = draw(Math.max(FEWEST_CHART_INCHES, below.h));
  const lines = unshown === '' ? { lines: [], cut: false } : clippedLines(unshown, below.w, LEAST_POINTS, 2, { font: voice.look.bodyFont });
  const foot = lines.lines.length === 0 ? 0 : linesHeight(lines.lines.length, LEAST_POINTS) + 0.06;
  const area: SlideBox = { ...below, h: below.h - foot };
  const drawing = draw(area.h);
  const all: SlidePiece[] = [...pieces, { kind: 'chart', name, alt: chart.alt, box: area, drawing }];
  if (drawing.upright !== null) {
    const { at, top, bottom, label } = drawing.upright;
    const x = area.x + at * area.w;
    const w = Math.min(2.4, area.w);
    all.push(
      { kind: 'shape', name: `${name} reference`, box: { x, y: area.y + top * area.h, w: 0, h: (bottom - top) * area.h }, shape: 'line', fill: null, line: GOLD },
      { kind: 'text', name: `${name} reference label`, box: { x: Math.min(Math.max(area.x, x - w / 2), area.x + area.w - w), y: area.y + top * area.h - 0.22, w, h: 0.2 }, paragraphs: [{ text: clippedLines(label, w, LEAST_POINTS, 1, { font: voice.look.bodyFont, bold: true }).lines.join(''), points: LEAST_POINTS, color: GOLD, bold: true, align: 'center' }], anchor: 'bottom', place: null },
    );
  }
  if (foot > 0) all.push({ kind: 'text', name: `${name} without mark`, box: { x: area.x, y: area.y + area.h + 0.04, w: area.w, h: foot - 0.04 }, paragraphs: [{ text: lines.lines.join(' '), points: LEAST_POINTS, color: THEME.muted }], anchor: 'top', place: null });
  return { pieces: all, rest: lines.cut ? [unshown] : [] };
}
