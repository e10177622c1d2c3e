import { readFileSync } from 'node:fs';
import { expect, expectAccessible, test } from './workbench-test.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { dayField, typeDay } from './pages/typed-day.ts';
import type { Page } from 'playwright/test';

/** Enters a page that is no room, by its address. */
async function enter(page: Page, room: RoomPage, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${address}`);
  await room.settle();
}

/** Sheets of a printed page. */
async function sheets(page: Page): Promise<number> {
  const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return (paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}

test('the plan stands on one page with its calendar, leaves as files, and a canvas fits one sheet', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();

  await test.step('a canvas with an owner and a date is a task', async () => {
    await room.go('strategy', 'view=canvas');
    const canvas = room.main.locator('.canvas');
    await canvas.getByLabel('Attività', { exact: true }).fill('Rispondere ogni mattina');
    await canvas.getByLabel('Responsabile').fill('Marta');
    await typeDay(dayField(canvas, 'Entro'), '2026-03-31');
    await canvas.getByRole('button', { name: 'Salva' }).click();
    await room.go('strategy', 'list=plan');
    await expect(room.main.locator('.plan-page')).toContainText('1 attività: 1 con responsabile e data, 1 oltre la data');
    await expect(room.main.locator('.plan-page tbody tr')).toContainText(['Rispondere ogni mattina']);
    await expectAccessible(page);
  });

  await test.step('the calendar is walked by keys and opens the record', async () => {
    const grid = page.getByRole('grid', { name: 'Calendario di marzo 2026' });
    const day = grid.getByRole('gridcell', { name: /31 mar.* 1 attività/ });
    await expect(day.locator('.month-entry')).toHaveText(/Rispondere ogni mattina\s*Marta/);
    await day.focus();
    await page.keyboard.press('PageUp');
    await expect(page.getByRole('grid', { name: 'Calendario di febbraio 2026' }).getByRole('gridcell', { name: /28 feb/ })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(grid.getByRole('gridcell', { name: /^1 mar/ })).toBeFocused();
    await room.main.locator('.plan-calendar').getByRole('radio', { name: 'elenco' }).click();
    await expect(room.main.locator('.plan-calendar tbody tr')).toContainText(['oltre la data']);
    await expectAccessible(page);
    await room.main.locator('.plan-calendar').getByRole('button', { name: 'Rispondere ogni mattina: apri' }).click();
    await expect(room.main.locator('.canvas').getByLabel('Attività', { exact: true })).toHaveValue('Rispondere ogni mattina');
  });

  await test.step('it leaves as a table and as a calendar', async () => {
    await room.go('strategy', 'list=plan');
    const saved = async (name: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), room.main.getByRole('button', { name }).click()]);
      return readFileSync(await download.path(), 'utf8');
    };
    expect(await saved('Salva come tabella')).toContain('"scheda strategica";"Rispondere ogni mattina"');
    expect(await saved('Salva come calendario (.ics)')).toMatch(/BEGIN:VEVENT\r\n[\s\S]*DTSTART;VALUE=DATE:20260331/);
  });

  await test.step('a canvas and an empty one are one sheet each, with text on it', async () => {
    await room.go('strategy', 'view=canvas');
    await room.main.getByRole('button', { name: 'Stampa questa scheda' }).click();
    await expect(room.main.locator('.paper')).toContainText('Rispondere ogni mattina');
    await expectAccessible(page);
    expect(await sheets(page)).toBe(1);
    await enter(page, room, 'canvas-print');
    await expect(room.main.locator('.paper')).toContainText('ciò che il brand può mantenere con loro');
    expect(await sheets(page)).toBe(1);
    await room.go('strategy', 'list=plan');
    expect(await sheets(page)).toBeLessThanOrEqual(3);
  });
});

test('decisions leave as a file, and what another copy decided otherwise is settled and taken back with one undo', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();
  const own = async (owner: string): Promise<void> => {
    await room.go('strategy', 'view=canvas');
    await room.main.locator('.canvas').getByLabel('Responsabile').fill(owner);
    await room.main.locator('.canvas').getByRole('button', { name: 'Salva' }).click();
  };
  await own('Marta');
  await enter(page, room, 'decisions');
  // the name that the page gives: what the driver tells of a file that was made in the page is at times no name at all
  await page.evaluate(() => document.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) document.documentElement.dataset['saved'] = target.download;
  }, { capture: true }));
  const [download] = await Promise.all([page.waitForEvent('download'), room.main.getByRole('button', { name: 'Salva il file delle decisioni' }).click()]);
  await expect(page.locator('html')).toHaveAttribute('data-saved', /\.tribuna-decisions\.json$/);
  const theirs = await download.path();
  await own('Luca');

  await test.step('a foreign file changes nothing and says why', async () => {
    await enter(page, room, 'decisions');
    await room.main.locator('input[type=file]').setInputFiles({ name: 'altro.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
    await expect(room.main.locator('.failure-notice, [role="alert"]').first()).toBeVisible();
    await expect(room.main.locator('.decisions-coming')).toHaveCount(0);
  });

  await test.step('the conflict is shown, the other side chosen, and one undo takes it back', async () => {
    await room.main.locator('input[type=file]').setInputFiles({ name: 'x.tribuna-decisions.json', mimeType: 'application/json', buffer: readFileSync(theirs) });
    await expect(room.main.locator('.conflict')).toHaveCount(1);
    await expect(room.main.locator('.conflict-parts')).toContainText('Luca');
    await expectAccessible(page);
    await room.main.locator('.conflict').getByRole('radio', { name: 'nel file' }).click();
    await expect(room.main).toContainText('Si prende 1 decisione.');
    await room.main.getByRole('button', { name: 'Prendi le decisioni' }).click();
    await expect(room.main).toContainText('Presa 1 decisione.');
    await room.go('strategy', 'view=canvas');
    await expect(room.main.locator('.canvas').getByLabel('Responsabile')).toHaveValue('Marta');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Annulla: decisioni da un’altra copia/ }).click();
    await room.go('strategy', '');
    await room.go('strategy', 'view=canvas');
    await expect(room.main.locator('.canvas').getByLabel('Responsabile')).toHaveValue('Luca');
  });
});
