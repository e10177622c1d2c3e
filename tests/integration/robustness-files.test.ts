import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { projectWithMessages, type ProjectAtWork } from '../support/project-at-work.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TABLE = 'id,text,author,date\n1,perché no,Zoë,2026-01-01 10:00\n2,così è,Ugo,2026-01-02 11:00\n3,già città più,Ada,2026-01-03 12:00\n';
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(4000, 7)]);
const ZIP = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 8, 0]), Buffer.alloc(4000, 200)]);

function words(outcome: Outcome<unknown>): string {
  return outcome.ok ? '' : outcome.failure.message;
}

async function textsOf(work: ProjectAtWork, importedAfter: number): Promise<(string | null)[]> {
  const listed = await work.call('messages.list', { size: 1000, orderBy: 'oldest' });
  if (!listed.ok) throw new Error(words(listed));
  return listed.value.messages.filter(({ messageId }) => messageId > importedAfter).map(({ text }) => text);
}

test('a time zone that nobody knows is refused by every way in, whatever the kind of file, and nothing is left', async () => {
  const work = await projectWithMessages({ analysed: false, threads: 2 });
  const before = await work.state();
  const file = await work.file('content.csv', 'Video title,Video link,Post time,Total likes\nMoka,https://www.tiktok.com/@brio/video/1,1 marzo,3\n');
  for (const timeZone of ['Mars/Olympus', '', '__proto__']) {
    for (const outcome of [await work.call('import.preview', { file, timeZone }), await work.call('import.check', { files: [{ file, timeZone }] }), await work.call('import.run', { files: [{ file, timeZone }] })]) {
      expect(outcome, timeZone).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
      expect(words(outcome)).toContain('unknown time zone');
    }
  }
  expect(await work.state()).toEqual(before);
});

describe('files that are no table', () => {
  const refused: readonly (readonly [name: string, content: string | Buffer, code: string, says: RegExp])[] = [
    ['empty.csv', '', 'unreadable-file', /empty: 0 bytes/],
    ['blank.csv', '\n\n  \n', 'unreadable-file', /nothing but blanks/],
    ['mark.csv', Buffer.from([0xef, 0xbb, 0xbf]), 'unreadable-file', /nothing but blanks/],
    ['picture.csv', PNG, 'unreadable-file', /an image/],
    ['archive.csv', ZIP, 'unreadable-file', /zip archive/],
    ['noise.csv', Buffer.from(Array.from({ length: 5000 }, (_, position) => (position * 37) % 256)), 'unreadable-file', /binary data/],
    ['zeros.csv', Buffer.alloc(10_000), 'unreadable-file', /binary data/],
    ['half.csv', Buffer.from([0xff, 0xfe, 0x41]), 'unreadable-file|unknown-format', /./],
    ['one-word.csv', 'ciao', 'unknown-format', /of no kind that is known/],
    ['quote.csv', '"', 'unreadable-file|unknown-format', /./],
    ['header.csv', 'id,text,author,date\n', 'ok', /^$/],
  ];
  test.each(refused)('%s: preview and import say what is wrong, and the project is as before', async (name, content, codes, says) => {
    const work = await projectWithMessages({ analysed: false, threads: 4 });
    const before = await work.state();
    const file = await work.file(name, content);
    for (const outcome of [await work.call('import.preview', { file }), await work.call('import.run', { files: [{ file }] })]) {
      if (codes === 'ok') expect(outcome.ok).toBe(true);
      else if (outcome.ok) expect((outcome.value as { missing?: string[] }).missing).toContain('text');
      else {
        expect(codes.split('|')).toContain(outcome.failure.code);
        expect(outcome.failure.message).toMatch(says);
      }
    }
    if (codes !== 'ok') expect(await work.state()).toEqual(before);
  });

  test('a database picked as an export, a folder, a file that is gone, an unknown handle', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 4 });
    const before = await work.state();
    await work.call('project.close', {});
    const bytes = readFileSync(work.path);
    await work.call('project.open', { file: await work.engine.registerFile(work.path, 'prova.tribuna') });
    const cases: readonly (readonly [{ fileHandle: string }, string])[] = [
      [await work.file('copy.csv', bytes), 'unreadable-file'],
      [await work.engine.registerFile(work.folder, 'folder'), 'unreadable-file'],
      [await work.engine.registerFile(join(work.folder, 'gone.csv'), 'gone.csv'), 'not-found'],
      [{ fileHandle: 'file-of-nobody' }, 'not-found'],
      [{ fileHandle: '__proto__' }, 'not-found'],
    ];
    for (const [file, code] of cases) {
      expect(await work.call('import.preview', { file })).toMatchObject({ ok: false, failure: { code } });
      expect(await work.call('import.run', { files: [{ file }] })).toMatchObject({ ok: false, failure: { code } });
    }
    expect(await work.state()).toEqual(before);
  });

  test('the same through the command line: exit code 1 and one document', async () => {
    const folder = temporaryFolder();
    for (const [name, content, code] of [['empty.csv', '', 'unreadable-file'], ['picture.csv', PNG, 'unreadable-file'], ['other.csv', 'alfa,beta\n1,2\n', 'unknown-format']] as const) {
      writeFileSync(join(folder, name), content);
      let [out, err] = ['', ''];
      expect(await runCommand(['import', join(folder, 'p.tribuna'), join(folder, name), '--json'], { out: (text) => void (out += text), err: (text) => void (err += text), interactive: false, input: process.stdin })).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ ok: false, failure: { code } });
      expect(err).toBe('');
    }
  });
});

describe('encodings', () => {
  const body = TABLE.slice(TABLE.indexOf('\n') + 1);
  const texts = ['perché no', 'così è', 'già città più'];
  const encodings: readonly (readonly [name: string, bytes: Buffer])[] = [
    ['utf-8', Buffer.from(TABLE)],
    ['utf-8 with its mark', Buffer.from(`\uFEFF${TABLE}`)],
    ['windows-1252', iconv.encode(TABLE, 'windows-1252')],
    ['utf-16le with its mark', Buffer.from(`\uFEFF${TABLE}`, 'utf16le')],
    ['utf-16le without', Buffer.from(TABLE, 'utf16le')],
    ['utf-16be with its mark', iconv.encode(`\uFEFF${TABLE}`, 'utf-16be', { addBOM: false })],
    ['utf-16be without', iconv.encode(TABLE, 'utf-16be', { addBOM: false })],
    ['utf-8 with carriage returns', Buffer.from(TABLE.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', Buffer.from(TABLE.replaceAll('\n', '\r'))],
  ];
  test.each(encodings)('%s is read as written', async (_name, bytes) => {
    const work = await projectWithMessages({ analysed: false, threads: 1 });
    const [last] = (await textsOf(work, 0)).map((_, position) => position + 1).slice(-1);
    expect(await work.call('import.run', { files: [{ file: await work.file('t.csv', bytes) }] })).toMatchObject({ ok: true, value: { imports: [{ messages: 3, rejected: 0 }] } });
    expect((await textsOf(work, last ?? 0)).sort()).toEqual([...texts].sort());
  });

  test('a table that is mostly UTF-8 keeps its good characters and says how many are damaged', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 1 });
    const mixed = Buffer.concat([Buffer.from(`id,text,author,date\n${body.repeat(30).replaceAll(/^\d/gm, () => '')}`), Buffer.from('x1,perch'), Buffer.from([0xe9]), Buffer.from(',Ada,2026-01-04 10:00\n')]);
    const file = await work.file('mixed.csv', mixed);
    const preview = await work.call('import.preview', { file });
    expect(preview.ok && preview.value.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['guessed-encoding', 'damaged-characters']));
    expect(await work.call('import.run', { files: [{ file }] })).toMatchObject({ ok: true, value: { imports: [{ rejected: 0 }] } });
    expect(await textsOf(work, 0)).toEqual(expect.arrayContaining(['già città più', 'perch\uFFFD']));
  });

  test('an encoding named by hand that does not exist is bad input, not a crash', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 1 });
    const file = await work.file('t.csv', TABLE);
    for (const encoding of ['klingon', '', '__proto__', 'constructor', 'toString', 'base64', 'utf-7', 'x'.repeat(5000)]) {
      const outcome = await work.call('import.preview', { file, mapping: { columns: {}, encoding } });
      if (!outcome.ok) expect(outcome.failure.code, encoding).toMatch(/^(invalid-input|unreadable-file|unknown-format)$/);
      const run = await work.call('import.run', { files: [{ file, mapping: { columns: { text: 'text' }, encoding } }] });
      if (!run.ok) expect(run.failure.code, encoding).toMatch(/^(invalid-input|unreadable-file|unknown-format)$/);
    }
  });
});

describe('tables with something wrong in them', () => {
  test('a broken quote costs its line', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 1 });
    const file = await work.file('q.csv', 'id,text,author,date\n1,"aperta,Ada,2026-01-01\n2,bene,Ugo,2026-01-02\n3,"in "mezzo",Ugo,2026-01-03\n4,fine,Ugo,2026-01-04\n');
    expect(await work.call('import.run', { files: [{ file }] })).toMatchObject({ ok: true, value: { imports: [{ messages: 2, rejected: 2, reasons: [{ code: 'broken-quote', count: 2, firstRow: 2 }] }] } });
  });

  test('a mapping that names a column the file has not is refused with the columns it has', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 1 });
    const before = await work.state();
    const file = await work.file('t.csv', TABLE);
    const mapping = { columns: { testo: 'text', id: 'id' } } as const;
    for (const outcome of [await work.call('import.preview', { file, mapping }), await work.call('import.run', { files: [{ file, mapping }] })]) {
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'invalid-input', message: 'missing column: testo; the file has id, text, author, date' } });
    }
    expect(await work.state()).toEqual(before);
  });

  test('repeated headers are told apart and said', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 1 });
    const file = await work.file('t.csv', 'text,text,author,date,,text\nuno,due,Ada,2026-01-01,x,tre\n');
    const preview = await work.call('import.preview', { file });
    expect(preview).toMatchObject({ ok: true, value: { warnings: [{ code: 'renamed-columns' }] } });
    expect(preview.ok && preview.value.columns.map(({ name }) => name)).toEqual(['text', 'text (2)', 'author', 'date', 'column 5', 'text (3)']);
    expect(await work.call('import.run', { files: [{ file, mapping: { columns: { 'text (3)': 'text', author: 'author', date: 'createdAt' } } }] })).toMatchObject({ ok: true });
    expect(await textsOf(work, 0)).toContain('tre');
  });

  test('columns named like parts of an object are columns like any other', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 1 });
    const file = await work.file('t.csv', 'id,__proto__,constructor,prototype,hasOwnProperty,toString\n1,ciao,Ada,2026-01-01,x,y\n');
    const plain = await work.call('import.preview', { file });
    expect(plain.ok && plain.value.columns.map(({ name }) => name)).toEqual(['id', '__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString']);
    // as JSON from a terminal or a page brings it: an own property of that name
    const columns = JSON.parse('{"id":"id","__proto__":"text","constructor":"author","prototype":"createdAt"}') as Record<string, 'text'>;
    const mapped = await work.call('import.run', { files: [{ file, mapping: { columns } }] });
    if (mapped.ok) expect(await textsOf(work, 0)).toContain('ciao');
    else expect(mapped.failure.code).toBe('invalid-input');
    expect(Object.prototype).not.toHaveProperty('text');
    expect(({} as Record<string, unknown>)['id']).toBeUndefined();
    const rest = { columns: { id: 'id', hasOwnProperty: 'text', constructor: 'author', prototype: 'createdAt' } } as const;
    expect(await work.call('import.run', { files: [{ file, mapping: rest }] })).toMatchObject({ ok: true, value: { imports: [{ rejected: 0 }] } });
    expect(await textsOf(work, 0)).toContain('x');
  });

  test('a line of 200 MB is refused, its neighbours are kept, and memory stays flat', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 1 });
    const path = join(work.folder, 'endless.csv');
    const descriptor = openSync(path, 'w');
    writeSync(descriptor, 'id,text,author,date\n1,prima,Ada,2026-01-01\n2,');
    const block = Buffer.alloc(8 << 20, 'x');
    for (let piece = 0; piece < 25; piece += 1) writeSync(descriptor, block);
    writeSync(descriptor, '\n3,dopo,Ada,2026-01-02\n');
    closeSync(descriptor);
    const before = process.memoryUsage();
    let peak = 0;
    const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
    const outcome = await work.call('import.run', { files: [{ file: await work.engine.registerFile(path, 'endless.csv') }] });
    clearInterval(watching);
    rmSync(path);
    expect(outcome).toMatchObject({ ok: true, value: { imports: [{ messages: 2, rejected: 1, reasons: [{ code: 'line-too-long', count: 1, firstRow: 3 }] }] } });
    // a copy of the line alone would be more
    expect((peak - before.rss) / 1e6).toBeLessThan(190);
    expect(await textsOf(work, 0)).toEqual(expect.arrayContaining(['prima', 'dopo']));
  });

  test('one endless line and nothing else is no table', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 1 });
    const file = await work.file('wall.csv', 'x'.repeat(6 << 20));
    for (const outcome of [await work.call('import.preview', { file }), await work.call('import.run', { files: [{ file }] })]) expect(outcome).toMatchObject({ ok: false, failure: { code: 'unreadable-file' } });
  });
});

