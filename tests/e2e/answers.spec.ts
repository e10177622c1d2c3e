import type { Locator, Page } from 'playwright/test';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const card = (page: Page, name: RegExp): Locator => page.getByRole('region', { name });
const totalOf = async (room: RoomPage): Promise<number> => (await room.openedPanel()).count ?? -1;

test('answers are told in sentences, and open requests are read with their conversation beside', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  // the sample is imported and read while the machine may be busy
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();

  await test.step('criticism opens the messages that its number says', async () => {
    await room.go('response', 'view=answers');
    const criticism = card(page, /critica/u).first();
    await criticism.waitFor({ timeout: 60_000 });
    const button = criticism.getByRole('button', { name: /^Apri le critiche senza risposta/u });
    const [unanswered] = numbersOf(await button.innerText());
    await button.click();
    await room.settle();
    expect(await totalOf(room)).toBe(unanswered);
    await room.closePanel();
    await expect(page.getByText(/477\.478 di 1\.574\.775 domande/u)).toBeVisible();
    await expect(card(page, /esportata due volte/u)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('arrows move through the open requests and the conversation follows; Enter opens it whole', async () => {
    await room.go('response', 'view=open');
    const list = page.getByRole('list', { name: 'Richieste in attesa' });
    await list.waitFor({ timeout: 60_000 });
    const beside = page.getByRole('region', { name: 'Conversazione della richiesta scelta' });
    const first = list.locator('[aria-current="true"]');
    await first.focus();
    const words = await first.locator('.backlog-words').innerText();
    await expect(beside.locator('[data-chosen="true"]')).toContainText(words);
    await page.keyboard.press('ArrowDown');
    const second = await list.locator('[aria-current="true"] .backlog-words').innerText();
    expect(second).not.toBe(words);
    await expect(beside.locator('[data-chosen="true"]')).toContainText(second);
    await page.keyboard.press('Enter');
    await expect(room.panel.locator('.message[data-chosen="true"]')).toContainText(second);
    await room.closePanel();
    await expectAccessible(page);
  });

  await test.step('a kind chosen shows as many as its chip says, and says how far the reading is to be trusted', async () => {
    const chip = page.getByRole('button', { name: /^problema \(/u });
    const [n] = numbersOf(await chip.innerText());
    await chip.click();
    await room.settle();
    await expect(page.getByRole('heading', { name: new RegExp(`^${String(n)} richieste aspettano ancora`, 'u') })).toBeVisible();
    await expect(page.getByText('il controllo di lettura non è fatto', { exact: false })).toBeVisible();
  });

  await test.step('the open requests leave as a table', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Esporta come tabella' }).click()]);
    expect(download.suggestedFilename()).toBe('open-requests.csv');
  });

  await test.step('what a visitor finds today opens as many messages as it says', async () => {
    const row = card(page, /^Chi visita oggi/u).locator('tbody tr').first();
    const button = row.getByRole('button').first();
    const [open] = numbersOf(await button.innerText());
    await button.click();
    await room.settle();
    expect(await totalOf(room)).toBe(open);
  });
});
