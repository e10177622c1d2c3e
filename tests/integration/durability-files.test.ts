import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import { writeDurably } from '../../src/store/durable-file.ts';
import { MIGRATIONS, migrate } from '../../src/store/migrations.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { openProject } from '../../src/store/open-project.ts';
import { backUp, isReplacementDecided, putBackup, rollingBackups } from '../../src/store/rolling-backups.ts';
import { isNetworkKind, isSharedPlace } from '../../src/store/shared-folder.ts';
import { settingOf, storeSetting } from '../../src/store/stage-queries.ts';
import { isLongRun } from '../support/long-run.ts';
import { callerOf, numbersFrom, projectWithMessages } from '../support/project-at-work.ts';
import { ROOT } from '../support/root.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine, testSettings } from '../support/test-engine.ts';

const NEW = { name: 'Prova', timeZone: 'Europe/Rome', createdAtMs: 1 };

/** `opened`, or the code with which a project is refused; every refusal has words. */
function opening(path: string): string {
  try {
    const project = openProject(path);
    closeProject(project);
    return 'opened';
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    expect(error.message.length).toBeGreaterThan(20);
    return String(error.code);
  }
}

/** A closed project of the folder with `rows` settings, so that it has pages to damage. */
function closedProject(folder: string, name = 'a.tribuna', rows = 400): string {
  const path = join(folder, name);
  const project = createProject(path, NEW);
  for (let row = 0; row < rows; row += 1) storeSetting(project, `a rule ${String(row)} of ${name}`, String(row));
  closeProject(project);
  return path;
}

describe('a damaged file', () => {
  test('bits, cuts, zeroed and exchanged pages: refused in words, or whole, or wrong in a value that no structure checks; salvage always answers', { timeout: 3_600_000 }, async () => {
    const folder = temporaryFolder();
    const work = await projectWithMessages({ threads: 30, analysed: true });
    await work.engine.close();
    const whole = readFileSync(work.path);
    const pages = whole.length / 4096;
    const next = numbersFrom(20_261_128);
    const bugs: string[] = [];
    const engine = createEngine(testSettings(folder), { onBug: (line) => void bugs.push(line) });
    onTestFinished(() => engine.close());
    const call = callerOf(engine);
    const endings: Record<string, number> = {};
    const kinds = ['bit', 'bits', 'cut', 'zeroed', 'exchanged', 'header'] as const;
    for (let mutation = 0; mutation < (isLongRun() ? 500 : 30); mutation += 1) {
      const kind = kinds[mutation % kinds.length] ?? 'bit';
      const damaged = Buffer.from(kind === 'cut' ? whole.subarray(0, next(whole.length)) : whole);
      const [one, other] = [next(pages) * 4096, next(pages) * 4096];
      if (kind === 'bit' || kind === 'bits' || kind === 'header') for (let flip = 0; flip < (kind === 'bits' ? 30 : 1); flip += 1) {
        const at = next(kind === 'header' ? 100 : damaged.length);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << next(8));
      }
      if (kind === 'zeroed') damaged.fill(0, one, one + 4096);
      if (kind === 'exchanged') {
        whole.copy(damaged, one, other, other + 4096);
        whole.copy(damaged, other, one, one + 4096);
      }
      const path = join(folder, 'd.tribuna');
      writeFileSync(path, damaged);
      const opened = await call('project.open', { file: await engine.registerFile(path, 'd.tribuna') });
      let ending = 'refused';
      if (opened.ok) {
        const checked = await call('project.check', {});
        const answers = [await call('overview', {}), await call('messages.list', {}), await call('response.survival', {}), await call('value.map', {})];
        for (const outcome of answers) if (!outcome.ok) expect(['corrupt-project', 'internal'], `mutation ${String(mutation)}`).toContain(outcome.failure.code);
        ending = damaged.equals(whole) ? 'nothing changed' : checked.ok && checked.value.intact ? (answers.every(({ ok }) => ok) ? 'opened' : 'an answer refused') : 'found by the full check';
        await call('project.close', {});
      } else {
        expect(['corrupt-project', 'newer-project', 'io-error'], `mutation ${String(mutation)}: ${opened.failure.message}`).toContain(opened.failure.code);
        expect(opened.failure.message.length).toBeGreaterThan(20);
        expect(readFileSync(path).equals(damaged), `mutation ${String(mutation)}: left as it was`).toBe(true);
      }
      endings[`${kind}: ${ending}`] = (endings[`${kind}: ${ending}`] ?? 0) + 1;
      expect(await call('project.salvage', { file: await engine.registerFile(path, 'd.tribuna') }), `mutation ${String(mutation)}`).toMatchObject({ ok: true });
      for (const name of readdirSync(folder)) expect(name, `mutation ${String(mutation)}`).toMatch(/^(?:d\.tribuna|d\.recovered(?: \d+)?|state)$/);
    }
    if (isLongRun()) process.stdout.write(`damaged files: ${JSON.stringify(endings)}; ${String(bugs.length)} reads that ended as a bug${bugs.map((line) => `\n  ${line}`).join('')}\n`);
    // pages that are gone or in each other's place are never opened in silence
    expect(Object.keys(endings).filter((ending) => /^(?:cut|zeroed|exchanged): opened$/.test(ending)).reduce((sum, ending) => sum + (endings[ending] ?? 0), 0)).toBeLessThan(isLongRun() ? 40 : 4);
  });

  test('a word that no version wrote, where one of a few may stand: refused when opened, told by the full check, and never an answer that ends as a bug', async () => {
    // as in production, where replies are not compared with their shapes
    const folder = temporaryFolder();
    const work = await projectWithMessages({ threads: 12, engine: testEngine(folder, { checkOutput: false }) }, folder);
    const change = (sql: string): void => {
      const connection = new (databaseConstructor())(work.path);
      connection.exec(sql);
      connection.close();
    };
    const whole = (): Promise<unknown> => work.call('project.check', {});
    expect(await whole()).toEqual({ ok: true, value: { intact: true, problems: [] } });
    change(`UPDATE message SET kind = 'commenu' WHERE id = (SELECT min(id) FROM message)`);
    change(`UPDATE reading SET primary_intent = 'trouclu' WHERE primary_intent IS NOT NULL`);
    expect(await whole()).toMatchObject({ ok: true, value: { intact: false, problems: ['1 rows of message hold something in kind that Tribuna does not know', expect.stringMatching(/^\d+ rows of reading hold something in primary_intent/) as string] } });
    for (const outcome of [await work.call('overview', {}), await work.call('messages.list', {}), await work.call('response.survival', { by: 'intent' }), await work.call('analyse.run', { seed: 9 })]) {
      if (!outcome.ok) expect(outcome.failure).toMatchObject({ code: 'corrupt-project', message: expect.stringContaining('restore a copy') as string });
    }
    await work.call('project.close', {});
    // as a file of which nothing is known
    const stranger = join(work.folder, 'stranger.tribuna');
    copyFileSync(work.path, stranger);
    expect(await work.call('project.open', { file: await work.engine.registerFile(stranger, 'stranger.tribuna') })).toMatchObject({ ok: false, failure: { code: 'corrupt-project', message: expect.stringContaining('words that no Tribuna wrote') as string } });
    expect(await work.call('project.salvage', { file: await work.engine.registerFile(stranger, 'stranger.tribuna') })).toMatchObject({ ok: true });
    expect(readdirSync(work.folder).filter((name) => name.startsWith('stranger.tribuna'))).toEqual(['stranger.tribuna']);
  });

  test('a strange log beside it is refused with what to do; its own is played back; one that the file holds already is let go', () => {
    const folder = temporaryFolder();
    const [mine, strange] = [closedProject(folder, 'mine.tribuna'), closedProject(folder, 'strange.tribuna', 2500)];
    const crashed = (path: string, key: string): Buffer => {
      const project = openProject(path);
      storeSetting(project, key, 'x'.repeat(9000));
      const log = readFileSync(`${path}-wal`);
      copyFileSync(path, `${path}.open`);
      closeProject(project);
      return log;
    };
    const closed = readFileSync(mine);
    const strangeLog = crashed(strange, 'strange');
    // beside a file that was closed
    writeFileSync(`${mine}-wal`, strangeLog);
    expect(opening(mine)).toBe('corrupt-project');
    expect(() => openProject(mine)).toThrow(/mine\.tribuna-wal.*belongs to another file.*move it/);
    expect(readFileSync(mine).equals(closed)).toBe(true);
    expect(readFileSync(`${mine}-wal`).equals(strangeLog)).toBe(true);
    // beside one that a crash left open
    writeFileSync(`${mine}-wal`, '');
    const own = crashed(mine, 'own');
    const standing = readFileSync(mine);
    copyFileSync(`${mine}.open`, mine);
    writeFileSync(`${mine}-wal`, strangeLog);
    expect(opening(mine)).toBe('corrupt-project');
    writeFileSync(`${mine}-wal`, own);
    const again = openProject(mine);
    expect(settingOf(again, 'own')).toHaveLength(9000);
    closeProject(again);
    // the log of a closing that the disk forgot to delete
    writeFileSync(mine, standing);
    writeFileSync(`${mine}-wal`, own);
    expect(opening(mine)).toBe('opened');
    expect(existsSync(`${mine}-wal`)).toBe(false);
  });
});

describe('a file that means harm', () => {
  const forged: readonly (readonly [string, string, RegExp])[] = [
    ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON brand BEGIN DELETE FROM brand; END', /trigger t/],
    ['a view', 'CREATE VIEW v AS SELECT 1', /view v/],
    ['a view in the place of a table', 'DROP TABLE weight_version; CREATE VIEW weight_version AS SELECT 1', /view weight_version/],
    ['a virtual table', 'CREATE VIRTUAL TABLE planted USING fts5(x)', /table planted/],
    ['a table of another module', 'CREATE VIRTUAL TABLE planted USING rtree(id, a, b)', /table planted/],
    ['a generated column', 'ALTER TABLE brand ADD COLUMN evil TEXT AS (hex(name)) VIRTUAL', /table brand/],
    ['an index on an expression', 'CREATE INDEX planted ON brand (upper(name))', /index planted/],
    ['a changed check', `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'is_own INTEGER NOT NULL DEFAULT 0', 'is_own INTEGER NOT NULL DEFAULT 0 CHECK (length(hex(randomblob(100000000))) > 0)') WHERE name = 'brand'`, /table brand/],
    ['a trigger under the reserved prefix', `CREATE TRIGGER planted AFTER INSERT ON brand BEGIN DELETE FROM brand; END; PRAGMA writable_schema = ON; UPDATE sqlite_schema SET name = 'sqlite_planted', sql = replace(sql, 'planted', 'sqlite_planted') WHERE name = 'planted'`, /trigger sqlite_planted/],
    ['a table that names the pages of another', `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'setting') WHERE name = 'weight_version'`, /damaged/],
    ['a schema of a million letters', `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || ' /*' || printf('%.*c', 3000000, 'x') || '*/' WHERE name = 'brand'`, /./],
    ['a schema that is none', `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE brand (((((' WHERE name = 'brand'`, /./],
  ];

  test.each(forged)('%s is refused before anything of it runs', (_what, sql, words) => {
    const path = closedProject(temporaryFolder(), 'a.tribuna', 2);
    const forging = new (databaseConstructor())(path);
    forging.unsafeMode(true);
    forging.exec(sql);
    forging.close();
    const before = readFileSync(path);
    expect(opening(path)).toBe('corrupt-project');
    expect(() => openProject(path)).toThrow(words);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['a.tribuna']);
  });

  test('a trigger in a file of an earlier version is refused before the update would set it off', () => {
    const path = join(temporaryFolder(), 'a.tribuna');
    const connection = new (databaseConstructor())(path);
    migrate(connection, MIGRATIONS.slice(0, 5));
    connection.exec(readFileSync(join(ROOT, 'tests/fixtures/schema/v5-project.sql'), 'utf8'));
    connection.exec('CREATE TRIGGER t AFTER UPDATE ON setting BEGIN DELETE FROM message; END');
    connection.close();
    const before = readFileSync(path);
    expect(opening(path)).toBe('corrupt-project');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a forged version or kind of file is refused; a file of an earlier version that lies about it too', () => {
    const folder = temporaryFolder();
    const path = closedProject(folder, 'a.tribuna', 2);
    const whole = readFileSync(path);
    for (const [offset, value, code] of [[60, 0, 'corrupt-project'], [60, 3, 'corrupt-project'], [60, 0xffff_ffff, 'newer-project'], [68, 0x1234, 'corrupt-project']] as const) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt32BE(value, offset);
      writeFileSync(path, bytes);
      expect(opening(path), `${String(offset)} ${String(value)}`).toBe(code);
      expect(readFileSync(path).equals(bytes)).toBe(true);
    }
  });
});

describe('two programs on one file', () => {
  test('of those that come at once one gets in, and a link to the file leads to the same lock', async () => {
    const folder = temporaryFolder();
    const path = closedProject(folder, 'a.tribuna', 2);
    const link = join(folder, 'link.tribuna');
    symlinkSync(path, link);
    const script = `import { openProject } from ${JSON.stringify(join(ROOT, 'src/store/open-project.ts'))}; try { openProject(process.argv[1]); console.log('opened'); setInterval(() => {}, 1000); } catch (error) { console.log(error.code); }`;
    const children = [path, link, path].map((place) => spawn(process.execPath, ['--input-type=module', '-e', script, place], { stdio: ['ignore', 'pipe', 'inherit'] }));
    onTestFinished(() => children.forEach((child) => void child.kill('SIGKILL')));
    const said = await Promise.all(children.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()));
    expect(said.sort()).toEqual(['locked-project', 'locked-project', 'opened']);
    expect([opening(path), opening(link)]).toEqual(['locked-project', 'locked-project']);
    await Promise.all(children.filter((child) => child.exitCode === null).map(async (child) => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }));
    expect(opening(link)).toBe('opened');
    expect(readdirSync(folder).sort()).toEqual(['a.tribuna', 'link.tribuna']);
  });

  test('a place that is shared is known by its name or its file system, works without a log beside it, and the window is told', async () => {
    expect([0x6969, 0xff534d42, -11_317_950, 0x01021997, 0x65735546].map(isNetworkKind)).toEqual([true, true, true, true, true]);
    expect([0xef53, 0x9123683e, 0x01021994].map(isNetworkKind)).toEqual([false, false, false]);
    const folder = join(temporaryFolder(), 'Dropbox');
    mkdirSync(folder);
    expect([isSharedPlace(join(folder, 'a.tribuna')), isSharedPlace('/nowhere/at/all.tribuna')]).toEqual([true, false]);
    const engine = testEngine(folder);
    const call = callerOf(engine);
    expect(await call('project.create', { name: 'Prova' })).toMatchObject({ ok: true, value: { journalMode: 'delete' } });
    expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
    await call('project.close', {});
    expect(await call('project.open', { file: await engine.registerFile(join(folder, 'Prova.tribuna'), 'p') })).toMatchObject({ ok: true, value: { journalMode: 'delete' } });
  });
});

describe('work that was cut short', () => {
  test('going back to a copy is ended at the next opening once it was decided upon, and forgotten before that', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.tribuna');
    const project = createProject(path, NEW);
    await backUp(project, Date.UTC(2026, 1, 1));
    storeSetting(project, 'later', 'yes');
    closeProject(project);
    const copy = join(folder, rollingBackups(path)[0]?.name ?? '');
    const elsewhere = openProject(path);
    expect(() => putBackup(path, rollingBackups(path)[0]?.name ?? '', 1)).toThrow('open in another window');
    closeProject(elsewhere);
    expect(readdirSync(folder).sort()).toEqual(['a.tribuna', 'a.tribuna.backups']);
    // before the decision
    writeFileSync(`${path}.restoring.tmp`, readFileSync(copy).subarray(0, 5000));
    mkdirSync(`${path}.backups`, { recursive: true });
    writeFileSync(`${path}.backups/making.tmp`, 'half of a copy');
    writeFileSync(`${path}.v5.bak.new`, 'half of one before an update');
    const same = openProject(path);
    expect(settingOf(same, 'later')).toBe('yes');
    closeProject(same);
    expect(readdirSync(folder).sort()).toEqual(['a.tribuna', 'a.tribuna.backups']);
    expect(readdirSync(`${path}.backups`)).toHaveLength(1);
    // after it
    copyFileSync(copy, `${path}.restoring`);
    expect(isReplacementDecided(path)).toBe(true);
    const back = openProject(path);
    expect(settingOf(back, 'later')).toBeNull();
    closeProject(back);
    expect(rollingBackups(path).map(({ replaced }) => replaced)).toContain(true);
    putBackup(path, rollingBackups(path).find(({ replaced }) => replaced)?.name ?? '', Date.UTC(2026, 1, 2));
    const forth = openProject(path);
    expect(settingOf(forth, 'later')).toBe('yes');
    closeProject(forth);
  });

  test('torn settings do not stop the start; what was somebody’s work is put aside, not written over', async () => {
    const folder = temporaryFolder();
    const state = join(folder, 'state');
    mkdirSync(state);
    for (const name of ['recent-projects.json', 'templates.json', 'window.json', 'pseudonym-secret']) writeFileSync(join(state, name), '[{"id":"x","pa');
    const engine = testEngine(folder);
    const call = callerOf(engine);
    expect(await call('app.state', {})).toMatchObject({ ok: true, value: { recent: [] } });
    expect(await call('project.create', { name: 'Prova' })).toMatchObject({ ok: true });
    expect(await call('app.state', {})).toMatchObject({ ok: true, value: { recent: [{ name: 'Prova' }] } });
    expect(await call('templates.save', { name: 'Mia', headers: ['testo'], mapping: { columns: { testo: 'text' } } })).toMatchObject({ ok: true });
    expect(readFileSync(join(state, 'templates.json.unreadable'), 'utf8')).toBe('[{"id":"x","pa');
    expect(readdirSync(state).filter((name) => name.endsWith('.new'))).toEqual([]);
    mkdirSync(join(folder, 'busy'));
    expect(() => writeDurably(join(folder, 'busy'), 'x')).toThrow();
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('an import that the disk has no room for is refused before it begins', async () => {
    const folder = temporaryFolder();
    const engine = createEngine({ ...testSettings(folder), ...{ freeBytes: () => 3000 } });
    onTestFinished(() => engine.close());
    const call = callerOf(engine);
    await call('project.create', { name: 'Prova' });
    writeFileSync(join(folder, 'more.csv'), `tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n${'1,2,True,Tue Mar 04 09:00:00 +0000 2025,ciao,,\n'.repeat(40)}`);
    const outcome = await call('import.run', { files: [{ file: await engine.registerFile(join(folder, 'more.csv'), 'more.csv') }] });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect(outcome.ok ? '' : outcome.failure.message).toMatch(/needs some 1 MB free on the disk that holds the project, 1 MB are; free some space/);
    expect(await call('project.summary', {})).toMatchObject({ ok: true, value: { messages: 0, undo: null } });
    expect(await call('project.check', {})).toMatchObject({ ok: true, value: { intact: true } });
  });
});
