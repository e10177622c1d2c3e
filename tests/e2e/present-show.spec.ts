import type { Page } from 'playwright/test';
import { CANARY, CANARY_COLUMNS, CANARY_END_MS, canaryExport } from '../support/canary-export.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

const PATIENCE = { timeout: 90_000 };
// two windows of one browser wait for each other where the machine is busy
test.use({ actionTimeout: 90_000 });

/** Opens the sample, whose first start analyses it. */
async function sampleOpened(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Apri l’esempio' })).toBeVisible(PATIENCE);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
}

/** Opens the room where reports are made and presents from a page. */
async function presented(page: Page, headline: RegExp): Promise<void> {
  await page.evaluate(() => { window.location.hash = '#/present'; });
  const room = new RoomPage(page);
  await room.main.getByRole('navigation', { name: 'Pagine' }).locator('.report-page-link').filter({ hasText: headline }).first().click(PATIENCE);
  await room.main.getByRole('button', { name: 'Presenta a schermo' }).click();
  await expect(page.getByRole('main', { name: 'Presentazione' })).toBeVisible(PATIENCE);
}

/** Opens the notes in a window of their own. */
async function notesWindow(page: Page, complaints: string[]): Promise<Page> {
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Note in un’altra finestra' }).click();
  const notes = await opening;
  notes.on('pageerror', (error) => complaints.push(`thrown in the notes: ${error.message}`));
  await expect(notes.getByRole('main', { name: 'Note per chi presenta' })).toBeVisible(PATIENCE);
  return notes;
}

test('pages are presented in two windows that keep step, filtered for a while, and left again', async ({ openedPage: page, complaints }) => {
  test.setTimeout(300_000);
  await sampleOpened(page);
  await presented(page, /^Quanto aspetta chi chiede/);
  const audience = page.getByRole('main', { name: 'Presentazione' });
  const place = audience.locator('.screen-bar [aria-live]');
  const headline = audience.locator('.report-title');

  await test.step('the pages stand alone: nothing of the workbench is behind them', async () => {
    await expect(page.locator('.workspace, .rail, .project-bar')).toHaveCount(0);
    await expect(headline).toHaveText('Quanto aspetta chi chiede qualcosa');
    await page.keyboard.press('n');
    await expect(audience.locator('.screen-notes')).toBeVisible();
    await page.keyboard.press('n');
    await expect(audience.locator('.screen-notes')).toBeHidden();
    await expectAccessible(page);
  });

  const notes = await notesWindow(page, complaints);
  const desk = notes.getByRole('main', { name: 'Note per chi presenta' });

  await test.step('the notes hold the page, the next one, what may be said, the time and every page', async () => {
    await expect(desk.getByRole('region', { name: 'Pagina di adesso' }).locator('.report-title')).toHaveText('Quanto aspetta chi chiede qualcosa', PATIENCE);
    await expect(desk.locator('.notes-next-title')).not.toBeEmpty();
    await expect(desk.locator('.notes-said p')).not.toBeEmpty();
    await expect(desk.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
    await expect(desk.getByRole('navigation', { name: 'Pagine' }).locator('[aria-current="page"]')).toContainText('Quanto aspetta');
    await expectAccessible(notes);
  });

  await test.step('either window turns the page of both', async () => {
    await notes.keyboard.press('Home');
    await expect(place).toHaveText(/^1 di /);
    await notes.keyboard.press('ArrowRight');
    await expect(place).toHaveText(/^2 di /);
    await page.keyboard.press('ArrowRight');
    await expect(desk.locator('.notes-turn [aria-live]')).toHaveText(/^3 di /);
  });

  await test.step('a page that is not made from filters says so and stays', async () => {
    await notes.keyboard.press('Home');
    await notes.keyboard.press('f');
    const bar = notes.getByRole('region', { name: 'Filtri di questa pagina' });
    await bar.getByRole('group', { name: 'rete' }).getByRole('button').first().click();
    await expect(bar.getByRole('status')).toContainText('non si fa con questo filtro', PATIENCE);
    await expect(audience.locator('.report-mark')).toHaveCount(0);
    await expectAccessible(notes);
    await notes.keyboard.press('Escape');
    await expect(bar).toBeHidden();
  });

  await test.step('a page that is made from filters is made again and marked, and Esc gives the written one back', async () => {
    await desk.getByRole('navigation', { name: 'Pagine' }).getByRole('button', { name: /Quanto aspetta chi chiede/ }).click();
    await expect(headline).toHaveText('Quanto aspetta chi chiede qualcosa');
    const written = await audience.locator('.report-table').innerText();
    await notes.keyboard.press('f');
    await notes.getByRole('region', { name: 'Filtri di questa pagina' }).getByRole('group', { name: 'rete' }).getByRole('button').first().click();
    await expect(audience.locator('.report-mark')).toContainText('Come filtrato ora: rete ', PATIENCE);
    expect(await audience.locator('.report-table').innerText()).not.toBe(written);
    await notes.keyboard.press('Escape');
    await expect(audience.locator('.report-mark')).toHaveCount(0);
    expect(await audience.locator('.report-table').innerText()).toBe(written);
  });

  await test.step('the windows are exchanged, and either may be closed', async () => {
    await desk.getByRole('button', { name: 'Scambia le finestre' }).click();
    await expect(notes.getByRole('main', { name: 'Presentazione' })).toBeVisible();
    const here = page.getByRole('main', { name: 'Note per chi presenta' });
    await expect(here).toBeVisible();
    await notes.close();
    await expect(here.locator('.notes-other')).toContainText('L’altra finestra è chiusa');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    await expect(page.locator('.workspace')).toBeVisible();
    await expect(new RoomPage(page).main.locator('.report-page')).toBeVisible(PATIENCE);
  });

  await test.step('ending in one window ends it in both', async () => {
    await new RoomPage(page).main.getByRole('button', { name: 'Presenta a schermo' }).click();
    const again = await notesWindow(page, complaints);
    const gone = again.waitForEvent('close');
    await page.getByRole('button', { name: 'Chiudi (Esc)' }).click();
    await gone;
    await expect(page.locator('.workspace')).toBeVisible();
  });
});

test('a chart is saved as a picture at twice its size', async ({ openedPage: page }) => {
  test.setTimeout(300_000);
  await sampleOpened(page);
  await page.evaluate(() => { window.location.hash = '#/present'; });
  const { main } = new RoomPage(page);
  await main.getByRole('navigation', { name: 'Pagine' }).getByRole('button', { name: /^Quanto aspetta chi chiede/ }).click(PATIENCE);
  const save = main.getByRole('button', { name: /^Salva \(PNG\): / });
  await expect(save).toBeVisible(PATIENCE);
  const waiting = page.waitForEvent('download', PATIENCE);
  await save.click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/-waits-chart\.png$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const file = Buffer.concat(chunks);
  expect([file.subarray(1, 4).toString('latin1'), file.readUInt32BE(16)]).toEqual(['PNG', 1280]);
});

test('who looks on sees nothing that leads to a person, on any page, filtered or not', async ({ openedPage: page, complaints }) => {
  test.setTimeout(300_000);
  await page.evaluate(async ({ csv, canary, columns, endMs }) => {
    const call = async (operation: string, input: unknown): Promise<{ fileHandle: string }> => {
      const outcome = (await (await fetch('/call', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ operation, input }) })).json()) as { ok: boolean; value: { fileHandle: string }; failure?: { message: string } };
      if (!outcome.ok) throw new Error(`${operation}: ${outcome.failure?.message ?? ''}`);
      return outcome.value;
    };
    const uploaded = (await (await fetch('/files', { method: 'POST', headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': `export-${canary}.csv` }, body: csv })).json()) as { value: { fileHandle: string } };
    await call('project.create', { name: `Progetto ${canary}` });
    await call('import.run', { files: [{ file: uploaded.value, format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: endMs, mapping: { columns: Object.fromEntries(columns.map((column) => [column, column])) } }], ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['aurora'] } });
    await call('analyse.run', {});
  }, { csv: canaryExport(), canary: CANARY, columns: [...CANARY_COLUMNS], endMs: CANARY_END_MS });
  await page.reload();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  // the workbench itself does say the name: what is looked for can be found
  expect((await page.content()).toLowerCase()).toContain(CANARY);
  await presented(page, /./);
  const audience = page.getByRole('main', { name: 'Presentazione' });
  const notes = await notesWindow(page, complaints);
  const traces = async (): Promise<string> => {
    const texts = await Promise.all([page, notes].map((one) => one.evaluate(() => `${document.title}\n${document.documentElement.outerHTML}\n${[...document.querySelectorAll('img')].map(({ src }) => decodeURIComponent(src)).join('\n')}`)));
    return texts.join('\n').toLowerCase();
  };
  await page.keyboard.press('Home');
  const total = Number(/di (\d+)/.exec(await audience.locator('.screen-bar [aria-live]').innerText())?.[1] ?? 0);
  expect(total).toBeGreaterThan(8);
  for (let number = 1; number <= total; number += 1) {
    await expect(audience.locator('.screen-bar [aria-live]')).toHaveText(`${String(number)} di ${String(total)}`);
    expect(await traces(), `page ${String(number)}`).not.toContain(CANARY);
    await page.keyboard.press('f');
    const bar = page.getByRole('region', { name: 'Filtri di questa pagina' });
    await bar.getByRole('group', { name: 'rete' }).getByRole('button', { name: 'Facebook' }).click();
    await expect(bar.getByRole('status')).not.toContainText('La pagina si rifà', PATIENCE);
    expect(await traces(), `page ${String(number)}, filtered`).not.toContain(CANARY);
    await page.keyboard.press('f');
    if (number < total) await page.keyboard.press('ArrowRight');
  }
});
