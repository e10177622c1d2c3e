import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { pptxFromTemplate } from '../../../../src/present/pptx/template-deck.ts';
import { TemplateProblem, type TemplateTrouble } from '../../../../src/present/pptx/template-problem.ts';
import { forgedZip } from '../../../support/forged-zip.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';
import { madeUpTemplate } from '../../../support/made-up-template.ts';
import { packageProblems } from '../../../support/package-problems.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TRAP = 'http://canary.example/seen';
let honest: Readonly<Record<string, Uint8Array>>;
beforeAll(async () => {
  honest = unzipSync(await madeUpTemplate());
});

type Edits = Readonly<Record<string, (text: string) => string>>;

/** The template with some parts written otherwise; a part that is not there is new. */
const forged = (edits: Edits): Uint8Array => zipSync({ ...honest, ...Object.fromEntries(Object.entries(edits).map(([name, edit]) => [name, strToU8(edit(strFromU8(honest[name] ?? new Uint8Array())))])) });
const related = (relation: string) => (text: string): string => text.replace('</Relationships>', `${relation}</Relationships>`);
const outside = (type: string, mode = 'TargetMode="External"'): string => `<Relationship Id="rIdTrap" Type="${OFFICE}/${type}" Target="${TRAP}" ${mode}/>`;

async function trouble(template: Uint8Array): Promise<TemplateTrouble | null> {
  try {
    const deck = await pptxFromTemplate(madeUpReport, template);
    expect(await packageProblems(deck)).toEqual([]);
    for (const [name, part] of Object.entries(unzipSync(deck))) expect(strFromU8(part), name).not.toContain('canary.example');
    return null;
  } catch (error) {
    if (error instanceof TemplateProblem) return error.trouble;
    throw error;
  }
}

const SLIDE = 'ppt/slides/slide2.xml';
const SLIDE_RELATIONS = 'ppt/slides/_rels/slide2.xml.rels';
const LAYOUT = 'ppt/slideLayouts/slideLayout2.xml';

test('an agency’s own links to secure pages stay', async () => {
  const deck = await pptxFromTemplate(madeUpReport, forged({ [LAYOUT]: (xml) => xml.replace(/<p:cNvPr ([^>]*?)\/?>(?:<\/p:cNvPr>)?/u, (_, attributes: string) => `<p:cNvPr ${attributes}><a:hlinkClick r:id="rIdOwn"/></p:cNvPr>`), 'ppt/slideLayouts/_rels/slideLayout2.xml.rels': related(`<Relationship Id="rIdOwn" Type="${OFFICE}/hyperlink" Target="https://agency.example/" TargetMode="External"/>`) }));
  expect((await packageProblems(deck)).filter((problem) => !problem.includes('https://agency.example/'))).toEqual([]);
  expect(Object.values(unzipSync(deck)).some((part) => strFromU8(part).includes('https://agency.example/'))).toBe(true);
});

test('other links of a template are gone from the deck, wherever they stand and however they are written', async () => {
  const onText = (xml: string): string => xml.replace(/<a:rPr([^>]*?)(?:\/>|>([\s\S]*?)<\/a:rPr>)/u, (_, attributes: string, inner: string | undefined) => `<a:rPr${attributes}>${inner ?? ''}<a:hlinkClick r:id="rIdTrap" tooltip="x"/></a:rPr>`);
  const onShape = (xml: string): string => xml.replace(/<p:cNvPr ([^>]*?)\/?>(?:<\/p:cNvPr>)?/u, (_, attributes: string) => `<p:cNvPr ${attributes}><a:hlinkClick r:id="rIdTrap"><a:extLst/></a:hlinkClick></p:cNvPr>`);
  expect(onText(strFromU8(honest[SLIDE] ?? new Uint8Array()))).toContain('rIdTrap');
  for (const mode of ['TargetMode="External"', "TargetMode='External'", 'TargetMode="Exter&#110;al"', 'TargetMode = "External"']) {
    expect(await trouble(forged({ [SLIDE]: onText, [SLIDE_RELATIONS]: related(outside('hyperlink', mode)) })), mode).toBeNull();
  }
  expect(await trouble(forged({ [SLIDE]: onShape, [SLIDE_RELATIONS]: related(outside('hyperlink').replace('/>', '></Relationship>')) }))).toBeNull();
  // a template that was made from another: nothing in the slides names it
  expect(await trouble(forged({ 'ppt/_rels/presentation.xml.rels': related(outside('attachedTemplate')) }))).toBeNull();
  expect(LAYOUT in honest).toBe(true);
  expect(await trouble(forged({ [LAYOUT]: onShape, 'ppt/slideLayouts/_rels/slideLayout2.xml.rels': related(outside('hyperlink')) }))).toBeNull();
});

test('what is shown from outside is refused: it would tell its server who opens the deck, and when', async () => {
  const linked = (xml: string): string => xml.replace('</p:spTree>', `<p:pic><p:nvPicPr><p:cNvPr id="99" name="x"/><p:cNvPicPr/><p:nvPr><a:videoFile r:link="rIdTrap"/></p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="rIdTrap"/></p:blipFill><p:spPr/></p:pic></p:spTree>`);
  expect(await trouble(forged({ [SLIDE]: linked, [SLIDE_RELATIONS]: related(outside('image')) }))).toBe('leads-outside');
  expect(await trouble(forged({ [SLIDE_RELATIONS]: () => `<?xml version="1.0"?><Relationships xmlns="x"><Relationship Id="rId1" Type="${OFFICE}/image" Target="a>b" TargetMode="External"/></Relationships>` }))).not.toBeNull();
  const wide = zipSync({ ...honest, [SLIDE_RELATIONS]: new Uint8Array(Buffer.from(strFromU8(honest[SLIDE_RELATIONS] ?? new Uint8Array()).replace('</Relationships>', `${outside('image')}</Relationships>`), 'utf16le')) });
  expect(await trouble(wide)).toBe('not-a-presentation');
});

test('macros and controls are refused', async () => {
  expect(await trouble(zipSync({ ...honest, 'ppt/vbaProject.bin': new Uint8Array(10) }))).toBe('runs-code');
  expect(await trouble(zipSync({ ...honest, 'ppt/activeX/activeX1.xml': new Uint8Array(10) }))).toBe('runs-code');
  expect(await trouble(forged({ '[Content_Types].xml': (text) => text.replace('openxmlformats-officedocument.presentationml.presentation.main', 'ms-powerpoint.presentation.macroEnabled.main') }))).toBe('runs-code');
});

test('bombs are refused before they are unpacked, and by what they hold when they say less', async () => {
  const zeros = Buffer.alloc(40 << 20);
  const entries = Object.entries(honest).map(([name, part]) => ({ name, content: Buffer.from(part) }));
  const bomb = forgedZip([...entries, ...Array.from({ length: 10 }, (_, at) => ({ name: `ppt/media/image${String(at)}.png`, content: zeros }))]);
  expect(await trouble(new Uint8Array(bomb))).toBe('too-large');
  const before = process.memoryUsage().arrayBuffers;
  const liar = forgedZip([...entries, { name: 'ppt/media/image1.png', content: zeros, declared: 100 }]);
  expect([null, 'not-a-presentation']).toContain(await trouble(new Uint8Array(liar)));
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 << 20);
  expect(await trouble(new Uint8Array(forgedZip([...entries, ...Array.from({ length: 5001 }, (_, at) => ({ name: `x${String(at)}`, content: '' }))])))).toBe('too-large');
});
