import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { foundChromium } from '../../src/engine/found-chromium.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testSettings } from '../support/test-engine.ts';

interface Printed {
  readonly code: number;
  readonly ok: boolean;
  readonly files: readonly { readonly format: string; readonly path: string }[];
  readonly message: string;
}

async function present(...words: readonly string[]): Promise<Printed> {
  let out = '';
  let err = '';
  const code = await runCommand(['present', ...words, '--json'], { out: (text) => void (out += text), err: (text) => void (err += text), interactive: false, input: (async function* none(): AsyncGenerator<string> {})() });
  const printed = (out === '' ? { ok: false } : JSON.parse(out)) as { ok: boolean; value?: { files: Printed['files'] }; failure?: { message: string } };
  return { code, ok: printed.ok, files: printed.value?.files ?? [], message: printed.failure?.message ?? err };
}

test('a closed edition is written as it was, and single charts are files of their own', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'Prova.tribuna');
  const engine = createEngine(testSettings(folder));
  const call = async (operation: string, input: object): Promise<void> => expect(await engine.call(operation, input), operation).toMatchObject({ ok: true });
  await call('project.create', { name: 'Prova', file: await engine.registerFile(path, 'Prova.tribuna') });
  const take = async (name: string, threads: number): Promise<void> => {
    writeFileSync(join(folder, name), smallExport(threads));
    await call('import.run', { files: [{ file: await engine.registerFile(join(folder, name), name) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
    await call('analyse.run', {});
  };
  await take('first.csv', 120);
  await call('editions.close', { name: 'Primavera' });
  const before = await engine.call('present.write', { language: 'it', audience: 'client', formats: ['csv'] });
  await take('second.csv', 260);
  await engine.close();

  // 1. the edition, to the byte of what it was
  const written = await present(path, '--to', join(folder, 'edition'), '--edition', 'primavera', '--format', 'csv,svg');
  expect(written).toMatchObject({ code: 0, ok: true });
  const csv = written.files.find(({ format }) => format === 'csv');
  expect(readFileSync(csv?.path ?? '').toString('base64')).toBe((before as { value: { files: { base64: string }[] } }).value.files[0]?.base64);
  const today = await present(path, '--to', join(folder, 'today'), '--format', 'csv');
  expect(readFileSync(today.files[0]?.path ?? '').equals(readFileSync(csv?.path ?? ''))).toBe(false);
  // 2. a file a chart, with its key in its name
  const drawn = written.files.filter(({ format }) => format === 'svg');
  expect(drawn.length).toBeGreaterThan(1);
  for (const { path: file } of drawn) expect(readFileSync(file, 'utf8')).toMatch(/^<svg [^>]*role="img"/);
  expect(new Set(drawn.map(({ path: file }) => file)).size).toBe(drawn.length);
  // 3. what cannot be
  expect(await present(path, '--to', join(folder, 'none'), '--edition', 'Estate')).toMatchObject({ code: 1, message: 'no closed edition is called "Estate": there are "Primavera"' });
  expect(await present(path, '--to', folder, '--edition', 'Primavera', '--audience', 'analyst')).toMatchObject({ code: 2 });
  const named = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = join(folder, 'nowhere');
  const without = await present(path, '--to', join(folder, 'without'), '--format', 'png,html');
  if (named === undefined) delete process.env['CHROMIUM_PATH'];
  else process.env['CHROMIUM_PATH'] = named;
  expect(without).toMatchObject({ code: 1, ok: false });
  expect(without.message).toContain('ask for svg');
  expect(readdirSync(join(folder, 'without')).every((name) => name.endsWith('.html'))).toBe(true);
  if (foundChromium() === null) return;
  const pictures = await present(path, '--to', join(folder, 'pictures'), '--format', 'png');
  expect(pictures.files.map(({ format }) => format)).toEqual(drawn.map(() => 'png'));
}, 240_000);
