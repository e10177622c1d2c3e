import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { madeUpTwcsRows } from '../../scripts/bench/made-up-twcs.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { callerOf, numbersFrom, projectWithMessages, type ProjectAtWork } from '../support/project-at-work.ts';
import { ROOT } from '../support/root.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine, testSettings } from '../support/test-engine.ts';
import { isLongRun } from '../support/long-run.ts';

const JOB_THREAD = join(ROOT, 'src/engine/job-thread.ts');
const VANISHING_THREAD = fileURLToPath(new URL('../fixtures/threads/vanishing-job-thread.ts', import.meta.url));

async function withJobThread(jobThread: string, bugs: string[] = []): Promise<ProjectAtWork> {
  const folder = temporaryFolder();
  const engine = createEngine({ ...testSettings(folder), jobThread }, { onBug: (line) => void bugs.push(line) });
  onTestFinished(() => engine.close());
  return projectWithMessages({ engine, threads: 20 }, folder);
}

/** Cancels a job at its n-th report of progress in a phase. */
function cancelAt(engine: Engine, { jobId, phase, report }: { jobId: string; phase: string; report: number }): () => void {
  let seen = 0;
  return engine.onEvent((event) => {
    if (event.type !== 'job-progress' || event.jobId !== jobId || event.phase !== phase) return;
    seen += 1;
    if (seen === report) void engine.call('job.cancel', { jobId });
  });
}

describe('a cancel on the job thread', () => {
  test.each(([['rows', 1], ['rows', 2], ['links', 1], ['search', 1]] as const).filter(([phase, report]) => isLongRun() || (phase !== 'links' && report === 1)))('in an import, at %s %i: the project is as before and goes on', async (phase, report) => {
    const work = await withJobThread(JOB_THREAD);
    const before = await work.state();
    const read = await work.call('overview', {});
    const file = await work.file('long.csv', `${[...madeUpTwcsRows(25_000, 4)].join('\n')}\n`);
    const stop = cancelAt(work.engine, { jobId: 'long', phase, report });
    const outcome = await work.call('import.run', { jobId: 'long', files: [{ file }] });
    stop();
    if (outcome.ok) {
      // the cancel came after the last commit: then all of it is there
      expect(phase).not.toBe('rows');
      expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { messages: (before as { messages: number }).messages + 25_000 } });
    } else {
      expect(outcome.failure.code).toBe('cancelled');
      expect(await work.state()).toEqual(before);
      expect(await work.call('overview', {})).toEqual(read);
      expect(await work.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: false } });
    }
    expect(await work.call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
    expect(await work.call('job.cancel', { jobId: 'long' })).toEqual({ ok: true, value: { cancelled: false } });
    expect(await work.call('import.run', { files: [{ file: await work.file('short.csv', `${[...madeUpTwcsRows(50, 4)].join('\n')}\n`) }] })).toMatchObject({ ok: true, value: { imports: [{ rows: 50 }] } });
  });

  test('in an analysis: consistent, repaired by the next one, the same numbers as without', async () => {
    const work = await withJobThread(JOB_THREAD);
    const numbers = async (): Promise<unknown> => [await work.call('response.survival', { by: 'intent' }), await work.call('value.books', {}), await work.call('value.map', {})];
    await work.call('import.run', { files: [{ file: await work.file('more.csv', `${[...madeUpTwcsRows(5000, 4)].join('\n')}\n`) }] });
    for (const [phase, report] of [['read', 1], ['derive', 1]] as const) {
      const stop = cancelAt(work.engine, { jobId: 'analysis', phase, report });
      const outcome = await work.call('analyse.run', { jobId: 'analysis' });
      stop();
      if (!outcome.ok) {
        expect(outcome.failure.code).toBe('cancelled');
        expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { analysed: false } });
      }
      for (const answer of [await work.call('overview', {}), await work.call('messages.list', {}), await work.call('tribes.list', {})]) expect(answer.ok).toBe(true);
    }
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true });
    const repaired = await numbers();
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: false } });
    await work.call('analyse.run', { seed: 5 });
    await work.call('analyse.run', {});
    expect(await numbers()).toEqual(repaired);
    expect(await work.call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
  });

  test('before it begins, behind another job: it never does', async () => {
    const work = await withJobThread(JOB_THREAD);
    const before = await work.state();
    const file = await work.file('long.csv', `${[...madeUpTwcsRows(10_000, 4)].join('\n')}\n`);
    const first = work.call('import.run', { jobId: 'first', files: [{ file }] });
    const second = work.call('import.run', { jobId: 'second', files: [{ file }] });
    expect(await work.call('job.cancel', { jobId: 'second' })).toEqual({ ok: true, value: { cancelled: true } });
    expect(await work.call('job.cancel', { jobId: 'first' })).toEqual({ ok: true, value: { cancelled: true } });
    for (const outcome of [await first, await second]) expect(outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(await work.state()).toEqual(before);
  });
});

test.each([['roles', 1], ['derive', 1], ['derive', 2]] as const)('an import taken back under a running analysis, at %s %i: it begins again on what is left, and the numbers are as before', async (phase, report) => {
  const bugs: string[] = [];
  const work = await withJobThread(JOB_THREAD, bugs);
  const numbers = async (): Promise<unknown> => [await work.call('response.survival', { by: 'intent' }), await work.call('value.books', {}), await work.call('roles.proposals', {})];
  const [before, counted] = [await work.state(), await numbers()];
  for (let round = 0; round < 2; round += 1) {
    await work.call('import.run', { files: [{ file: await work.file(`more-${String(round)}.csv`, smallExport(130)) }] });
    let [seen, undone]: [number, Promise<unknown> | null] = [0, null];
    const stop = work.engine.onEvent((event) => {
      if (event.type !== 'job-progress' || event.phase !== phase) return;
      seen += 1;
      if (seen === report) undone = work.call('history.undo', {});
    });
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true });
    stop();
    expect(await (undone ?? work.call('history.undo', {}))).toMatchObject({ ok: true });
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true });
    expect(await numbers()).toEqual(counted);
  }
  expect(bugs).toEqual([]);
  const { messages, accounts, brands } = before as Record<string, unknown>;
  expect(await work.state()).toMatchObject({ messages, accounts, brands });
  expect(await work.call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
});

test.each([1, 3])('a job thread that vanishes in the middle of an import (report %i): rolled back, and the next import works', async (reports) => {
  const work = await withJobThread(JOB_THREAD);
  const before = await work.state();
  await work.engine.close();
  process.env['VANISH_AFTER'] = String(reports);
  onTestFinished(() => void delete process.env['VANISH_AFTER']);
  const engine = createEngine({ ...testSettings(work.folder), jobThread: VANISHING_THREAD });
  onTestFinished(() => engine.close());
  const call = callerOf(engine);
  await call('project.open', { file: await engine.registerFile(work.path, 'prova.tribuna') });
  writeFileSync(join(work.folder, 'long.csv'), `${[...madeUpTwcsRows(20_000, 4)].join('\n')}\n`);
  const file = await engine.registerFile(join(work.folder, 'long.csv'), 'long.csv');
  expect(await call('import.run', { files: [{ file }] })).toMatchObject({ ok: false, failure: { code: 'internal', message: 'the job stopped unexpectedly; the project is as before' } });
  const summary = await call('project.summary', {});
  const { messages, accounts, dataVersion, brands, undo, redo } = summary.ok ? summary.value : ({} as Record<string, never>);
  const listed = await call('import.list', {});
  expect({ messages, accounts, dataVersion, brands, undo, redo, imports: listed.ok ? listed.value.imports : [] }).toEqual(before);
  expect(await call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
});

test('a program killed at points of an import: the project opens whole, with all of it or nothing', async () => {
  const base = await projectWithMessages({ threads: 20 });
  const before = await base.state();
  const { messages } = before as { messages: number };
  await base.engine.close();
  const bytes = readFileSync(base.path);
  const next = numbersFrom(7_031);
  writeFileSync(join(base.folder, 'long.csv'), `${[...madeUpTwcsRows(16_000, 9)].join('\n')}\n`);
  const phases = ['links', 'indexes', 'mentions', 'search'];
  const endings: string[] = [];
  // early and late in an import into what is there, and early in one into an empty project; all of them in the long run
  for (const point of isLongRun() ? [0, 1, 2, 3, 4, 5, 6, 7] : [0, 1, 6]) {
    const folder = temporaryFolder();
    const path = join(folder, 'prova.tribuna');
    // half of them into an empty project, where an import works without indexes
    const isEmpty = point % 2 === 1;
    if (!isEmpty) writeFileSync(path, bytes);
    const child = spawn(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'import', path, join(base.folder, 'long.csv'), '--json'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
    const waitsFor = point < 5 ? null : (phases[next(phases.length)] ?? null);
    if (waitsFor === null) {
      // the log beside the project appears with its first write
      while (!existsSync(`${path}-wal`) && child.exitCode === null) await after(2);
      await after(next(500));
    } else await new Promise<void>((resolve) => {
      child.stderr.on('data', (text: Buffer) => void (text.toString().includes(waitsFor) && resolve()));
      void exited.then(() => resolve());
    });
    child.kill('SIGKILL');
    const [, signal] = await exited;
    const engine = testEngine(folder);
    const call = callerOf(engine);
    if (!existsSync(path)) {
      endings.push('no file');
      continue;
    }
    const opened = await call('project.open', { file: await engine.registerFile(path, 'prova.tribuna') });
    if (!opened.ok) {
      // killed before the new file had its first table
      expect(isEmpty && opened.failure.code).toBe('corrupt-project');
      endings.push('unfinished');
      continue;
    }
    const earlier = isEmpty ? 0 : messages;
    expect([earlier, earlier + 16_000], `point ${String(point)}, ${String(signal)}`).toContain(opened.value.messages);
    const isWhole = opened.value.messages > earlier;
    endings.push(isWhole ? 'whole' : 'rolled back');
    const listed = await call('import.list', {});
    expect(listed.ok && listed.value.imports).toHaveLength((isEmpty ? 0 : 1) + (isWhole ? 1 : 0));
    if (!isWhole && !isEmpty) expect(opened.value.analysed).toBe(true);
    expect(await call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
    await engine.close();
    for (const left of ['-wal', '-shm', '-lock', '-journal']) expect(existsSync(path + left), left).toBe(false);
  }
  expect(endings.filter((ending) => ending === 'rolled back').length).toBeGreaterThan(isLongRun() ? 2 : 0);
});
