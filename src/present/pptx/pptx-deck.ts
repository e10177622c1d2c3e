import type { Report } from '../../domain/model/report.ts';
import { printableText } from '../printable-text.ts';
import { THEME } from './deck-colors.ts';
import { deckPlan, PLACES, SLIDE } from './deck-plan.ts';
import { deckWords } from './deck-words.ts';
import { editPart, numberedParts, packageParts, setChart, setProperties, withChartNumbers, withShapeIds, withTheme, withTrueContents, zippedPackage, type PackageParts } from './finished-package.ts';
import { addPiece } from './piece-writer.ts';
import { emptyDeck, type LayoutObject, type LibraryDeck } from './slide-library.ts';
import type { SlidePlan } from './slide-plan.ts';

const COVER = 'Copertina';
const PAGE = 'Pagina';

function field(name: string, box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }, points: number, color: string, valign: 'top' | 'middle' | 'bottom'): LayoutObject {
  const title = name === 'title';
  return { placeholder: { options: { name, type: title ? 'title' : 'body', x: box.x, y: box.y, w: box.w, h: box.h, margin: 0, fontSize: points, color, valign, align: 'left', bold: title, fontFace: title ? '+mj-lt' : '+mn-lt' }, text: '' } };
}

/** The layouts of the deck: whoever restyles them in a slide editor restyles every page. */
function defineLayouts(deck: LibraryDeck): void {
  const { cover, page } = PLACES;
  deck.defineSlideMaster({
    title: COVER, background: { color: THEME.paper },
    objects: [
      { rect: { x: 0, y: 0, w: 0.32, h: SLIDE.h, fill: { color: THEME.accent } } },
      { line: { x: 1.1, y: 4.98, w: 11.63, h: 0, line: { color: THEME.line, width: 1 } } },
      field('title', cover.title, 44, THEME.ink, 'bottom'), field('question', cover.question, 20, THEME.accent, 'top'), field('client', cover.client, 16, THEME.ink, 'middle'), field('measure', cover.measure, 14, THEME.muted, 'top'), field('source', cover.source, 12, THEME.muted, 'middle'),
    ],
  });
  deck.defineSlideMaster({
    title: PAGE, background: { color: THEME.paper },
    objects: [
      { rect: { x: 0.6, y: 0, w: 0.9, h: 0.09, fill: { color: THEME.accent } } },
      { line: { x: 0.6, y: 6.86, w: 12.13, h: 0, line: { color: THEME.line, width: 0.75 } } },
      field('title', page.title, 26, THEME.ink, 'bottom'), field('measure', page.measure, 12.5, THEME.muted, 'top'), field('source', page.source, 10, THEME.muted, 'middle'),
    ],
    slideNumber: { x: 12.13, y: 6.96, w: 0.6, h: 0.34, fontFace: '+mn-lt', fontSize: 10, color: THEME.muted, align: 'right', valign: 'middle', margin: 0 },
  });
}

/** What the library leaves in a slide and nobody wants: fields without words, doubled font families. */
function withoutLeftovers(xml: string): string {
  return xml
    .replaceAll(/<p:sp>(?:(?!<\/p:sp>).)*<p:ph [^>]*type="body"(?:(?!<\/p:sp>).)*<\/p:sp>/gsu, (shape) => (/<a:t>[^<]/u.test(shape) ? shape : ''))
    .replaceAll(/<a:(?:ea|cs) typeface="\+m[jn]-lt"[^>]*\/>/gu, '')
    .replaceAll(/(<a:latin typeface="\+m[jn]-lt")[^>]*\/>/gu, '$1/>');
}

/** Notes as paragraphs in the deck's language, where the library wrote one with line breaks that no program shows. */
function withParagraphs(xml: string, language: string): string {
  return xml.replace(/<a:p><a:r><a:rPr[^>]*\/><a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr[^>]*\/><\/a:p>/u, (_, text: string) => text.split(/\r?\n/u).map((line) => (line === '' ? `<a:p><a:endParaRPr lang="${language}"/></a:p>` : `<a:p><a:r><a:rPr lang="${language}" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`)).join(''));
}

function finishSlides(parts: PackageParts, plans: readonly SlidePlan[]): void {
  numberedParts(parts, 'ppt/slides/slide').forEach((name, place) => {
    const pieces = plans[place]?.pieces ?? [];
    const alts = new Map(pieces.flatMap((piece) => (piece.kind === 'chart' || piece.kind === 'image' || piece.kind === 'table' ? [[piece.name, printableText(piece.alt)] as const] : [])));
    editPart(parts, name, (xml) => withShapeIds(withoutLeftovers(xml), alts));
  });
  for (const folder of ['ppt/slideLayouts/slideLayout', 'ppt/slideMasters/slideMaster', 'ppt/notesSlides/notesSlide', 'ppt/notesMasters/notesMaster']) {
    for (const name of numberedParts(parts, folder)) editPart(parts, name, (xml) => withShapeIds(folder.includes('slideLayout') ? xml.replaceAll(/<a:(?:ea|cs) typeface="\+m[jn]-lt"[^>]*\/>/gu, '') : xml, new Map()));
  }
}

/** Draws slides with the library and finishes the package: charts from their drawings, numbers, words and theme. `places`: whether texts fill the fields of the layouts. */
export async function drawnDeck(report: Report, plans: readonly SlidePlan[], places: boolean): Promise<Uint8Array> {
  const { locale } = deckWords(report.language);
  const deck = await emptyDeck();
  deck.layout = 'LAYOUT_WIDE';
  if (places) defineLayouts(deck);
  for (const plan of plans) {
    const slide = deck.addSlide(places ? { masterName: plan.layout === 'cover' ? COVER : PAGE } : {});
    for (const piece of plan.pieces) addPiece(slide, piece, { language: locale, places });
    slide.addNotes(printableText(plan.notes));
  }
  const parts = withChartNumbers(packageParts(await deck.write({ outputType: 'uint8array' }) as Uint8Array));
  const drawings = plans.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'chart' ? [piece.drawing] : [])));
  numberedParts(parts, 'ppt/charts/chart').forEach((name, place) => {
    const drawing = drawings[place];
    if (drawing !== undefined) setChart(parts, name, drawing);
  });
  finishSlides(parts, plans);
  for (const name of numberedParts(parts, 'ppt/notesSlides/notesSlide')) editPart(parts, name, (xml) => withParagraphs(xml, locale));
  for (const name of Object.keys(parts).filter((part) => part.startsWith('ppt/theme/'))) editPart(parts, name, (xml) => withTheme(xml, report));
  setProperties(parts, report);
  editPart(parts, '[Content_Types].xml', (xml) => withTrueContents(xml, parts));
  return zippedPackage(parts);
}

/**
 * A report as a PowerPoint deck: one slide a page, native charts with their worksheets, native tables, notes, words for who does
 * not see a chart, the agency's colours and fonts as the theme. Charts and tables write what their tables hold. The same report
 * gives the same bytes: dates are the report's day, and no name of a person, a machine or a file stands in the properties.
 * @throws Error when a page names a table or a column that the report does not hold.
 */
export async function pptxDeck(report: Report): Promise<Uint8Array> {
  return await drawnDeck(report, deckPlan(report), true);
}
