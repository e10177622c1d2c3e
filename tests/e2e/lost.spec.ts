import type { Locator, Page } from 'playwright/test';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const card = (page: Page, name: string): Locator => page.getByRole('region', { name });
async function enter(page: Page, room: RoomPage, query: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/lost${query === '' ? '' : `?${query}`}`);
  await room.settle();
}

test('what came to nothing is counted, listed and sent to whom it concerns', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  // the sample is imported and read while the machine may be busy
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 240_000 });
  await room.settle();
  await enter(page, room, '');
  const desk = card(page, 'Contributi');
  await desk.waitFor();

  await test.step('each number shows the list that it counts', async () => {
    const lost = page.getByRole('button', { name: /^proposte: \d+ di \d+, mostra gli smarriti$/ });
    const [count, n] = numbersOf(await lost.innerText());
    expect(n).toBeGreaterThan(count ?? Infinity);
    await lost.click();
    await room.settle();
    expect(numbersOf(await desk.locator('.card-subtitle').innerText())[0]).toBe(count);
    await expectAccessible(page);
  });

  await test.step('a key sends one to a department; undo gives it back to the proposal', async () => {
    const first = desk.locator('.lost-piece').first();
    await first.focus();
    await page.keyboard.press('p');
    await expect(desk.locator('.lost-note')).toContainText('Mandato a prodotto: 1.');
    await expect(first).toContainText('reparto deciso a mano');
    await desk.locator('.lost-note').getByRole('button', { name: 'Annulla' }).click();
    await expect(first).toContainText('reparto proposto');
    await first.focus();
    await page.keyboard.press('j');
    await expect(desk.locator('.lost-piece').nth(1)).toBeFocused();
  });

  await test.step('demands are merged, questions have answers', async () => {
    await enter(page, room, 'view=ideas');
    const [requesters] = numbersOf(await page.locator('.lost-group').first().innerText());
    expect(requesters).toBeGreaterThan(1);
    await expectAccessible(page);
    await enter(page, room, 'view=questions');
    await expect(page.locator('.lost-question').filter({ hasText: 'Risposta migliore' }).first()).toBeVisible();
    await expectAccessible(page);
    await enter(page, room, 'view=routed');
    await expect(page.getByText('Niente è stato ancora smistato')).toBeVisible();
  });
});
