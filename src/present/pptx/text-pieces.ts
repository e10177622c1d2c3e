import type { ReportBlock } from '../../domain/model/report.ts';
import type { DeckVoice } from './chart-drawing.ts';
import { THEME } from './deck-colors.ts';
import type { SlideBox, SlideParagraph, SlidePiece } from './slide-plan.ts';
import { LEAST_POINTS, linesHeight, wrappedLines } from './text-fit.ts';

/** How far a bullet's text stands from its sign, in inches. */
export const BULLET_INDENT = 0.22;

/** Texts that had no room on their slide and go to its notes. */
export interface WithRest {
  readonly pieces: readonly SlidePiece[];
  readonly rest: readonly string[];
}

/** Height in inches of paragraphs in a width, with the space between them. */
export function paragraphsHeight(paragraphs: readonly SlideParagraph[], width: number, font: string): number {
  return paragraphs.reduce((sum, { text, points, bold = false, bullet = false, after = 0 }, place) => {
    const lines = wrappedLines(text, width - (bullet ? BULLET_INDENT : 0), points, { font, bold }).length;
    return sum + linesHeight(lines, points) + (place === paragraphs.length - 1 ? 0 : after / 72);
  }, 0);
}

type ParagraphsAt = (points: number) => readonly SlideParagraph[];

/** The largest size from `from` down at which paragraphs fit their box; null when even the least does not. */
function fittingParagraphs(at: ParagraphsAt, box: SlideBox, from: number, font: string): readonly SlideParagraph[] | null {
  for (let points = from; points >= LEAST_POINTS; points -= 0.5) {
    const paragraphs = at(points);
    if (paragraphsHeight(paragraphs, box.w, font) <= box.h) return paragraphs;
  }
  return null;
}

const headed = (heading: string, points: number): readonly SlideParagraph[] => (heading === '' ? [] : [{ text: heading, points: Math.max(LEAST_POINTS, Math.min(points, 14)), color: THEME.accent, bold: true, after: 5 }]);

/** Paragraphs of a list of points or of a text, at a size. */
export function blockParagraphs(block: Extract<ReportBlock, { readonly kind: 'bullets' | 'paragraph' }>, points: number): readonly SlideParagraph[] {
  if (block.kind === 'paragraph') return block.text.split('\n').map((text) => ({ text, points, color: THEME.ink, after: points * 0.5 }));
  return [...headed(block.heading, points), ...block.items.map((text) => ({ text, points, color: THEME.ink, bullet: true, after: points * 0.55 }))];
}

/** A list or a text in its box: letters shrink to ten points, then the last parts go to the notes and the slide says how many. */
export function textPiece(block: Extract<ReportBlock, { readonly kind: 'bullets' | 'paragraph' }>, name: string, box: SlideBox, from: number, voice: DeckVoice): WithRest {
  const font = voice.look.bodyFont;
  const piece = (paragraphs: readonly SlideParagraph[]): SlidePiece => ({ kind: 'text', name, box, paragraphs, anchor: 'top', place: null });
  const whole = fittingParagraphs((points) => blockParagraphs(block, points), box, from, font);
  if (whole !== null) return { pieces: [piece(whole)], rest: [] };
  const items = block.kind === 'bullets' ? block.items : sentences(block.text);
  const shorter = (most: number): readonly SlideParagraph[] => {
    const kept = items.slice(0, most);
    const shown = block.kind === 'bullets' ? blockParagraphs({ ...block, items: kept }, LEAST_POINTS) : blockParagraphs({ ...block, text: kept.join(' ') }, LEAST_POINTS);
    return [...shown, { text: voice.words.moreInNotes(items.length - most), points: LEAST_POINTS, color: THEME.muted }];
  };
  for (let most = items.length - 1; most > 0; most -= 1) {
    if (paragraphsHeight(shorter(most), box.w, font) <= box.h) return { pieces: [piece(shorter(most))], rest: items };
  }
  return { pieces: [piece([{ text: voice.words.moreInNotes(items.length), points: LEAST_POINTS, color: THEME.muted }])], rest: items };
}

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/u);
}
