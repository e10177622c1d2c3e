import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from 'playwright/test';
import { smallExport } from '../support/small-export.ts';
import { launchElectron, noElectron } from './electron-app.ts';
import { walkAndUndoItAll } from './walk-and-undo-it-all.ts';
import { walkFromFileToGap } from './walk-from-file-to-gap.ts';

const missing = noElectron;

test.describe(missing === null ? 'the desktop window' : `the desktop window (skipped: ${missing})`, () => {
  test.skip(missing !== null, missing ?? '');

  let app: ElectronApplication;
  let page: Page;
  let folder: string;

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tribuna-electron-'));
    app = await launchElectron(folder);
    page = await app.firstWindow();
    await page.waitForLoadState('load');
  });

  test.afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('opens on its own page, sandboxed, with exactly two functions to the outside', async () => {
    expect(page.url()).toBe('app://tribuna/');
    expect(await page.evaluate(() => Object.keys((window as unknown as { tribuna: object }).tribuna).sort())).toEqual(['call', 'onEvent']);
    expect(await page.evaluate(() => [typeof (window as unknown as { process: unknown }).process, typeof (window as unknown as { require: unknown }).require])).toEqual(['undefined', 'undefined']);
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return (window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
    expect(preferences['webviewTag']).not.toBe(true);
  });

  test('the engine answers from its own process', async () => {
    const outcome = await page.evaluate(() => (window as unknown as { tribuna: { call(operation: string, input: unknown): Promise<unknown> } }).tribuna.call('app.state', {}));
    expect(outcome).toMatchObject({ ok: true, value: { host: 'electron', capabilities: { dialogs: true } } });
    const processes = await app.evaluate(({ app: electronApp }) => electronApp.getAppMetrics().map(({ type, name }) => `${type} ${name ?? ''}`));
    expect(processes.some((line) => line.startsWith('Utility') && line.includes('Tribuna engine'))).toBe(true);
  });

  test('a document is printed as a PDF in a window that nobody sees and that is gone afterwards', async () => {
    const outcome = await page.evaluate(() => (window as unknown as { tribuna: { call(operation: string, input: unknown): Promise<{ ok: boolean; value?: { base64: string } }> } }).tribuna.call('host.printPdf', { html: '<!DOCTYPE html><html lang="it"><title>Prova</title><style>@page { size: A4 landscape }</style><h1>Chi aspetta</h1><script>document.title = "no"</script>' }));
    const pdf = Buffer.from(outcome.value?.base64 ?? '', 'base64').toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toContain('(Chi aspetta)');
    expect(pdf).toContain('(Prova)');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('a presentation opens one second window with the powers of the first, and it closes with it', async () => {
    const call = (input: unknown): Promise<unknown> => page.evaluate((given) => (window as unknown as { tribuna: { call(operation: string, input: unknown): Promise<unknown> } }).tribuna.call('host.presentWindow', given), input);
    for (const address of ['https://example.org/', '#/overview', '#/present/notes?x=<script>', 'javascript:alert(1)']) expect(await call({ address })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    const opening = app.waitForEvent('window');
    expect(await call({ address: '#/present/notes?desk=a&second=1' })).toMatchObject({ ok: true, value: { isOpen: true } });
    const notes = await opening;
    await notes.waitForLoadState('load');
    expect(notes.url()).toBe('app://tribuna/#/present/notes?desk=a&second=1');
    expect(await notes.evaluate(() => [Object.keys((window as unknown as { tribuna: object }).tribuna).sort().join(), typeof (window as unknown as { process: unknown }).process, window.open('https://example.org/')])).toEqual(['call,onEvent', 'undefined', null]);
    expect(await notes.evaluate(() => (window as unknown as { tribuna: { call(operation: string, input: unknown): Promise<unknown> } }).tribuna.call('app.state', {}))).toMatchObject({ ok: true, value: { host: 'electron' } });
    const preferences = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => (window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()));
    expect(preferences).toHaveLength(2);
    for (const one of preferences) expect(one).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
    // what one window says in a channel, the other hears, once it listens
    await notes.evaluate(() => {
      (window as unknown as { heard: Promise<unknown> }).heard = new Promise((resolve) => new BroadcastChannel('walk').addEventListener('message', ({ data }) => resolve(data)));
    });
    await page.evaluate(() => new BroadcastChannel('walk').postMessage('page'));
    expect(await notes.evaluate(() => (window as unknown as { heard: Promise<unknown> }).heard)).toBe('page');
    expect(await call({ address: '#/present/notes' })).toMatchObject({ ok: true });
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2);
    const gone = notes.waitForEvent('close');
    expect(await call({ address: null })).toMatchObject({ ok: true, value: { isOpen: false } });
    await gone;
  });

  test('a file given to the page is imported and analysed by its path, which the page never sees', async () => {
    writeFileSync(join(folder, 'export.csv'), smallExport());
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'given-file';
      document.body.append(input);
    });
    await page.locator('#given-file').setInputFiles(join(folder, 'export.csv'));
    const outcomes = await page.evaluate(async () => {
      const { tribuna } = window as unknown as { tribuna: { call(operation: string, input: unknown): Promise<unknown>; onEvent(listener: (event: { type: string }) => void): () => void } };
      const events = new Set<string>();
      const stop = tribuna.onEvent(({ type }) => void events.add(type));
      const file = document.querySelector<HTMLInputElement>('#given-file')?.files?.[0];
      const created = await tribuna.call('project.create', { name: 'Prova' });
      const imported = await tribuna.call('import.run', { files: [{ file }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
      const analysed = await tribuna.call('analyse.run', {});
      const survival = await tribuna.call('response.survival', {});
      const closed = await tribuna.call('project.close', {});
      stop();
      return { created, imported, analysed, survival, closed, events: [...events].sort() };
    });
    expect(outcomes).toMatchObject({
      created: { ok: true }, imported: { ok: true, value: { imports: [{ messages: 216, rejected: 0 }] } }, analysed: { ok: true, value: { didWork: true } }, survival: { ok: true }, closed: { ok: true },
      events: ['job-progress', 'project-changed'],
    });
    expect(JSON.stringify(outcomes)).not.toContain(folder);
    const projects = join(folder, 'Documents', 'Tribuna');
    const where = existsSync(projects) ? projects : join(folder, 'Tribuna');
    expect(readdirSync(where).filter((name) => name.startsWith('Prova'))).toEqual(['Prova.tribuna']);
    // the system hands a project over to the program that runs already
    await app.evaluate(({ app: electronApp }, path) => void electronApp.emit('second-instance', {}, ['tribuna', path], '/'), join(where, 'Prova.tribuna'));
    await expect.poll(() => page.evaluate(async () => JSON.stringify(await (window as unknown as { tribuna: { call(operation: string, input: unknown): Promise<unknown> } }).tribuna.call('app.state', {})))).toContain('"fileName":"Prova.tribuna"');
  });

  test('the native menu saves the project where the dialog says, and replaces a project only when the dialog asked about that very name', async () => {
    const answer = (path: string): Promise<void> => app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    const saveAs = (): Promise<void> => app.evaluate(({ Menu }) => {
      const entries = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []);
      entries.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Shift+S')?.click();
    });
    const name = page.getByRole('button', { name: /^(Progetto|Project) / });
    await answer(join(folder, 'Uno.tribuna'));
    await page.getByRole('textbox', { name: /^(Nome del progetto|Name of the project|Project name)$/ }).fill('Uno');
    await page.locator('.door-form button[type=submit]').click();
    await expect(name).toHaveText('Uno');
    // the ending is added where it was left out
    await answer(join(folder, 'Due'));
    await saveAs();
    await expect(name).toHaveText('Due');
    expect(existsSync(join(folder, 'Due.tribuna'))).toBe(true);
    // the dialog asked about this very name and was told yes
    await answer(join(folder, 'Uno.tribuna'));
    await saveAs();
    await expect(name).toHaveText('Uno');
    expect(readdirSync(join(folder, 'Uno.tribuna.backups'))).toHaveLength(1);
    // it asked about another: the window asks
    await answer(join(folder, 'Due'));
    await saveAs();
    const asked = page.getByRole('dialog');
    await expect(asked.getByRole('alert')).toContainText('Due');
    await asked.locator('button[type=submit]').click();
    await expect(name).toHaveText('Due');
    expect(readdirSync(join(folder, 'Due.tribuna.backups'))).toHaveLength(1);
  });

  test('the same way as in the browser: import, map, brush, messages, response, other language', async () => {
    // the one thing that no test can click is the system's own dialog
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, join(folder, 'Prova.tribuna'));
    await walkFromFileToGap(page, folder);
  });

  test('the same day as in the browser: import, correct, find a tribe, keep a view, plan, present, and undo all of it', async () => {
    test.setTimeout(480_000);
    const path = join(folder, 'Prova.tribuna');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await walkAndUndoItAll(page, { folder, path: () => path });
  });
});
