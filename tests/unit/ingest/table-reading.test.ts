import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordedMessage, RejectedRow } from '../../../src/domain/model/record.ts';
import { fileBytes, type ByteSource } from '../../../src/ingest/byte-source.ts';
import { fileSurvey } from '../../../src/ingest/file-survey.ts';
import { partHead } from '../../../src/ingest/part-head.ts';
import { readRecords } from '../../../src/ingest/read-records.ts';
import { createRowReader, LONGEST_ROW } from '../../../src/ingest/row-reader.ts';
import { rowSourceOf } from '../../../src/ingest/row-source.ts';
import { likeliestDelimiter, tableDialect, uniqueHeaders } from '../../../src/ingest/table-dialect.ts';
import { proposedMapping } from '../../../src/ingest/table-format.ts';
import { recognisedTable } from '../../../src/ingest/table-formats.ts';
import { tableFormatOf } from '../../../src/ingest/table-record-format.ts';
import { inspectTable, type ReadingOptions, type TableInspection } from '../../../src/ingest/table-inspection.ts';
import { createTextDecoding } from '../../../src/ingest/text-decoder.ts';
import { referenceData } from '../../support/reference-data.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-ingest-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const fileAt = (name: string, content: string | Buffer): ByteSource => sourceAt(file(name, content));
const sourceAt = (path: string): ByteSource => fileBytes(path, basename(path), statSync(path).size);

async function inspect(path: string, options: ReadingOptions = {}): Promise<TableInspection> {
  const source = sourceAt(path);
  return inspectTable({ source, head: partHead(source.name, await fileSurvey(source)) }, options);
}

/** The rows of a file as objects by column. */
async function tableRows(path: string): Promise<Record<string, string>[]> {
  const source = sourceAt(path);
  const { headers, open } = await rowSourceOf({ source, head: partHead(source.name, await fileSurvey(source)) }, { form: 'table' });
  const found: Record<string, string>[] = [];
  for await (const { rows } of open()) for (const { cells } of rows) found.push(Object.fromEntries(headers.map((column, position) => [column, cells[position] ?? ''])));
  return found;
}

async function read(path: string, options: ReadingOptions & { collectedAtMs?: number } = {}): Promise<{ messages: RecordedMessage[]; rejected: RejectedRow[]; rows: number }> {
  const inspected = await inspect(path, options);
  const all = { messages: [] as RecordedMessage[], rejected: [] as RejectedRow[], rows: 0 };
  for await (const batch of readRecords(inspected, { timeZone: 'Europe/Rome', collectedAtMs: options.collectedAtMs ?? null })) {
    all.messages.push(...batch.messages);
    all.rejected.push(...batch.rejected);
    all.rows += batch.rows;
  }
  return all;
}

describe('bytes', () => {
  it('tells encodings apart over the whole file', async () => {
    const late = Buffer.concat([Buffer.from('text,date\n'), Buffer.alloc(3 << 20, 'plain ascii line, 2026\n'), Buffer.from([0x63, 0xe8, 0x0a])]);
    expect(await fileSurvey(fileAt('late.csv', late))).toMatchObject({ encoding: 'windows-1252', guessed: true });
    expect(await fileSurvey(fileAt('utf8.csv', 'testo\nperché è così\n'))).toMatchObject({ encoding: 'utf-8', guessed: false });
    expect(await fileSurvey(fileAt('bom.csv', '\uFEFFtesto\nciao\n'))).toMatchObject({ encoding: 'utf-8', guessed: false });
    expect(await fileSurvey(fileAt('utf16.csv', iconv.encode('testo;data\nperché;2026\n', 'utf16-le', { addBOM: true })))).toMatchObject({ encoding: 'utf-16le', guessed: false });
    expect(await fileSurvey(fileAt('utf16bare.csv', iconv.encode('testo;data\nciao;2026\n', 'utf16-be')))).toMatchObject({ encoding: 'utf-16be', guessed: false });
  });
  it('lets sound characters outweigh damage wherever both stand', async () => {
    const rows = (count: number, text: string): Buffer => Buffer.from(`testo;data\n${`${text};2026-01-02\n`.repeat(count)}`);
    // accents in sound blocks, one bad byte in a block of plain letters, or a cut at the very end
    const plain = Buffer.alloc(3 << 20, 'plain ascii line;2026-01-02\n');
    expect(await fileSurvey(fileAt('accents-first.csv', Buffer.concat([rows(20, 'perché'), plain, Buffer.from([0x63, 0xe8, 0x0a])])))).toMatchObject({ encoding: 'utf-8', guessed: true, damagedCharacters: 1 });
    expect(await fileSurvey(fileAt('accents-last.csv', Buffer.concat([Buffer.from([0x63, 0xe8, 0x0a]), plain, rows(20, 'perché')])))).toMatchObject({ encoding: 'utf-8', guessed: true, damagedCharacters: 1 });
    expect(await fileSurvey(fileAt('cut-accent.csv', Buffer.concat([rows(3, 'perché'), plain, Buffer.from([0xc3])])))).toMatchObject({ encoding: 'utf-8', guessed: true, damagedCharacters: 1 });
    expect(await fileSurvey(fileAt('cut-emoji.csv', Buffer.concat([rows(3, 'ciao'), Buffer.from('😀').subarray(0, 3)])))).toMatchObject({ encoding: 'utf-8', guessed: true, damagedCharacters: 1 });
    // a mark for what was lost earlier is a sound character itself
    expect(await fileSurvey(fileAt('lost-before.csv', Buffer.concat([rows(30, 'perch\uFFFD'), Buffer.from([0xe8, 0x0a])])))).toMatchObject({ encoding: 'utf-8', damagedCharacters: 1 });
    // windows-1252 is still told, also where its last byte could begin a character and where some bytes make one by chance
    expect(await fileSurvey(fileAt('city.csv', Buffer.concat([rows(3, 'ciao'), iconv.encode('la mia città', 'windows-1252')])))).toMatchObject({ encoding: 'windows-1252', guessed: true, damagedCharacters: 0 });
    expect(await fileSurvey(fileAt('chance.csv', Buffer.concat([Buffer.from([0xc9, 0xbb, 0x0a]), iconv.encode(`${'così è più in là; 2026\n'.repeat(50)}«PERCHÉ»\n`, 'windows-1252')])))).toMatchObject({ encoding: 'windows-1252', guessed: true, damagedCharacters: 0 });
    expect(await fileSurvey(fileAt('no-character.csv', Buffer.concat([rows(1, 'é'), Buffer.from([0x63, 0xff])])))).toMatchObject({ encoding: 'windows-1252' });
  });
  it('says what is damaged in a table that stays UTF-8', async () => {
    const path = file('damaged.csv', Buffer.concat([Buffer.from(`id,testo,data\n${Array.from({ length: 40 }, (_, row) => `${String(row)},perché così,2026-01-02\n`).join('')}`), Buffer.from('99,citt\xe0,2026-01-02\n', 'latin1')]));
    const { warnings } = await inspect(path);
    expect(warnings).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'damaged-characters', message: '1 characters are damaged' }), expect.objectContaining({ code: 'guessed-encoding' })]));
    expect((await tableRows(path)).map(({ testo }) => testo).filter((text) => text === 'perché così')).toHaveLength(40);
  });
  it('keeps a character that a block cuts', async () => {
    const text = `testo\n${'x'.repeat((1 << 20) - 7)}è😀\n`;
    expect(await fileSurvey(fileAt('cut.csv', text))).toMatchObject({ encoding: 'utf-8', guessed: false });
  });
  it('refuses what is no text, with words', async () => {
    await expect(fileSurvey(fileAt('empty.csv', ''))).rejects.toMatchObject({ code: 'unreadable-file', message: 'the file is empty: 0 bytes' });
    await expect(fileSurvey(fileAt('zip.csv', Buffer.from([0x50, 0x4b, 3, 4, 1, 2])))).rejects.toThrow('an archive inside an archive');
    await expect(fileSurvey(fileAt('binary.csv', Buffer.from(Array.from({ length: 5000 }, (_, position) => (position * 7) % 256))))).rejects.toThrow('binary data');
  });
  it('decodes blocks cut anywhere and evens out line ends', () => {
    const bytes = Buffer.from('\uFEFFa\r\nè\rb\n');
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const decoding = createTextDecoding('utf-8');
      expect(decoding.write(bytes.subarray(0, cut)) + decoding.write(bytes.subarray(cut)) + decoding.end()).toBe('a\nè\nb\n');
    }
    expect(() => createTextDecoding('klingon')).toThrow('unknown encoding: klingon');
  });
});

describe('rows', () => {
  it('gives up one line for a broken quote and goes on', () => {
    const { rows, rejected } = createRowReader(',').push('a,b\n1,"open\n2,"x"\n3,y\n4,"z""z"\n', true);
    expect(rejected).toMatchObject([{ line: 2, code: 'broken-quote', detail: 'a quotation mark is not closed' }]);
    expect(rows.map(({ cells, line }) => [line, ...cells])).toEqual([[1, 'a', 'b'], [3, '2', 'x'], [4, '3', 'y'], [5, '4', 'z"z']]);
  });
  it('counts lines inside quotes and skips blank ones', () => {
    const { rows } = createRowReader(';').push('a;b\n\n1;"x\ny"\n2;z', true);
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
  });
  it('is the same however the text is cut', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' '), maxLength: 60 }), fc.nat(60), (text, cut) => {
      const whole = createRowReader(',').push(text, true);
      const reader = createRowReader(',');
      const parts = [reader.push(text.slice(0, cut), false), reader.push(text.slice(cut), true)];
      // a cut piece waits for the rest, so rows and refusals agree in total
      expect(parts.flatMap(({ rows }) => rows)).toEqual(whole.rows);
      expect(parts.flatMap(({ rejected }) => rejected)).toEqual(whole.rejected);
    }), { numRuns: 500, seed: 7 });
  });
  it('refuses an endless line in flat memory', () => {
    const reader = createRowReader(',');
    const rejected: RejectedRow[] = [...reader.push('a,b\n1,', false).rejected];
    const block = 'x'.repeat(1 << 20);
    for (let piece = 0; piece < 200; piece += 1) rejected.push(...reader.push(block, false).rejected);
    const last = reader.push('\n2,y\n', true);
    expect(rejected).toMatchObject([{ line: 2, code: 'line-too-long', detail: `the row is longer than ${String(LONGEST_ROW)} characters` }]);
    expect(last.rows).toEqual([{ cells: ['2', 'y'], line: 3 }]);
  });
});

describe('tables as objects', () => {
  it.each([
    ['a,b\r\n1,"x,y"\r\n', [{ a: '1', b: 'x,y' }]], ['a;b\n"1;2";3', [{ a: '1;2', b: '3' }]], ['a,b\n1,"say ""hi"""\n', [{ a: '1', b: 'say "hi"' }]], ['a,b\n1,"two\nlines"\n2,z\n', [{ a: '1', b: 'two\nlines' }, { a: '2', b: 'z' }]],
    ['a,b\n1,\n,2\n', [{ a: '1', b: '' }, { a: '', b: '2' }]], ['a\tb\n1\t"x"\n', [{ a: '1', b: 'x' }]], ['\uFEFFa,b\n"",""\n', [{ a: '', b: '' }]], ['a,b\n1,"{""k"": ""v, w""}"\n', [{ a: '1', b: '{"k": "v, w"}' }]], ['id,text\n1,x,,\n', [{ id: '1', text: 'x' }]],
  ])('%j', async (csv, rows) => expect(await tableRows(file('small.csv', csv))).toEqual(rows));
});

describe('dialect', () => {
  it('is not misled by texts full of commas', () => {
    const rows = Array.from({ length: 50 }, (_, row) => `uno, due, tre ${String(row)};autore${String(row)};2026-01-0${String((row % 9) + 1)}`);
    expect(likeliestDelimiter(`Testo;Autore;Data\n${rows.join('\n')}\n`, true)).toBe(';');
  });
  it('honours sep= and finds the header under a preamble', () => {
    expect(tableDialect('sep=;\nReport of March\nmade by X;\n\nTesto;Autore;Data\nciao;a;2026-01-01\n', { isWhole: true })).toMatchObject({ delimiter: ';', headerRow: 2, headers: ['Testo', 'Autore', 'Data'], rows: [['ciao', 'a', '2026-01-01']] });
  });
  it('takes the row with the most known names for the header, not a line of a report that happens to hold two', () => {
    expect(tableDialect('Author,Date\nMarta,2026-01-01\n\nid,text,author,date,likes,url\n1,ciao,Ugo,2026-01-02,3,x\n', { isWhole: true })).toMatchObject({ headerRow: 2, headers: ['id', 'text', 'author', 'date', 'likes', 'url'] });
  });
  it('renames repeated and empty columns visibly', () => expect(uniqueHeaders(['data', '', 'data', 'data (2)', '__proto__'])).toEqual(['data', 'column 2', 'data (2)', 'data (2) (2)', '__proto__']));
});

describe('formats', () => {
  it('recognises twcs and the exporters, and proposes the rest', () => {
    expect(recognisedTable(['tweet_id', 'author_id', 'inbound', 'created_at', 'text', 'response_tweet_id', 'in_response_to_tweet_id'])).toMatchObject({ format: { id: 'twcs' }, confidence: 1 });
    expect(recognisedTable(['id', 'text', 'ownerUsername', 'timestamp', 'likesCount', 'repliesCount', 'postUrl'])?.format.id).toBe('apify-instagram-comments');
    expect(recognisedTable(['reviewId', 'name', 'stars', 'text', 'publishedAtDate', 'responseFromOwnerText', 'responseFromOwnerDate', 'title'])?.format.id).toBe('apify-google-maps-reviews');
    expect(recognisedTable(['Testo', 'Autore', 'Data'])).toMatchObject({ format: { id: 'csv' }, confidence: 0.8 });
    expect(recognisedTable(['x', 'y'])).toMatchObject({ format: { id: 'csv' }, confidence: 0 });
    const csv = tableFormatOf('csv');
    expect(csv === null ? null : proposedMapping(['Testo', 'Autore', 'Data', 'Mi piace', 'Risposte', 'ID genitore'], csv).columns).toEqual({ Testo: 'text', Autore: 'author', Data: 'createdAt', 'Mi piace': 'likes', Risposte: 'replies', 'ID genitore': 'parentId' });
  });
});

describe('records', () => {
  it('reads an Italian table in windows-1252', async () => {
    const csv = 'ID;Testo;Autore;Data;Mi piace;Risposte;ID genitore\n1;Perché è così?;Anna Rossi;25/03/2026 10:00;1.234;2;\n2;"@anna sì, ""certo""";@brand;25/03/2026 10:05;;;1\n';
    const { messages, rejected } = await read(file('it.csv', iconv.encode(csv, 'windows-1252')));
    expect(rejected).toEqual([]);
    expect(messages).toMatchObject([
      { nativeId: '1', kind: 'comment', author: { nativeId: 'Anna Rossi', handle: null, name: 'Anna Rossi' }, text: 'Perché è così?', createdAtMs: Date.UTC(2026, 2, 25, 9), precision: 'min', likes: 1234, replies: 2, parentNativeId: null, line: 2 },
      { nativeId: '2', kind: 'reply', author: { nativeId: 'brand', handle: 'brand', name: null }, text: '@anna sì, "certo"', parentNativeId: '1', likes: null },
    ]);
  });
  it('turns a review with its owner\'s reply into two messages, and keeps reviews of stars alone', async () => {
    const csv = 'reviewId,name,stars,text,publishedAtDate,responseFromOwnerText,responseFromOwnerDate,title\nr1,Ada,1,,2026-02-01T10:00:00.000Z,Ci dispiace,2026-02-02T11:00:00.000Z,Bar Uno\n,,5,,2026-02-03T10:00:00.000Z,,,Bar Uno\n';
    const { messages } = await read(file('maps.csv', csv));
    expect(messages).toMatchObject([
      { nativeId: 'r1', kind: 'review', text: null, rating: 1, container: { name: 'Bar Uno', kind: 'listing' } },
      { nativeId: 'r1:response', kind: 'reply', parentNativeId: 'r1', text: 'Ci dispiace', author: { nativeId: 'owner:Bar Uno', isBrand: true }, createdAtMs: Date.UTC(2026, 1, 2, 11), inbound: false, rating: null },
      { kind: 'review', author: null, rating: 5, text: null },
    ]);
    expect(messages[2]?.nativeId).toMatch(/^row:/);
  });
  it('dates the first reply of a help desk by its minutes', async () => {
    const csv = 'Id,Requester,Requester id,Status,Created at,First reply time in minutes,Ticket type\n7,Ada,99,Solved,2026-02-01 10:00:00,90,Question\n8,Bea,98,Open,2026-02-01 11:00:00,,Question\n';
    const { messages } = await read(file('desk.csv', csv));
    expect(messages).toMatchObject([
      { nativeId: '7', kind: 'ticket', text: null, author: { nativeId: '99', name: 'Ada' }, createdAtMs: Date.UTC(2026, 1, 1, 9) },
      { nativeId: '7:response', text: null, createdAtMs: Date.UTC(2026, 1, 1, 10, 30), parentNativeId: '7' },
      { nativeId: '8', kind: 'ticket' },
    ]);
  });
  it('dates the first reply of a help desk by its hours, parts of hours among them', async () => {
    const csv = 'Id,Requester,Message,Created at,First response time (in hrs)\n7,Ada,Aiuto,2026-02-01 10:00:00,2.125\n8,Bea,Aiuto,2026-02-01 10:00:00,"2,5"\n';
    const { messages } = await read(file('hours.csv', csv));
    expect(messages.filter(({ nativeId }) => nativeId.endsWith(':response')).map(({ createdAtMs }) => createdAtMs)).toEqual([Date.UTC(2026, 1, 1, 11, 7, 30), Date.UTC(2026, 1, 1, 11, 30)]);
  });
  it('refuses rows one by one, with line and reason', async () => {
    const csv = 'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n1,9,True,Tue Oct 31 22:10:47 +0000 2017,ok,,\n,9,True,Tue Oct 31 22:10:47 +0000 2017,no id,,\n3,9,True,,no time,,\n4,9,True,yesterday-ish,bad time,,\n5,9,True\n,,,,,,\n6,9,True,Tue Oct 31 22:10:47 +0000 2017,ok,,5\n';
    const { messages, rejected, rows } = await read(file('refused.csv', csv));
    expect(messages.map(({ nativeId }) => nativeId)).toEqual(['1', '6']);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[3, 'missing-id'], [4, 'missing-time'], [5, 'unreadable-time'], [6, 'wrong-column-count'], [7, 'empty-row']]);
    expect(rows).toBe(7);
  });
  it('keeps two people apart whose ids a spreadsheet rounded', async () => {
    const path = file('damaged.csv', 'id,text,author,date\n5.70306E+17,a,x,2026-01-01\n5.70306E+17,b,y,2026-01-02\n');
    const inspected = await inspect(path);
    expect(inspected.warnings.map(({ code }) => code)).toContain('damaged-ids');
    const { messages } = await read(path);
    expect(new Set(messages.map(({ nativeId }) => nativeId)).size).toBe(2);
  });
  it('gives rows without ids the same ids when read again, and equal rows different ones', async () => {
    const path = file('noids.csv', 'text,author,date\nciao,a,2026-01-01\nciao,a,2026-01-01\n');
    const [first, second] = [await read(path), await read(path)];
    expect(first.messages.map(({ nativeId }) => nativeId)).toEqual(second.messages.map(({ nativeId }) => nativeId));
    expect(new Set(first.messages.map(({ nativeId }) => nativeId)).size).toBe(2);
  });
  it('takes a column called __proto__ for a column', async () => {
    const path = file('proto.csv', '__proto__,text,created_at\nx,ciao,2026-01-01\n');
    const inspected = await inspect(path, { mapping: { columns: JSON.parse('{"__proto__":"author","text":"text","created_at":"createdAt"}') as Record<string, 'author' | 'text' | 'createdAt'> } });
    expect(inspected.dialect.headers).toEqual(['__proto__', 'text', 'created_at']);
    expect((await read(path, { mapping: inspected.mapping })).messages).toMatchObject([{ author: { nativeId: 'x' }, text: 'ciao' }]);
  });
  it('refuses to guess between day and month', async () => {
    await expect(read(file('ambiguous.csv', 'testo,data\na,03/04/2026\nb,05/02/2026\nc,01/06/2026\n'))).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await read(join(folder, 'ambiguous.csv'), { mapping: { columns: {}, dateOrder: 'month-first' } })).messages[0]?.createdAtMs).toBe(Date.UTC(2026, 2, 3, 23));
  });
  it('names a column that a mapping expects and the file lacks', async () => {
    await expect(read(file('lacks.csv', 'a,b\n1,2\n'), { mapping: { columns: { testo: 'text' } } })).rejects.toMatchObject({ code: 'invalid-input', message: 'missing column: testo; the file has a, b' });
    await expect(read(join(folder, 'lacks.csv'))).rejects.toMatchObject({ code: 'unknown-format' });
  });
  it('brings any table back as it was written', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/[\r\u0000-\u0008\u000b-\u001f\ufeff&]/g, ''));
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ text: cell, author: cell }), { minLength: 1, maxLength: 20 }), fc.constantFrom(',', ';', '\t', '|'), async (table, delimiter) => {
      const rows = table.map(({ text, author }, position) => [String(position + 1), text, author, '2026-01-02T03:04:05Z']);
      const path = file('any.csv', `${Papa.unparse([['id', 'text', 'author', 'created_at'], ...rows], { delimiter, newline: '\n' })}\n`);
      const { messages, rejected } = await read(path);
      expect(rejected).toEqual([]);
      expect(messages.map((message) => message.text)).toEqual(table.map(({ text }) => (text.trim() === '' ? null : text)));
      expect(messages.map(({ author }) => author?.name ?? author?.handle ?? null)).toEqual(table.map(({ author }) => (/^\s*$/.test(author) ? null : author.trim().startsWith('@') && !/\s/.test(author.trim()) ? author.trim().slice(1) || null : author.trim())).map((name) => (name === '' ? null : name)));
    }), { numRuns: 60, seed: 11 });
  });
});

describe.skipIf(referenceData() === null)('reference tables', () => {
  it('parses every file of csv-spectrum as its own answer says', async () => {
    const spectrum = join(referenceData() ?? '', 'csv-json-torture', 'csv-spectrum');
    const names = readdirSync(join(spectrum, 'csvs')).map((name) => name.replace(/\.csv$/, ''));
    expect(names).toHaveLength(11);
    for (const name of names) {
      const answer = JSON.parse(readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8').replaceAll('\\r\\n', '\\n')) as Record<string, string>[];
      expect(await tableRows(join(spectrum, 'csvs', `${name}.csv`)), name).toEqual(answer);
    }
  });
  it('takes every naughty string as a text', async () => {
    const strings = (JSON.parse(readFileSync(join(referenceData() ?? '', 'csv-json-torture', 'blns', 'blns.json'), 'utf8')) as string[]).map((text) => text.replace(/[\r\u0000-\u0008\u000b-\u001f]/g, ''));
    const path = file('naughty.csv', `${Papa.unparse([['id', 'text', 'date'], ...strings.map((text, position) => [String(position + 1), text, '2026-01-01'])], { newline: '\n' })}\n`);
    const { messages, rejected } = await read(path);
    expect(rejected).toEqual([]);
    expect(messages).toHaveLength(strings.length);
  });
});
