import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { chartOrderProblems } from './chart-order.ts';
import { elementsNamed, firstNamed, xmlTree, type XmlElement } from './xml-tree.ts';

type Parts = Readonly<Record<string, Uint8Array>>;

function resolved(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function contentProblems(parts: Parts, contents: XmlElement): readonly string[] {
  const overrides = elementsNamed(contents, 'Override').map(({ attributes }) => (attributes['PartName'] ?? '').slice(1));
  const extensions = elementsNamed(contents, 'Default').map(({ attributes }) => attributes['Extension'] ?? '');
  const names = Object.keys(parts).filter((name) => name !== '[Content_Types].xml');
  return [
    ...names.filter((name) => !overrides.includes(name) && !extensions.includes(name.slice(name.lastIndexOf('.') + 1))).map((name) => `${name} has no content type`),
    ...names.filter((name) => /^ppt\/.*\.xml$/u.test(name) && !overrides.includes(name)).map((name) => `${name} is plain XML in the list of content`),
    ...overrides.filter((name) => parts[name] === undefined).map((name) => `the list of content names ${name}, which is not there`),
    ...[overrides, extensions].flatMap((list) => list.filter((name, place) => list.indexOf(name) !== place)).map((name) => `the list of content names ${name} twice`),
    ...names.filter((name, place) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== place).map((name) => `${name} is there twice`),
  ];
}

function relationProblems(parts: Parts, trees: ReadonlyMap<string, XmlElement>): readonly string[] {
  return [...trees].filter(([name]) => name.endsWith('.rels')).flatMap(([name, tree]) => {
    const source = name.replace('_rels/', '').replace(/\.rels$/u, '');
    const relations = elementsNamed(tree, 'Relationship').map(({ attributes }) => attributes);
    const ids = relations.map((relation) => relation['Id'] ?? '');
    const used = source === '' ? [] : [...strFromU8(parts[source] ?? new Uint8Array()).matchAll(/ r:(?:id|embed|link|pict)="([^"]*)"/gu)].map(([, id]) => id ?? '').filter((id) => id !== '');
    return [
      ...(source !== '' && parts[source] === undefined ? [`${name} belongs to no part`] : []),
      ...relations.filter((relation) => relation['TargetMode'] === 'External').map((relation) => `${name} leads outside: ${relation['Target'] ?? ''}`),
      ...relations.filter((relation) => parts[resolved(source, relation['Target'] ?? '')] === undefined).map((relation) => `${name} leads to ${relation['Target'] ?? ''}, which is not there`),
      ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `${name} uses ${id} twice`),
      ...used.filter((id) => !ids.includes(id)).map((id) => `${source} uses ${id}, which its relationships do not hold`),
    ];
  });
}

function shapeProblems(name: string, tree: XmlElement): readonly string[] {
  const ids = elementsNamed(tree, 'p:cNvPr').map(({ attributes }) => attributes['id'] ?? '');
  const frames = ['p:graphicFrame', 'p:pic'].flatMap((kind) => elementsNamed(tree, kind));
  return [
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `${name} has the shape ${id} twice`),
    ...frames.filter((frame) => (firstNamed(frame, 'p:cNvPr')?.attributes['descr'] ?? '').trim() === '').map((frame) => `${name}: ${firstNamed(frame, 'p:cNvPr')?.attributes['name'] ?? ''} has no words for who does not see it`),
  ];
}

function idProblems(trees: ReadonlyMap<string, XmlElement>): readonly string[] {
  const of = (part: RegExp, name: string): readonly number[] => [...trees].filter(([key]) => part.test(key)).flatMap(([, tree]) => elementsNamed(tree, name).map(({ attributes }) => Number(attributes['id'])));
  const slides = of(/^ppt\/presentation\.xml$/u, 'p:sldId');
  const masters = [...of(/^ppt\/presentation\.xml$/u, 'p:sldMasterId'), ...of(/^ppt\/slideMasters\/[^/]+\.xml$/u, 'p:sldLayoutId')];
  return [
    ...[slides, masters].flatMap((list) => list.filter((id, place) => list.indexOf(id) !== place)).map((id) => `the number ${id} is given twice`),
    ...slides.filter((id) => !(id >= 256)).map((id) => `the slide number ${id} is too small`),
    ...masters.filter((id) => !(id >= 2_147_483_648)).map((id) => `the layout number ${id} is too small`),
  ];
}

const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

async function chartProblems(name: string, tree: XmlElement, parts: Parts): Promise<readonly string[]> {
  const relations = xmlTree(strFromU8(parts[name.replace(/([^/]+)$/u, '_rels/$1.rels')] ?? new Uint8Array()));
  const target = elementsNamed(relations, 'Relationship').find(({ attributes }) => (attributes['Type'] ?? '').endsWith('/package'))?.attributes['Target'];
  const bytes = target === undefined ? undefined : parts[resolved(name, target)];
  if (bytes === undefined) return [`${name} has no worksheet`];
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const found = [...chartOrderProblems(tree).map((problem) => `${name}: ${problem}`)];
  for (const quote of ['c:numRef', 'c:strRef'].flatMap((kind) => elementsNamed(tree, kind))) {
    const formula = firstNamed(quote, 'c:f')?.text ?? '';
    const [, sheetName = '', fromColumn = '', fromRow = '', toColumn = fromColumn, toRow = fromRow] = /^([^!]+)!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/u.exec(formula) ?? [];
    const sheet = book.getWorksheet(sheetName);
    if (sheet === undefined) { found.push(`${name} quotes ${formula}, which is not there`); continue; }
    const cells: unknown[] = [];
    for (let row = Number(fromRow); row <= Number(toRow); row += 1) for (let column = columnNumber(fromColumn); column <= columnNumber(toColumn); column += 1) cells.push(sheet.getCell(row, column).value);
    const cache = new Map(elementsNamed(quote, 'c:pt').map((point) => [Number(point.attributes['idx']), firstNamed(point, 'c:v')?.text ?? '']));
    if (Number(firstNamed(quote, 'c:ptCount')?.attributes['val']) !== cells.length) found.push(`${name}: ${formula} is quoted with another length`);
    cells.forEach((cell, place) => {
      const quoted = cache.get(place);
      const same = cell === null || cell === '' ? quoted === undefined || quoted === '' : typeof cell === 'number' ? Number(quoted) === cell : quoted === cell;
      if (!same) found.push(`${name}: ${formula}, cell ${place} says ${JSON.stringify(cell)} and the chart ${JSON.stringify(quoted)}`);
    });
  }
  return found;
}

/**
 * What is wrong with a PowerPoint package: parts without a content type, relationships that lead nowhere or outside, numbers given
 * twice, XML that is none, charts with their elements in an order that editors refuse or with other numbers than their worksheets,
 * frames and pictures without words. Empty for a sound one.
 */
export async function packageProblems(bytes: Uint8Array): Promise<readonly string[]> {
  const parts: Parts = Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
  const trees = new Map<string, XmlElement>();
  const found: string[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/u.test(name)) continue;
    try {
      trees.set(name, xmlTree(strFromU8(part)));
    } catch (error) {
      found.push(`${name} is not XML: ${String(error)}`);
    }
  }
  const contents = trees.get('[Content_Types].xml');
  found.push(...(contents === undefined ? ['there is no list of content'] : contentProblems(parts, contents)), ...relationProblems(parts, trees), ...idProblems(trees));
  for (const [name, tree] of trees) {
    if (/^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides)\/[^/]+\.xml$/u.test(name)) found.push(...shapeProblems(name, tree));
    if (/^ppt\/charts\/chart\d+\.xml$/u.test(name)) found.push(...await chartProblems(name, tree, parts));
  }
  return found;
}
