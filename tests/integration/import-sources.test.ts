import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { runCommand } from '../../src/cli/run-command.ts';
import { projectAtWork } from '../support/project-at-work.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CHAT = ['03/04/26, 09:15 - Anna: Quando riaprite?', '03/04/26, 09:40 - Caffè Aurora: Domani alle otto', '05/04/26, 10:00 - Bea: Grazie'].join('\n');

async function tribuna(words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runCommand(words, { out: (text) => void (out += text), err: (text) => void (err += text), interactive: false, input: (async function* () {})() });
  return { code, out, err };
}

test('a chat whose day and month cannot be told is shown both ways, and imported once a person says which', async () => {
  const work = await projectAtWork();
  const file = await work.file('chat.txt', CHAT);
  const preview = await work.call('import.preview', { file });
  expect(preview).toMatchObject({ ok: true, value: { format: 'whatsapp', isTable: false, isPrivate: true, dates: { ambiguous: true, readings: [{ order: 'day-first' }, { order: 'month-first' }] } } });
  expect(preview.ok && preview.value.dates.readings.map(({ readAsMs }) => readAsMs[0])).toEqual([Date.UTC(2026, 3, 3, 7, 15), Date.UTC(2026, 2, 4, 8, 15)]);
  const before = await work.state();
  expect(await work.call('import.run', { files: [{ file }] })).toMatchObject({ ok: false, failure: { code: 'invalid-input', message: expect.stringContaining('ambiguous dates') } });
  expect(await work.state()).toEqual(before);
  const options = { file, mapping: { columns: {}, dateOrder: 'day-first' as const } };
  const chosen = await work.call('import.preview', options);
  expect(chosen.ok && chosen.value.records.map(({ author, atMs }) => [author, atMs])).toEqual([['Anna', Date.UTC(2026, 3, 3, 7, 15)], ['Caffè Aurora', Date.UTC(2026, 3, 3, 7, 40)], ['Bea', Date.UTC(2026, 3, 5, 8)]]);
  expect(await work.call('import.run', { files: [options] })).toMatchObject({ ok: true, value: { imports: [{ format: 'whatsapp', messages: 3 }] } });
});

async function zipOf(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const blocks: Buffer[] = [];
  for await (const block of zip.outputStream) blocks.push(block as Buffer);
  return Buffer.concat(blocks);
}

test('conversations inside an archive are known for private before it is imported, and what is beside them is not', async () => {
  const work = await projectAtWork();
  const folder = 'tests/fixtures/formats/';
  const isPrivate = async (name: string, entries: Readonly<Record<string, string>>): Promise<unknown> => {
    const preview = await work.call('import.preview', { file: await work.file(name, await zipOf(Object.fromEntries(Object.entries(entries).map(([entry, path]) => [entry, readFileSync(`${folder}${path}`, 'utf8')])))) });
    return preview.ok ? preview.value.isPrivate : preview.failure;
  };
  const open = { 'Profile.csv': 'linkedin-archive/Profile.csv', 'Shares.csv': 'linkedin-archive/Shares.csv' };
  expect(await isPrivate('linkedin-open.zip', open)).toBe(false);
  expect(await isPrivate('linkedin.zip', { ...open, 'messages.csv': 'linkedin-archive/messages.csv' })).toBe(true);
  expect(await isPrivate('instagram-2020-open.zip', { 'comments.json': 'instagram-download/2020/comments.json' })).toBe(false);
  expect(await isPrivate('instagram-2020.zip', { 'comments.json': 'instagram-download/2020/comments.json', 'messages.json': 'instagram-download/2020/messages.json' })).toBe(true);
  expect(await isPrivate('instagram.zip', { 'your_instagram_activity/messages/inbox/brio_1/message_1.json': 'messenger/message_1.json' })).toBe(true);
});

test('a trial counts what an import would bring, against the project, and stores nothing', async () => {
  const work = await projectAtWork();
  const first = await work.file('a.csv', 'id,text,author,date,parent_id\n1,ciao,anna,2026-01-01T10:00:00Z,\n2,ciao a te,bea,2026-01-01T11:00:00Z,1\n');
  expect((await work.call('import.run', { files: [{ file: first }] })).ok).toBe(true);
  const before = await work.state();
  const second = await work.file('b.csv', 'id,text,author,date,parent_id\n2,ciao a te,bea,2026-01-01T11:00:00Z,1\n3,nuovo,,2026-01-02T10:00:00Z,1\n3,nuovo,,2026-01-02T10:00:00Z,1\n4,senza data,carlo,,\n');
  expect(await work.call('import.check', { files: [{ file: second }] })).toMatchObject({
    ok: true, value: { skipped: [], files: [{ file: 'b.csv', formats: ['csv'], rows: 4, messages: 2, known: 1, copies: 1, replies: 2, withoutAuthor: 1, rejected: 1, reasons: [{ code: 'missing-time', count: 1, firstRow: 5 }] }] },
  });
  expect(await work.state()).toEqual(before);
  expect(await work.call('import.run', { files: [{ file: second }] })).toMatchObject({ ok: true, value: { imports: [{ messages: 1, duplicates: 2, rejected: 1 }] } });
});

test('a mapping kept as a template is found again for the same columns', async () => {
  const work = await projectAtWork();
  const file = await work.file('tool.csv', 'chi;cosa;quando_e;dove\nanna;ciao;2026-01-01;qui\n');
  const mapping = { columns: { chi: 'author', cosa: 'text', quando_e: 'createdAt' }, network: 'facebook' } as const;
  expect((await work.call('templates.save', { name: 'il nostro strumento', headers: ['chi', 'cosa', 'quando_e', 'dove'], mapping })).ok).toBe(true);
  const again = await work.file('later.csv', 'Dove;chi;Cosa;quando_e\nqui;bea;ciao;2026-02-01\n');
  expect(await work.call('import.preview', { file })).toMatchObject({ ok: true, value: { template: { name: 'il nostro strumento', isExact: true, mapping } } });
  expect(await work.call('import.preview', { file: again })).toMatchObject({ ok: true, value: { template: { isExact: true } } });
  expect(await work.call('import.columns', { file, mapping })).toMatchObject({ ok: true, value: { columns: [{ name: 'chi', filled: 1, texts: 1 }, { name: 'cosa', texts: 1 }, { name: 'quando_e', dates: 1 }, { name: 'dove', filled: 1 }] } });
});

test('the terminal takes a folder, leaves out what holds no messages, and makes and takes back changes', async () => {
  const folder = temporaryFolder();
  const exports = join(folder, 'exports');
  mkdirSync(join(exports, 'deep'), { recursive: true });
  writeFileSync(join(exports, 'a.csv'), smallExport(10));
  writeFileSync(join(exports, 'deep', 'chat.txt'), CHAT.replace('05/04/26', '25/04/26'));
  writeFileSync(join(exports, 'settings.json'), '{"theme": "dark"}');
  writeFileSync(join(exports, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]));
  const project = join(folder, 'p.tribuna');
  const trial = await tribuna(['import', project, exports, '--dry-run', '--json']);
  expect(trial.code).toBe(0);
  const { value } = JSON.parse(trial.out) as { value: { files: { file: string; messages: number }[]; skipped: { name: string }[] } };
  expect(value.skipped.map(({ name }) => name)).toEqual(['photo.jpg', 'settings.json']);
  const done = JSON.parse((await tribuna(['import', project, exports, '--json', '--brand', 'Aurora'])).out) as { value: { imports: { file: string; messages: number }[] } };
  expect(done.value.imports.map(({ file, messages }) => [file, messages])).toEqual(value.files.map(({ file, messages }) => [file, messages]));
  expect(done.value.imports.map(({ file }) => file)).toEqual(['a.csv', 'deep/chat.txt']);
  const people = JSON.parse((await tribuna(['query', project, 'people.list', '{"text":"Anna"}', '--json'])).out) as { value: { people: { accountId: number }[] } };
  const accountId = people.value.people[0]?.accountId;
  expect((await tribuna(['change', project, 'roles.decide', JSON.stringify({ decisions: [{ accountId, role: 'press', verdict: 'is' }] }), '--json'])).code).toBe(0);
  const decided = JSON.parse((await tribuna(['query', project, 'people.one', JSON.stringify({ accountId }), '--json'])).out) as { value: { roles: { role: string; origin: string }[] } };
  expect(decided.value.roles).toMatchObject([{ role: 'press', origin: 'hand' }]);
  expect((await tribuna(['change', project, 'history.undo', '--json'])).code).toBe(0);
  const undone = JSON.parse((await tribuna(['query', project, 'people.one', JSON.stringify({ accountId }), '--json'])).out) as { value: { roles: unknown[] } };
  expect(undone.value.roles).toEqual([]);
  expect((await tribuna(['change', project, 'overview'])).code).toBe(2);
});
