import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeMadeUpTwcs } from '../../scripts/bench/made-up-twcs.ts';
import type { JobProgress, TribunaEvent } from '../../src/contract/events.ts';
import { success } from '../../src/contract/outcome.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { createJobThreadRunner } from '../../src/engine/job-thread-runner.ts';
import { startEngineThread } from '../../src/serve/engine-thread.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testSettings } from '../support/test-engine.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/threads/${name}`, import.meta.url));

async function engineWithProject(): Promise<{ engine: Engine; folder: string; path: string; events: TribunaEvent[] }> {
  const folder = temporaryFolder();
  const engine = startEngineThread(testSettings(folder));
  onTestFinished(() => engine.close());
  const events: TribunaEvent[] = [];
  engine.onEvent((event) => void events.push(event));
  const path = join(folder, 'jobs.tribuna');
  expect(await engine.call('project.create', { name: 'jobs', file: await engine.registerFile(path, 'jobs.tribuna') })).toMatchObject({ ok: true });
  return { engine, folder, path, events };
}

/** Resolves with the first progress of a job that has moved. */
function moved(engine: Engine, jobId: string): Promise<JobProgress> {
  return new Promise((resolve) => {
    const stop = engine.onEvent((event) => {
      if (event.type !== 'job-progress' || event.jobId !== jobId || event.done === 0) return;
      stop();
      resolve(event);
    });
  });
}

describe('an engine on a thread, its jobs on another', () => {
  test('imports and analyses, tells progress and change, and leaves one whole file', async () => {
    const { engine, folder, path, events } = await engineWithProject();
    writeFileSync(join(folder, 'export.csv'), smallExport());
    const file = await engine.registerFile(join(folder, 'export.csv'), 'export.csv');
    const imported = await engine.call('import.run', { jobId: 'import-1', files: [{ file }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
    expect(imported).toMatchObject({ ok: true, value: { imports: [{ messages: 216, rejected: 0 }] } });
    expect(events.some((event) => event.type === 'job-progress' && event.jobId === 'import-1')).toBe(true);
    expect(events.some((event) => event.type === 'project-changed')).toBe(true);
    expect(await engine.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: true } });
    expect(await engine.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: false } });
    expect(await engine.call('project.summary', {})).toMatchObject({ ok: true, value: { messages: 216, analysed: true } });
    await engine.close();
    for (const left of ['-wal', '-shm', '-lock', '-journal']) expect(existsSync(path + left), left).toBe(false);
  });

  test('a cancelled import answers within a second and leaves the project as before', async () => {
    const { engine, folder } = await engineWithProject();
    await writeMadeUpTwcs(join(folder, 'long.csv'), 120_000);
    const file = await engine.registerFile(join(folder, 'long.csv'), 'long.csv');
    const seen = moved(engine, 'long');
    const job = engine.call('import.run', { jobId: 'long', files: [{ file }] });
    await seen;
    // reads go on meanwhile, and nothing pulls the project away
    expect(await engine.call('app.state', {})).toMatchObject({ ok: true });
    expect(await engine.call('project.close', {})).toMatchObject({ ok: false, failure: { code: 'locked-project' } });
    const askedAt = performance.now();
    expect(await engine.call('job.cancel', { jobId: 'long' })).toEqual(success({ cancelled: true }));
    expect(performance.now() - askedAt).toBeLessThan(1000);
    expect(await job).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    const after = await engine.call('project.summary', {});
    expect(after).toMatchObject({ ok: true, value: { messages: 0, accounts: 0 } });
    expect(await engine.call('project.check', {})).toEqual(success({ intact: true, problems: [] }));
    // and the same file can be imported afterwards
    writeFileSync(join(folder, 'export.csv'), smallExport());
    const small = await engine.registerFile(join(folder, 'export.csv'), 'export.csv');
    expect(await engine.call('import.run', { files: [{ file: small }] })).toMatchObject({ ok: true, value: { imports: [{ messages: 216 }] } });
  });

  test('cancelling what does not run says so', async () => {
    const { engine } = await engineWithProject();
    expect(await engine.call('job.cancel', { jobId: 'nothing' })).toEqual(success({ cancelled: false }));
  });
});

describe('a job that does not listen', () => {
  const run = { jobId: 'job', operation: 'analyse.run', input: {} };
  const runnerOf = (entry: string): { runner: ReturnType<typeof createJobThreadRunner>; reopened: string[]; bugs: string[] } => {
    const reopened: string[] = [];
    const bugs: string[] = [];
    const runner = createJobThreadRunner({
      settings: testSettings(temporaryFolder()), entry: fixture(entry), files: new Map(), emit: () => undefined, onBug: (line) => void bugs.push(line), projectPath: () => '/p.tribuna',
      reopen: (path) => {
        reopened.push(path);
        return Promise.resolve(success(null));
      },
    });
    onTestFinished(() => runner.close());
    return { runner, reopened, bugs };
  };

  test('loses its thread within a second, and the project is opened again', async () => {
    const { runner, reopened } = runnerOf('deaf-job-thread.ts');
    let started = (): void => undefined;
    const running = new Promise<void>((resolve) => (started = resolve));
    const job = runner.run(run, () => started());
    await running;
    const askedAt = performance.now();
    expect(await runner.cancel('job')).toBe(true);
    expect(performance.now() - askedAt).toBeLessThan(1000);
    expect(await job).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    // the answer does not wait for the project; whoever looks at it does
    expect([runner.busy(), reopened]).toEqual([true, []]);
    await runner.settled();
    expect([runner.busy(), reopened]).toEqual([false, ['/p.tribuna']]);
  });

  test('a thread that falls is a bug told without texts, and the next job gets a new one', async () => {
    const { runner, bugs } = runnerOf('falling-job-thread.ts');
    for (let attempt = 0; attempt < 2; attempt += 1) expect(await runner.run(run, () => undefined)).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(bugs).toHaveLength(2);
    expect(bugs.join()).not.toContain('canary');
  });
});
