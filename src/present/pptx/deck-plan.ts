import type { Report, ReportPage } from '../../domain/model/report.ts';
import { cellWriter } from '../../domain/wording/written-cell.ts';
import { blockPieces, pageAreas } from './block-pieces.ts';
import type { DeckVoice } from './chart-drawing.ts';
import { THEME } from './deck-colors.ts';
import { deckWords } from './deck-words.ts';
import { imageSize } from './image-size.ts';
import type { SlideBox, SlidePiece, SlidePlan } from './slide-plan.ts';
import { fittedText } from './text-fit.ts';

/** Width and height of a slide, 16:9. */
export const SLIDE = { w: 13.333, h: 7.5 } as const;

/** Where the fields of the two layouts stand. */
export const PLACES = {
  cover: { title: { x: 1.1, y: 2.0, w: 10.8, h: 1.75 }, question: { x: 1.1, y: 3.95, w: 10.8, h: 0.8 }, client: { x: 1.1, y: 5.15, w: 8, h: 0.4 }, measure: { x: 1.1, y: 5.55, w: 8, h: 0.65 }, source: { x: 1.1, y: 6.8, w: 8, h: 0.3 } },
  page: { title: { x: 0.6, y: 0.42, w: 12.13, h: 0.92 }, measure: { x: 0.6, y: 1.39, w: 12.13, h: 0.42 }, source: { x: 0.6, y: 6.93, w: 9.9, h: 0.4 } },
} as const;

/** The ground of a page between its head and its foot. */
export const GROUND: SlideBox = { x: 0.6, y: 1.98, w: 12.13, h: 4.72 };

/** How a report is written on slides. */
export function deckVoice(report: Report): DeckVoice {
  return { language: report.language, write: cellWriter({ language: report.language, timeZone: report.timeZone, floor: report.privacy.floor }), words: deckWords(report.language), look: report.look };
}

interface Field {
  readonly name: string;
  readonly text: string;
  readonly box: SlideBox;
  readonly from: number;
  readonly least?: number;
  readonly color: string;
  readonly heading?: boolean;
  readonly anchor: 'top' | 'middle' | 'bottom';
}

/** A field of the layout with its text, shrunk to its box; `rest` is the whole text where it had to be cut. */
function fieldPiece({ name, text, box, from, least, color, heading = false, anchor }: Field, voice: DeckVoice): { readonly piece: SlidePiece; readonly rest: readonly string[] } {
  const font = heading ? voice.look.headingFont : voice.look.bodyFont;
  const fitted = fittedText(text, { width: box.w, height: box.h }, { from, least: least ?? 10, font, bold: heading });
  return { piece: { kind: 'text', name, box, anchor, place: name, paragraphs: [{ text: fitted.text, points: fitted.points, color, bold: heading, heading }] }, rest: fitted.cut ? [text] : [] };
}

/** A logo within a box, its shape kept; nothing for an address that is no PNG or JPEG. */
function logoPieces(address: string | null, owner: string, box: SlideBox, side: 'left' | 'right', voice: DeckVoice): readonly SlidePiece[] {
  const size = address === null ? null : imageSize(address);
  if (address === null || size === null) return [];
  const scale = Math.min(box.w / size.width, box.h / size.height);
  const [w, h] = [size.width * scale, size.height * scale];
  return [{ kind: 'image', name: `logo ${owner}`, alt: voice.words.logo(owner), box: { x: side === 'left' ? box.x : box.x + box.w - w, y: box.y + (box.h - h) / 2, w, h }, address }];
}

/** What the person who presents reads: what may be said, what had no room, the definitions, what the data do not see, the source. */
export function notesText(page: ReportPage, report: Report, rest: readonly string[], voice: DeckVoice): string {
  const names = page.metrics.map((id) => report.definitions.find((definition) => definition.id === id)?.name ?? id);
  return [page.notes.text, ...(rest.length === 0 ? [] : [[voice.words.inFull, ...rest].join('\n')]), names.length === 0 ? '' : voice.words.definitions(names.join('; ')), page.unseen, page.source].filter((part) => part !== '').join('\n\n');
}

function coverPlan(page: ReportPage, report: Report, voice: DeckVoice): SlidePlan {
  const at = PLACES.cover;
  const day = voice.write(report.day, { kind: 'day' });
  const fields = [
    fieldPiece({ name: 'title', text: page.title.text, box: at.title, from: 44, least: 24, color: THEME.ink, heading: true, anchor: 'bottom' }, voice),
    fieldPiece({ name: 'question', text: report.question, box: at.question, from: 20, color: THEME.accent, anchor: 'top' }, voice),
    fieldPiece({ name: 'client', text: report.client, box: at.client, from: 16, color: THEME.ink, anchor: 'middle' }, voice),
    fieldPiece({ name: 'measure', text: [page.measure, day].filter((part) => part !== '').join(' · '), box: at.measure, from: 14, color: THEME.muted, anchor: 'top' }, voice),
    fieldPiece({ name: 'source', text: report.agency, box: at.source, from: 12, color: THEME.muted, anchor: 'middle' }, voice),
  ];
  const logos = [...logoPieces(report.look.agencyLogo, report.agency, { x: 1.1, y: 0.7, w: 2.6, h: 0.7 }, 'left', voice), ...logoPieces(report.look.clientLogo, report.client, { x: 10.1, y: 5.15, w: 2.6, h: 0.9 }, 'right', voice)];
  return { key: page.key, layout: 'cover', pieces: [...fields.map(({ piece }) => piece), ...logos], notes: notesText(page, report, fields.flatMap(({ rest }) => rest), voice) };
}

/** The blocks of a page within a ground, and the texts that had no room. */
export function pageBlocks(page: ReportPage, ground: { readonly main: SlideBox; readonly side: SlideBox | null }, report: Report, voice: DeckVoice): { readonly pieces: readonly SlidePiece[]; readonly rest: readonly string[] } {
  const beside = ground.side === null ? [] : page.blocks.filter(({ place }) => place === 'side');
  const filling = ground.side === null ? page.blocks : page.blocks.filter(({ place }) => place === 'main');
  const main = blockPieces(filling, 'main', ground.main, beside.length === 0, { report, measure: page.measure }, voice);
  const side = ground.side === null ? { pieces: [], rest: [] } : blockPieces(beside, 'side', ground.side, false, { report, measure: page.measure }, voice);
  return { pieces: [...main.pieces, ...side.pieces], rest: [...main.rest, ...side.rest] };
}

function pagePlan(page: ReportPage, report: Report, voice: DeckVoice): SlidePlan {
  const at = PLACES.page;
  const fields = [
    fieldPiece({ name: 'title', text: page.title.text, box: at.title, from: 26, least: 16, color: THEME.ink, heading: true, anchor: 'bottom' }, voice),
    fieldPiece({ name: 'measure', text: page.measure, box: at.measure, from: 12.5, color: THEME.muted, anchor: 'top' }, voice),
    fieldPiece({ name: 'source', text: [page.source, page.unseen].filter((part) => part !== '').join(' · '), box: at.source, from: 10, color: THEME.muted, anchor: 'middle' }, voice),
  ].filter(({ piece }) => piece.kind !== 'text' || piece.paragraphs.some(({ text }) => text !== ''));
  const areas = pageAreas(GROUND, page.blocks);
  const blocks = pageBlocks(page, areas, report, voice);
  const divider: readonly SlidePiece[] = areas.side === null ? [] : [{ kind: 'shape', name: 'divider', box: { x: areas.side.x - 0.23, y: areas.side.y + 0.05, w: 0, h: areas.side.h - 0.1 }, shape: 'line', fill: null, line: THEME.line }];
  const w = report.look.agencyLogo === null || report.look.clientLogo === null ? 1.4 : 0.66;
  const logos = [...logoPieces(report.look.agencyLogo, report.agency, { x: 12 - w, y: 6.96, w, h: 0.34 }, 'right', voice), ...logoPieces(report.look.clientLogo, report.client, { x: 10.6, y: 6.96, w, h: 0.34 }, 'right', voice)];
  return { key: page.key, layout: 'page', pieces: [...fields.map(({ piece }) => piece), ...divider, ...blocks.pieces, ...logos], notes: notesText(page, report, [...fields.flatMap(({ rest }) => rest), ...blocks.rest], voice) };
}

/**
 * The slides of a report, one a page, with everything in its place: fields of the layouts, native charts and tables, texts shrunk
 * to their boxes and never below ten points. What had no room stands in full in the notes of its slide.
 */
export function deckPlan(report: Report): readonly SlidePlan[] {
  const voice = deckVoice(report);
  return report.pages.map((page) => (page.section === 'cover' && page.blocks.length === 0 ? coverPlan(page, report, voice) : pagePlan(page, report, voice)));
}
