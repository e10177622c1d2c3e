import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { madeUpTwcsRows } from '../../scripts/bench/made-up-twcs.ts';
import type { AppContext } from '../../src/app/context.ts';
import { allHandlers } from '../../src/app/handlers.ts';
import { createDispatch } from '../../src/contract/dispatch.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { MIGRATIONS, migrate } from '../../src/store/migrations.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { openProject } from '../../src/store/open-project.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { numbersFrom, callerOf, projectWithMessages } from '../support/project-at-work.ts';
import { powerlessCommand } from '../support/powerless-command.ts';
import { ROOT } from '../support/root.ts';
import { isLongRun } from '../support/long-run.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine, testSettings } from '../support/test-engine.ts';

const made = new Map<string, { readonly bytes: Buffer; readonly messages: number }>();

/** A closed project in a folder of its own; projects of one kind are made once. */
async function closedProject({ threads = 12, analysed = true } = {}): Promise<{ folder: string; path: string; messages: number }> {
  const kind = `${String(threads)} ${String(analysed)}`;
  let known = made.get(kind);
  if (known === undefined) {
    const work = await projectWithMessages({ threads, analysed });
    const summary = await work.call('project.summary', {});
    await work.engine.close();
    known = { bytes: readFileSync(work.path), messages: summary.ok ? summary.value.messages : -1 };
    made.set(kind, known);
  }
  const folder = temporaryFolder();
  const path = join(folder, 'prova.tribuna');
  writeFileSync(path, known.bytes);
  return { folder, path, messages: known.messages };
}

describe('opening', () => {
  test('a project of a newer version is refused with both versions named, and left as it is', async () => {
    const { folder, path } = await closedProject();
    const bytes = readFileSync(path);
    bytes.writeUInt32BE(99, 60);
    writeFileSync(path, bytes);
    const engine = testEngine(folder);
    const outcome = await engine.call('project.open', { file: await engine.registerFile(path, 'p.tribuna') });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'newer-project' } });
    expect(outcome.ok ? '' : outcome.failure.message).toMatch(/version 99.*update/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(await engine.call('app.state', {})).toMatchObject({ ok: true, value: { project: null } });
  });

  test('a failure to open leaves the project that is open open', async () => {
    const { folder, path } = await closedProject();
    const work = await projectWithMessages({ analysed: false, threads: 3 });
    writeFileSync(join(folder, 'text.tribuna'), 'no project at all, but longer than a hundred characters '.repeat(4));
    for (const [place, code] of [[join(folder, 'text.tribuna'), 'corrupt-project'], [join(folder, 'gone.tribuna'), 'not-found'], [folder, 'not-found']] as const) {
      expect(await work.call('project.open', { file: await work.engine.registerFile(place, 'x') })).toMatchObject({ ok: false, failure: { code } });
      expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { name: 'Prova' } });
    }
    expect(await work.call('project.open', { file: await work.engine.registerFile(path, 'p.tribuna') })).toMatchObject({ ok: true });
  });

  test('a project open in another process is refused until that one ends, however it ends', async () => {
    const { folder, path, messages } = await closedProject();
    const script = `import { openProject } from ${JSON.stringify(join(ROOT, 'src/store/open-project.ts'))}; openProject(process.argv[1]); console.log('open'); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script, path]);
    onTestFinished(() => void other.kill('SIGKILL'));
    await once(other.stdout, 'data');
    const engine = testEngine(folder);
    const file = await engine.registerFile(path, 'p.tribuna');
    const refused = await engine.call('project.open', { file });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'locked-project' } });
    expect(refused.ok ? '' : refused.failure.message).toContain('close it there first');
    const command = spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'check', path, '--json'], { encoding: 'utf8' });
    expect(command.status).toBe(1);
    expect(JSON.parse(command.stdout)).toMatchObject({ ok: false, failure: { code: 'locked-project' } });
    const gone = once(other, 'exit');
    other.kill('SIGKILL');
    await gone;
    expect(await engine.call('project.open', { file })).toMatchObject({ ok: true, value: { messages } });
    expect(await engine.call('project.check', {})).toMatchObject({ ok: true, value: { intact: true } });
  });

  test('a write-protected project is read, and every change is refused with what to do', async () => {
    const { folder, path, messages } = await closedProject();
    chmodSync(path, 0o444);
    const engine = testEngine(folder);
    const call = callerOf(engine);
    expect(await call('project.open', { file: await engine.registerFile(path, 'p.tribuna') })).toMatchObject({ ok: true, value: { readOnly: true, messages } });
    writeFileSync(join(folder, 'more.csv'), smallExport(3));
    const file = await engine.registerFile(join(folder, 'more.csv'), 'more.csv');
    const changes = [
      await call('import.run', { files: [{ file }] }), await call('import.undo', { importId: 1 }), await call('analyse.run', { seed: 9 }), await call('history.undo', {}), await call('history.redo', {}),
      await call('brand.assign', { name: 'Altra', own: true, accounts: ['1000'] }), await call('labels.set', { labels: [{ messageId: 1, sentiment: 'positive' }] }),
    ];
    for (const outcome of changes) {
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'read-only-project' } });
      expect(outcome.ok ? '' : outcome.failure.message).toContain('save a copy');
    }
    expect(await call('overview', {})).toMatchObject({ ok: true, value: { messages } });
    expect(await call('project.check', {})).toMatchObject({ ok: true, value: { intact: true } });
    expect(await call('import.preview', { file })).toMatchObject({ ok: true });
  });

  test.skipIf(process.platform === 'win32')('a project in a folder that may not be written is read, a new one there is refused', async () => {
    const { folder, path } = await closedProject();
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    copyFileSync(path, join(locked, 'p.tribuna'));
    chmodSync(locked, 0o555);
    chmodSync(folder, 0o755);
    onTestFinished(() => chmodSync(locked, 0o755));
    const run = (words: readonly string[]): ReturnType<typeof powerlessCommand> => powerlessCommand(folder, words);
    const read = run(['query', join(locked, 'p.tribuna'), 'project.summary']);
    expect(JSON.parse(read.stdout)).toMatchObject({ ok: true, value: { readOnly: true } });
    writeFileSync(join(folder, 'more.csv'), smallExport(3), { mode: 0o644 });
    const changed = run(['import', join(locked, 'p.tribuna'), join(folder, 'more.csv')]);
    expect(changed.status).toBe(1);
    expect(JSON.parse(changed.stdout)).toMatchObject({ ok: false, failure: { code: 'read-only-project' } });
    const made = run(['import', join(locked, 'new.tribuna'), join(folder, 'more.csv')]);
    expect(made.status).toBe(1);
    expect(JSON.parse(made.stdout)).toMatchObject({ ok: false, failure: { code: 'io-error' } });
    expect(readdirSync(locked)).toEqual(['p.tribuna']);
  });

  test('damaged projects: a failure in words or an intact project, never a throw', async () => {
    const { folder, path, messages } = await closedProject({ threads: 6 });
    const whole = readFileSync(path);
    const next = numbersFrom(20_260_310);
    // a bit changed inside a number or a word that nothing checks may make an answer impossible: a value all the same
    const engine = createEngine(testSettings(folder), { onBug: () => undefined });
    onTestFinished(() => engine.close());
    const call = callerOf(engine);
    let refused = 0;
    for (let mutation = 0; mutation < 72; mutation += 1) {
      const isCut = mutation % 6 === 5;
      const damaged = Buffer.from(isCut ? whole.subarray(0, next(whole.length)) : whole);
      if (!isCut) for (let flip = 0; flip < 1 + mutation % 4; flip += 1) {
        const at = next(mutation % 3 === 0 ? 200 : damaged.length);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << next(8));
      }
      const target = join(folder, `damaged-${String(mutation)}.tribuna`);
      writeFileSync(target, damaged);
      const opened = await call('project.open', { file: await engine.registerFile(target, 'd.tribuna') });
      if (opened.ok) {
        const checked = await call('project.check', {});
        if (!checked.ok) expect(checked.failure.code).toBe('corrupt-project');
        for (const outcome of [await call('overview', {}), await call('messages.list', {}), await call('response.survival', {}), await call('value.map', {}), await call('import.list', {}), await call('project.close', {})]) {
          if (!outcome.ok) expect(['corrupt-project', 'internal'], `mutation ${String(mutation)}`).toContain(outcome.failure.code);
        }
      } else {
        refused += 1;
        expect(['corrupt-project', 'newer-project', 'io-error'], `mutation ${String(mutation)}: ${opened.failure.message}`).toContain(opened.failure.code);
        expect(opened.failure.message.length).toBeGreaterThan(20);
      }
      for (const suffix of ['-wal', '-shm', '-lock', '-journal']) expect(existsSync(target + suffix), suffix).toBe(false);
    }
    expect(refused).toBeGreaterThan(12);
    expect(await call('project.open', { file: await engine.registerFile(path, 'p.tribuna') })).toMatchObject({ ok: true, value: { messages } });
  });
});

describe('a full disk', () => {
  /** An engine's operations over a project whose file may not grow by more than a few pages. */
  async function atTheLimit(analysed: boolean): Promise<{ context: AppContext; call: ReturnType<typeof callerOf>; limit: (pages: number | null) => void; folder: string; bugs: string[]; counts: () => unknown }> {
    const { folder, path } = await closedProject({ analysed, threads: 40 });
    const bugs: string[] = [];
    const files = new Map([['big', { path: join(folder, 'big.csv'), name: 'big.csv' }]]);
    const context: AppContext = { ...testSettings(folder), now: () => Date.UTC(2026, 2, 10), file: (handle) => files.get(handle) ?? null, emit: () => undefined, project: openProject(path) };
    onTestFinished(() => {
      if (context.project !== null) closeProject(context.project);
    });
    const dispatch = createDispatch({ handlers: allHandlers(context), checkOutput: true, onBug: (operation, error) => void bugs.push(`${operation}: ${String(error)}`) });
    const { project } = context;
    if (project === null) throw new Error('not open');
    return {
      context, folder, bugs,
      call: (operation, input) => dispatch(operation, input) as never,
      limit: (pages) => void project.connection.pragma(`max_page_count = ${String(pages === null ? 1_073_741_823 : (project.connection.pragma('page_count', { simple: true }) as number) + pages)}`),
      counts: () => ['message', 'account', 'account_role', 'brand', 'container', 'import', 'journal', 'label_verdict', 'mention', 'sighting', 'setting', 'coverage', 'reading']
        .map((table) => [table, project.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
    };
  }

  test.each(isLongRun() ? Array.from({ length: 50 }, (_, point) => point * 3) : [0, 3, 20, 60, 150])('import, with room for %i pages: disk-full, the project as before, and then it works', async (pages) => {
    const { call, limit, counts, folder, bugs } = await atTheLimit(true);
    writeFileSync(join(folder, 'big.csv'), `${[...madeUpTwcsRows(3000, 5)].join('\n')}\n`);
    const before = counts();
    const analysedBefore = await call('project.summary', {});
    limit(pages);
    const outcome = await call('import.run', { files: [{ file: { fileHandle: 'big' } }] });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect(outcome.ok ? '' : outcome.failure.message).toMatch(/disk that holds the project is full; free some space/);
    expect(counts()).toEqual(before);
    expect(await call('project.summary', {})).toEqual(analysedBefore);
    expect(await call('overview', {})).toMatchObject({ ok: true });
    limit(null);
    expect(await call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
    expect(await call('import.run', { files: [{ file: { fileHandle: 'big' } }] })).toMatchObject({ ok: true, value: { imports: [{ messages: 3000 }] } });
    expect(bugs).toEqual([]);
  });

  test.each(isLongRun() ? Array.from({ length: 50 }, (_, point) => point) : [0, 1, 2, 4, 8, 16])('analyse, with room for %i pages: disk-full or done, never half recorded', async (pages) => {
    const { call, limit, counts, bugs } = await atTheLimit(false);
    const before = counts();
    limit(pages);
    const outcome = await call('analyse.run', {});
    if (!outcome.ok) {
      expect(outcome).toMatchObject({ failure: { code: 'disk-full' } });
      expect(await call('overview', {})).toMatchObject({ ok: true });
    }
    const summary = await call('project.summary', {});
    limit(null);
    expect(await call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: summary.ok && !summary.value.analysed } });
    expect(await call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: false } });
    expect((counts() as [string, number][]).filter(([table]) => !['reading', 'setting', 'account_role'].includes(table))).toEqual((before as [string, number][]).filter(([table]) => !['reading', 'setting', 'account_role'].includes(table)));
    expect(await call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
    expect(bugs).toEqual([]);
  });

  test('brand.assign and labels.set: disk-full, nothing changed, and then they work', async () => {
    const { call, limit, counts, context, bugs } = await atTheLimit(true);
    const before = counts();
    const stood = await call('project.summary', {});
    const names = Array.from({ length: 4000 }, (_, position) => `a name of some length ${String(position)}`);
    const labels = Array.from({ length: 5000 }, (_, position) => ({ messageId: 1 + position % 60, sentiment: 'positive' as const, intents: ['praise' as const] }));
    const changes = {
      'brand.assign': () => call('brand.assign', { name: 'Nuova', own: true, accounts: ['1001', ...names] }),
      'labels.set': () => call('labels.set', { labels }),
    };
    // what is free inside the file is room too
    context.project?.connection.exec('VACUUM');
    limit(0);
    for (const [name, change] of Object.entries(changes)) {
      const outcome = await change();
      expect(outcome, name).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
      expect(counts(), name).toEqual(before);
      expect(await call('project.summary', {}), name).toEqual(stood);
    }
    // taking an import out frees room first: it may well succeed, but never in part
    const undone = await call('history.undo', {});
    if (undone.ok) expect(undone.value.messages).toBe(0);
    else expect(undone.failure.code).toBe('disk-full');
    expect(await call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
    limit(null);
    if (undone.ok) expect(await call('history.redo', {})).toMatchObject({ ok: true });
    for (const [name, change] of Object.entries(changes)) expect(await change(), name).toMatchObject({ ok: true });
    expect(await call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
    expect(bugs).toEqual([]);
  });

  /** Pages of room at which one kind of work is tried. */
  const ROOM = isLongRun() ? Array.from({ length: 50 }, (_, point) => point) : [0, 1, 2, 4, 8, 13, 21, 34, 49];

  test('a change by hand, with room for each number of pages: done whole, or disk-full and nothing of it', async () => {
    const { call, limit, counts, context, bugs } = await atTheLimit(true);
    const names = Array.from({ length: 3000 }, (_, position) => `a name of some length ${String(position)}`);
    const endings = new Set<string>();
    for (const pages of ROOM) {
      context.project?.connection.exec('VACUUM');
      const before = counts();
      const stood = await call('project.summary', {});
      limit(pages);
      const outcome = await call('brand.assign', { name: `Nuova ${String(pages)}`, own: false, accounts: names.slice(0, 60 + pages * 50) });
      limit(null);
      endings.add(outcome.ok ? 'done' : outcome.failure.code);
      if (outcome.ok) expect(await call('history.undo', {}), String(pages)).toMatchObject({ ok: true });
      else {
        expect(outcome, String(pages)).toMatchObject({ failure: { code: 'disk-full' } });
        expect(counts(), String(pages)).toEqual(before);
        expect(await call('project.summary', {}), String(pages)).toEqual(stood);
      }
    }
    expect([...endings]).toContain('disk-full');
    expect(await call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
    expect(bugs).toEqual([]);
  });

  test('taking an import out and bringing it back, with room for each number of pages: whole or not at all', async () => {
    const { call, limit, counts, context, bugs } = await atTheLimit(true);
    const present = (): number => (counts() as [string, number][]).find(([table]) => table === 'message')?.[1] ?? -1;
    const all = present();
    const endings = new Set<string>();
    for (const pages of ROOM) {
      for (const [operation, here, gone] of [['history.undo', all, 0], ['history.redo', 0, all]] as const) {
        context.project?.connection.exec('VACUUM');
        expect(present(), `${operation}, ${String(pages)}`).toBe(here);
        limit(pages);
        const outcome = await call(operation, {});
        limit(null);
        endings.add(outcome.ok ? 'done' : outcome.failure.code);
        if (!outcome.ok) {
          expect(outcome, `${operation}, ${String(pages)}`).toMatchObject({ failure: { code: 'disk-full' } });
          expect(present(), `${operation}, ${String(pages)}`).toBe(here);
          expect(await call(operation, {}), `${operation}, ${String(pages)}`).toMatchObject({ ok: true });
        }
        expect(present(), `${operation}, ${String(pages)}`).toBe(gone);
      }
    }
    expect([...endings].sort()).toEqual(['disk-full', 'done']);
    expect(await call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
    expect(bugs).toEqual([]);
  });

  test('an update from an earlier version, with room for each number of pages: done, or the file as it was', () => {
    const path = join(temporaryFolder(), 'old.tribuna');
    const endings = new Set<string>();
    for (const pages of ROOM) {
      rmSync(path, { force: true });
      const connection = new (databaseConstructor())(path);
      migrate(connection, MIGRATIONS.slice(0, 5));
      connection.exec(readFileSync(join(ROOT, 'tests/fixtures/schema/v5-project.sql'), 'utf8'));
      const look = (): unknown => [connection.pragma('user_version'), connection.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2').all(), connection.prepare('SELECT * FROM message ORDER BY id').all(), connection.prepare('SELECT * FROM setting ORDER BY key').all()];
      const before = look();
      connection.pragma(`max_page_count = ${String((connection.pragma('page_count', { simple: true }) as number) + pages)}`);
      try {
        migrate(connection, MIGRATIONS);
        endings.add('done');
      } catch (error) {
        expect(error).toMatchObject({ code: 'SQLITE_FULL' });
        endings.add('full');
        expect(look(), String(pages)).toEqual(before);
      }
      expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
      connection.close();
    }
    expect([...endings].sort()).toEqual(['done', 'full']);
  });
});
