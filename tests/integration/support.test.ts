import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { operations, type OperationName } from '../../src/contract/operations.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { CANARY, CANARY_COLUMNS, canaryExport } from '../support/canary-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine, testSettings } from '../support/test-engine.ts';

/** Every file of a folder in one string. */
function contentsOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

test('after a whole run neither the log nor the diagnostics hold a text, a name, a path or a word that was typed', async () => {
  const folder = temporaryFolder();
  const bugs: string[] = [];
  const engine = createEngine({ ...testSettings(folder), host: 'browser' }, { onBug: (line) => void bugs.push(line) });
  onTestFinished(() => engine.close());
  const name = `Nome ${CANARY}`;
  const file = join(folder, `${CANARY}.csv`);
  writeFileSync(file, canaryExport());
  const handle = async (path: string): Promise<{ fileHandle: string }> => engine.registerFile(path, path.split('/').at(-1) ?? '');
  // what goes well
  expect(await engine.call('project.create', { name })).toMatchObject({ ok: true });
  const columns = Object.fromEntries(CANARY_COLUMNS.map((column) => [column, column]));
  const imported = await engine.call('import.run', { files: [{ file: await handle(file), mapping: { columns } }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  expect(imported).toMatchObject({ ok: true });
  expect(await engine.call('support.diagnostics', {})).toMatchObject({ ok: true, value: { text: expect.stringMatching(/done import\.run \d+ ms/) as string } });
  // what goes wrong, with the word in every place that takes one
  writeFileSync(join(folder, `${CANARY}.tribuna`), `SQLite format 3\0${CANARY}`);
  const wrong: unknown[] = [];
  wrong.push(await engine.call('project.open', { file: await handle(join(folder, `${CANARY}.tribuna`)) }));
  wrong.push(await engine.call('import.run', { files: [{ file: await handle(join(folder, `nowhere-${CANARY}.csv`)) }] }));
  wrong.push(await engine.call(`operation.${CANARY}`, { text: CANARY }));
  for (const operation of Object.keys(operations) as OperationName[]) if (operations[operation].kind !== 'job') wrong.push(await engine.call(operation, { [CANARY]: CANARY, text: 7, name: [CANARY] }));
  expect(wrong.length).toBeGreaterThan(150);
  const diagnostics = await engine.call('support.diagnostics', {});
  if (!diagnostics.ok) throw new Error(diagnostics.failure.message);
  const { text, fileName } = diagnostics.value as { text: string; fileName: string };
  const log = contentsOf(join(folder, 'state', 'log'));
  expect(log).toMatch(/began 0\.0\.0-test browser/);
  expect(log).toMatch(/done import\.run \d+ ms/);
  expect(log).toMatch(/failed \S+ project\.open \d+ ms/);
  expect(log).toContain('failed invalid-input an unknown operation');
  for (const kept of [log, text, fileName, ...bugs]) {
    expect(kept.toLowerCase()).not.toContain(CANARY);
    expect(kept).not.toContain(folder);
    expect(kept).not.toMatch(/facebook\.example|Aurora|posta\.example/);
  }
  // what they do hold
  expect(text).toMatch(/^Tribuna diagnostics\nmade: \d{4}-/);
  expect(text).toMatch(/\nmessage: \d{3}\n/);
  expect(text).toMatch(/\nschema: \d+\nSQLite: 3\.\d+/);
  expect(text).toContain([...log.matchAll(/^.*failed invalid-input.*$/gm)].at(-1)?.[0] ?? 'no line of what failed');
});

test('what the program is made of is listed, a page at a time, with its texts; a package that is not there is not found', async () => {
  const engine = testEngine(temporaryFolder());
  const first = await engine.call('support.licences', { size: 3 });
  expect(first).toMatchObject({ ok: true, value: { packages: [{ name: '@fast-csv/format' }, { name: '@fast-csv/parse' }, { name: '@fontsource-variable/inter' }] } });
  const all = await engine.call('support.licences', { size: 1000 });
  const { packages, total } = (all as unknown as { value: { total: number; packages: { name: string; version: string }[] } }).value;
  expect(packages).toHaveLength(total);
  const zod = packages.find(({ name }) => name === 'zod');
  expect(await engine.call('support.licenceText', { name: zod?.name, version: zod?.version })).toMatchObject({ ok: true, value: { text: expect.stringContaining('Permission is hereby granted') } });
  expect(await engine.call('support.licenceText', { name: 'zod', version: '0' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  expect(await engine.call('support.about', {})).toMatchObject({ ok: true, value: { version: '0.0.0-test', builtOn: null, host: 'terminal' } });
});

test('an engine of the terminal keeps no log', async () => {
  const folder = temporaryFolder();
  const engine = testEngine(folder);
  await engine.call('app.state', {});
  expect(readdirSync(folder)).not.toContain('state');
});
