import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectHandlers } from '../../src/app/project/project-handlers.ts';
import type { AppContext } from '../../src/app/context.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { createDispatch } from '../../src/contract/dispatch.ts';
import type { OperationInput } from '../../src/contract/operations.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import { MIGRATIONS, migrate } from '../../src/store/migrations.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { openProject } from '../../src/store/open-project.ts';
import { rollingBackups } from '../../src/store/rolling-backups.ts';
import { settingOf, storeSetting } from '../../src/store/stage-queries.ts';
import { startEngineThread } from '../../src/serve/engine-thread.ts';
import { keptDigest } from '../support/attacked-work.ts';
import { projectAtWork, projectWithMessages, type ProjectAtWork } from '../support/project-at-work.ts';
import { powerlessCommand } from '../support/powerless-command.ts';
import { ROOT } from '../support/root.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testSettings } from '../support/test-engine.ts';

const label = (messageId: number): OperationInput<'labels.set'> => ({ labels: [{ messageId, sentiment: 'positive' }] });

/** Saves the open project of a work at a path. */
async function saved(work: Pick<ProjectAtWork, 'engine' | 'call'>, path: string, rest: Omit<OperationInput<'project.saveCopy'>, 'file'> = {}): ReturnType<typeof work.call<'project.saveCopy'>> {
  return work.call('project.saveCopy', { file: await work.engine.registerFile(path, basename(path)), ...rest });
}

/** Names and bytes of what lies in a folder and below, but for logs and the state of the program. */
function lying(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile() && !/-(?:wal|shm)$|^state/.test(name)).sort();
  return Object.fromEntries(names.map((name) => [name, `${String(statSync(join(folder, name)).size)} ${String(statSync(join(folder, name)).mtimeMs)}`]));
}

/** Writes `mark` into a closed project and ends the program that wrote it as by a crash: it stays in the log. The program holds on to the project: one that is let go is closed whenever memory is tidied. */
async function leftWithLog(path: string): Promise<void> {
  const script = `import { openProject } from ${JSON.stringify(join(ROOT, 'src/store/open-project.ts'))}; import { storeSetting } from ${JSON.stringify(join(ROOT, 'src/store/stage-queries.ts'))}; globalThis.held = openProject(process.argv[1]); storeSetting(globalThis.held, 'mark', 'in the log'); console.log('open'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script, path]);
  await once(other.stdout, 'data');
  const gone = once(other, 'exit');
  other.kill('SIGKILL');
  await gone;
}

/** The folder of a work without what its own project is made of. */
const others = (work: ProjectAtWork): string[] => readdirSync(work.folder).filter((name) => !name.startsWith('prova.tribuna') && !name.startsWith('state') && !name.endsWith('.csv')).sort();

describe('saving the project under another name', () => {
  test('the window goes on in the copy, which has its name, its history and its decisions; the former stays as it was', async () => {
    const work = await projectWithMessages({ threads: 30 });
    await work.call('labels.set', label(1));
    await work.call('backups.make', {});
    const before = await work.state();
    const summary = await work.call('project.summary', {});
    const target = join(work.folder, 'Autunno.tribuna');
    const outcome = await saved(work, target, { open: true });
    expect(outcome).toMatchObject({ ok: true, value: { name: 'Autunno', fileName: 'Autunno.tribuna', opened: true, bytes: statSync(target).size } });
    expect(await work.state()).toEqual(before);
    expect(await work.call('project.summary', {})).toEqual({ ok: true, value: { ...(summary.ok ? summary.value : {}), name: 'Autunno', fileName: 'Autunno.tribuna' } });
    expect(await work.call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
    // the former was closed as one whole file, with its copies; the new one begins without any
    expect(readdirSync(work.folder).filter((name) => name.startsWith('prova.tribuna')).sort()).toEqual(['prova.tribuna', 'prova.tribuna.backups']);
    expect(await work.call('backups.list', {})).toMatchObject({ ok: true, value: { backups: [] } });
    // what is undone in the copy is not in the former
    const former = keptDigest(work.path);
    expect(await work.call('history.undo', {})).toMatchObject({ ok: true });
    expect(await work.call('labels.set', label(2))).toMatchObject({ ok: true });
    expect(keptDigest(work.path)).toBe(former);
    const state = await work.call('app.state', {});
    expect(state.ok ? state.value.recent.map(({ name, available }) => [name, available]) : []).toEqual([['Autunno', true], ['Prova', true]]);
    await work.call('project.close', {});
    expect(others(work)).toEqual(['Autunno.tribuna']);
    // a file that was closed needs no companion: it can lie where nothing can be written
    expect(readFileSync(target).subarray(18, 20)).toEqual(Buffer.from([1, 1]));
  });

  test('a copy beside the work: the project that is open stays open, both are in the list, and the copy opens from there', async () => {
    const work = await projectWithMessages({ threads: 12 });
    const outcome = await saved(work, join(work.folder, 'Copia.tribuna'));
    expect(outcome).toMatchObject({ ok: true, value: { opened: false } });
    expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { name: 'Prova' } });
    const state = await work.call('app.state', {});
    expect(state.ok ? state.value.recent.map(({ name }) => name) : []).toEqual(['Prova', 'Copia']);
    expect(await work.call('project.open', { recentId: outcome.ok ? outcome.value.recentId : '' })).toMatchObject({ ok: true, value: { name: 'Copia' } });
  });

  test('in the folder of projects by a name, with what file systems refuse replaced; the copy keeps the name as it was given', async () => {
    const work = await projectAtWork();
    expect(await work.call('project.saveCopy', { name: ' Bar/Caffè: 2? ', open: true })).toMatchObject({ ok: true, value: { name: 'Bar/Caffè: 2?', fileName: 'Bar-Caffè- 2-.tribuna' } });
    expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { name: 'Bar/Caffè: 2?' } });
  });

  test('the same file name in another folder is the same project, with its name', async () => {
    const work = await projectAtWork();
    const elsewhere = join(work.folder, 'altrove');
    mkdirSync(elsewhere);
    expect(await saved(work, join(elsewhere, 'prova.tribuna'), { open: true })).toMatchObject({ ok: true, value: { name: 'Prova' } });
  });

  test('a write-protected project is changed in its copy', async () => {
    const work = await projectWithMessages({ threads: 12 });
    await work.call('project.close', {});
    chmodSync(work.path, 0o444);
    expect(await work.call('project.open', { file: await work.engine.registerFile(work.path, 'prova.tribuna') })).toMatchObject({ ok: true, value: { readOnly: true } });
    const refused = await work.call('labels.set', label(1));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'read-only-project' } });
    const bytes = readFileSync(work.path);
    expect(await saved(work, join(work.folder, 'Scrivibile.tribuna'), { open: true })).toMatchObject({ ok: true, value: { opened: true } });
    expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { readOnly: false, journalMode: 'wal' } });
    expect(await work.call('labels.set', label(1))).toMatchObject({ ok: true });
    expect(readFileSync(work.path).equals(bytes)).toBe(true);
  });

  test('in a folder that a cloud program keeps in step the copy is worked on with a journal that cannot be parted from it', async () => {
    const work = await projectAtWork();
    const shared = join(work.folder, 'Dropbox');
    mkdirSync(shared);
    expect(await saved(work, join(shared, 'Comune.tribuna'), { open: true })).toMatchObject({ ok: true });
    expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { journalMode: 'delete' } });
    expect(readdirSync(shared).sort()).toEqual(['Comune.tribuna', 'Comune.tribuna-lock']);
  });
});

describe('a project that does not open where it cannot be written', () => {
  test('left with its log by a program that was killed: its copy holds what the log holds, and the project stays as it was', async () => {
    const work = await projectAtWork();
    const path = join(work.folder, 'rimasto.tribuna');
    closeProject(createProject(path, { name: 'Rimasto', timeZone: 'Europe/Rome', createdAtMs: 1 }));
    await leftWithLog(path);
    chmodSync(path, 0o444);
    const before = lying(work.folder);
    const file = await work.engine.registerFile(path, 'rimasto.tribuna');
    expect(await work.call('project.open', { file })).toMatchObject({ ok: false, failure: { code: 'read-only-project' } });
    const outcome = await saved(work, join(work.folder, 'ripreso.tribuna'), { from: { file } });
    expect(outcome).toMatchObject({ ok: true, value: { name: 'Rimasto', fileName: 'ripreso.tribuna', opened: true } });
    expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { name: 'Rimasto', readOnly: false } });
    await work.call('project.close', {});
    const copy = openProject(join(work.folder, 'ripreso.tribuna'));
    expect(settingOf(copy, 'mark')).toBe('in the log');
    closeProject(copy);
    expect(lying(work.folder)).toMatchObject({ 'rimasto.tribuna': before['rimasto.tribuna'] });
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
  });

  test('of an earlier version: its copy is brought up to date, under the name that was given', async () => {
    const work = await projectAtWork();
    const path = join(work.folder, 'vecchio.tribuna');
    const connection = new (databaseConstructor())(path);
    migrate(connection, MIGRATIONS.slice(0, 5));
    connection.exec(readFileSync(join(ROOT, 'tests/fixtures/schema/v5-project.sql'), 'utf8'));
    connection.close();
    chmodSync(path, 0o444);
    const bytes = readFileSync(path);
    const file = await work.engine.registerFile(path, 'vecchio.tribuna');
    expect(await work.call('project.open', { file })).toMatchObject({ ok: false, failure: { code: 'read-only-project' } });
    expect(await work.call('project.saveCopy', { name: 'Nuovo', from: { file } })).toMatchObject({ ok: true, value: { name: 'Nuovo', opened: true } });
    expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { name: 'Nuovo', fileName: 'Nuovo.tribuna', readOnly: false } });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    // the one that is open is not saved by this way, and a stranger's log is not laid over anything
    expect(await work.call('project.saveCopy', { name: 'Altro', from: { file: await work.engine.registerFile(join(work.folder, 'Nuovo.tribuna'), 'Nuovo.tribuna') } })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    writeFileSync(join(work.folder, 'lista.tribuna'), 'id;text\n');
    expect(await work.call('project.saveCopy', { name: 'Altro', from: { file: await work.engine.registerFile(join(work.folder, 'lista.tribuna'), 'lista.tribuna') } })).toMatchObject({ ok: false, failure: { code: 'corrupt-project' } });
    expect(existsSync(join(work.folder, 'Altro.tribuna'))).toBe(false);
  });
});

describe('a place that may not be taken', () => {
  test('is refused in words, and nothing lies there afterwards that did not before', async () => {
    const work = await projectWithMessages({ threads: 12 });
    const at = (name: string): string => join(work.folder, name);
    symlinkSync(work.path, at('link.tribuna'));
    linkSync(work.path, at('hard.tribuna'));
    writeFileSync(at('lista.tribuna'), 'id;text\n1;ciao\n');
    mkdirSync(at('cartella.tribuna'));
    const other = createProject(at('altro.tribuna'), { name: 'Altro', timeZone: 'Europe/Rome', createdAtMs: 1 });
    closeProject(other);
    copyFileSync(at('altro.tribuna'), at('protetto.tribuna'));
    chmodSync(at('protetto.tribuna'), 0o444);
    const before = lying(work.folder);
    const tried: readonly (readonly [name: string, replace: boolean, failure: object])[] = [
      ['prova.tribuna', true, { code: 'invalid-input', message: expect.stringContaining('the project itself') as string }],
      ['link.tribuna', true, { code: 'invalid-input', message: expect.stringContaining('the project itself') as string }],
      ['hard.tribuna', true, { code: 'invalid-input', message: expect.stringContaining('the project itself') as string }],
      ['lista.tribuna', true, { code: 'invalid-input', message: expect.stringContaining('not a Tribuna project') as string }],
      ['cartella.tribuna', true, { code: 'invalid-input', message: expect.stringContaining('not a Tribuna project') as string }],
      ['prova.tribuna-wal', true, { code: 'invalid-input', issues: [{ path: 'file', message: 'must end in .tribuna' }] }],
      ['altro.tribuna', false, { code: 'invalid-input', issues: [{ path: 'replace', message: 'a project is there' }] }],
      ['protetto.tribuna', true, { code: 'io-error', message: expect.stringContaining('write-protected') as string }],
      ['nessuna/copia.tribuna', false, { code: 'io-error', message: expect.stringContaining('does not exist') as string }],
    ];
    for (const [name, replace, failure] of tried) {
      expect(await saved(work, at(name), { replace }), name).toMatchObject({ ok: false, failure });
      expect(lying(work.folder), name).toEqual(before);
      expect(await work.call('project.summary', {}), name).toMatchObject({ ok: true, value: { name: 'Prova' } });
    }
    expect(await work.call('project.saveCopy', {})).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await work.call('project.saveCopy', { file: { fileHandle: 'file-nobody' } })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  test('a project that another window holds is not replaced', async () => {
    const work = await projectAtWork();
    const held = join(work.folder, 'altro.tribuna');
    closeProject(createProject(held, { name: 'Altro', timeZone: 'Europe/Rome', createdAtMs: 1 }));
    const script = `import { openProject } from ${JSON.stringify(join(ROOT, 'src/store/open-project.ts'))}; globalThis.held = openProject(process.argv[1]); console.log('open'); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script, held]);
    onTestFinished(() => void other.kill('SIGKILL'));
    await once(other.stdout, 'data');
    expect(await saved(work, held, { replace: true })).toMatchObject({ ok: false, failure: { code: 'locked-project', message: expect.stringContaining('close it there first') as string } });
    const gone = once(other, 'exit');
    other.kill('SIGKILL');
    await gone;
    expect(await saved(work, held, { replace: true })).toMatchObject({ ok: true });
    // and the other way round: while a copy is being written nobody opens what stands there
    expect(existsSync(`${held}-lock`)).toBe(false);
  });

  test.skipIf(process.platform === 'win32')('a folder that may not be written is refused, and the original stays whole', async () => {
    const work = await projectWithMessages({ threads: 6 });
    await work.call('project.close', {});
    const locked = join(work.folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o555);
    chmodSync(work.folder, 0o755);
    onTestFinished(() => chmodSync(locked, 0o755));
    const run = (words: readonly string[]): ReturnType<typeof powerlessCommand> => powerlessCommand(work.folder, words);
    const refused = run(['copy', work.path, join(locked, 'copia.tribuna')]);
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, failure: { code: 'io-error' } });
    expect(readdirSync(locked)).toEqual([]);
    expect(run(['check', work.path]).status).toBe(0);
  });

  test('too little room on the disk is said before anything is written', async () => {
    const folder = temporaryFolder();
    const events: unknown[] = [];
    const project = createProject(join(folder, 'prova.tribuna'), { name: 'Prova', timeZone: 'Europe/Rome', createdAtMs: 1 });
    const context: AppContext = { ...testSettings(folder), now: () => 5, file: (path) => ({ path, name: basename(path) }), emit: () => undefined, freeBytes: () => 100_000, project };
    onTestFinished(() => {
      if (context.project !== null) closeProject(context.project);
    });
    const dispatch = createDispatch({ handlers: projectHandlers(context), checkOutput: true, onBug: (name, error) => expect.fail(`${name}: ${String(error)}`) });
    const outcome = await dispatch('project.saveCopy', { file: { fileHandle: join(folder, 'copia.tribuna') } }, { onProgress: (progress) => void events.push(progress) });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'disk-full', message: expect.stringMatching(/^the copy takes \d+ MB, 1 MB are free/) as string } });
    expect(events).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith('copia'))).toEqual([]);
  });
});

describe('a project that is replaced', () => {
  test('becomes a copy of the new one, and can be gone back to', async () => {
    const work = await projectWithMessages({ threads: 12 });
    const target = join(work.folder, 'altro.tribuna');
    const other = createProject(target, { name: 'Altro', timeZone: 'Europe/Rome', createdAtMs: 1 });
    storeSetting(other, 'mark', 'what was there');
    closeProject(other);
    const bytes = readFileSync(target);
    expect(await saved(work, target, { replace: true, open: true })).toMatchObject({ ok: true, value: { name: 'altro' } });
    const [aside] = rollingBackups(target);
    expect(aside).toMatchObject({ replaced: true });
    expect(readFileSync(join(work.folder, aside?.name ?? '')).equals(bytes)).toBe(true);
    expect(await work.call('backups.restore', { name: aside?.name ?? '' })).toMatchObject({ ok: true, value: { name: 'Altro' } });
  });

  test('that was left with its log by a program that was killed keeps what the log holds', async () => {
    const work = await projectAtWork();
    const target = join(work.folder, 'altro.tribuna');
    closeProject(createProject(target, { name: 'Altro', timeZone: 'Europe/Rome', createdAtMs: 1 }));
    await leftWithLog(target);
    expect(statSync(`${target}-wal`).size).toBeGreaterThan(0);
    expect(await saved(work, target, { replace: true })).toMatchObject({ ok: true });
    expect(existsSync(`${target}-wal`)).toBe(false);
    const copy = openProject(target);
    expect([settingOf(copy, 'name'), settingOf(copy, 'mark')]).toEqual(['altro', null]);
    closeProject(copy);
    const [aside] = rollingBackups(target);
    const again = join(dirname(target), 'ancora.tribuna');
    for (const part of ['', '-wal']) copyFileSync(join(work.folder, `${aside?.name ?? ''}${part}`), `${again}${part}`);
    const former = openProject(again);
    expect(settingOf(former, 'mark')).toBe('in the log');
    closeProject(former);
  });
});

describe('while it is written', () => {
  /** A project of some forty megabytes, so that a copy takes many turns. */
  async function largeProject(engine: ProjectAtWork['engine'] | null = null, folder = temporaryFolder()): Promise<ProjectAtWork> {
    const work = await projectWithMessages({ threads: 12, engine }, folder);
    await work.call('project.close', {});
    const project = openProject(work.path);
    const text = 'x'.repeat(50_000);
    project.connection.transaction(() => {
      for (let row = 0; row < 800; row += 1) storeSetting(project, `ballast ${String(row)}`, text);
    })();
    closeProject(project);
    const opened = await work.call('project.open', { file: await work.engine.registerFile(work.path, 'prova.tribuna') });
    if (!opened.ok) throw new Error(opened.failure.message);
    return work;
  }
  /** Resolves with the first progress of a job. */
  const begun = (work: ProjectAtWork, jobId: string): Promise<void> => new Promise((resolve) => {
    const stop = work.engine.onEvent((event) => {
      if (event.type !== 'job-progress' || event.jobId !== jobId) return;
      stop();
      resolve();
    });
  });

  test('progress is told in bytes, and a cancel answers within a second and leaves nothing', async () => {
    const work = await largeProject();
    const before = others(work);
    const seen: number[] = [];
    const stop = work.engine.onEvent((event) => {
      if (event.type === 'job-progress') seen.push(event.done);
    });
    const started = begun(work, 'copy');
    const job = saved(work, join(work.folder, 'copia.tribuna'), { jobId: 'copy', open: true });
    await started;
    expect(existsSync(join(work.folder, 'copia.tribuna'))).toBe(false);
    const askedAt = performance.now();
    expect(await work.call('job.cancel', { jobId: 'copy' })).toEqual({ ok: true, value: { cancelled: true } });
    expect(await job).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(performance.now() - askedAt).toBeLessThan(1000);
    expect(others(work)).toEqual(before);
    expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { name: 'Prova' } });
    expect(await saved(work, join(work.folder, 'copia.tribuna'), { open: true })).toMatchObject({ ok: true });
    stop();
    expect(seen.at(-1)).toBe(statSync(join(work.folder, 'copia.tribuna')).size);
  });

  test('what is changed meanwhile is in the copy', async () => {
    const work = await largeProject();
    const started = begun(work, 'copy');
    const job = saved(work, join(work.folder, 'copia.tribuna'), { jobId: 'copy', open: true });
    await started;
    expect(await work.call('labels.set', label(3))).toMatchObject({ ok: true });
    expect(existsSync(join(work.folder, 'copia.tribuna'))).toBe(false);
    expect(await job).toMatchObject({ ok: true });
    const undo = await work.call('project.summary', {});
    expect(undo).toMatchObject({ ok: true, value: { name: 'copia' } });
    expect(undo.ok && undo.value.undo).toMatch(/^labels/);
    await work.call('project.close', {});
    const former = openProject(work.path);
    const copy = openProject(join(work.folder, 'copia.tribuna'));
    const verdicts = (of: typeof copy): unknown => of.connection.prepare('SELECT * FROM label_verdict').all();
    expect(verdicts(copy)).toEqual(verdicts(former));
    expect(verdicts(copy)).toHaveLength(1);
    closeProject(former);
    closeProject(copy);
  });

  test('the project is not pulled away, and an analysis under way ends first: its results are in the copy; who does not wait may leave', async () => {
    const folder = temporaryFolder();
    const engine = startEngineThread(testSettings(folder));
    onTestFinished(() => engine.close());
    const work = await projectAtWork(engine, folder);
    await work.call('import.run', { files: [{ file: await work.file('base.csv', smallExport(60)) }], ownBrand: { name: 'Aurora' } });
    const analysis = work.call('analyse.run', {});
    const left = saved(work, join(folder, 'mai.tribuna'), { jobId: 'left' });
    const job = saved(work, join(folder, 'copia.tribuna'), { jobId: 'copy', open: true });
    expect(await work.call('project.close', {})).toMatchObject({ ok: false, failure: { code: 'locked-project' } });
    expect(await work.call('job.cancel', { jobId: 'left' })).toMatchObject({ ok: true, value: { cancelled: true } });
    expect(await left).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(await analysis).toMatchObject({ ok: true, value: { didWork: true } });
    expect(await job).toMatchObject({ ok: true, value: { opened: true } });
    expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { name: 'copia', analysed: true } });
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: false } });
    expect(existsSync(join(folder, 'mai.tribuna'))).toBe(false);
  });
});

describe('the command line', () => {
  test('writes a copy, refuses what stands there, and replaces it when asked', async () => {
    const work = await projectWithMessages({ threads: 6 });
    await work.call('project.close', {});
    const target = join(work.folder, 'copia.tribuna');
    const run = async (...words: string[]): Promise<{ code: number; out: string }> => {
      let out = '';
      const code = await runCommand(['copy', ...words, '--json'], { out: (text) => void (out += text), err: () => undefined, interactive: false, input: (async function* () {})() });
      return { code, out };
    };
    const first = await run(work.path, target);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({ ok: true, value: { name: 'copia', fileName: 'copia.tribuna', bytes: statSync(target).size, opened: false } });
    const second = await run(work.path, target);
    expect([second.code, JSON.parse(second.out)]).toMatchObject([1, { ok: false, failure: { code: 'invalid-input', issues: [{ path: 'replace' }] } }]);
    expect((await run(work.path, target, '--replace')).code).toBe(0);
    expect(rollingBackups(target)).toMatchObject([{ replaced: true }]);
    expect((await run(work.path)).code).toBe(2);
  });
});
