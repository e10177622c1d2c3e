import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectProblems } from '../../src/store/check-project.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import { MIGRATIONS, migrate, schemaObjects } from '../../src/store/migrations.ts';
import { databaseConstructor, runtimeProblem } from '../../src/store/native-addon.ts';
import { openProject } from '../../src/store/open-project.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../src/store/schema.ts';
import { isSharedFolder } from '../../src/store/shared-folder.ts';
import { settingOf } from '../../src/store/stage-queries.ts';
import { storeFailureOf } from '../../src/store/store-failure-of.ts';

let folder = '';
let path = '';
const open: ProjectDatabase[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-store-'));
  path = join(folder, 'a.tribuna');
});
afterEach(() => {
  for (const project of open.splice(0)) closeProject(project);
  rmSync(folder, { recursive: true, force: true });
});

function made(): ProjectDatabase {
  const project = createProject(path, { name: 'Prova', timeZone: 'Europe/Rome', createdAtMs: 1 });
  open.push(project);
  return project;
}
function opened(options?: Parameters<typeof openProject>[1]): ProjectDatabase {
  const project = openProject(path, options);
  open.push(project);
  return project;
}
function madeAndClosed(): void {
  closeProject(made());
}

describe('a project file', () => {
  it('is marked as ours, checked, and one whole file after close', () => {
    const project = made();
    expect(project).toMatchObject({ journalMode: 'wal', readOnly: false });
    expect(project.connection.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(project.connection.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(project.connection.pragma('synchronous', { simple: true })).toBe(2);
    expect(projectProblems(project)).toEqual([]);
    closeProject(project);
    closeProject(project);
    expect(readdirSync(folder)).toEqual(['a.tribuna']);
    const again = opened();
    expect(settingOf(again, 'name')).toBe('Prova');
    expect(again.connection.pragma('trusted_schema', { simple: true })).toBe(0);
  });
  it('has the schema that the snapshot holds, new or migrated step by step', () => {
    const lines = (connection: ProjectDatabase['connection']): string => `${schemaObjects(connection).map(({ type, name, sql }) => `-- ${type} ${name}\n${sql ?? ''}`).join('\n\n')}\n`;
    const snapshot = join('tests/fixtures/schema', `v${String(SCHEMA_VERSION)}.sql`);
    if (process.env['UPDATE_SCHEMA_SNAPSHOT'] === '1') writeFileSync(snapshot, lines(made().connection));
    else expect(lines(made().connection)).toBe(readFileSync(snapshot, 'utf8'));
    const migrated = new (databaseConstructor())(':memory:');
    MIGRATIONS.forEach((_, position) => migrate(migrated, MIGRATIONS.slice(0, position + 1)));
    expect(lines(migrated)).toBe(readFileSync(snapshot, 'utf8'));
    migrated.close();
  });
  it('takes a migration whole or not at all', () => {
    const { connection } = made();
    const next = { version: SCHEMA_VERSION + 1, sql: 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE extra (id INTEGER) STRICT;' };
    expect(() => migrate(connection, [...MIGRATIONS, next])).toThrow('already exists');
    expect(connection.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(schemaObjects(connection).some(({ name }) => name === 'extra')).toBe(false);
    expect(migrate(connection, [...MIGRATIONS, { ...next, sql: 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;' }])).toBe(SCHEMA_VERSION + 1);
  });
  it('is never written over', () => {
    writeFileSync(path, 'mine');
    expect(() => made()).toThrow('a file of this name is already there');
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(() => createProject(join(folder, 'no', 'such.tribuna'), { name: 'x', timeZone: 'UTC', createdAtMs: 0 })).toThrow(expect.objectContaining({ code: 'io-error' }) as Error);
  });
});

describe('opening what cannot be opened', () => {
  const codeOf = (options?: Parameters<typeof openProject>[1]): string => {
    try {
      opened(options);
      return 'opened';
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : 'bug';
    }
  };
  const patch = (offset: number, bytes: readonly number[]): void => {
    const content = readFileSync(path);
    content.set(bytes, offset);
    writeFileSync(path, content);
  };

  it('says that the file is missing, empty, or something else', () => {
    expect(codeOf()).toBe('not-found');
    writeFileSync(path, '');
    expect(codeOf()).toBe('corrupt-project');
    writeFileSync(path, 'testo;autore\nciao;io\n'.repeat(50));
    expect(codeOf()).toBe('corrupt-project');
    rmSync(path);
    const other = new (databaseConstructor())(path);
    other.exec('CREATE TABLE a (b)');
    other.close();
    expect(codeOf()).toBe('corrupt-project');
  });
  it('leaves a project of a newer version alone', () => {
    madeAndClosed();
    patch(60, [0, 0, 0, SCHEMA_VERSION + 1]);
    const before = readFileSync(path);
    expect(codeOf()).toBe('newer-project');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.tribuna']);
  });
  it('refuses planted triggers and views', () => {
    for (const sql of ['CREATE TRIGGER t AFTER INSERT ON brand BEGIN DELETE FROM brand; END', 'CREATE VIEW v AS SELECT 1', 'DROP TABLE weight_version']) {
      rmSync(path, { force: true });
      madeAndClosed();
      const other = new (databaseConstructor())(path);
      other.exec(sql);
      other.close();
      expect(codeOf(), sql).toBe('corrupt-project');
    }
  });
  it('never crashes on damaged bytes', () => {
    const project = made();
    const fill = project.connection.prepare(`INSERT INTO setting (key, value) VALUES (?, '1')`);
    for (let row = 0; row < 2000; row += 1) fill.run(`rule number ${String(row)} with a name that takes some room`);
    closeProject(project);
    const whole = readFileSync(path);
    let state = 12_345;
    const next = (limit: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state % limit;
    };
    const codes = new Map<string, number>();
    for (let mutation = 0; mutation < 150; mutation += 1) {
      const damaged = Buffer.from(mutation % 5 === 0 ? whole.subarray(0, 100 + next(whole.length - 100)) : whole);
      for (let flip = 0; flip < 20; flip += 1) damaged[100 + next(damaged.length - 100)] = next(256);
      writeFileSync(path, damaged);
      const code = codeOf();
      codes.set(code, (codes.get(code) ?? 0) + 1);
      for (const project of open.splice(0)) closeProject(project);
      for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
    }
    expect([...codes.keys()].filter((code) => !['opened', 'corrupt-project', 'io-error'].includes(code))).toEqual([]);
    expect(codes.get('corrupt-project') ?? 0).toBeGreaterThan(75);
  });
  it('keeps other programs out, lets further connections of its own in, and frees the project on close and on a crash', async () => {
    const project = made();
    expect(codeOf()).toBe('locked-project');
    const job = opened({ as: 'job' });
    job.connection.prepare(`INSERT INTO brand (name) VALUES ('da un altro filo')`).run();
    expect(project.connection.prepare('SELECT count(*) FROM brand').pluck().get()).toBe(1);
    closeProject(job);
    const script = `import { openProject } from ${JSON.stringify(join(process.cwd(), 'src/store/open-project.ts'))}; try { openProject(process.argv[1]); console.log('opened'); setInterval(() => {}, 1000); } catch (error) { console.log(error.code); }`;
    const other = (): string => execFileSync(process.execPath, ['--input-type=module', '-e', script, path], { encoding: 'utf8' }).trim();
    expect(other()).toBe('locked-project');
    closeProject(project);
    const crashing = spawn(process.execPath, ['--input-type=module', '-e', script, path]);
    const [said] = (await once(crashing.stdout, 'data')) as [Buffer];
    expect(said.toString().trim()).toBe('opened');
    expect(codeOf()).toBe('locked-project');
    crashing.kill('SIGKILL');
    await once(crashing, 'exit');
    expect(codeOf()).toBe('opened');
  });
  it('opens a write-protected project for reading', () => {
    madeAndClosed();
    chmodSync(path, 0o444);
    const project = opened();
    expect(project.readOnly).toBe(true);
    expect(settingOf(project, 'name')).toBe('Prova');
    let thrown: unknown;
    try {
      project.connection.prepare(`INSERT INTO brand (name) VALUES ('x')`).run();
    } catch (error) {
      thrown = error;
    }
    expect(storeFailureOf(thrown)?.code).toBe('read-only-project');
    closeProject(project);
    chmodSync(path, 0o644);
    expect(readdirSync(folder)).toEqual(['a.tribuna']);
  });
  it('says that the disk is full', () => {
    const { connection } = made();
    connection.pragma(`max_page_count = ${String(connection.pragma('page_count', { simple: true }))}`);
    const fill = connection.prepare(`INSERT INTO setting (key, value) VALUES (?, '1')`);
    let thrown: unknown;
    try {
      for (let row = 0; row < 10_000; row += 1) fill.run(`rule ${String(row)} ${'x'.repeat(200)}`);
    } catch (error) {
      thrown = error;
    }
    expect(storeFailureOf(thrown)).toMatchObject({ code: 'disk-full' });
    expect(storeFailureOf(new Error('a bug'))).toBeNull();
  });
  it('repairs what a crash left in the log', () => {
    const project = made();
    project.connection.prepare(`INSERT INTO brand (name) VALUES ('in the log')`).run();
    const crashed = join(folder, 'crashed.tribuna');
    for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, crashed + suffix);
    closeProject(project);
    path = crashed;
    expect(opened().connection.prepare('SELECT name FROM brand').pluck().all()).toEqual(['in the log']);
  });
});

describe('the world around', () => {
  it('knows shared folders by name', () => {
    expect(['/home/a/Dropbox/x.tribuna', 'C:\\Users\\a\\OneDrive - Agenzia\\x.tribuna', '/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x.tribuna', '\\\\server\\share\\x.tribuna', '/mnt/nas/x.tribuna', '/Users/a/Google Drive/x.tribuna'].map(isSharedFolder)).toEqual([true, true, true, true, true, true]);
    expect(['/home/a/Documents/x.tribuna', 'C:\\Users\\a\\Documenti\\x.tribuna', '/home/dropboxer/x.tribuna'].map(isSharedFolder)).toEqual([false, false, false]);
  });
  it('uses no log beside the file in a shared folder', () => {
    path = join(folder, 'Dropbox', 'a.tribuna');
    execFileSync('mkdir', [join(folder, 'Dropbox')]);
    expect(made().journalMode).toBe('delete');
    expect(readdirSync(join(folder, 'Dropbox')).sort()).toEqual(['a.tribuna', 'a.tribuna-lock']);
  });
  it('names a runtime that would end without a word', () => {
    expect(runtimeProblem({ napi: '9', node: '20.20.2', electron: undefined, compiledHere: false })).toBe('unsupported runtime: Node 20.20.2 has Node-API 9; the database needs Node-API 10 (Node 22.14 or later)');
    expect(runtimeProblem({ napi: '9', node: '20.18.0', electron: '33.2.1', compiledHere: true })).toBeNull();
    expect(runtimeProblem({ napi: '10', node: '24.21.0', electron: undefined, compiledHere: false })).toBeNull();
  });
});
