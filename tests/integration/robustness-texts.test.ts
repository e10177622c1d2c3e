import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { callerOf, projectAtWork } from '../support/project-at-work.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testSettings } from '../support/test-engine.ts';

/** Texts that become something else where they are not treated as data. */
const HOSTILE = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', 'javascript:alert(1)', `<a href="javascript:alert(1)">x</a>`, '<iframe srcdoc="<script>alert(1)</script>">', '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '<!--', ']]>', '<style>*{display:none}</style>', '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
  '=1+1', '+1+1', '-1+1', '@SUM(A1)', `=cmd|' /C calc'!A0`, '=HYPERLINK("http://x.example","y")', '\t=1+1', '＝1+1', `'; DROP TABLE message; --`, '" OR ""="', '%s%n%x', '../../etc/passwd', 'C:\\Windows\\System32', '__proto__', 'constructor', 'null', 'NaN', '[object Object]',
  'a\u202Egpj.exe', 'zero\u200Bwidth', 'e\u0301 combining', '👩‍👩‍👧‍👦', 'العربية', '\u0007bell', 'x'.repeat(20_000), 'ﬀ ligature', 'İstanbul', 'two\nlines', 'a,b;c\td', 'say ""twice""',
];

const NAME = '<img src=x onerror=alert(1)> =cmd.csv';
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

test('hostile texts come back as they were written, in every field', async () => {
  const work = await projectAtWork();
  // what HTML writes as entities is decoded, which none of these is
  const rows = HOSTILE.map((text, position) => [`id-${String(position)}`, text, `autore ${text}`, `2026-01-01T10:${String(position).padStart(2, '0')}:00Z`, `luogo ${text}`].map(quoted).join(','));
  await work.file('t.csv', `id,text,author,date,page\n${rows.join('\n')}\n`);
  // a name as a browser may send it
  const file = await work.engine.registerFile(join(work.folder, 't.csv'), NAME);
  const preview = await work.call('import.preview', { file });
  expect(preview.ok && preview.value.fileName).toBe(NAME);
  expect(preview.ok && preview.value.rows.slice(0, 3).map((cells) => cells[1])).toEqual(HOSTILE.slice(0, 3));
  const outcome = await work.call('import.run', { files: [{ file, mapping: { columns: { id: 'id', text: 'text', author: 'author', date: 'createdAt', page: 'container' } } }], ownBrand: { name: HOSTILE[0] ?? '', accounts: [`autore ${HOSTILE[1] ?? ''}`] } });
  expect(outcome).toMatchObject({ ok: true, value: { imports: [{ file: NAME, messages: HOSTILE.length, rejected: 0 }] } });
  expect(await work.call('analyse.run', {})).toMatchObject({ ok: true });
  const listed = await work.call('messages.list', { size: 1000, orderBy: 'oldest' });
  const messages = listed.ok ? listed.value.messages : [];
  expect(messages.map(({ text }) => text)).toEqual(HOSTILE);
  expect(messages.map(({ authorName }) => authorName)).toEqual(HOSTILE.map((text) => `autore ${text}`.trim()));
  expect(messages.map(({ container }) => container)).toEqual(HOSTILE.map((text) => `luogo ${text}`.trim()));
  // and can be asked for by those very names
  for (const { container } of messages) {
    const found = await work.call('messages.list', { filters: { containers: [container ?? ''] } });
    expect(found.ok && found.value.total, container ?? '').toBe(1);
  }
  expect(await work.call('overview', { brand: HOSTILE[0] ?? '' })).toMatchObject({ ok: true, value: { brand: HOSTILE[0] } });
  for (const { messageId } of messages.slice(0, 5)) expect(await work.call('messages.thread', { messageId })).toMatchObject({ ok: true });
  expect(await work.call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
});

test('headers and container names that are code are names', async () => {
  const work = await projectAtWork();
  const headers = ['<script>alert(1)</script>', '=cmd()', '"quoted"', 'a\nb', '__proto__'];
  const file = await work.file('h.csv', `${headers.map(quoted).join(',')}\n${['uno', 'Ada', '2026-01-01', 'x', 'y'].map(quoted).join(',')}\n`);
  const preview = await work.call('import.preview', { file });
  expect(preview.ok && preview.value.columns.map(({ name }) => name)).toEqual(headers);
  expect(await work.call('import.run', { files: [{ file, mapping: { columns: { [headers[0] ?? '']: 'text', [headers[1] ?? '']: 'author', [headers[2] ?? '']: 'createdAt' }, container: { name: HOSTILE[1] ?? '', kind: 'page' } } }] })).toMatchObject({ ok: true, value: { imports: [{ messages: 1 }] } });
  const listed = await work.call('messages.list', {});
  expect(listed.ok && listed.value.messages[0]).toMatchObject({ text: 'uno', authorName: 'Ada', container: HOSTILE[1] });
});

const CANARY = 'canarino';

test('texts, names and folders never appear in lines about bugs or failures, or on standard error', async () => {
  const folder = join(temporaryFolder());
  const lines: string[] = [];
  const engine = createEngine(testSettings(folder), { onBug: (line) => void lines.push(line) });
  const call = callerOf(engine);
  const said: string[] = [];
  const table = smallExport(12).replaceAll('carta', CANARY).replaceAll(',1007,', `,${CANARY}-persona,`);
  writeFileSync(join(folder, 'a.csv'), `${table}1,"${CANARY} not closed\n${CANARY},x\n77,${CANARY},True,${CANARY} never,${CANARY},,\n`);
  writeFileSync(join(folder, 'b.csv'), `alfa,beta\n${CANARY},${CANARY}\n`);
  writeFileSync(join(folder, 'c.csv'), `text,author,date\n${CANARY},${CANARY},${CANARY} one\n${CANARY},b,${CANARY} two\n`);
  await call('project.create', { name: 'P', file: await engine.registerFile(join(folder, 'p.tribuna'), 'p.tribuna') });
  for (const name of ['a.csv', 'b.csv', 'c.csv', 'gone.csv']) {
    const file = await engine.registerFile(join(folder, name), name);
    for (const outcome of [await call('import.preview', { file }), await call('import.run', { files: [{ file }] })]) if (!outcome.ok) said.push(outcome.failure.message);
  }
  const rejections = await call('import.rejections', { importId: 1 });
  expect(rejections.ok && rejections.value.total).toBe(3);
  // the raw row is for the person who imported it; reason and detail are also said elsewhere and hold none of it
  said.push(JSON.stringify(rejections.ok ? rejections.value.rows.map(({ line, code, detail, part }) => ({ line, code, detail, part })) : null));
  expect((await call('analyse.run', {})).ok).toBe(true);
  await engine.close();
  expect(said.length).toBeGreaterThan(3);
  for (const line of [...lines, ...said]) {
    expect(line).not.toContain(CANARY);
    expect(line).not.toContain(folder);
  }
  expect(lines).toEqual([]);
  let err = '';
  for (const words of [['import', join(folder, 'p.tribuna'), join(folder, 'a.csv')], ['import', join(folder, 'p.tribuna'), join(folder, 'c.csv')], ['analyse', join(folder, 'p.tribuna')], ['check', join(folder, 'p.tribuna')], ['query', join(folder, 'p.tribuna'), 'overview', JSON.stringify({ filters: { text: CANARY.repeat(40) } })]]) {
    await runCommand(words, { out: () => undefined, err: (text) => void (err += text), interactive: true, input: process.stdin });
  }
  expect(err).not.toContain(CANARY);
});
