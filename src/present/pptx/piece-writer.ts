import { CELL_SIDE } from './table-piece.ts';
import { THEME } from './deck-colors.ts';
import type { LibraryCell, LibraryText, PieceSlide } from './slide-library.ts';
import type { SlideParagraph, SlidePiece } from './slide-plan.ts';
import { BULLET_INDENT } from './text-pieces.ts';
import { printableText } from '../printable-text.ts';

const HEADINGS = '+mj-lt';
const BODY = '+mn-lt';

/** A colour as the slide library names it: a slot of the theme, or `RRGGBB`. */
function libraryColor(color: string): string {
  return color.startsWith('#') ? color.slice(1) : color;
}

function runs(paragraphs: readonly SlideParagraph[], language: string): LibraryText[] {
  return paragraphs.map(({ text, points, color, bold = false, heading = false, bullet = false, after = 0, align = 'left' }, place) => ({
    text: printableText(text).replaceAll('\n', ' '),
    options: {
      fontSize: points, color: libraryColor(color), bold, align, lang: language, fontFace: heading ? HEADINGS : BODY,
      ...(bullet ? { bullet: { indent: BULLET_INDENT * 72 } } : {}), ...(after > 0 ? { paraSpaceAfter: after } : {}),
      breakLine: place < paragraphs.length - 1,
    },
  }));
}

function addTable(slide: PieceSlide, piece: Extract<SlidePiece, { readonly kind: 'table' }>, language: string): void {
  const edge = (color: string, pt: number): { type: 'solid'; color: string; pt: number } => ({ type: 'solid', color, pt });
  const none = { type: 'none' } as const;
  const rows = piece.rows.map((row, place) => row.map((cell): LibraryCell => ({
    text: printableText(cell.text).replaceAll('\n', ' '),
    options: { align: cell.align, bold: cell.bold, color: libraryColor(cell.color), fontSize: piece.points, fontFace: BODY, valign: 'middle', margin: [0.03, CELL_SIDE, 0.03, CELL_SIDE], lang: language, border: [none, none, edge(place === 0 ? THEME.muted : THEME.line, place === 0 ? 1 : 0.75), none] },
  })));
  slide.addTable(rows, { x: piece.box.x, y: piece.box.y, w: piece.box.w, h: piece.box.h, colW: [...piece.widths], rowH: [...piece.heights], objectName: piece.name, autoPage: false });
}

/** A stand-in that makes the library write a chart's frame and its relationships; the chart itself takes its place in the finished package. */
const STAND_IN = [{ name: 'x', labels: ['1'], values: [1] }];

/** Draws a piece on a slide. `places`: whether the slide's layout has fields for texts that name one. */
export function addPiece(slide: PieceSlide, piece: SlidePiece, { language, places }: { readonly language: string; readonly places: boolean }): void {
  const { x, y, w, h } = piece.box;
  const at = { x, y, w, h, objectName: piece.name };
  if (piece.kind === 'text') {
    slide.addText(runs(piece.paragraphs, language), { ...at, margin: 0, valign: piece.anchor, fit: 'none', wrap: true, isTextBox: true, ...(places && piece.place !== null ? { placeholder: piece.place } : {}) });
  } else if (piece.kind === 'table') addTable(slide, piece, language);
  else if (piece.kind === 'chart') slide.addChart('bar', STAND_IN, { ...at, altText: piece.alt });
  else if (piece.kind === 'image') slide.addImage({ ...at, data: piece.address.slice('data:'.length), altText: piece.alt });
  else slide.addShape(piece.shape, { ...at, ...(piece.fill === null ? {} : { fill: { color: libraryColor(piece.fill) } }), ...(piece.line === null ? {} : { line: { color: libraryColor(piece.line), width: piece.shape === 'rect' ? 0.75 : 1, ...(piece.name.endsWith('reference') ? { dashType: 'dash' as const } : {}) } }) });
}
