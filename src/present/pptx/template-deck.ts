import { strFromU8, strToU8 } from 'fflate';
import type { Report, ReportBlock, ReportPage } from '../../domain/model/report.ts';
import { printableText } from '../printable-text.ts';
import { blockPieces } from './block-pieces.ts';
import type { DeckVoice } from './chart-drawing.ts';
import { deckVoice, notesText } from './deck-plan.ts';
import { editPart, packageParts, relatedPart, relationsOf, setProperties, withShapeIds, withTrueContents, zippedPackage, type PackageParts } from './finished-package.ts';
import { drawnDeck } from './pptx-deck.ts';
import { safeTemplateParts } from './safe-template.ts';
import type { SlidePlan } from './slide-plan.ts';
import { withNotes } from './slide-notes.ts';
import { filledShape } from './template-fill.ts';
import { laidOverTemplate } from './template-library.ts';
import { TemplateProblem } from './template-problem.ts';
import { shapeText, tagsOf, templateSlides, textShapes, type TemplateArea, type TemplateSlide } from './template-slides.ts';

interface FilledPage {
  readonly sample: TemplateSlide;
  readonly plan: SlidePlan;
  readonly values: Readonly<Record<string, string>>;
}

/** Which blocks go to which area of a sample slide; null when some have nowhere to go. */
function blocksByArea(blocks: readonly ReportBlock[], { areas }: TemplateSlide): ReadonlyMap<TemplateArea, readonly ReportBlock[]> | null {
  const placed = new Map<TemplateArea, ReportBlock[]>();
  for (const block of blocks) {
    const own = (block.kind === 'chart' || block.kind === 'table') && areas.has(block.kind) && !placed.has(block.kind) ? block.kind : null;
    const area = own ?? (block.place === 'side' && areas.has('side') ? 'side' : areas.has('body') ? 'body' : areas.has('side') ? 'side' : null);
    if (area === null) return null;
    placed.set(area, [...placed.get(area) ?? [], block]);
  }
  return placed;
}

/** The sample slide that suits a page: all its blocks have an area, as few areas as can be stay empty, as many as can be are used. */
function sampleFor(page: ReportPage, samples: readonly TemplateSlide[]): TemplateSlide {
  const cover = page.section === 'cover' && page.blocks.length === 0;
  const able = samples.filter((sample) => sample.texts.includes('title') && (cover ? sample.areas.size === 0 : sample.areas.size > 0 && blocksByArea(page.blocks, sample) !== null));
  const [first, ...others] = able;
  if (first === undefined) throw new TemplateProblem(cover ? 'no-cover' : 'no-page', page.key);
  const used = (sample: TemplateSlide): number => blocksByArea(page.blocks, sample)?.size ?? 0;
  const empty = (sample: TemplateSlide): number => sample.areas.size - used(sample);
  return others.reduce((best, next) => (empty(next) < empty(best) || (empty(next) === empty(best) && used(next) > used(best)) ? next : best), first);
}

function filledPage(page: ReportPage, samples: readonly TemplateSlide[], report: Report, voice: DeckVoice): FilledPage {
  const sample = sampleFor(page, samples);
  const placed = blocksByArea(page.blocks, sample) ?? new Map<TemplateArea, readonly ReportBlock[]>();
  const made = [...placed].map(([area, blocks]) => {
    const box = sample.areas.get(area);
    const { pieces, rest } = box === undefined ? { pieces: [], rest: [] } : blockPieces(blocks, area === 'side' ? 'side' : 'main', box, placed.size === 1, { report, measure: sample.texts.includes('measure') ? page.measure : '' }, voice);
    return { pieces: pieces.map((piece) => ({ ...piece, name: `${area} ${piece.name}` })), rest };
  });
  const notes = notesText(page, report, made.flatMap(({ rest }) => rest), voice);
  const unseenApart = sample.texts.includes('unseen');
  const values = {
    title: page.title.text, measure: page.measure, notes: page.notes.text, unseen: page.unseen, question: report.question, client: report.client, agency: report.agency,
    source: [page.source, ...(unseenApart ? [] : [page.unseen])].filter((text) => text !== '').join(' · '), day: voice.write(report.day, { kind: 'day' }),
    body: '', side: '', chart: '', table: '',
  };
  return { sample, values, plan: { key: page.key, layout: 'page', notes, pieces: made.flatMap(({ pieces }) => pieces) } };
}

/** Texts in place of tags; shapes that only held an area are gone. */
function filledSlide(xml: string, { sample, values, plan }: FilledPage, font: string): string {
  const areas: readonly string[] = [...sample.areas.keys()];
  let filled = xml;
  for (const shape of textShapes(xml)) {
    const tags = tagsOf(shapeText(shape));
    if (tags.length > 0) filled = filled.replace(shape, () => (tags.some((tag) => areas.includes(tag)) ? '' : filledShape(shape, values, font)));
  }
  const alts = new Map(plan.pieces.flatMap((piece) => (piece.kind === 'chart' || piece.kind === 'image' || piece.kind === 'table' ? [[piece.name, printableText(piece.alt)] as const] : [])));
  return withShapeIds(filled, alts);
}

/** Parts that something leads to, from the package's own relationships on; what a template held and no slide uses any more is left behind. */
function reachedParts(parts: PackageParts): PackageParts {
  const kept = new Set(['[Content_Types].xml', '_rels/.rels']);
  const open = [''];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    const name = from === '' ? '_rels/.rels' : relationsOf(from);
    if (parts[name] === undefined) continue;
    kept.add(name);
    for (const [, target] of strFromU8(parts[name]).matchAll(/<Relationship (?![^>]*TargetMode="External")[^>]*Target="([^"]+)"/gu)) {
      const part = relatedPart(from, target ?? '');
      if (parts[part] === undefined || kept.has(part)) continue;
      kept.add(part);
      open.push(part);
    }
  }
  return Object.fromEntries(Object.entries(parts).filter(([name]) => kept.has(name)));
}

/** The report in the template's colours and fonts, so that soft shades and widths of texts are those of its theme. */
function templateReport(report: Report, parts: PackageParts): Report {
  const theme = strFromU8(parts['ppt/theme/theme1.xml'] ?? new Uint8Array());
  const color = (slot: string, other: string): string => { const found = new RegExp(`<a:${slot}>\\s*<a:(?:srgbClr val|sysClr [^>]*lastClr)="([0-9A-Fa-f]{6})"`, 'u').exec(theme)?.[1]; return found === undefined ? other : `#${found.toUpperCase()}`; };
  const font = (slot: string, other: string): string => new RegExp(`<a:${slot}>\\s*<a:latin typeface="([^"]+)"`, 'u').exec(theme)?.[1] ?? other;
  const { look } = report;
  return { ...report, look: { ...look, accent: color('accent1', look.accent), ink: color('dk1', look.ink), paper: color('lt1', look.paper), headingFont: font('majorFont', look.headingFont), bodyFont: font('minorFont', look.bodyFont) } };
}

/**
 * A report in an agency's own template, as docs/decks.md says to prepare it: sample slides whose shapes hold tags such as
 * `{{title}}` and `{{body}}`. Each page takes the sample that suits its blocks; charts, tables and texts are laid into the areas in
 * the template's own colours and fonts, and stay native.
 * @throws TemplateProblem when the template cannot be read or misses a cover, a page or the place of an area.
 */
export async function pptxFromTemplate(report: Report, template: Uint8Array): Promise<Uint8Array> {
  const safe = safeTemplateParts(template);
  const samples = templateSlides(safe);
  const ground = templateReport(report, safe);
  const voice = deckVoice(ground);
  const pages = report.pages.map((page) => filledPage(page, samples, ground, voice));
  const pieces = await drawnDeck(ground, pages.map(({ plan }) => plan), false);
  const laid = await laidOverTemplate(zippedPackage(safe), pieces, pages.map(({ sample, plan }) => ({ sample: sample.number, names: plan.pieces.map(({ name }) => name) })));
  const parts = packageParts(laid.bytes);
  laid.slides.forEach((name, place) => {
    const page = pages[place];
    if (page !== undefined) editPart(parts, name, (xml) => filledSlide(xml, page, ground.look.bodyFont));
  });
  const noted = withNotes(parts, laid.slides.map((name, place) => ({ part: name, text: printableText(pages[place]?.plan.notes ?? '') })), packageParts(pieces), voice.words.locale);
  const kept = reachedParts(noted);
  for (const [name, part] of Object.entries(kept)) if (name.endsWith('.xlsx')) kept[name] = zippedPackage(packageParts(part));
  setProperties(kept, report);
  kept['[Content_Types].xml'] = strToU8(withTrueContents(strFromU8(kept['[Content_Types].xml'] ?? new Uint8Array()), kept));
  return zippedPackage(reachedParts(kept));
}
