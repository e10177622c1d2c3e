import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { Report, ReportPage, ReportTable, ReportText } from '../../../../src/domain/model/report.ts';
import { LEAST_POINTS } from '../../../../src/present/pptx/text-fit.ts';
import { pptxDeck } from '../../../../src/present/pptx/pptx-deck.ts';
import { cellWriter, isWithheld } from '../../../../src/domain/wording/written-cell.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';
import { packageProblems } from '../../../support/package-problems.ts';
import { overflowingTexts } from '../../../support/slide-texts.ts';
import { elementsNamed, firstNamed, xmlTree, type XmlElement } from '../../../support/xml-tree.ts';

const LOGO = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEElEQVR4nGNk+M/AwMDAAAAHCQEBFkXlCQAAAABJRU5ErkJggg==';
const write = cellWriter({ language: 'it', timeZone: 'Europe/Rome', floor: 10 });
const text = (words: string): ReportText => ({ text: words, byRule: words, edited: false, flag: null });
let bytes: Uint8Array;
let parts: Readonly<Record<string, Uint8Array>>;

const tree = (name: string): XmlElement => xmlTree(strFromU8(parts[name] ?? new Uint8Array()));
const words = (element: XmlElement): readonly string[] => elementsNamed(element, 'a:p').map((paragraph) => elementsNamed(paragraph, 'a:t').map((run) => run.text).join(''));
const slide = (number: number): XmlElement => tree(`ppt/slides/slide${number}.xml`);
const tableOf = (key: string): ReportTable => madeUpReport.tables.find((table) => table.key === key) as ReportTable;

beforeAll(async () => {
  bytes = await pptxDeck(madeUpReport);
  parts = unzipSync(bytes);
});

test('the package is sound, a slide a page', async () => {
  expect(await packageProblems(bytes)).toEqual([]);
  expect(Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name))).toHaveLength(madeUpReport.pages.length);
});

test('a package that is damaged is found out', async () => {
  const { zipSync, strToU8 } = await import('fflate');
  const chart = strFromU8(parts['ppt/charts/chart1.xml'] ?? new Uint8Array());
  const damaged = zipSync({ ...parts, 'ppt/charts/chart1.xml': strToU8(chart.replace(/<c:v>0<\/c:v>/u, '<c:v>9</c:v>')), 'ppt/media/image9.gif': new Uint8Array(3), 'ppt/slides/slide1.xml': strToU8('<p:sld>') });
  const problems = await packageProblems(damaged);
  expect(problems.some((problem) => problem.includes('says 0 and the chart "9"'))).toBe(true);
  expect(problems).toContain('ppt/media/image9.gif has no content type');
  expect(problems.some((problem) => problem.startsWith('ppt/slides/slide1.xml is not XML'))).toBe(true);
});

test('titles stand in the fields of their layout, once a slide', () => {
  madeUpReport.pages.forEach((page, place) => {
    const titles = elementsNamed(slide(place + 1), 'p:sp').filter((shape) => firstNamed(shape, 'p:ph')?.attributes['type'] === 'title');
    expect(titles.map((shape) => words(shape).join(' '))).toEqual([page.title.text]);
  });
});

test('every number of a table that is shown is written as everywhere', () => {
  madeUpReport.pages.forEach((page, place) => {
    const shown = elementsNamed(slide(place + 1), 'a:tc').map((cell) => words(cell).join(''));
    const expected = page.blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const table = tableOf(block.table);
      const columns = block.columns.map((key) => table.columns.findIndex((column) => column.key === key));
      return [...columns.map((column) => table.columns[column]?.label ?? ''), ...table.rows.flatMap((row) => columns.map((column) => write(row[column] ?? null, table.columns[column] ?? { kind: 'text' })))];
    });
    expect(shown).toEqual(expected);
  });
});

test('charts hold the numbers of their tables to the digit, waits in days, and gaps where numbers are withheld', () => {
  const charts = madeUpReport.pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])));
  charts.forEach((chart, place) => {
    const part = tree(`ppt/charts/chart${place + 1}.xml`);
    const quoted = new Set(elementsNamed(part, 'c:numCache').flatMap((cache) => elementsNamed(cache, 'c:v').map(({ text: value }) => Number(value))));
    const table = tableOf(chart.table);
    const factor = chart.axis.kind === 'seconds' ? 86_400 : 1;
    for (const series of chart.series) {
      const column = table.columns.findIndex(({ key }) => key === series.column);
      for (const row of table.rows) {
        const cell = row[column] ?? null;
        if (typeof cell === 'number') expect([...quoted].some((value) => Math.abs(value * factor - cell) <= 1e-9 * Math.max(1, cell)), `${chart.key} ${cell}`).toBe(true);
        else if (isWithheld(cell)) expect(JSON.stringify(elementsNamed(part, 'a:t').concat(elementsNamed(part, 'c:v')).map((element) => element.text))).toContain(write(cell, { kind: 'seconds' }));
      }
    }
  });
});

test('marks of bars and dots carry their values in words', () => {
  const labels = elementsNamed(tree('ppt/charts/chart2.xml'), 'a:t').map((run) => run.text);
  expect(labels).toEqual(expect.arrayContaining(['Chi segnala un problema', '4 giorni e 18 ore', '< 10 persone']));
  expect(elementsNamed(tree('ppt/charts/chart3.xml'), 'a:t').map((run) => run.text)).toContain('21 su 100');
});

test('the map has log axes, a mark a tribe and the line of parity', () => {
  const part = tree('ppt/charts/chart4.xml');
  expect(elementsNamed(part, 'c:logBase').map(({ attributes }) => attributes['val'])).toEqual(['10', '10']);
  expect(elementsNamed(part, 'c:ser')).toHaveLength(5);
  expect(elementsNamed(part, 'c:symbol').map(({ attributes }) => attributes['val'])).toEqual(['none', 'circle', 'diamond', 'square', 'triangle']);
});

test('notes hold what may be said, the definitions and what the data do not see', () => {
  madeUpReport.pages.forEach((page, place) => {
    const notes = words(tree(`ppt/notesSlides/notesSlide${place + 1}.xml`)).join('\n');
    expect(notes).toContain(page.notes.text);
    expect(notes).toContain('Definizioni: Attesa media ristretta.');
    expect(notes).toContain(page.unseen);
  });
});

test('charts, tables and logos have words for who does not see them', async () => {
  const chart = elementsNamed(slide(4), 'p:graphicFrame').map((frame) => firstNamed(frame, 'p:cNvPr')?.attributes['descr']);
  expect(chart).toEqual(['Grafico curves-chart: il valore maggiore è il primo.']);
  const logos = await pptxDeck({ ...madeUpReport, look: { ...madeUpReport.look, agencyLogo: LOGO, clientLogo: LOGO } });
  expect(await packageProblems(logos)).toEqual([]);
  const cover = xmlTree(strFromU8(unzipSync(logos)['ppt/slides/slide1.xml'] ?? new Uint8Array()));
  expect(elementsNamed(cover, 'p:pic').map((picture) => firstNamed(picture, 'p:cNvPr')?.attributes['descr'])).toEqual(['Logo di Studio Tribuna', 'Logo di Caffè Aurora S.p.A.']);
});

test('the same report gives the same bytes, and the file says nothing of the moment or the machine', async () => {
  expect(Buffer.from(await pptxDeck(structuredClone(madeUpReport))).equals(Buffer.from(bytes))).toBe(true);
  const core = tree('docProps/core.xml');
  expect(firstNamed(core, 'dc:creator')?.text).toBe('Studio Tribuna');
  expect(firstNamed(core, 'dcterms:created')?.text).toBe('2026-07-01T00:00:00Z');
  expect(Object.values(parts).some((part) => strFromU8(part, true).includes('PptxGenJS'))).toBe(false);
});

test('colours and fonts of the agency are the theme of the deck', async () => {
  const own = unzipSync(await pptxDeck({ ...madeUpReport, look: { ...madeUpReport.look, accent: '#7A1FA2', headingFont: 'Georgia & "Sons"' } }));
  const theme = xmlTree(strFromU8(own['ppt/theme/theme1.xml'] ?? new Uint8Array()));
  expect(firstNamed(firstNamed(theme, 'a:accent1') as XmlElement, 'a:srgbClr')?.attributes['val']).toBe('7A1FA2');
  expect(firstNamed(firstNamed(theme, 'a:majorFont') as XmlElement, 'a:latin')?.attributes['typeface']).toBe('Georgia & "Sons"');
});

test('no text is larger than its box, whatever its length, and none smaller than ten points', async () => {
  const sentence = 'Chi segnala un problema aspetta in media tre giorni e diciotto ore più di chi vuole comprare, contando al massimo sette giorni. ';
  const long: ReportPage = {
    key: 'long', section: 'answers', form: 'clear', title: text(sentence.repeat(4)), measure: sentence.repeat(4), notes: text('Dire prima il dato.'), source: sentence.repeat(3), unseen: sentence.repeat(2), metrics: [], figures: [],
    blocks: [
      { kind: 'figures', place: 'main', items: Array.from({ length: 6 }, () => ({ value: '104 giorni e 17 ore e 12 minuti', label: sentence, detail: sentence })) },
      { kind: 'bullets', place: 'main', heading: 'In breve', items: Array.from({ length: 14 }, () => sentence) },
      { kind: 'table', place: 'side', table: 'curves', columns: ['hours', 'trouble', 'information', 'purchase'], rows: 40 },
      { kind: 'paragraph', place: 'side', text: sentence.repeat(12) },
    ],
  };
  const pages = [...madeUpReport.pages, long, { ...long, key: 'long-side', blocks: [...(madeUpReport.pages[3]?.blocks ?? []), ...long.blocks.slice(1)] }];
  const written = await pptxDeck({ ...madeUpReport, title: sentence.repeat(3), question: sentence.repeat(3), pages });
  expect(await packageProblems(written)).toEqual([]);
  const own = unzipSync(written);
  pages.forEach((_, place) => {
    const part = xmlTree(strFromU8(own[`ppt/slides/slide${place + 1}.xml`] ?? new Uint8Array()));
    expect(overflowingTexts(part), `slide ${place + 1}`).toEqual([]);
    expect(elementsNamed(part, 'a:rPr').filter(({ attributes }) => Number(attributes['sz']) < LEAST_POINTS * 100)).toEqual([]);
  });
  const notes = words(xmlTree(strFromU8(own[`ppt/notesSlides/notesSlide${pages.length}.xml`] ?? new Uint8Array()))).join('\n');
  expect(notes).toContain('Per esteso:');
  expect(notes.split(sentence.trim()).length).toBeGreaterThan(14);
});

test('limits, several series, references and gaps keep every kind of chart sound, and no gap is a zero', async () => {
  const withheld = { withheld: 'few-people' } as const;
  const tables = madeUpReport.tables.map((table): ReportTable => ({ ...table, rows: table.rows.map((row, place) => (place !== 1 ? row : row.map((cell, column) => (column === 0 ? cell : table.key === 'tribes' && column === 3 ? 0 : withheld)))) }));
  const waits = { low: 'low', high: 'high', tone: 'accent' as const };
  const pages = madeUpReport.pages.map((page): ReportPage => ({
    ...page,
    blocks: page.blocks.map((block) => {
      if (block.kind !== 'chart') return block;
      const { chart } = block;
      const kinds: Readonly<Record<string, Partial<typeof chart>>> = {
        bars: { series: [{ label: 'Attesa media', column: 'mean', ...waits }], axis: { label: 'attesa', kind: 'seconds', min: 0, max: null }, reference: { value: 172_800, label: 'obiettivo' }, rowTones: Array.from({ length: 6 }, () => 'context' as const) },
        intervals: { series: [{ label: 'Quest’anno', column: 'mean', ...waits }, { label: 'Prima', column: 'low', low: null, high: null, tone: 'context' }], reference: { value: 86_400, label: 'entro un giorno' }, rowTones: null },
        stacked: { reference: { value: 3000, label: 'quota' } }, columns: { reference: { value: 50, label: 'media' } }, curves: { reference: { value: 0.5, label: 'metà' } }, map: {},
      };
      return { ...block, chart: { ...chart, reference: { value: 1, label: 'alla pari' }, ...kinds[chart.kind] } };
    }),
  }));
  const written = await pptxDeck({ ...madeUpReport, tables, pages });
  expect(await packageProblems(written)).toEqual([]);
  const own = unzipSync(written);
  const part = (number: number): XmlElement => xmlTree(strFromU8(own[`ppt/charts/chart${number}.xml`] ?? new Uint8Array()));
  const said = (element: XmlElement): string => elementsNamed(element, 'a:t').concat(elementsNamed(element, 'c:v')).map((run) => run.text).join('|');
  expect(said(part(2))).toContain('entro un giorno');
  expect(elementsNamed(part(3), 'c:errBars')).toHaveLength(1);
  expect(elementsNamed(part(3), 'c:numCache').flatMap((cache) => elementsNamed(cache, 'c:v').map(({ text: value }) => value))).not.toContain('0');
  const slides = (number: number): string => elementsNamed(xmlTree(strFromU8(own[`ppt/slides/slide${number}.xml`] ?? new Uint8Array())), 'a:t').map((run) => run.text).join('|');
  expect(slides(6)).toContain('obiettivo');
  expect(slides(7)).toContain('Senza segno nel grafico: Alla pari (< 10 persone)');
  expect(slides(8)).toContain('Senza segno nel grafico: feb 2026 (< 10 persone)');
});

test('an English report speaks English', async () => {
  const english = unzipSync(await pptxDeck({ ...madeUpReport, language: 'en' }));
  const notes = words(xmlTree(strFromU8(english['ppt/notesSlides/notesSlide2.xml'] ?? new Uint8Array()))).join('\n');
  expect(notes).toContain('Definitions: Attesa media ristretta.');
  expect(elementsNamed(xmlTree(strFromU8(english['ppt/charts/chart3.xml'] ?? new Uint8Array())), 'a:t').map((run) => run.text)).toContain('21 in 100');
  expect(strFromU8(english['ppt/slides/slide2.xml'] ?? new Uint8Array())).toContain('lang="en-GB"');
});

test('what stands in a report stands in its deck, and nothing else does', async () => {
  const canary = 'CANARIO-7731';
  const [waits, ...others] = madeUpReport.tables as readonly [ReportTable, ...ReportTable[]];
  const named: Report = { ...madeUpReport, audience: 'analyst', tables: [{ ...waits, rows: waits.rows.map((row, place) => (place === 0 ? [canary, ...row.slice(1)] : row)) }, ...others] };
  const holding = (deck: Uint8Array): readonly string[] => Object.entries(unzipSync(deck)).filter(([name, part]) => (name.endsWith('.xlsx') ? Object.values(unzipSync(part)).some((inner) => strFromU8(inner).includes(canary)) : strFromU8(part).includes(canary))).map(([name]) => name);
  expect(holding(await pptxDeck(named)).length).toBeGreaterThan(3);
  expect(holding(bytes)).toEqual([]);
});

test('texts that no document may hold are gone, texts that look like markup or formulas are texts', async () => {
  const awkward = await pptxDeck({ ...madeUpReport, title: 'a\u0000b\ud800 <p:sp/> & "c"', pages: madeUpReport.pages.map((page) => ({ ...page, title: text('=1+1 \u0007\u202e<b>&amp;') })) });
  expect(await packageProblems(awkward)).toEqual([]);
  const titles = elementsNamed(xmlTree(strFromU8(unzipSync(awkward)['ppt/slides/slide2.xml'] ?? new Uint8Array())), 'a:t').map((run) => run.text);
  expect(titles).toContain('=1+1 <b>&amp;');
});

test('a page that names a table the report does not hold is refused', async () => {
  await expect(pptxDeck({ ...madeUpReport, tables: [] })).rejects.toThrow('the report names the table "curves", which it does not hold');
});
