import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import type { AppContext } from '../../src/app/context.ts';
import { BACKUP_EVERY_MS, createBackupTimer } from '../../src/engine/backup-timer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import { projectBackups } from '../../src/store/erase-bytes.ts';
import { storeSetting } from '../../src/store/stage-queries.ts';
import { rollingBackups } from '../../src/store/rolling-backups.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine } from '../support/test-engine.ts';

let folder = '';
let engine: Engine;
beforeEach(async () => {
  folder = temporaryFolder();
  engine = testEngine(folder);
  await ask('project.create', { name: 'Copie' });
});

async function ask<Name extends OperationName>(name: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> {
  const outcome = (await engine.call(name, input)) as Outcome<OperationValue<Name>>;
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}
const view = (name: string): OperationInput<'views.save'> => ({ name, address: '#/value', level: null });
const names = async (): Promise<string[]> => (await ask('views.list', {})).views.map(({ name }) => name);

describe('copies of a project', () => {
  it('are gone back to, and what stood there becomes a copy itself', async () => {
    await ask('views.save', view('Prima'));
    const made = await ask('backups.make', {});
    await ask('views.save', view('Dopo'));
    expect(await names()).toEqual(['Dopo', 'Prima']);
    await ask('backups.restore', { name: made.name });
    expect(await names()).toEqual(['Prima']);
    const { backups, project } = await ask('backups.list', {});
    expect(project).toBe('Copie.tribuna');
    expect(backups.map(({ replaced }) => replaced)).toEqual([true, false]);
    // and back again: nothing was lost
    await ask('backups.restore', { name: backups[0]?.name ?? '' });
    expect(await names()).toEqual(['Dopo', 'Prima']);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
    expect(await ask('project.check', {})).toEqual({ intact: true, problems: [] });
  });

  it('bring a project back that does not open any more, from the list of recent ones', async () => {
    await ask('views.save', view('Prima'));
    const { name } = await ask('backups.make', {});
    await ask('project.close', {});
    const path = join(folder, 'Copie.tribuna');
    const broken = Buffer.concat([readFileSync(path).subarray(0, 4096), Buffer.alloc(60_000, 7)]);
    writeFileSync(path, broken);
    const recentId = (await ask('app.state', {})).recent[0]?.id ?? '';
    expect(await engine.call('project.open', { recentId })).toMatchObject({ ok: false, failure: { code: 'corrupt-project' } });
    expect((await ask('backups.list', { recentId })).backups.map((backup) => backup.name)).toEqual([name]);
    await ask('backups.restore', { recentId, name });
    expect(await names()).toEqual(['Prima']);
    const aside = rollingBackups(path).find(({ replaced }) => replaced);
    expect(readFileSync(join(folder, aside?.name ?? ''))).toEqual(broken);
  });

  it('are named by the list alone', async () => {
    await ask('backups.make', {});
    for (const name of ['Copie.tribuna', '../Copie.tribuna', '', 'Copie.tribuna.backups/x.bak']) expect(await engine.call('backups.restore', { name })).toMatchObject({ ok: false });
    expect(await engine.call('backups.list', { recentId: 'nobody' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('count among those that an erasure looks into', async () => {
    const { name } = await ask('backups.make', {});
    expect(projectBackups({ path: join(folder, 'Copie.tribuna') }).map((backup) => backup.name)).toEqual([name]);
  });
});

describe('the clock of copies', () => {
  it('copies every quarter of an hour in which something changed, and not while a job works', async () => {
    const path = join(folder, 'timer.tribuna');
    const project = createProject(path, { name: 'x', timeZone: 'Europe/Rome', createdAtMs: 1 });
    let atMs = Date.now() + 1000;
    let isBusy = false;
    const bugs: string[] = [];
    const context = { project, now: () => atMs, timeZone: 'Europe/Rome' } as unknown as AppContext;
    const timer = createBackupTimer({ context, busy: () => isBusy, onBug: (line) => void bugs.push(line) });
    expect(await timer.look()).toBe(false);
    atMs += BACKUP_EVERY_MS;
    isBusy = true;
    expect(await timer.look()).toBe(false);
    isBusy = false;
    expect(await timer.look()).toBe(true);
    atMs += BACKUP_EVERY_MS;
    // nothing changed since: a second copy would say the same
    expect(await timer.look()).toBe(false);
    storeSetting(project, 'note', 'changed');
    // the file's own time is the machine's: the clock of this test runs ahead of it
    utimesSync(existsSync(`${path}-wal`) ? `${path}-wal` : path, new Date(atMs), new Date(atMs));
    expect(await timer.look()).toBe(true);
    expect(rollingBackups(path)).toHaveLength(2);
    context.project = null;
    expect(await timer.look()).toBe(false);
    timer.stop();
    closeProject(project);
    expect(bugs).toEqual([]);
  });

  it('goes on when the clock was put back behind the copies and the opening of the project', async () => {
    const path = join(folder, 'back.tribuna');
    const project = createProject(path, { name: 'x', timeZone: 'Europe/Rome', createdAtMs: 1 });
    const year = 365 * 86_400_000;
    let atMs = Date.now() + year;
    const context = { project, now: () => atMs, timeZone: 'Europe/Rome' } as unknown as AppContext;
    const timer = createBackupTimer({ context, busy: () => false, onBug: (line) => { throw new Error(line); } });
    const change = (): void => {
      storeSetting(project, 'note', String(atMs));
      utimesSync(existsSync(`${path}-wal`) ? `${path}-wal` : path, new Date(atMs), new Date(atMs));
    };
    // ten days of copies by a clock that is a year ahead
    for (let days = 0; days < 10; days += 1) {
      atMs += 86_400_000;
      change();
      await timer.look();
      atMs += BACKUP_EVERY_MS;
      change();
      expect(await timer.look()).toBe(true);
    }
    expect(rollingBackups(path)).toHaveLength(10);
    atMs -= year;
    change();
    expect(await timer.look()).toBe(false);
    atMs += BACKUP_EVERY_MS;
    change();
    expect(await timer.look()).toBe(true);
    const made = rollingBackups(path);
    expect(made).toHaveLength(10);
    expect(made.map((backup) => backup.atMs)).toContain(atMs);
    timer.stop();
    closeProject(project);
  });
});
