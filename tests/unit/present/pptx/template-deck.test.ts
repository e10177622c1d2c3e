import { strFromU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { pptxFromTemplate } from '../../../../src/present/pptx/template-deck.ts';
import { TemplateProblem, type TemplateTrouble } from '../../../../src/present/pptx/template-problem.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';
import { madeUpTemplate, templateSamples } from '../../../support/made-up-template.ts';
import { packageProblems } from '../../../support/package-problems.ts';
import { overflowingTexts } from '../../../support/slide-texts.ts';
import { elementsNamed, xmlTree, type XmlElement } from '../../../support/xml-tree.ts';

let bytes: Uint8Array;
const slidesOf = (deck: Uint8Array): readonly XmlElement[] => {
  const parts = unzipSync(deck);
  const relations = new Map(elementsNamed(xmlTree(strFromU8(parts['ppt/_rels/presentation.xml.rels'] ?? new Uint8Array())), 'Relationship').map(({ attributes }) => [attributes['Id'], attributes['Target']]));
  return elementsNamed(xmlTree(strFromU8(parts['ppt/presentation.xml'] ?? new Uint8Array())), 'p:sldId').map(({ attributes }) => xmlTree(strFromU8(parts[`ppt/${relations.get(attributes['r:id']) ?? ''}`] ?? new Uint8Array())));
};
const texts = (slide: XmlElement | undefined): readonly string[] => (slide === undefined ? [] : elementsNamed(slide, 'a:t').map((run) => run.text));
const trouble = async (template: Uint8Array): Promise<TemplateTrouble | null> => {
  try {
    await pptxFromTemplate(madeUpReport, template);
    return null;
  } catch (error) {
    return error instanceof TemplateProblem ? error.trouble : null;
  }
};

beforeAll(async () => {
  bytes = await pptxFromTemplate(madeUpReport, await madeUpTemplate());
});

test('a template is filled: a sound package, a slide a page, no tag and no sample left', async () => {
  expect(await packageProblems(bytes)).toEqual([]);
  const slides = slidesOf(bytes);
  expect(slides).toHaveLength(madeUpReport.pages.length);
  slides.forEach((slide, place) => {
    expect(texts(slide)).toContain(madeUpReport.pages[place]?.title.text);
    expect(texts(slide).join(' ')).not.toContain('{{');
    expect(overflowingTexts(slide)).toEqual([]);
  });
  expect(Object.keys(unzipSync(bytes)).filter((name) => /^ppt\/slides\/slide/u.test(name))).toHaveLength(madeUpReport.pages.length);
});

test('words around a tag stay, and the cover has its own', () => {
  expect(texts(slidesOf(bytes)[0])).toContain('per Caffè Aurora S.p.A., 1 lug 2026');
  expect(texts(slidesOf(bytes)[3])).toContain('Agenzia · Fonte: 5 importazioni, dati al 30 giugno 2026 · Questi dati non vedono le risposte private.');
});

test('charts stay native and tables stay tables, in the areas of the sample that suits them', () => {
  const [, , , curves, waits] = slidesOf(bytes);
  expect(elementsNamed(curves as XmlElement, 'c:chart')).toHaveLength(1);
  expect(texts(curves)).toContain('Che cosa ne segue');
  expect(elementsNamed(waits as XmlElement, 'a:tbl')).toHaveLength(1);
  expect(texts(waits)).toContain('4 giorni e 18 ore');
});

test('notes are there though the template had none', () => {
  const notes = Object.entries(unzipSync(bytes)).filter(([name]) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/u.test(name)).map(([, part]) => strFromU8(part));
  expect(notes).toHaveLength(madeUpReport.pages.length);
  expect(notes.every((text) => text.includes('Dire prima il dato'))).toBe(true);
});

test('the same report in the same template gives the same bytes', async () => {
  expect(Buffer.from(await pptxFromTemplate(madeUpReport, await madeUpTemplate())).equals(Buffer.from(bytes))).toBe(true);
});

test('tags that an editor cut into runs are found', async () => {
  const parts = unzipSync(await madeUpTemplate());
  const cut = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, name.startsWith('ppt/slides/slide') ? new TextEncoder().encode(strFromU8(part).replace(/<a:r>(<a:rPr.*?<\/a:rPr>)<a:t>\{\{title\}\}<\/a:t><\/a:r>/su, '<a:r>$1<a:t>{{ti</a:t></a:r><a:r>$1<a:t>tle}}</a:t></a:r>')) : part]));
  expect(strFromU8(cut['ppt/slides/slide2.xml'] ?? new Uint8Array())).toContain('<a:t>tle}}</a:t>');
  expect(texts(slidesOf(await pptxFromTemplate(madeUpReport, zipSync(cut)))[1])).toContain(madeUpReport.pages[1]?.title.text);
});

test('a template that lacks something says what', async () => {
  const { cover, page, beside } = templateSamples;
  expect(await trouble(await madeUpTemplate([page, beside]))).toBe('no-cover');
  expect(await trouble(await madeUpTemplate([cover]))).toBe('no-page');
  expect(await trouble(new TextEncoder().encode('no presentation'))).toBe('not-a-presentation');
  expect(await trouble(zipSync({ 'word/document.xml': new Uint8Array(3) }))).toBe('not-a-presentation');
  expect(await trouble((await madeUpTemplate()).slice(0, 4000))).toBe('not-a-presentation');
  expect(await trouble(await madeUpTemplate([cover, page]))).toBeNull();
});
