import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { printedPdf } from '../../src/engine/pdf-printer.ts';
import { htmlReport } from '../../src/present/html/html-report.ts';
import { findChromium } from '../support/chromium.ts';
import { madeUpReport } from '../support/made-up-report.ts';

const browser = await findChromium();
const options = { executablePath: browser?.executablePath ?? null, args: browser?.args ?? [] };
const privateFolders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('tribuna-pdf-'));

/** The objects of a PDF that Chromium wrote, as Latin-1 texts, and its streams inflated. */
function contentsOf(bytes: Uint8Array): { objects: string; streams: string } {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const streams: string[] = [];
  for (const found of text.matchAll(/\/FlateDecode[^]*?stream\r?\n/g)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('endstream', start);
    try {
      streams.push(inflateSync(file.subarray(start, end)).toString('latin1'));
    } catch {
      continue;
    }
  }
  return { objects: text, streams: streams.join('\n') };
}

const titles = (objects: string): string[] => [...objects.matchAll(/\/Title (?:<FEFF([0-9A-F]+)>|\(((?:\\.|[^\\)])*)\))/g)].map(([, hex, plain]) => (hex === undefined ? (plain ?? '').replaceAll(/\\(.)/g, '$1') : Buffer.from(hex, 'hex').swap16().toString('utf16le')));

test.skipIf(browser === null)('a report is a PDF: a sheet a page, bookmarks as its headlines, tags, text that can be selected, nothing that runs', async () => {
  const before = privateFolders();
  const outcome = await printedPdf(htmlReport(madeUpReport, { print: true }), options);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  const { objects, streams } = contentsOf(outcome.value);
  expect(objects.startsWith('%PDF-')).toBe(true);
  // the definitions follow on a sheet of their own
  expect([...objects.matchAll(/\/Type \/Page\b(?!s)/g)]).toHaveLength(madeUpReport.pages.length + 1);
  expect(objects).toContain('/MarkInfo');
  expect(objects).toMatch(/\/Lang \(it\)/);
  const headlines = madeUpReport.pages.filter(({ section }) => section !== 'cover').map(({ title }) => title.text);
  const outline = titles(objects);
  for (const headline of headlines) expect(outline).toContain(headline);
  // text is text: fonts with a way back to characters, and words drawn with them
  expect(objects).toMatch(/\/ToUnicode/);
  expect(streams).toMatch(/\bT[jJ]\b/);
  expect(objects).not.toMatch(/\/JavaScript|\/URI|\/Launch/);
  expect(privateFolders()).toEqual(before);
});

test.skipIf(browser === null)('a document that wants out reaches nobody', async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const outcome = await printedPdf(`<!DOCTYPE html><title>x</title><img src="http://127.0.0.1:${String(port)}/a.png"><link rel="stylesheet" href="http://localhost:${String(port)}/b.css"><script>fetch('http://127.0.0.1:${String(port)}/c')</script><p>testo`, options);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(outcome.ok).toBe(true);
  expect(asked).toBe(0);
});

test('without a browser printing says what is missing', async () => {
  expect(await printedPdf('<p>x', { executablePath: null })).toMatchObject({ ok: false, failure: { code: 'missing-capability' } });
  expect(await printedPdf('<p>x', { executablePath: '/nowhere/chromium' })).toMatchObject({ ok: false, failure: { code: 'missing-capability' } });
});

test.skipIf(browser === null)('printing can be cancelled and leaves nothing behind', async () => {
  const before = privateFolders();
  const stop = new AbortController();
  const printing = printedPdf(htmlReport(madeUpReport, { print: true }), { ...options, signal: stop.signal });
  stop.abort();
  expect(await printing).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(await printedPdf('<p>x', { ...options, signal: stop.signal })).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(privateFolders()).toEqual(before);
});

test('a program that is no browser ends as a failure, not as a wait', async () => {
  expect(await printedPdf('<p>x', { executablePath: process.execPath, args: [], timeoutMs: 20_000 })).toMatchObject({ ok: false, failure: { code: 'io-error' } });
});
