import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles } from '../../src/store/delete-project.ts';
import { callerOf, projectWithMessages, type ProjectAtWork } from '../support/project-at-work.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine } from '../support/test-engine.ts';

/** A closed project with copies, and its place in the list. */
async function closedProject(): Promise<ProjectAtWork & { readonly recentId: string }> {
  const work = await projectWithMessages({ threads: 6 });
  expect(await work.call('backups.make', {})).toMatchObject({ ok: true });
  expect(await work.call('views.save', { name: 'Vista', address: '#/value', level: null })).toMatchObject({ ok: true });
  expect(await work.call('project.close', {})).toMatchObject({ ok: true });
  return { ...work, recentId: await listedAs(work, 'Prova') };
}

async function listedAs({ call }: Pick<ProjectAtWork, 'call'>, name: string): Promise<string> {
  const state = await call('app.state', {});
  return state.ok ? (state.value.recent.find((recent) => recent.name === name)?.id ?? '') : '';
}

const ERASE = { word: 'ERASE' } as const;
const isRoot = process.getuid?.() === 0;

describe('deleting a project', () => {
  it('leaves no file of it, neither its log nor its copies nor what was left unfinished, and no line in the list', async () => {
    const work = await closedProject();
    const { path, folder, recentId } = work;
    // what a crash, an update, a copy under way and a decided return to a copy leave beside a project
    for (const part of ['-shm', '-journal', '.new', '.new-journal', '.restoring.tmp', '.v5.bak', '.v5.bak.new', '.backups/making.tmp']) writeFileSync(`${path}${part}`, 'rest');
    copyFileSync(path, `${path}.restoring`);
    const shown = await work.call('project.removal', { recentId });
    expect(shown).toMatchObject({ ok: true, value: { name: 'Prova', fileName: 'prova.tribuna', isThere: true, copies: 2 } });
    expect(await work.call('project.delete', { recentId, ...ERASE })).toMatchObject({ ok: true });
    expect(readdirSync(folder).filter((name) => name.startsWith('prova'))).toEqual([]);
    expect(await listedAs(work, 'Prova')).toBe('');
    expect(await work.call('project.open', { recentId })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await work.call('project.delete', { recentId, ...ERASE })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('touches nothing else: no other project, no export beside it, no file of somebody in its folder of copies, nothing behind a link', async () => {
    const work = await closedProject();
    const { path, folder, recentId } = work;
    const others = ['prova.tribuna2', 'prova 2.tribuna', 'prova.tribuna.v5.bak.txt', 'prova.tribuna.vX.bak', 'prova.recovered.csv', 'xprova.tribuna.v5.bak'].map((name) => join(folder, name));
    for (const other of others) writeFileSync(other, 'theirs');
    writeFileSync(join(`${path}.backups`, 'mine.txt'), 'mine');
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'far.bak'), 'far');
    symlinkSync(join(elsewhere, 'far.bak'), `${path}.v7.bak`);
    expect(await work.call('project.delete', { recentId, ...ERASE })).toMatchObject({ ok: true });
    for (const other of [...others, join(`${path}.backups`, 'mine.txt'), join(elsewhere, 'far.bak')]) expect(existsSync(other), other).toBe(true);
    expect(readdirSync(`${path}.backups`)).toEqual(['mine.txt']);
  });

  it('asks for the word, for a project of the list, and for one that is not open here or elsewhere', async () => {
    const work = await closedProject();
    const { path, folder, recentId, engine } = work;
    for (const input of [{ recentId }, { recentId, word: 'erase' }, { recentId: path, ...ERASE }, { recentId: '../prova.tribuna', ...ERASE }]) expect(await engine.call('project.delete', input), JSON.stringify(input)).toMatchObject({ ok: false });
    expect(await work.call('project.open', { recentId })).toMatchObject({ ok: true });
    expect(await work.call('project.delete', { recentId, ...ERASE })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    // another window on the same list
    const other = callerOf(testEngine(folder));
    expect(await other('project.delete', { recentId, ...ERASE })).toMatchObject({ ok: false, failure: { code: 'locked-project' } });
    expect(existsSync(path)).toBe(true);
    expect(projectFiles(path).copies).toBe(1);
    expect(await work.call('messages.list', {})).toMatchObject({ ok: true });
  });

  it('goes on where it was cut short: copies are gone, the project is still listed', async () => {
    const work = await closedProject();
    const { path, folder, recentId } = work;
    for (const name of readdirSync(`${path}.backups`)) renameSync(join(`${path}.backups`, name), join(folder, 'gone.bak'));
    expect(await work.call('project.removal', { recentId })).toMatchObject({ ok: true, value: { isThere: true, copies: 0, files: 1 } });
    expect(await work.call('project.delete', { recentId, ...ERASE })).toMatchObject({ ok: true });
    expect(readdirSync(folder).filter((name) => name.startsWith('prova'))).toEqual([]);
  });

  it('takes one whose folder cannot be reached out of the list and no further', async () => {
    const folder = temporaryFolder();
    const drive = join(folder, 'drive');
    mkdirSync(drive);
    const work = await projectWithMessages({ threads: 4, analysed: false, engine: testEngine(folder) }, drive);
    const recentId = await listedAs(work, 'Prova');
    await work.call('project.close', {});
    renameSync(drive, `${drive}-unplugged`);
    expect(await work.call('project.removal', { recentId })).toMatchObject({ ok: true, value: { isThere: false, files: 0, bytes: 0 } });
    expect(await work.call('project.delete', { recentId, ...ERASE })).toEqual({ ok: true, value: { files: 0, bytes: 0 } });
    expect(await listedAs(work, 'Prova')).toBe('');
    expect(existsSync(join(`${drive}-unplugged`, 'prova.tribuna'))).toBe(true);
  });

  it('refuses one that is write-protected, and deletes one that does not open any more', async () => {
    const work = await closedProject();
    const { path, recentId } = work;
    chmodSync(path, 0o444);
    expect(await work.call('project.delete', { recentId, ...ERASE })).toMatchObject({ ok: false, failure: { code: 'read-only-project' } });
    expect(projectFiles(path)).toMatchObject({ copies: 1, files: 2 });
    chmodSync(path, 0o600);
    writeFileSync(path, 'no project any more');
    expect(await work.call('project.delete', { recentId, ...ERASE })).toMatchObject({ ok: true, value: { files: 2 } });
    expect(existsSync(path)).toBe(false);
  });

  it.skipIf(isRoot)('leaves the project whole where its folder may not be written', async () => {
    const work = await closedProject();
    chmodSync(work.folder, 0o500);
    expect(await work.call('project.delete', { recentId: work.recentId, ...ERASE })).toMatchObject({ ok: false });
    chmodSync(work.folder, 0o700);
    expect(projectFiles(work.path)).toMatchObject({ copies: 1, files: 2 });
  });
});
