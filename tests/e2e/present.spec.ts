import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, test } from './workbench-test.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';

test('a report is looked at, changed by hand, written and shown on the whole screen', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();
  // everything a report needs is asked for here: the longest wait of all rooms
  await page.evaluate(() => { window.location.hash = '#/present'; });
  const sheet = room.main.locator('.report-page');
  const list = room.main.getByRole('navigation', { name: 'Pagine' });

  await test.step('pages are there, and the one chosen shows its chart', async () => {
    await expect(sheet.getByRole('heading').first()).toContainText('Chi segnala un problema aspetta in media', { timeout: 90_000 });
    await list.getByRole('button', { name: /^Quanto aspetta chi chiede/ }).click();
    await expect(sheet.locator('img.report-chart')).toBeVisible();
    await expect(sheet.locator('tbody tr')).toHaveCount(5);
    await expectAccessible(page);
  });

  await test.step('a headline is changed by hand, and goes back by undo', async () => {
    const title = room.main.getByRole('textbox', { name: 'Frase della pagina' });
    await title.fill('Chi aspetta, e quanto');
    await room.main.getByRole('button', { name: 'Tieni queste parole' }).first().click();
    await expect(sheet.getByRole('heading').first()).toHaveText('Chi aspetta, e quanto');
    await expect(room.main.getByText(/^Cambiata a mano\. Per regola: Quanto aspetta/)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(sheet.getByRole('heading').first()).toHaveText('Quanto aspetta chi chiede qualcosa');
  });

  await test.step('a section is left out', async () => {
    const pages = list.locator('.report-page-link');
    const before = await pages.count();
    await list.getByText('Formazione', { exact: true }).click();
    await expect(pages).toHaveCount(before - 1);
  });

  await test.step('the client’s page is written without a script and without a name', async () => {
    const waiting = page.waitForEvent('download');
    await room.main.getByRole('button', { name: 'Pagina (HTML)' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^le-persone-attorno-a-caffe-aurora-\d{4}-\d{2}-\d{2}\.html$/);
    const html = await readFile(await download.path(), 'utf8');
    expect(html).not.toMatch(/<script|(?:href|src)="https?:/i);
    expect(html).toContain('Chi segnala un problema aspetta in media');
  });

  await test.step('an edition is closed, looked at as it was, and left again', async () => {
    await room.main.getByRole('textbox', { name: 'Nome della nuova edizione' }).fill('Estate');
    await room.main.getByRole('button', { name: 'Chiudi l’edizione' }).click();
    await room.main.getByRole('button', { name: 'Estate', exact: true }).click({ timeout: 60_000 });
    await expect(room.main.locator('.room-lead')).toContainText('Edizione «Estate», chiusa il', { timeout: 60_000 });
    await expect(room.main.getByText(/^Cambiate 0 su \d+\.$/)).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
    await room.main.getByRole('button', { name: 'Torna al report di oggi' }).click();
    await expect(room.main.getByRole('textbox', { name: 'Frase della pagina' })).toBeVisible({ timeout: 60_000 });
  });

  await test.step('pages fill the screen and are turned by keys', async () => {
    await room.main.getByRole('button', { name: 'Presenta a schermo' }).click();
    const show = page.getByRole('main', { name: 'Presentazione' });
    await expect(show).toBeVisible();
    await page.keyboard.press('Home');
    await expect(show).toContainText(/^.*1 di \d+/s);
    await page.keyboard.press('ArrowRight');
    await expect(show).toContainText('2 di ');
    await page.keyboard.press('n');
    await expect(show.locator('.screen-notes')).toContainText('Aprire con la frase');
    await page.keyboard.press('Escape');
    await expect(show).toBeHidden();
  });
});
