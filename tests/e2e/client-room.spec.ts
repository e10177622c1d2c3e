import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { clientRoom } from '../../src/present/client-room/client-room.ts';
import { madeUpRoom } from '../support/made-up-room.ts';

async function opened(page: Page, file: string): Promise<string[]> {
  writeFileSync(file, clientRoom(madeUpRoom));
  const heard: string[] = [];
  page.on('request', (request) => { if (!request.url().startsWith('file:') && !request.url().startsWith('blob:') && !request.url().startsWith('data:')) heard.push(request.url()); });
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  await page.goto(pathToFileURL(file).href);
  return heard;
}

test('figures are counted again from the rows, which open page by page', async ({ page }, info) => {
  const heard = await opened(page, info.outputPath('room.html'));
  await expect(page.locator('.room-off')).toHaveCount(0);
  const waits = page.locator('#p-waits');
  await waits.getByText('Le cifre di questa pagina, ricontate').click();
  const figures = waits.locator('[data-figure]');
  expect(await figures.count()).toBeGreaterThan(3);
  for (const figure of await figures.all()) await expect(figure).toHaveAttribute('data-agrees', 'true');
  const first = figures.first();
  const open = first.getByRole('button', { name: /^Mostra le righe/ });
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(first.getByRole('button', { name: /^Nascondi le righe/ })).toHaveAttribute('aria-expanded', 'true');
  const table = first.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(26);
  await expect(table.getByRole('rowheader').first()).toHaveText(/^Voce \d+$/);
  const place = first.locator('.room-range');
  await expect(place).toHaveText(/^1–25 di \d+$/);
  await first.getByRole('button', { name: 'Righe successive' }).click();
  await expect(place).toHaveText(/^26–/);
  expect(heard).toEqual([]);
});

test('comments are written, counted, taken away and handed over as a file', async ({ page }, info) => {
  const heard = await opened(page, info.outputPath('room.html'));
  const waits = page.locator('#p-waits');
  await waits.getByText('Commenti a questa pagina').click();
  await waits.getByLabel('A che cosa si riferisce').selectOption({ index: 1 });
  await waits.getByRole('textbox', { name: 'Il commento' }).fill('<b>Anche di notte?</b>');
  await waits.getByRole('button', { name: 'Aggiungi il commento' }).click();
  await waits.getByRole('textbox', { name: 'Il commento' }).fill('Da togliere');
  await waits.getByRole('button', { name: 'Aggiungi il commento' }).click();
  await expect(waits.locator('.room-comments li')).toHaveCount(2);
  await waits.getByRole('button', { name: 'Togli il commento 2' }).click();
  await expect(waits.locator('.room-comments p')).toHaveText(['<b>Anche di notte?</b>']);
  const send = page.locator('#room-send');
  await expect(send.locator('#room-count')).toHaveText('1 da rimandare.');
  await send.getByRole('button', { name: 'Scarica i commenti' }).click();
  await expect(send.locator('#room-status')).toHaveText(/Scrivere chi commenta/);
  await send.getByRole('textbox', { name: 'Chi commenta' }).fill('Giulia');
  const [download] = await Promise.all([page.waitForEvent('download'), send.getByRole('button', { name: 'Scarica i commenti' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^[0-9a-f]{8}-2026-07-01\.comments\.json$/);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as { readonly comments: readonly { readonly text: string; readonly page: string; readonly figure: string }[] };
  expect(file).toMatchObject({ format: 'tribuna-comments', version: 1, deliverable: madeUpRoom.deliverable, author: 'Giulia' });
  expect(file.comments).toMatchObject([{ page: 'waits', text: '<b>Anche di notte?</b>', figure: expect.stringMatching(/^figure:waits:/) as unknown }]);
  // what cannot be downloaded can be copied
  expect(JSON.parse(await send.getByLabel(/da copiare/).inputValue())).toEqual(file);
  expect(heard).toEqual([]);
});

test('a room is read in light, in dark and on a telephone: nothing for axe, nothing beyond the edge', async ({ page }, info) => {
  const heard = await opened(page, info.outputPath('room.html'));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await page.reload();
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      await page.locator('#p-waits [data-figure] button').first().click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`), `${colorScheme}, ${String(width)} px`).toEqual([]);
    }
  }
  expect(heard).toEqual([]);
});

test('no other script runs, and nothing can be asked of anybody', async ({ page }, info) => {
  await opened(page, info.outputPath('room.html'));
  const tried = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.second = true';
    document.body.append(script);
    const fetched = await fetch('https://example.org/').then(() => true, () => false);
    return { second: 'second' in globalThis, fetched };
  });
  expect(tried).toEqual({ second: false, fetched: false });
});
