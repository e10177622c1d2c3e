import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import Papa from 'papaparse';
import { describe, expect, onTestFinished, test } from 'vitest';
import { IngestFailure } from '../../../src/ingest/ingest-failure.ts';
import { openSource } from '../../../src/ingest/open-source.ts';
import { withoutEntities } from '../../../src/ingest/plain-text.ts';
import { rowSourceOf } from '../../../src/ingest/row-source.ts';
import { readFiles } from '../../support/ingest.ts';
import { referenceData } from '../../support/reference-data.ts';

const torture = join(referenceData() ?? '', 'csv-json-torture');

/** Header and rows of a file's first part, opened as an import opens it. */
async function tableOf(name: string, content: Buffer | string): Promise<{ headers: readonly string[]; rows: string[][]; refused: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'tribuna-torture-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'file');
  writeFileSync(path, content);
  const opened = await openSource(path, name);
  try {
    const [part] = opened.parts;
    if (part === undefined) return { headers: [], rows: [], refused: 0 };
    const { headers, open } = await rowSourceOf(part);
    const rows: string[][] = [];
    let refused = 0;
    for await (const stretch of open()) {
      for (const { cells } of stretch.rows) rows.push([...cells]);
      refused += stretch.rejected.length;
    }
    return { headers, rows, refused };
  } finally {
    opened.close();
  }
}

/** What a file becomes when it is imported: how many records, or the words it is refused with. */
async function imported(name: string, content: Buffer): Promise<{ readonly records: number; readonly messages: number } | { readonly words: string }> {
  try {
    const { messages, reactions, rejected } = await readFiles([[name, content]]);
    return { records: messages.length + reactions.length + rejected.length, messages: messages.length };
  } catch (error) {
    if (!(error instanceof IngestFailure)) throw error;
    return { words: error.message };
  }
}

const isSame = (read: string | undefined, given: string | undefined): boolean => read?.replaceAll('\r', '\n') === given?.replaceAll('\r', '\n');
const HEADER = ['id', 'text', 'date', 'author'];
const rowsOf = (texts: readonly string[]): string[][] => texts.map((text, position) => [`n${String(position)}`, text, '2026-01-02 10:00:00', 'Anna']);
const written: Readonly<Record<string, (rows: readonly (readonly string[])[]) => Buffer>> = {
  'naughty.csv': (rows) => Buffer.from(`${Papa.unparse([HEADER, ...rows.map((row) => [...row])], { newline: '\n' })}\n`),
  'naughty.ndjson': (rows) => Buffer.from(rows.map((row) => `${JSON.stringify(Object.fromEntries(HEADER.map((name, position) => [name, row[position] ?? ''])))}\n`).join('')),
  'naughty.xlsx': (rows) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER, ...rows.map((row) => [...row])]), 'Foglio 1');
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  },
};

/** Texts that break careless readers, made up here. */
const NAUGHTY = [
  'undefined', 'null', 'NaN', 'true', '-1/2', '1e400', '0x1F', '=1+1', '@SUM(1)', '+39', '-', '1.000,50', '12/03/2026', '00012', '1E23', '#REF!', '"', '""', '"a', 'a"b', ',', ';', '\t', 'a\tb', 'a\nb', 'a\n\nb\n', ',"\n",', '\\', '\\n', '\\"', '%s%n', '${x}', '{{7*7}}',
  '<script>alert(1)</script>', '<b>grassetto</b>', "'; DROP TABLE message; --", '../../etc/passwd', '__proto__', 'constructor', 'toString', 'è perché più', 'e\u0301', '\ufeffinizio', 'a\u00a0b', 'a\u200bb', '\u202erovescio', '田中', 'العربية', '👩‍👩‍👧‍👦', '🇮🇹🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'Z̸̢̛a̴l̵g̸o', '𝕿𝖊𝖘𝖙', '  spazi  ', 'x'.repeat(30_000), '[1,2]', '{"a":1}', '\u2028\u2029', 'sep=;',
];

describe.each(Object.keys(written))('%s', (name) => {
  test('gives back every naughty text as it was written', async () => {
    const rows = rowsOf(NAUGHTY);
    const read = await tableOf(name, written[name]?.(rows) ?? '');
    expect(read.headers).toEqual(HEADER);
    expect(read.refused).toBe(0);
    expect(read.rows).toEqual(rows);
  });

  test.skipIf(referenceData() === null)('gives back the big list of naughty strings, and imports every one', async () => {
    // line ends are evened out; a workbook cannot hold control characters
    const strings = (JSON.parse(readFileSync(join(torture, 'blns', 'blns.json'), 'utf8')) as string[]).map((text) => text.replace(/\r\n?/g, '\n')).map((text) => (name.endsWith('.xlsx') ? text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '') : text));
    expect(strings.length).toBeGreaterThan(500);
    const rows = rowsOf(strings);
    const content = written[name]?.(rows) ?? Buffer.alloc(0);
    const table = await tableOf(name, content);
    expect([table.refused, table.rows.length]).toEqual([0, rows.length]);
    expect(table.rows.filter((row, position) => !isSame(row[1], strings[position])).length).toBe(0);
    const { messages, rejected } = await readFiles([[name, content]]);
    expect([messages.length, rejected.length]).toEqual([strings.length, 0]);
    // entities of HTML are decoded in texts, once
    expect(messages.filter(({ nativeId, text }) => text !== null && !isSame(text, withoutEntities(strings[Number(nativeId.slice(1))] ?? ''))).length).toBe(0);
    expect(messages.filter(({ text }) => text === null).length).toBe(strings.filter((text) => text.trim() === '').length);
  });
});

describe('objects that only describe', () => {
  test('are no messages: profiles and lists of an interface', async () => {
    const users = Array.from({ length: 3 }, (_, number) => ({ id: String(number + 1), name: 'Anna', username: `anna${String(number)}`, description: 'Amo il caffè', created_at: '2020-01-01T10:00:00.000Z' }));
    const read = await readFiles([['users.json', `${JSON.stringify({ data: users, includes: { users } })}\n`]]);
    expect([read.messages.length, read.rejected.map(({ code }) => code)]).toEqual([0, ['not-a-message', 'not-a-message', 'not-a-message']]);
  });
  test('unless a person says so', async () => {
    const { messages } = await readFiles([['x.json', '[{"id":"1","description":"Amo il caffè","created_at":"2020-01-01T10:00:00Z"}]']], { mapping: { columns: { id: 'id', description: 'text', created_at: 'createdAt' } } });
    expect(messages).toMatchObject([{ nativeId: '1', text: 'Amo il caffè' }]);
  });
});

describe('small horrors', () => {
  test.each([
    ['[1,]'], ['{"a":'], ['[NaN]'], ['["a\u0001"]'], ['{"a":1}{"b":2}'], ['[1] x'], ['{a:1}'], ["['a']"], ['[\u00a0]'], ['"'], ['['.repeat(100_000)], ['{"a":'.repeat(100_000)],
  ])('%#: refused in words', async (text) => {
    const read = await imported('x.json', Buffer.from(text.slice(0, 1_000_000)));
    expect('words' in read ? read.words : read).toMatch(/^(?:the|an?|missing|no)\s.{20,}/);
  });
});

describe.skipIf(referenceData() === null)('the reference collections', () => {
  test('tables of csv-spectrum are what their references say', async () => {
    const names = readdirSync(join(torture, 'csv-spectrum', 'csvs')).map((name) => name.replace(/\.csv$/, ''));
    expect(names).toHaveLength(11);
    for (const name of names) {
      const reference = JSON.parse(readFileSync(join(torture, 'csv-spectrum', 'json', `${name}.json`), 'utf8').replaceAll('\\r\\n', '\\n')) as Record<string, string>[];
      const { headers, rows, refused } = await tableOf(`${name}.csv`, readFileSync(join(torture, 'csv-spectrum', 'csvs', `${name}.csv`)));
      expect([name, refused, rows.map((cells) => Object.fromEntries(headers.map((header, position) => [header, cells[position]])))]).toEqual([name, 0, reference]);
    }
  });

  test('JSON that must be refused is refused in words, whatever it looks like; JSON that must be accepted holds no messages', async () => {
    const folder = join(torture, 'JSONTestSuite', 'test_parsing');
    const count = { refused: 0, accepted: 0, free: 0 };
    const wrong: string[] = [];
    for (const name of readdirSync(folder)) {
      const read = await imported(name, readFileSync(join(folder, name)));
      if (name.startsWith('n_')) {
        count.refused += 1;
        if (!('words' in read) || read.words.split(' ').length < 5) wrong.push(`${name}: ${JSON.stringify(read)}`);
      } else if (name.startsWith('y_')) {
        count.accepted += 1;
        if ('words' in read || read.messages > 0) wrong.push(`${name}: ${JSON.stringify(read)}`);
      } else count.free += 1;
    }
    expect(wrong).toEqual([]);
    expect(count).toEqual({ refused: 188, accepted: 95, free: 35 });
  }, 60_000);

  test('no other file of the collections crashes a reader', async () => {
    const folders = ['papaparse', 'd3-dsv', 'csv-parser', 'csv-test-data'].filter((folder) => existsSync(join(torture, folder)));
    expect(folders.length).toBeGreaterThanOrEqual(2);
    let count = 0;
    for (const folder of folders) for (const path of readdirSync(join(torture, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:csv|tsv|txt|json)$/.test(name)).map((name) => join(torture, folder, name))) {
      const read = await imported(path.split('/').at(-1) ?? path, readFileSync(path));
      expect('words' in read ? read.words.length : read.records, path).toBeGreaterThanOrEqual(0);
      count += 1;
    }
    expect(count).toBeGreaterThan(8);
  }, 60_000);
});
