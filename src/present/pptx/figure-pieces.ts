import type { ReportBlock } from '../../domain/model/report.ts';
import type { DeckVoice } from './chart-drawing.ts';
import { SURFACE, THEME } from './deck-colors.ts';
import type { SlideBox, SlideParagraph, SlidePiece } from './slide-plan.ts';
import { paragraphsHeight, type WithRest } from './text-pieces.ts';
import { fittedText, LEAST_POINTS, linesHeight } from './text-fit.ts';

type Figures = Extract<ReportBlock, { readonly kind: 'figures' }>;

const GAP = 0.22;
const PADDING = 0.18;
const LEAST_CARD = 2.6;
const CARD_HEIGHT = 1.45;
const WIDEST_CARD = 4.2;
const LEAST_CARD_HEIGHT = 1.2;

/** How many figures stand in a row of a width, and how high the rows are together. */
export function figuresHeight(block: Figures, width: number): { readonly inRow: number; readonly height: number } {
  const inRow = Math.max(1, Math.min(block.items.length, 4, Math.floor((width + GAP) / (LEAST_CARD + GAP))));
  const rows = Math.ceil(block.items.length / inRow);
  return { inRow, height: rows * CARD_HEIGHT + (rows - 1) * GAP };
}

function cardParagraphs(item: Figures['items'][number], width: number, height: number, voice: DeckVoice): { readonly paragraphs: readonly SlideParagraph[]; readonly cut: boolean } {
  const { headingFont, bodyFont } = voice.look;
  const value = fittedText(item.value, { width, height: height * 0.4 }, { from: 30, least: 14, font: headingFont, bold: true });
  const card = (label: string, detail: string, points: number): readonly SlideParagraph[] => [
    { text: value.text, points: value.points, color: THEME.accent, bold: true, heading: true, after: 2 },
    { text: label, points, color: THEME.ink, bold: true, after: 2 },
    ...(detail === '' ? [] : [{ text: detail, points: Math.max(LEAST_POINTS, points - 2), color: THEME.muted }]),
  ];
  for (let points = 14; points >= LEAST_POINTS; points -= 0.5) {
    const paragraphs = card(item.label, item.detail, points);
    if (paragraphsHeight(paragraphs, width, bodyFont) <= height) return { paragraphs, cut: value.cut };
  }
  const left = height - paragraphsHeight(card('', '-', LEAST_POINTS), width, bodyFont) + 2 * linesHeight(1, LEAST_POINTS);
  const label = fittedText(item.label, { width, height: left / 2 }, { from: LEAST_POINTS, font: bodyFont, bold: true });
  const detail = fittedText(item.detail, { width, height: left / 2 }, { from: LEAST_POINTS, font: bodyFont });
  return { paragraphs: card(label.text, detail.text, LEAST_POINTS), cut: true };
}

/** Figures side by side on white cards: the value large, what it is under it, its interval and n in small letters. What has no room or had to be cut goes to the notes in full. */
export function figurePieces(block: Figures, name: string, box: SlideBox, voice: DeckVoice): WithRest {
  const { inRow } = figuresHeight(block, box.w);
  const rows = Math.min(Math.ceil(block.items.length / inRow), Math.max(1, Math.floor((box.h + GAP) / (LEAST_CARD_HEIGHT + GAP))));
  const whole = ({ value, label, detail }: Figures['items'][number]): string => `${value}: ${label} (${detail})`;
  const w = Math.min(WIDEST_CARD, (box.w - GAP * (inRow - 1)) / inRow);
  const h = Math.min(CARD_HEIGHT, (box.h - GAP * (rows - 1)) / rows);
  const rest: string[] = block.items.slice(inRow * rows).map(whole);
  const pieces = block.items.slice(0, inRow * rows).flatMap((item, place): readonly SlidePiece[] => {
    const x = box.x + (place % inRow) * (w + GAP);
    const y = box.y + Math.floor(place / inRow) * (h + GAP);
    const { paragraphs, cut } = cardParagraphs(item, w - 2 * PADDING, h - 0.24, voice);
    if (cut) rest.push(whole(item));
    return [
      { kind: 'shape', name: `${name} ${place + 1} card`, box: { x, y, w, h }, shape: 'rect', fill: SURFACE, line: THEME.line },
      { kind: 'shape', name: `${name} ${place + 1} edge`, box: { x, y, w: 0.05, h }, shape: 'rect', fill: THEME.accent, line: null },
      { kind: 'text', name: `${name} ${place + 1}`, box: { x: x + PADDING, y: y + 0.12, w: w - 2 * PADDING, h: h - 0.24 }, paragraphs, anchor: 'top', place: null },
    ];
  });
  return { pieces, rest };
}
