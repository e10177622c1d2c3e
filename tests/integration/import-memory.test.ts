import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ZipFile } from 'yazl';
import { writeMadeUpReddit } from '../../scripts/bench/made-up-reddit.ts';
import type { TribunaEvent } from '../../src/contract/events.ts';
import { success } from '../../src/contract/outcome.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { startEngineThread } from '../../src/serve/engine-thread.ts';
import { ROOT } from '../support/root.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { callerOf, projectAtWork, type ProjectAtWork } from '../support/project-at-work.ts';
import { testSettings } from '../support/test-engine.ts';

const MB = 1 << 20;

/** Peak memory of a process that imports a file from the terminal, in bytes, with what the import says it brought. */
async function importedApart(folder: string, file: string): Promise<{ readonly peakBytes: number; readonly messages: number }> {
  const watcher = fileURLToPath(new URL('../fixtures/threads/peak-memory.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', watcher, join(ROOT, 'src/cli/main.ts'), 'import', join(folder, `${String(statSync(file).size)}.tribuna`), file, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (text: Buffer) => void (said[name] += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  expect([code, said.stderr.slice(-300)]).toMatchObject([0, expect.any(String)]);
  return { peakBytes: Number(/peak-kib=(\d+)/.exec(said.stderr)?.[1]) * 1024, messages: Number(/"messages":\s*(\d+)/.exec(said.stdout)?.[1]) };
}

test('eight times the file takes nothing like eight times the memory', async () => {
  const folder = temporaryFolder();
  const [small, large] = [join(folder, 'RC_small.ndjson'), join(folder, 'RC_large.ndjson')];
  const counts = [await writeMadeUpReddit(small, 4 * MB), await writeMadeUpReddit(large, 32 * MB)];
  const peaks = [await importedApart(folder, small), await importedApart(folder, large)];
  // all of both is there: flat memory must not come from work left out
  expect(peaks.map(({ messages }) => messages)).toEqual(counts);
  const [one, eight] = peaks.map(({ peakBytes }) => peakBytes);
  expect(one).toBeGreaterThan(30 * MB);
  const grown = (eight ?? 0) - (one ?? 0);
  // kept whole as text, the larger file alone would take twice its size more
  expect(grown).toBeLessThan((statSync(large).size - statSync(small).size) * 6);
  expect((eight ?? 0) / (one ?? 1)).toBeLessThan(3);
}, 120_000);

async function threadedProject(): Promise<{ work: ProjectAtWork; engine: Engine; events: TribunaEvent[] }> {
  const folder = temporaryFolder();
  const engine = startEngineThread(testSettings(folder));
  onTestFinished(() => engine.close());
  const events: TribunaEvent[] = [];
  engine.onEvent((event) => void events.push(event));
  const work = await projectAtWork(engine, folder);
  const base = await callerOf(engine)('import.run', { files: [{ file: await work.file('base.csv', smallExport(20)) }], ownBrand: { name: 'Aurora' } });
  expect(base.ok).toBe(true);
  return { work, engine, events };
}

/** An archive of two dumps, the second larger. */
async function archive(folder: string): Promise<string> {
  const dump = join(folder, 'RC.ndjson');
  await writeMadeUpReddit(dump, 24 * MB);
  const zip = new ZipFile();
  zip.addFile(dump, 'data/RC_1.ndjson');
  zip.addFile(dump, 'data/RC_2.ndjson');
  zip.end();
  return written(zip, join(folder, 'dumps.zip'));
}

async function written(zip: ZipFile, path: string): Promise<string> {
  const file = createWriteStream(path);
  zip.outputStream.pipe(file);
  await once(file, 'finish');
  return path;
}

/** A workbook of one sheet with many rows, whose texts stand in the cells. */
async function workbook(folder: string): Promise<string> {
  const rows = ['id', 'text', 'author', 'date'].map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('');
  const lines = Array.from({ length: 120_000 }, (_, number) => `<row>${[`n${String(number)}`, `quando aprite la domenica ${String(number)}?`, `lettrice ${String(number % 900)}`, '2026-01-02 10:00:00'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`);
  const zip = new ZipFile();
  const add = (name: string, content: string): void => zip.addBuffer(Buffer.from(content), name);
  add('[Content_Types].xml', '<Types/>');
  add('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="Dati" sheetId="1" r:id="rId1"/></sheets></workbook>');
  add('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>');
  add('xl/worksheets/sheet1.xml', `<worksheet><sheetData><row>${rows}</row>${lines.join('')}</sheetData></worksheet>`);
  zip.end();
  return written(zip, join(folder, 'large.xlsx'));
}

/** Resolves when a job has told its first progress, or has had a little time to begin where it tells none yet. */
function begun(engine: Engine, jobId: string, when: 'rows' | 'opening'): Promise<void> {
  if (when === 'opening') return new Promise((resolve) => setTimeout(resolve, 300));
  return new Promise((resolve) => {
    const stop = engine.onEvent((event) => {
      if (event.type !== 'job-progress' || event.jobId !== jobId || event.done === 0) return;
      stop();
      resolve();
    });
  });
}

describe.each([['an archive', archive], ['a workbook', workbook]] as const)('a cancel in the middle of %s', (_, made) => {
  test.each(['opening', 'rows'] as const)('while %s: answered within a second, and the project is as before', async (when) => {
    const { work, engine } = await threadedProject();
    const before = await work.state();
    const path = await made(work.folder);
    const file = await engine.registerFile(path, 'large');
    const started = begun(engine, 'large', when);
    const job = work.call('import.run', { jobId: 'large', files: [{ file }] });
    await started;
    // the engine answers meanwhile: nothing blocks it
    expect(await work.call('app.state', {})).toMatchObject({ ok: true });
    const askedAt = performance.now();
    expect(await work.call('job.cancel', { jobId: 'large' })).toEqual(success({ cancelled: true }));
    expect(performance.now() - askedAt).toBeLessThan(1000);
    expect(await job).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(await work.state()).toEqual(before);
    expect(await work.call('project.check', {})).toEqual(success({ intact: true, problems: [] }));
  }, 120_000);
});

test('a preview of a large workbook leaves the engine free to answer', async () => {
  const { work, engine } = await threadedProject();
  const file = await engine.registerFile(await workbook(work.folder), 'large.xlsx');
  let isDone = false;
  const preview = work.call('import.preview', { file }).then((outcome) => {
    isDone = true;
    return outcome;
  });
  let answers = 0;
  while (!isDone && answers < 20) {
    expect(await work.call('app.state', {})).toMatchObject({ ok: true });
    answers += isDone ? 0 : 1;
  }
  expect(answers).toBeGreaterThan(2);
  expect(await preview).toMatchObject({ ok: true, value: { isTable: true, missing: [] } });
}, 60_000);
