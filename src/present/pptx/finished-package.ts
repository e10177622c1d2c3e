import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Report } from '../../domain/model/report.ts';
import type { ChartDrawing } from './chart-drawing.ts';
import { chartWorkbook } from './chart-sheet.ts';
import { themeSlots } from './deck-colors.ts';
import { fromXml, xmlText } from './xml-text.ts';

const DAY_OF_ZIP = new Date(1980, 0, 1);

/** The parts of a package by their names. */
export type PackageParts = Record<string, Uint8Array>;

/** Opens a package. @throws Error of the zip library when the bytes are none. */
export function packageParts(bytes: Uint8Array): PackageParts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
}

/** Writes a package: the list of content first, the rest by name, every part with the same date, so that the same parts give the same bytes. */
export function zippedPackage(parts: PackageParts): Uint8Array {
  const names = Object.keys(parts).sort((one, other) => (one === '[Content_Types].xml' ? -1 : other === '[Content_Types].xml' ? 1 : one < other ? -1 : 1));
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] ?? new Uint8Array()])), { mtime: DAY_OF_ZIP, level: 6 });
}

/** Changes the text of a part; nothing happens where there is no such part. */
export function editPart(parts: PackageParts, name: string, edit: (text: string) => string): void {
  const part = parts[name];
  if (part !== undefined) parts[name] = strToU8(edit(strFromU8(part)));
}

/** Names of the parts of a folder with a number before `.xml`, in the order of their numbers. */
export function numberedParts(parts: PackageParts, prefix: string): readonly string[] {
  const number = (name: string): number => Number(/(\d+)\.xml$/u.exec(name)?.[1] ?? 0);
  return Object.keys(parts).filter((name) => name.startsWith(prefix) && /\d+\.xml$/u.test(name)).sort((one, other) => number(one) - number(other));
}

/** The part a relationship leads to, from the part that holds it. */
export function relatedPart(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Where a part's relationships stand. */
export function relationsOf(name: string): string {
  const at = name.lastIndexOf('/') + 1;
  return `${name.slice(0, at)}_rels/${name.slice(at)}.rels`;
}

/** Gives every shape of a slide, layout or master a number of its own, and words for who does not see it where its name has some. */
export function withShapeIds(xml: string, alts: ReadonlyMap<string, string>): string {
  let id = 0;
  return xml.replaceAll(/<p:cNvPr id="[^"]*" name="([^"]*)"(?: descr="([^"]*)")?/gu, (_, name: string, old: string | undefined) => {
    id += 1;
    const alt = alts.get(fromXml(name));
    const descr = alt === undefined ? old : xmlText(alt);
    return `<p:cNvPr id="${id}" name="${name}"${descr === undefined ? '' : ` descr="${descr}"`}`;
  });
}

/**
 * Numbers a package's charts and their worksheets from 1 in the order of their slides: the library counts over all the decks a
 * program has made, and the same report would not give the same bytes twice.
 */
export function withChartNumbers(parts: PackageParts): PackageParts {
  const places = new Map(numberedParts(parts, 'ppt/charts/chart').map((name, place) => [/(\d+)\.xml$/u.exec(name)?.[1] ?? '', String(place + 1)]));
  const renamed = (text: string): string => text.replaceAll(/(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)\./gu, (_, before: string, number: string) => `${before}${places.get(number) ?? number}.`);
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [renamed(name), name === '[Content_Types].xml' || name.endsWith('.rels') ? strToU8(renamed(strFromU8(part))) : part]));
}

/** Puts a drawing's markup and worksheet in place of the chart a slide library wrote: the frame, its name and its relationships stay. */
export function setChart(parts: PackageParts, name: string, drawing: ChartDrawing): void {
  const relations = strFromU8(parts[relationsOf(name)] ?? new Uint8Array());
  const relation = /<Relationship [^>]*relationships\/package"[^>]*>/u.exec(relations)?.[0] ?? '';
  const target = / Target="([^"]+)"/u.exec(relation)?.[1];
  const id = / Id="([^"]+)"/u.exec(relation)?.[1];
  if (target === undefined || id === undefined) throw new Error(`the chart ${name} has no worksheet`);
  parts[name] = strToU8(drawing.xml.replace('r:id="rId1"', `r:id="${id}"`));
  parts[relatedPart(name, target)] = chartWorkbook(drawing.sheet);
}

/** The deck's colours and fonts as its theme. */
export function withTheme(xml: string, { look }: Report): string {
  const slots = Object.entries(themeSlots(look)).map(([name, color]) => `<a:${name}><a:srgbClr val="${color}"/></a:${name}>`).join('');
  const font = (theme: string, tag: string, face: string): string => theme.replace(new RegExp(`(<a:${tag}>)<a:latin [^>]*/>`, 'u'), (_, open: string) => `${open}<a:latin typeface="${xmlText(face)}"/>`);
  const painted = xml.replace(/<a:clrScheme name="[^"]*">.*?<\/a:clrScheme>/su, () => `<a:clrScheme name="Tribuna">${slots}</a:clrScheme>`);
  return font(font(painted, 'majorFont', look.headingFont), 'minorFont', look.bodyFont);
}

/** What the file says of itself: its title, who made it and the report's own day, never the moment or the machine it was written on. */
export function setProperties(parts: PackageParts, report: Report): void {
  const day = `${report.day}T00:00:00Z`;
  parts['docProps/core.xml'] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(report.title)}</dc:title><dc:subject>${xmlText(report.client)}</dc:subject><dc:creator>${xmlText(report.agency)}</dc:creator><cp:lastModifiedBy>${xmlText(report.agency)}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified><dc:language>${report.language}</dc:language></cp:coreProperties>`);
  parts['docProps/app.xml'] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Tribuna</Application><PresentationFormat>16:9</PresentationFormat><Slides>${report.pages.length}</Slides><Notes>${report.pages.length}</Notes><Company>${xmlText(report.agency)}</Company></Properties>`);
}

/** Keeps of the list of content only what the package holds, each part once, and adds the charts' worksheets where nothing covers them. */
export function withTrueContents(xml: string, parts: PackageParts): string {
  const seen = new Set<string>();
  const kept = xml.replaceAll(/<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/gu, (whole, name: string) => {
    if (seen.has(name) || parts[name] === undefined) return '';
    seen.add(name);
    return whole;
  });
  const extensions = new Set<string>();
  const used = new Set(Object.keys(parts).map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const single = kept.replaceAll(/<Default [^>]*Extension="([^"]+)"[^>]*\/>/gu, (whole, extension: string) => {
    if (extensions.has(extension) || !used.has(extension)) return '';
    extensions.add(extension);
    return whole;
  });
  return extensions.has('xlsx') || !used.has('xlsx') ? single : single.replace(/<Default /u, '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/><Default ');
}
