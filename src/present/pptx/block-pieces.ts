import type { Report, ReportBlock, ReportTable } from '../../domain/model/report.ts';
import type { DeckVoice } from './chart-drawing.ts';
import { chartPieces, headedBox } from './chart-pieces.ts';
import { figurePieces, figuresHeight } from './figure-pieces.ts';
import type { SlideBox } from './slide-plan.ts';
import { tablePiece } from './table-piece.ts';
import { blockParagraphs, paragraphsHeight, textPiece, type WithRest } from './text-pieces.ts';

const GAP = 0.3;
const LEAST_FLEXIBLE = 1.9;
const FIGURES_LEAST = 1.25;
const FIGURES_MOST = 0.6;
const FROM_MAIN = 18;
const FROM_WORDS = 20;
const FROM_SIDE = 14;

/** The two places of a page: what fills it, and what stands beside. */
export interface PageAreas {
  readonly main: SlideBox;
  readonly side: SlideBox | null;
}

/** Splits the ground of a page: no side blocks, no side; a chart or a table beside needs more room than words do. */
export function pageAreas(ground: SlideBox, blocks: readonly ReportBlock[]): PageAreas {
  const side = blocks.filter(({ place }) => place === 'side');
  if (side.length === 0 || side.length === blocks.length) return { main: ground, side: null };
  const part = side.some(({ kind }) => kind === 'chart') ? 0.45 : side.some(({ kind }) => kind === 'table') ? 0.38 : 0.29;
  const gap = 0.45;
  const w = ground.w * part;
  return { main: { ...ground, w: ground.w - w - gap }, side: { ...ground, x: ground.x + ground.w - w, w } };
}

const isFlexible = ({ kind }: ReportBlock): boolean => kind === 'chart' || kind === 'table';

function naturalHeight(block: ReportBlock, width: number, from: number, font: string): number {
  if (block.kind === 'figures') return figuresHeight(block, width).height;
  return block.kind === 'bullets' || block.kind === 'paragraph' ? paragraphsHeight(blockParagraphs(block, from), width, font) + 0.05 : 0;
}

/** Blocks one under the other: words and figures take what they need, charts and tables share what is left; with none of these the words have it all. */
function stackedBoxes(blocks: readonly ReportBlock[], box: SlideBox, from: number, font: string): readonly SlideBox[] {
  const flexible = blocks.filter(isFlexible).length;
  const gaps = GAP * Math.max(0, blocks.length - 1);
  const room = box.h - gaps - flexible * LEAST_FLEXIBLE;
  const natural = blocks.map((block) => naturalHeight(block, box.w, from, font));
  const wanted = natural.map((height, place) => (blocks[place]?.kind === 'figures' ? Math.min(height, Math.max(FIGURES_LEAST, room * FIGURES_MOST)) : height));
  const figures = wanted.reduce((all, height, place) => all + (blocks[place]?.kind === 'figures' ? height : 0), 0);
  const words = wanted.reduce((all, height) => all + height, 0) - figures;
  const shrink = words > room - figures ? Math.max(0.1, (room - figures) / words) : 1;
  const fixed = wanted.map((height, place) => (blocks[place]?.kind === 'figures' ? height : height * shrink));
  const used = fixed.reduce((all, height) => all + height, 0);
  const texts = blocks.filter(({ kind }) => kind === 'bullets' || kind === 'paragraph').length;
  const spare = Math.max(0, box.h - gaps - used);
  let y = box.y;
  return blocks.map((block, place) => {
    const h = isFlexible(block) ? spare / flexible : (fixed[place] ?? 0) + (flexible === 0 && block.kind !== 'figures' ? spare / texts : 0);
    const own = { ...box, y, h };
    y += h + GAP;
    return own;
  });
}

/** Two or more charts and tables with nothing beside them stand in two columns under the words; everything else is stacked. */
function blockBoxes(blocks: readonly ReportBlock[], box: SlideBox, from: number, font: string, columns: boolean): readonly SlideBox[] {
  const flexible = blocks.filter(isFlexible);
  if (!columns || flexible.length < 2) return stackedBoxes(blocks, box, from, font);
  const words = blocks.filter((block) => !isFlexible(block));
  const wordHeight = words.length === 0 ? 0 : Math.min(box.h * 0.45, words.reduce((sum, block) => sum + naturalHeight(block, box.w, from, font) + GAP, 0));
  const tops = stackedBoxes(words, { ...box, h: wordHeight - GAP }, from, font);
  const rows = Math.ceil(flexible.length / 2);
  const gap = 0.45;
  const left = flexible.length === 2 && flexible[0]?.kind === 'chart' && flexible[1]?.kind === 'table' ? 0.54 : 0.5;
  const h = (box.h - wordHeight - GAP * (rows - 1)) / rows;
  let [word, flex] = [0, 0];
  return blocks.map((block) => {
    if (!isFlexible(block)) return tops[word++] ?? box;
    const place = flex++;
    const w = (box.w - gap) * (place % 2 === 0 ? left : 1 - left);
    return { x: place % 2 === 0 ? box.x : box.x + box.w - w, y: box.y + wordHeight + Math.floor(place / 2) * (h + GAP), w, h };
  });
}

function onePiece(block: ReportBlock, name: string, box: SlideBox, from: number, report: Report, voice: DeckVoice): WithRest {
  if (block.kind === 'bullets' || block.kind === 'paragraph') return textPiece(block, name, box, from, voice);
  if (block.kind === 'figures') return figurePieces(block, name, box, voice);
  const table = tableOf(report, block.kind === 'chart' ? block.chart.table : block.table);
  if (block.kind === 'chart') return chartPieces(block.chart, table, name, box, voice);
  const { pieces, below } = headedBox(table, name, box, voice);
  return { pieces: [...pieces, ...tablePiece(table, block, name, below, voice)], rest: [] };
}

function tableOf(report: Report, key: string): ReportTable {
  const table = report.tables.find((one) => one.key === key);
  if (table === undefined) throw new Error(`the report names the table "${key}", which it does not hold`);
  return table;
}

/**
 * The blocks of one place of a page as pieces within its box.
 * @throws Error when a block names a table or a column that the report does not hold.
 */
export function blockPieces(blocks: readonly ReportBlock[], place: 'main' | 'side', box: SlideBox, alone: boolean, report: Report, voice: DeckVoice): WithRest {
  const words = blocks.every(({ kind }) => kind === 'bullets' || kind === 'paragraph');
  const from = place === 'side' ? FROM_SIDE : words ? FROM_WORDS : FROM_MAIN;
  const boxes = blockBoxes(blocks, box, from, voice.look.bodyFont, place === 'main' && alone);
  const made = blocks.map((block, number) => onePiece(block, `${place} ${number + 1} ${block.kind}`, boxes[number] ?? box, from, report, voice));
  return { pieces: made.flatMap(({ pieces }) => pieces), rest: made.flatMap(({ rest }) => rest) };
}
