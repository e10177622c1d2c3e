import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectAtWork } from '../support/project-at-work.ts';
import { referenceData } from '../support/reference-data.ts';

test('a table whose every line has a broken quote is refused line by line, whatever its size', async () => {
  const work = await projectAtWork();
  const lines = Array.from({ length: 6000 }, (_, position) => `${String(position)},"detto "così" e basta, poi" altro,Ada,2026-01-01`);
  const file = await work.file('quotes.csv', `id,text,author,date\nok,bene,Ada,2026-01-01\n${lines.join('\n')}\nfine,bene,Ada,2026-01-02\n`);
  expect(await work.call('import.run', { files: [{ file, mapping: { columns: { id: 'id', text: 'text', author: 'author', date: 'createdAt' } } }] })).toMatchObject({ ok: true, value: { imports: [{ rows: 6002, messages: 2, rejected: 6000 }] } });
});

test('a document that holds no messages comes in empty, and says so row by row', async () => {
  const work = await projectAtWork();
  const file = await work.file('settings.json', '{"theme": "dark", "size": 3}');
  expect(await work.call('import.run', { files: [{ file }] })).toMatchObject({ ok: true, value: { imports: [{ messages: 0, rejected: 1, reasons: [{ code: 'not-a-message' }] }] } });
});

test('what is no table says what it is', async () => {
  const work = await projectAtWork();
  for (const [content, words] of [['{"comments": [{"text": "ciao"}', 'not valid JSON'], ['<!DOCTYPE html><html><body>ciao</body></html>', 'a web page'], ['<?xml version="1.0"?><a/>', 'XML']] as const) {
    const file = await work.file('other', content);
    for (const outcome of [await work.call('import.preview', { file }), await work.call('import.run', { files: [{ file }] })]) {
      expect(outcome).toMatchObject({ ok: false, failure: { code: words === 'not valid JSON' ? 'unreadable-file' : 'unknown-format' } });
      expect(outcome.ok ? '' : outcome.failure.message).toContain(words);
    }
  }
});

test('columns named as exports of video and professional networks name them', async () => {
  const work = await projectAtWork();
  const file = await work.file('v.csv', 'Comment ID,Channel ID,Comment create timestamp,Video ID,Comment text\nc1,ch1,2026-01-01T10:00:00Z,v1,ciao\n');
  const preview = await work.call('import.preview', { file });
  expect(preview.ok && preview.value.missing).toEqual([]);
});

describe.skipIf(referenceData() === null)('tables of reference data', () => {
  const root = referenceData() ?? '';
  const places = ['platform-formats', 'csv-json-torture', 'it-sentipolc2014'].map((place) => join(root, place)).filter((place) => existsSync(place));
  const tables = places.flatMap((place) => readdirSync(place, { recursive: true, encoding: 'utf8' }).map((path) => join(place, path)))
    .filter((path) => /\.(csv|tsv|txt|zip|json|ndjson)$/i.test(path) && statSync(path).isFile() && statSync(path).size < 3e6);

  test('each is read, or refused in words', async () => {
    const work = await projectAtWork();
    expect(tables.length).toBeGreaterThan(20);
    for (const path of tables) {
      const file = await work.engine.registerFile(path, basename(path));
      for (const outcome of [await work.call('import.preview', { file }), await work.call('import.run', { files: [{ file }] })]) {
        if (outcome.ok) continue;
        expect(['unreadable-file', 'unknown-format', 'invalid-input'], basename(path)).toContain(outcome.failure.code);
        expect(outcome.failure.message.length, basename(path)).toBeGreaterThan(20);
      }
    }
    expect(await work.call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
  });
});
