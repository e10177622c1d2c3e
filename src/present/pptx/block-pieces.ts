import type { Report, ReportBlock, ReportTable } from '../../domain/model/report.ts';
import type { DeckVoice } from './chart-drawing.ts';
import { chartPieces, headedBox } from './chart-pieces.ts';
import { figurePieces, figuresHeight } from './figure-pieces.ts';
import type { SlideBox } from './slide-plan.ts';
import { tablePiece } from './table-piece.ts';
import { LEAST_POINTS } from './text-fit.ts';
import { blockParagraphs, paragraphsHeight, textPiece, type WithRest } from './text-pieces.ts';

const GAP = 0.3;
const LEAST_FLEXIBLE = 1.9;
const TABLE_HEAD = 0.6;
const TABLE_ROW = 0.38;
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

/** What a block would take at a size of letters; a chart takes whatever there is. */
function naturalHeight(block: ReportBlock, width: number, points: number, report: Report): number {
  if (block.kind === 'chart') return 0;
  if (block.kind === 'figures') return figuresHeight(block, width).height;
  if (block.kind === 'table') {
    const rows = tableOf(report, block.table).rows.length;
    return TABLE_HEAD + (Math.min(rows, block.rows) + 1) * TABLE_ROW + (rows > block.rows ? TABLE_ROW : 0);
  }
  return paragraphsHeight(blockParagraphs(block, points), width, report.look.bodyFont) + 0.05;
}

interface Stack {
  readonly boxes: readonly SlideBox[];
  /** Size of letters that all texts of the stack begin from. */
  readonly points: number;
}

/**
 * Blocks one under the other: texts take what they need, all at one size, which shrinks until they fit; figures keep their height;
 * charts and tables share what is left, and a table no more than its rows take. Room that nobody needs stays at the foot.
 */
function stackedBoxes(blocks: readonly ReportBlock[], box: SlideBox, from: number, report: Report): Stack {
  const flexible = blocks.filter(isFlexible).length;
  const room = box.h - GAP * Math.max(0, blocks.length - 1) - flexible * LEAST_FLEXIBLE;
  const heights = (points: number): readonly number[] => blocks.map((block) => {
    const height = isFlexible(block) ? 0 : naturalHeight(block, box.w, points, report);
    return block.kind === 'figures' ? Math.min(height, Math.max(FIGURES_LEAST, room * FIGURES_MOST)) : height;
  });
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  let points = from;
  while (points > LEAST_POINTS && sum(heights(points)) > room) points -= 0.5;
  const wanted = heights(points);
  const figures = sum(wanted.filter((_, place) => blocks[place]?.kind === 'figures'));
  const words = sum(wanted) - figures;
  const shrink = words > room - figures ? Math.max(0.1, (room - figures) / words) : 1;
  const fixed = wanted.map((height, place) => (blocks[place]?.kind === 'figures' ? height : height * shrink));
  const spare = Math.max(0, box.h - GAP * Math.max(0, blocks.length - 1) - sum(fixed));
  const tables = blocks.map((block) => (block.kind === 'table' ? Math.min(spare / flexible, naturalHeight(block, box.w, points, report)) : 0));
  const charts = blocks.filter(({ kind }) => kind === 'chart').length;
  let y = box.y;
  const boxes = blocks.map((block, place) => {
    const h = block.kind === 'chart' ? (spare - sum(tables)) / charts : block.kind === 'table' ? tables[place] ?? 0 : fixed[place] ?? 0;
    const own = { ...box, y, h };
    y += h + GAP;
    return own;
  });
  return { boxes, points };
}

/** Two or more charts and tables with nothing beside them stand in two columns under the words; everything else is stacked. */
function blockBoxes(blocks: readonly ReportBlock[], box: SlideBox, from: number, report: Report, columns: boolean): Stack {
  const flexible = blocks.filter(isFlexible);
  if (!columns || flexible.length < 2) return stackedBoxes(blocks, box, from, report);
  const words = blocks.filter((block) => !isFlexible(block));
  const wordHeight = words.length === 0 ? 0 : Math.min(box.h * 0.45, words.reduce((sum, block) => sum + naturalHeight(block, box.w, from, report) + GAP, 0));
  const tops = stackedBoxes(words, { ...box, h: wordHeight - GAP }, from, report);
  const rows = Math.ceil(flexible.length / 2);
  const gap = 0.45;
  const left = flexible.length === 2 && flexible[0]?.kind === 'chart' && flexible[1]?.kind === 'table' ? 0.54 : 0.5;
  const h = (box.h - wordHeight - GAP * (rows - 1)) / rows;
  let [word, flex] = [0, 0];
  const boxes = blocks.map((block) => {
    if (!isFlexible(block)) return tops.boxes[word++] ?? box;
    const place = flex++;
    const w = (box.w - gap) * (place % 2 === 0 ? left : 1 - left);
    return { x: place % 2 === 0 ? box.x : box.x + box.w - w, y: box.y + wordHeight + Math.floor(place / 2) * (h + GAP), w, h };
  });
  return { boxes, points: tops.points };
}

function onePiece(block: ReportBlock, name: string, box: SlideBox, from: number, { report, measure }: PageGround, voice: DeckVoice): WithRest {
  if (block.kind === 'bullets' || block.kind === 'paragraph') return textPiece(block, name, box, from, voice);
  if (block.kind === 'figures') return figurePieces(block, name, box, voice);
  const table = tableOf(report, block.kind === 'chart' ? block.chart.table : block.table);
  const note = measure.includes(table.note) ? '' : table.note;
  if (block.kind === 'chart') return chartPieces(block.chart, { ...table, note }, name, box, voice);
  const { pieces, below } = headedBox({ title: table.title, note }, name, box, voice);
  return { pieces: [...pieces, ...tablePiece(table, block, name, below, voice)], rest: [] };
}

function tableOf(report: Report, key: string): ReportTable {
  const table = report.tables.find((one) => one.key === key);
  if (table === undefined) throw new Error(`the report names the table "${key}", which it does not hold`);
  return table;
}

/** What the blocks of a page are made from: their report, and the page's measure, which no chart or table on it repeats. */
export interface PageGround {
  readonly report: Report;
  readonly measure: string;
}

/**
 * The blocks of one place of a page as pieces within its box; `alone` where nothing stands beside, so that charts may stand in columns.
 * @throws Error when a block names a table or a column that the report does not hold.
 */
export function blockPieces(blocks: readonly ReportBlock[], place: 'main' | 'side', box: SlideBox, alone: boolean, ground: PageGround, voice: DeckVoice): WithRest {
  const words = blocks.every(({ kind }) => kind === 'bullets' || kind === 'paragraph');
  const from = place === 'side' ? FROM_SIDE : words ? FROM_WORDS : FROM_MAIN;
  const { boxes, points } = blockBoxes(blocks, box, from, ground.report, place === 'main' && alone);
  const made = blocks.map((block, number) => onePiece(block, `${place} ${number + 1} ${block.kind}`, boxes[number] ?? box, points, ground, voice));
  return { pieces: made.flatMap(({ pieces }) => pieces), rest: made.flatMap(({ rest }) => rest) };
}
