import { strFromU8 } from 'fflate';
import { relatedPart, relationsOf, type PackageParts } from './finished-package.ts';
import type { SlideBox } from './slide-plan.ts';
import { TemplateProblem } from './template-problem.ts';
import { fromXml } from './xml-text.ts';

const EMU = 914_400;

/** Areas that a page's blocks may fill. */
export const TEMPLATE_AREAS = ['body', 'side', 'chart', 'table'] as const;
export type TemplateArea = (typeof TEMPLATE_AREAS)[number];

/** Words that stand for a text of the report. */
export const TEMPLATE_TEXTS = ['title', 'measure', 'source', 'unseen', 'question', 'client', 'agency', 'day', 'notes'] as const;
export type TemplateText = (typeof TEMPLATE_TEXTS)[number];

/** A sample slide of a template: which texts and areas it holds, and where the areas stand. */
export interface TemplateSlide {
  /** Its place in the template, from 1. */
  readonly number: number;
  readonly part: string;
  readonly texts: readonly TemplateText[];
  readonly areas: ReadonlyMap<TemplateArea, SlideBox>;
}

const TAG = /\{\{\s*([a-z]+)\s*\}\}/giu;

/** The shapes of a slide, layout or master that can hold text, as markup. */
export function textShapes(xml: string): readonly string[] {
  return xml.match(/<p:sp>.*?<\/p:sp>|<p:sp [^>]*>.*?<\/p:sp>/gsu) ?? [];
}

/** What a shape says, its runs joined: an editor may cut a word into several. */
export function shapeText(shape: string): string {
  return (shape.match(/<a:p>.*?<\/a:p>|<a:p [^>]*>.*?<\/a:p>/gsu) ?? []).map((paragraph) => [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text]) => fromXml(text ?? '')).join('')).join('\n');
}

/** The tags a text holds, small letters. */
export function tagsOf(text: string): readonly string[] {
  return [...text.matchAll(TAG)].map(([, name]) => (name ?? '').toLowerCase());
}

/** Puts texts in place of their tags; a tag nobody knows stays as it is. */
export function filledText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(TAG, (whole, name: string) => values[name.toLowerCase()] ?? whole);
}

function boxOf(shape: string): SlideBox | null {
  const found = /<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/u.exec(shape);
  if (found === null) return null;
  const at = (place: number): number => Number(found[place]) / EMU;
  return { x: at(1), y: at(2), w: at(3), h: at(4) };
}

const attribute = (markup: string, name: string): string | null => new RegExp(` ${name}="([^"]*)"`, 'u').exec(markup)?.[1] ?? null;

/** A field's own place, or the one its layout or master gives it. */
function inheritedBox(shape: string, slide: string, parts: PackageParts): SlideBox | null {
  const own = boxOf(shape);
  const field = /<p:ph[^>]*>/u.exec(shape)?.[0];
  if (own !== null || field === undefined) return own;
  let part = slide;
  for (const kind of ['slideLayout', 'slideMaster']) {
    const relations = strFromU8(parts[relationsOf(part)] ?? new Uint8Array());
    const target = (relations.match(/<Relationship [^>]*>/gu) ?? []).find((relation) => (attribute(relation, 'Type') ?? '').endsWith(`/${kind}`));
    const next = target === undefined ? null : attribute(target, 'Target');
    if (next === null) return null;
    part = relatedPart(part, next);
    const same = textShapes(strFromU8(parts[part] ?? new Uint8Array())).find((candidate) => {
      const other = /<p:ph[^>]*>/u.exec(candidate)?.[0] ?? '';
      return other !== '' && (attribute(field, 'idx') === null ? attribute(other, 'type') === attribute(field, 'type') : attribute(other, 'idx') === attribute(field, 'idx'));
    });
    const box = same === undefined ? null : boxOf(same);
    if (box !== null) return box;
  }
  return null;
}

const isOneOf = <Name extends string>(names: readonly Name[], name: string): name is Name => (names as readonly string[]).includes(name);

/** The slides of a template in the order they are shown. */
function slideParts(parts: PackageParts): readonly string[] {
  const relations = strFromU8(parts['ppt/_rels/presentation.xml.rels'] ?? new Uint8Array());
  const targets = new Map((relations.match(/<Relationship [^>]*>/gu) ?? []).map((relation) => [attribute(relation, 'Id') ?? '', attribute(relation, 'Target') ?? '']));
  const presentation = strFromU8(parts['ppt/presentation.xml'] ?? new Uint8Array());
  return [...presentation.matchAll(/<p:sldId [^>]*r:id="([^"]*)"/gu)].map(([, id]) => relatedPart('ppt/presentation.xml', targets.get(id ?? '') ?? ''));
}

/**
 * The sample slides of a template with the tags they hold.
 * @throws TemplateProblem `no-place` when neither a shape with such a tag nor its layout says where it stands.
 */
export function templateSlides(parts: PackageParts): readonly TemplateSlide[] {
  return slideParts(parts).map((part, place) => {
    const texts: TemplateText[] = [];
    const areas = new Map<TemplateArea, SlideBox>();
    for (const shape of textShapes(strFromU8(parts[part] ?? new Uint8Array()))) {
      for (const tag of tagsOf(shapeText(shape))) {
        if (isOneOf(TEMPLATE_TEXTS, tag)) texts.push(tag);
        if (!isOneOf(TEMPLATE_AREAS, tag)) continue;
        const box = inheritedBox(shape, part, parts);
        if (box === null) throw new TemplateProblem('no-place', tag);
        areas.set(tag, box);
      }
    }
    return { number: place + 1, part, texts, areas };
  });
}
