import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { OperationInput } from '../../src/contract/operations.ts';
import { forgedZip, type ForgedEntry } from '../support/forged-zip.ts';
import { growthOf } from '../support/linear-cost.ts';
import { projectAtWork, projectWithMessages, type ProjectAtWork } from '../support/project-at-work.ts';

const CSV = 'id,text,author,date\n1,"ciao, è aperto?",Anna,2026-01-01T10:00:00Z\n2,sì,Ugo,2026-01-01T11:00:00Z\n';
const MB = 1 << 20;

type Options = Omit<OperationInput<'import.run'>['files'][number], 'file'>;

/** Previews, checks and imports a file; all three must fail in words, and the project must be as it was. Returns the words of the import. */
async function refusedEverywhere(work: ProjectAtWork, name: string, content: Buffer | string, options: Options = {}): Promise<string> {
  const before = await work.state();
  const file = await work.file(name, content);
  const preview = await work.call('import.preview', { file, ...options });
  const check = await work.call('import.check', { files: [{ file, ...options }] });
  const run = await work.call('import.run', { files: [{ file, ...options }] });
  for (const outcome of [preview, check, run]) {
    expect(outcome.ok, name).toBe(false);
    if (!outcome.ok) expect(['unreadable-file', 'unknown-format', 'invalid-input'], name).toContain(outcome.failure.code);
  }
  expect(await work.state(), name).toEqual(before);
  return run.ok ? '' : run.failure.message;
}

interface Came {
  readonly messages: number;
  readonly rejected: number;
}

async function imported(work: ProjectAtWork, name: string, content: Buffer | string, options: Options = {}): Promise<Came> {
  const outcome = await work.call('import.run', { files: [{ file: await work.file(name, content), ...options }] });
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  const [first] = outcome.value.imports;
  return { messages: first?.messages ?? -1, rejected: first?.rejected ?? -1 };
}

async function textsOf(work: ProjectAtWork): Promise<(string | null)[]> {
  const listed = await work.call('messages.list', { size: 1000, orderBy: 'oldest' });
  if (!listed.ok) throw new Error(listed.failure.message);
  return listed.value.messages.map(({ text }) => text);
}

describe('zip archives that attack', () => {
  test('names that point outside are refused, and nothing is written beside the project', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 2 });
    const beside = readdirSync(work.folder);
    for (const name of ['../../evil.csv', '/tmp/tribuna-evil.csv', 'C:\\windows\\evil.csv', 'C:/evil.csv', 'a/../../evil.csv', 'a\\..\\..\\evil.csv', '\\\\server\\share\\evil.csv']) {
      expect(await refusedEverywhere(work, 'slip.zip', forgedZip([{ name: 'good.csv', content: CSV }, { name, content: CSV }])), name).toContain('unsafe file name');
    }
    expect(readdirSync(work.folder).filter((name) => !beside.includes(name))).toEqual(['slip.zip']);
    expect([existsSync(join(work.folder, '../evil.csv')), existsSync('/tmp/tribuna-evil.csv')]).toEqual([false, false]);
  });

  test('a link is a text that names a path: nobody follows it', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 2 });
    const secret = join(work.folder, 'secret.csv');
    writeFileSync(secret, CSV.replace('ciao', 'canarino'));
    await refusedEverywhere(work, 'link.zip', forgedZip([{ name: 'data.csv', content: secret, mode: 0o120777 }]));
    expect(await imported(work, 'both.zip', forgedZip([{ name: 'data.csv', content: secret, mode: 0o120777 }, { name: 'good.csv', content: CSV }]))).toEqual({ messages: 2, rejected: 0 });
    expect((await textsOf(work)).join()).not.toContain('canarino');
    await work.engine.close();
    expect(readFileSync(work.path).includes('canarino')).toBe(false);
  });

  test('two files of one name, and names with signs that no name has, are read as they lie', async () => {
    const work = await projectAtWork();
    const more = 'id,text,author,date\n3,altro,Anna,2026-01-01T10:00:00Z\n4,ancora,Ugo,2026-01-01T11:00:00Z\n';
    expect(await imported(work, 'twice.zip', forgedZip([{ name: 'a.csv', content: CSV }, { name: 'a.csv', content: more }, { name: 'x\u0000y\u001b[31m.csv', content: CSV }]))).toEqual({ messages: 4, rejected: 0 });
    const listed = await work.call('import.list', {});
    const account = listed.ok ? await work.call('import.account', { importId: listed.value.imports[0]?.importId ?? 0 }) : listed;
    expect(account.ok && account.value.parts.map(({ name }) => name).sort()).toEqual(['a.csv', 'a.csv', 'x\ufffdy\ufffd[31m.csv']);
  });

  test.each<[string, () => Buffer, string]>([
    ['a size too small', () => forgedZip([{ name: 'a.csv', content: CSV, declared: 10 }]), 'damaged'],
    ['a size too large', () => forgedZip([{ name: 'a.csv', content: CSV, declared: 4000 }]), 'damaged'],
    ['a bomb', () => forgedZip([{ name: 'a.csv', content: Buffer.alloc(24 * MB, 'a') }]), 'as only a trap does'],
    ['an archive in an archive', () => forgedZip([{ name: 'a.zip', content: forgedZip([{ name: 'a.csv', content: CSV }]) }]), 'an archive inside an archive'],
    ['a gzip bomb in an archive', () => forgedZip([{ name: 'a.csv.gz', content: zlib.gzipSync(Buffer.alloc(24 * MB, 'a')) }]), 'as only a trap does'],
    ['a password', () => forgedZip([{ name: 'a.csv', content: CSV, isEncrypted: true }]), 'locked with a password'],
    ['sizes beyond any disk', () => forgedZip(Array.from({ length: 8 }, (_, number): ForgedEntry => ({ name: `${String(number)}.csv`, content: CSV, declared: 0xfffffff0 }))), 'unpacks to more than'],
    ['its end cut off', () => forgedZip([{ name: 'a.csv', content: CSV }]).subarray(0, -30), ''],
    ['nothing', () => forgedZip([]), 'it is empty'],
    ['a gzip bomb', () => zlib.gzipSync(Buffer.alloc(24 * MB, 'a\n')), 'as only a trap does'],
    ['a zstd bomb', () => zlib.zstdCompressSync(Buffer.alloc(24 * MB, 'a\n')), 'as only a trap does'],
  ])('%s: refused in words, the project untouched', async (_, made, words) => {
    const work = await projectWithMessages({ analysed: false, threads: 2 });
    expect(await refusedEverywhere(work, 'attack.zip', made())).toContain(words);
  });

  test('a hundred thousand and one entries are refused, a hundred are not', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 2 });
    const many = forgedZip(Array.from({ length: 100_001 }, (_, number) => ({ name: `${number.toString(36)}.bin`, content: '' })));
    expect(await refusedEverywhere(work, 'many.zip', many)).toContain('more than 100000 files');
    expect(await imported(work, 'some.zip', forgedZip([...Array.from({ length: 100 }, (_, number) => ({ name: `${String(number)}.jpg`, content: 'x' })), { name: 'a.csv', content: CSV }]))).toEqual({ messages: 2, rejected: 0 });
  });

  test('a part that turns out to be a trap costs no other part', async () => {
    const work = await projectAtWork();
    expect(await imported(work, 'mixed.zip', forgedZip([{ name: 'trap.csv', content: Buffer.alloc(24 * MB, 'a') }, { name: 'good.csv', content: CSV }]))).toMatchObject({ messages: 2 });
  });
});

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "ah">${Array.from({ length: 12 }, (_, level) => `<!ENTITY ${String.fromCharCode(98 + level)} "${`&${String.fromCharCode(97 + level)};`.repeat(20)}">`).join('')}<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY out SYSTEM "http://127.0.0.1:9/x">]>`;

/** A workbook of one sheet whose rows, and whatever else is given, are written as they stand. */
function workbook(rows: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const all: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${NAMESPACE} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Dati" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${NAMESPACE}><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  };
  return forgedZip(Object.entries(all).map(([name, content]) => ({ name, content })));
}

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const rowOf = (...texts: string[]): string => `<row>${texts.map(inline).join('')}</row>`;
const HEADER = rowOf('id', 'text', 'author', 'date');

describe('workbooks that attack', () => {
  test('formulas are never computed: those with a stored result give it, texts that look like one stay texts', async () => {
    const work = await projectAtWork();
    const rows = `${HEADER}${rowOf('1', '=HYPERLINK(&quot;http://example.org&quot;)', '+Anna', '2026-01-01')}<row>${inline('2')}<c t="str"><f>1+1</f><v>scritto</v></c>${inline('Ugo')}${inline('2026-01-02')}</row><row>${inline('3')}<c><f>WEBSERVICE("http://127.0.0.1:9/")</f></c>${inline('Tea')}${inline('2026-01-03')}</row>`;
    expect(await imported(work, 'formulas.xlsx', workbook(rows))).toEqual({ messages: 3, rejected: 0 });
    expect((await textsOf(work)).map(String).sort()).toEqual(['=HYPERLINK("http://example.org")', 'null', 'scritto']);
  });

  test('links to other files are not followed', async () => {
    const work = await projectAtWork();
    const secret = join(work.folder, 'secret.xml');
    writeFileSync(secret, `<worksheet><sheetData>${HEADER}${rowOf('9', 'canarino', 'Anna', '2026-01-01')}</sheetData></worksheet>`);
    const relation = (id: string, target: string, mode = ''): string => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${target}"${mode}/>`;
    const outside = workbook(`${HEADER}${rowOf('1', 'ciao', 'Anna', '2026-01-01')}`, {
      'xl/workbook.xml': `<workbook ${NAMESPACE}><sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId2"/><sheet name="C" r:id="rId3"/></sheets><externalReferences><externalReference r:id="rId2"/></externalReferences></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheets/sheet1.xml')}${relation('rId2', `file://${secret}`, ' TargetMode="External"')}${relation('rId3', `../../../../../../..${secret}`)}</Relationships>`,
      'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook r:id="rId1"/></externalLink>',
    });
    expect(await imported(work, 'links.xlsx', outside)).toEqual({ messages: 1, rejected: 0 });
    expect(await textsOf(work)).toEqual(['ciao']);
  });

  test('entities that a document defines itself stand for nothing', async () => {
    const work = await projectAtWork();
    const book = workbook('', {
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${LAUGHS}<worksheet><sheetData>${HEADER}${rowOf('1', 'ciao &amp; &m; &file; &out;', 'Anna', '2026-01-01')}<row>${inline('2')}<c t="s"><v>0</v></c>${inline('Ugo')}${inline('2026-01-02')}</row></sheetData></worksheet>`,
      'xl/sharedStrings.xml': `<?xml version="1.0"?>${LAUGHS}<sst count="4294967295" uniqueCount="4294967295"><si><t>sì &m;</t></si></sst>`,
    });
    expect(await imported(work, 'laughs.xlsx', book)).toEqual({ messages: 2, rejected: 0 });
    const texts = (await textsOf(work)).join();
    expect(texts.length).toBeLessThan(100);
    expect(texts).not.toMatch(/ahah|root:/);
    const dump = `<?xml version="1.0"?>\n<posts>\n<row Id="1" PostTypeId="1" CreationDate="2020-01-01T10:00:00.000" Body="&amp;lt;p&amp;gt; &m; &file;" Title="x" />\n</posts>`;
    const other = await projectAtWork();
    expect(await imported(other, 'Posts.xml', dump)).toEqual({ messages: 1, rejected: 0 });
    expect((await textsOf(other)).join().length).toBeLessThan(60);
  });

  test('rows and columns beyond what a sheet can have, and cells without end, are refused or left out', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 2 });
    expect(await refusedEverywhere(work, 'rows.xlsx', workbook(`${HEADER}<row r="4000000000">${inline('1')}</row>`))).toContain('more rows');
    const unlike = Array.from({ length: 900_000 }, (_, number) => ((number * 2_654_435_761) % 2 ** 32).toString(36)).join('');
    expect(await refusedEverywhere(work, 'cell.xlsx', workbook(`${HEADER}${rowOf('1', unlike, 'Anna', '2026-01-01')}`))).toContain('longer than');
    const wide = Array.from({ length: 30_000 }, (_, number) => `<row r="${String(number + 2)}"><c r="XFD${String(number + 2)}"><v>1</v></c></row>`).join('');
    expect(await refusedEverywhere(work, 'wide.xlsx', workbook(`${HEADER}${wide}`))).toContain('cells');
    expect(await imported(work, 'odd.xlsx', workbook(`${HEADER}<row r="-5"><c r="ZZZZZ9"><v>7</v></c></row><row r="1e3"><c r="" t="s"><v>99999</v></c><c t="s"><v>-1</v></c><c t="b"><v/></c><c t="e"><v>#REF!</v></c></row>${rowOf('1', 'ciao', 'Anna', '2026-01-01')}`))).toMatchObject({ messages: 1 });
  });

  test.each([
    ['no sheet', { 'xl/workbook.xml': '<workbook/>' }], ['no relations', { 'xl/_rels/workbook.xml.rels': '' }], ['a sheet that is no XML', { 'xl/worksheets/sheet1.xml': '\u0000\u0001%PDF' }], ['a workbook that is no XML', { 'xl/workbook.xml': 'ciao' }],
  ] as const)('with %s: refused in words', async (_, parts) => {
    const work = await projectWithMessages({ analysed: false, threads: 2 });
    await refusedEverywhere(work, 'damaged.xlsx', workbook(`${HEADER}${rowOf('1', 'ciao', 'Anna', '2026-01-01')}`, parts));
  });
});

describe('documents that attack', () => {
  test.each<[string, string]>([
    ['a hundred thousand brackets', '['.repeat(100_000)], ['three million brackets', '['.repeat(3_000_000)], ['objects left open', '{"a":'.repeat(400_000)],
  ])('%s: refused in words, the project untouched', async (_, content) => {
    await refusedEverywhere(await projectWithMessages({ analysed: false, threads: 2 }), 'deep.json', content);
  });

  test.each([['brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`], ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`]])('a hundred thousand closed %s hold no message', async (_, content) => {
    const work = await projectAtWork();
    const outcome = await work.call('import.run', { files: [{ file: await work.file('deep.json', content) }] });
    if (outcome.ok) expect(outcome.value.imports).toMatchObject([{ messages: 0 }]);
    else expect(['unreadable-file', 'unknown-format']).toContain(outcome.failure.code);
  });

  test('replies nested beyond any thread cost no fall', async () => {
    const work = await projectAtWork();
    const nested = (depth: number): string => `[${'{"id":"1","text":"ciao","author":"Anna","created_at":"2026-01-01T10:00:00Z","replies":['.repeat(depth)}${']}'.repeat(depth)}]`;
    for (const depth of [20, 70, 10_000]) {
      const outcome = await work.call('import.run', { files: [{ file: await work.file('nested.json', nested(depth)) }] });
      if (!outcome.ok) expect(['unreadable-file', 'unknown-format', 'invalid-input'], outcome.failure.message).toContain(outcome.failure.code);
    }
  });

  test('a text of ten megabytes is a text or is refused; of two members of one name the last counts', async () => {
    const work = await projectAtWork();
    const row = (id: string, text: string): string => `{"id":"${id}","text":"${text}","author":"Anna","created_at":"2026-01-01T10:00:00Z"}`;
    const long = await imported(work, 'long.json', `[${row('1', `${'a'.repeat(99)} `.repeat(MB / 10))},${row('2', 'ciao')}]`);
    expect(long.messages + long.rejected).toBe(2);
    expect(await imported(work, 'twice.json', '[{"id":"7","text":"prima","text":"seconda","author":"Anna","created_at":"2026-01-01T10:00:00Z"}]')).toEqual({ messages: 1, rejected: 0 });
    expect(await textsOf(work)).toContain('seconda');
  });

  test('members called like parts of an object reach nothing, in documents, mappings and templates', async () => {
    const work = await projectAtWork();
    const odd = '{"__proto__":{"polluted":"si","text":"dal prototipo"},"constructor":{"prototype":{"polluted":"si"}},"id":"1","text":"ciao","author":"Anna","created_at":"2026-01-01T10:00:00Z","toString":"x","hasOwnProperty":"y"}';
    for (const [name, content] of [['a.json', `[${odd}]`], ['a.ndjson', `${odd}\n${odd.replace('"1"', '"2"')}\n`], ['b.json', `{"__proto__":[${odd.replace('"1"', '"3"')}],"items":[${odd.replace('"1"', '"4"')}]}`]] as const) await imported(work, name, content);
    const columns = JSON.parse('{"id":"id","text":"text","__proto__":"author","constructor":"createdAt"}') as Record<string, 'text'>;
    const mapped = await work.call('import.run', { files: [{ file: await work.file('c.csv', 'id,text,__proto__,constructor\n9,ciao,Anna,2026-01-01\n'), mapping: { columns } }] });
    if (!mapped.ok) expect(mapped.failure.code).toBe('invalid-input');
    const template = '{"tribunaTemplates":1,"__proto__":{"polluted":"si"},"templates":[{"__proto__":{"polluted":"si"},"id":"x","name":"constructor","headers":["__proto__","text"],"mapping":{"columns":{"__proto__":"text","constructor":"author"}},"savedAtMs":1},{"id":{"__proto__":1}}]}';
    const taken = await work.call('templates.import', { text: template });
    expect(taken.ok || taken.failure.code === 'invalid-input').toBe(true);
    expect(await work.call('import.preview', { file: await work.file('d.csv', '__proto__,text\nx,ciao\n') })).toMatchObject({ ok: true });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(([] as unknown as Record<string, unknown>)['text']).toBeUndefined();
    expect(await textsOf(work)).not.toContain('dal prototipo');
  });

  test('a table of a hundred thousand columns, and a header of five megabytes, are refused at once', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 2 });
    const wide = (columns: number, name: (number: number) => string): string => `${Array.from({ length: columns }, (_, number) => name(number)).join(',')}\n${Array.from({ length: columns }, () => '1').join(',')}\n`;
    for (const name of [(number: number) => `c${String(number)}`, () => 'text', (number: number) => `replies/${String(number % 10_000)}/c${String(number)}`]) {
      expect(await refusedEverywhere(work, 'wide.csv', wide(100_000, name))).toMatch(/columns|longer than a million/);
      expect(await refusedEverywhere(work, 'wide.csv', wide(100_000, name), { format: 'csv' })).toMatch(/columns|longer than a million/);
    }
    await refusedEverywhere(work, 'header.csv', `${'c,'.repeat(2.5 * MB)}\n1\n`);
    // a header alone is a table without rows, however it is named
    expect(await imported(work, 'nested.csv', `id,date,text,${'replies/0/'.repeat(90_000)}text\n1,2026-01-01,ciao,x\n`)).toMatchObject({ messages: 1 });
    expect(await imported(work, 'broad.csv', wide(3000, (number) => ['id', 'text', 'date', 'author'][number] ?? `c${String(number)}`).replaceAll(/^1,1,1/gm, 'b,ciao,2026-01-01'))).toEqual({ messages: 1, rejected: 0 });
  });

  test('a header of rows inside rows costs no more than its length', async () => {
    const work = await projectAtWork();
    expect(await growthOf(async (times) => {
      const names = ['id', 'text', 'date', ...Array.from({ length: 3000 * times }, (_, number) => `replies/${String(number)}/x${String(number)}`)];
      await work.call('import.preview', { file: await work.file('nested.csv', `${names.join(',')}\n1,ciao,2026-01-01${',x'.repeat(3000 * times)}\n`) });
    })).toBeLessThan(4.5);
  });
});
