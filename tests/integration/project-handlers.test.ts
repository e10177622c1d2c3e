import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/app/context.ts';
import { importHandlers } from '../../src/app/import/import-handlers.ts';
import { projectHandlers } from '../../src/app/project/project-handlers.ts';
import { projectsInFolder } from '../../src/app/project/recent-projects.ts';
import { createDispatch } from '../../src/contract/dispatch.ts';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { NOW_MS, valueOf } from '../support/import-bench.ts';

let folder = '';
let context: AppContext;
let bugs: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-app-'));
  bugs = [];
  context = {
    version: '1.2.3', host: 'terminal', capabilities: { dialogs: false, pdf: false }, now: () => NOW_MS, timeZone: 'Europe/Rome', projectsFolder: join(folder, 'projects'), stateFolder: join(folder, 'state'),
    resourcesFolder: join(folder, 'resources'), file: (handle) => (handle.startsWith('/') ? { path: handle, name: basename(handle) } : null), emit: () => undefined, project: null,
  };
});
afterEach(() => {
  if (context.project !== null) closeProject(context.project);
  rmSync(folder, { recursive: true, force: true });
  expect(bugs).toEqual([]);
});

async function call<Name extends OperationName>(operation: Name, input: OperationInput<Name>): Promise<Outcome<OperationValue<Name>>> {
  const dispatch = createDispatch({ handlers: { ...projectHandlers(context), ...importHandlers(context) }, checkOutput: true, onBug: (name, error) => void bugs.push(`${name}: ${String(error)}`) });
  return (await dispatch(operation, input)) as Outcome<OperationValue<Name>>;
}
function csv(name: string, rows: string): { fileHandle: string } {
  writeFileSync(join(folder, name), `id,text,author,date,parent_id\n${rows}\n`);
  return { fileHandle: join(folder, name) };
}

describe('choices of the window', () => {
  const file = (): string => join(context.stateFolder, 'window-preferences.json');
  it('are kept beside each other, over restarts', async () => {
    expect(valueOf(await call('app.preferences', {}))).toEqual({});
    expect(valueOf(await call('app.setPreferences', { theme: 'dark' }))).toEqual({ theme: 'dark' });
    expect(valueOf(await call('app.setPreferences', { language: 'en', level: 'full' }))).toEqual({ theme: 'dark', language: 'en', level: 'full' });
    context = { ...context };
    expect(valueOf(await call('app.preferences', {}))).toEqual({ theme: 'dark', language: 'en', level: 'full' });
  });
  it.each([
    ['nothing', '', {}], ['no JSON', '{"theme": "dark', {}], ['a list', '[1]', {}], ['null', 'null', {}], ['one damaged choice among good ones', '{"theme":"pink","language":"en","csv":7}', { language: 'en' }],
    ['choices of a later version', '{"language":"it","font":"large","__proto__":{"theme":"dark"}}', { language: 'it' }], ['a file that is no settings', `"${'x'.repeat(70_000)}"`, {}],
  ])('of a file with %s are what can be understood', async (_what, content, kept) => {
    mkdirSync(context.stateFolder, { recursive: true });
    writeFileSync(file(), content);
    expect(valueOf(await call('app.preferences', {}))).toEqual(kept);
    expect(valueOf(await call('app.setPreferences', { density: 'compact' }))).toEqual({ ...kept, density: 'compact' });
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ ...kept, density: 'compact' });
  });
  it('hold as long as the window where nothing can be written', async () => {
    writeFileSync(join(folder, 'state'), 'a file where the folder should be');
    expect(valueOf(await call('app.setPreferences', { theme: 'light' }))).toEqual({ theme: 'light' });
    expect(valueOf(await call('app.preferences', {}))).toEqual({});
  });
});

describe('projects', () => {
  it('are made, closed, listed and opened again', async () => {
    expect(valueOf(await call('project.create', { name: 'Agenzia: prova/1' }))).toMatchObject({ name: 'Agenzia: prova/1', fileName: 'Agenzia- prova-1.tribuna', messages: 0, undo: null, redo: null, timeZone: 'Europe/Rome', journalMode: 'wal' });
    expect(valueOf(await call('project.create', { name: 'Agenzia: prova/1' })).fileName).toBe('Agenzia- prova-1 2.tribuna');
    const { recent, project } = valueOf(await call('app.state', {}));
    expect(project?.fileName).toBe('Agenzia- prova-1 2.tribuna');
    expect(recent.map(({ name, available }) => [name, available])).toEqual([['Agenzia: prova/1', true], ['Agenzia: prova/1', true]]);
    expect(valueOf(await call('project.open', { recentId: recent[1]?.id ?? '' })).fileName).toBe('Agenzia- prova-1.tribuna');
    expect(valueOf(await call('project.check', {}))).toEqual({ intact: true, problems: [] });
    expect(valueOf(await call('project.close', {}))).toEqual({ closed: true });
    expect(valueOf(await call('project.close', {}))).toEqual({ closed: false });
    expect(readdirSync(context.projectsFolder).sort()).toEqual(['Agenzia- prova-1 2.tribuna', 'Agenzia- prova-1.tribuna']);
    rmSync(context.projectsFolder, { recursive: true });
    expect(valueOf(await call('app.state', {})).recent.map(({ available }) => available)).toEqual([false, false]);
  });
  it('that cannot be opened leave the open one open', async () => {
    valueOf(await call('project.create', { name: 'Prima' }));
    writeFileSync(join(folder, 'bad.tribuna'), 'not a project');
    expect(await call('project.open', { file: { fileHandle: join(folder, 'bad.tribuna') } })).toMatchObject({ ok: false, failure: { code: 'corrupt-project' } });
    expect(await call('project.open', { file: { fileHandle: join(folder, 'gone.tribuna') } })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await call('project.open', { recentId: 'nothing' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await call('project.open', {})).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(valueOf(await call('project.summary', {})).name).toBe('Prima');
  });
  it('a damaged list of recent projects is an empty one', async () => {
    mkdirSync(context.stateFolder, { recursive: true });
    writeFileSync(join(context.stateFolder, 'recent-projects.json'), '{"broken":');
    expect(valueOf(await call('app.state', {})).recent).toEqual([]);
    valueOf(await call('project.create', { name: 'Uno' }));
    expect(JSON.parse(readFileSync(join(context.stateFolder, 'recent-projects.json'), 'utf8'))).toHaveLength(1);
    expect(readdirSync(context.stateFolder)).toEqual(['recent-projects.json']);
  });
  it('answer without a project as a failure', async () => {
    for (const operation of ['project.summary', 'project.check', 'history.undo', 'history.redo', 'import.list'] as const) expect(await call(operation, {})).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('changes', () => {
  it('of brands and imports are undone and redone in order', async () => {
    valueOf(await call('project.create', { name: 'P' }));
    const file = csv('pagina.csv', '1,quando aprite?,anna,2026-01-01T10:00:00Z,\n2,domani,caffeprova,2026-01-01T11:00:00Z,1');
    const { imports } = valueOf(await call('import.run', { files: [{ file, mapping: { columns: {}, network: 'facebook', container: { name: 'Pagina', kind: 'page' } } }] }));
    expect(imports[0]?.coverage).toMatchObject([{ brand: null, replies: 'absent' }]);
    const assigned = valueOf(await call('brand.assign', { name: 'Caffè Prova', own: true, accounts: ['@CaffeProva'], containers: ['Pagina'] }));
    expect(assigned).toMatchObject({ brands: [{ name: 'Caffè Prova', own: true, accounts: ['caffeprova'], containers: ['Pagina'] }], undo: 'brand.assign:Caffè Prova', dataVersion: 2 });
    expect(context.project?.connection.prepare('SELECT replies, reason FROM coverage').all()).toEqual([{ replies: 'present', reason: 'brand-replies' }]);
    const rival = valueOf(await call('brand.assign', { name: 'Rivale', own: true, accounts: ['anna'] }));
    expect(rival.brands.map(({ name, own }) => [name, own])).toEqual([['Rivale', true], ['Caffè Prova', false]]);
    expect(valueOf(await call('history.undo', {})).brands).toEqual(assigned.brands);
    expect(valueOf(await call('history.undo', {}))).toMatchObject({ brands: [], undo: 'import:pagina.csv', redo: 'brand.assign:Caffè Prova', messages: 2 });
    expect(valueOf(await call('history.undo', {}))).toMatchObject({ messages: 0, accounts: 0, undo: null });
    expect(await call('history.undo', {})).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    valueOf(await call('history.redo', {}));
    valueOf(await call('history.redo', {}));
    expect(valueOf(await call('history.redo', {})).brands).toEqual(rival.brands);
    expect(valueOf(await call('import.list', {})).imports).toMatchObject([{ file: 'pagina.csv', messages: 2, undone: false }]);
    expect(valueOf(await call('project.check', {})).intact).toBe(true);
  });
  it('list imports, refused rows and formats', async () => {
    valueOf(await call('project.create', { name: 'P' }));
    const { imports } = valueOf(await call('import.run', { files: [{ file: csv('x.csv', '1,a,b,2026-01-01,\n2,a,b,,\n3,a\n') }] }));
    const importId = imports[0]?.importId ?? 0;
    expect(valueOf(await call('import.rejections', { importId, size: 1, page: 1 }))).toEqual({ total: 2, rows: [{ line: 4, code: 'wrong-column-count', detail: '2 cells instead of 5', part: null, raw: '3,a' }] });
    expect(await call('import.rejections', { importId: 99 })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(valueOf(await call('import.undo', { importId }))).toMatchObject({ messages: 0, redo: 'import:x.csv' });
    expect(await call('import.undo', { importId })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(valueOf(await call('formats.list', {})).formats.map(({ id }) => id)).toContain('twcs');
    expect(await call('import.run', { files: [{ file: { fileHandle: 'unknown' } }] })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('the sample', () => {
  it('is missing where the program has none', async () => expect(await call('project.openSample', {})).toMatchObject({ ok: false, failure: { code: 'not-found' } }));
  it('is built from its files once, then copied, and a changed copy is left alone', async () => {
    const folderOfSample = join(context.resourcesFolder, 'sample');
    mkdirSync(folderOfSample, { recursive: true });
    writeFileSync(join(folderOfSample, 'a.csv'), 'id,text,author,date,parent_id\n1,quando aprite?,anna,2026-01-01T10:00:00Z,\n2,domani alle 8,caffeprova,2026-01-01T11:00:00Z,1\n');
    writeFileSync(join(folderOfSample, 'manifest.json'), JSON.stringify({
      project: 'Esempio', ownBrand: { name: 'Caffè Prova', accounts: ['caffeprova'] },
      files: [{ file: 'a.csv', collectedAt: '2026-02-01T10:00:00Z', mapping: { columns: {}, network: 'facebook', container: { name: 'Pagina', kind: 'page' } } }],
    }));
    const sample = valueOf(await call('project.openSample', {}));
    expect(sample).toMatchObject({ name: 'Esempio', fileName: 'Esempio.tribuna', messages: 2, analysed: true, brands: [{ name: 'Caffè Prova', own: true, containers: ['Pagina'] }] });
    const built = readdirSync(context.stateFolder).filter((name) => name.endsWith('.tribuna'));
    expect(built).toEqual([expect.stringMatching(/^sample-[0-9a-f]{12}-1\.2\.3\.tribuna$/)]);
    // what is kept to be copied is no project to choose, wherever it lies
    expect(projectsInFolder(context.stateFolder, [])).toEqual([]);
    expect(projectsInFolder(context.projectsFolder, []).map(({ name }) => name)).toEqual(['Esempio']);
    valueOf(await call('brand.assign', { name: 'Mio', own: true, accounts: ['anna'] }));
    valueOf(await call('project.close', {}));
    expect(valueOf(await call('project.openSample', {})).brands).toHaveLength(2);
    valueOf(await call('project.close', {}));
    rmSync(join(context.projectsFolder, 'Esempio.tribuna'));
    expect(valueOf(await call('project.openSample', {}))).toMatchObject({ messages: 2, brands: [{ name: 'Caffè Prova' }] });
    valueOf(await call('project.close', {}));
    rmSync(join(context.projectsFolder, 'Esempio.tribuna'));
    writeFileSync(join(folderOfSample, 'manifest.json'), JSON.stringify({ project: 'Esempio', files: [{ file: 'gone.csv' }] }));
    expect(await call('project.openSample', {})).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(readdirSync(context.stateFolder).filter((name) => name.endsWith('.tribuna'))).toEqual(built);
  });
});
