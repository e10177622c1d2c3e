import type { Locator, Page } from 'playwright/test';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const chart = (page: Page, name: string): Locator => page.getByRole('application', { name });

test('response over time, by hour and by loudness: figures with their requests', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  // the sample is imported and read while the machine may be busy
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();

  await test.step('the week by the hour is one tab stop, and the panel holds as many requests as the hour names', async () => {
    await room.go('response', 'view=waits');
    const heat = chart(page, 'Richieste e risposte per giorno e ora');
    await heat.scrollIntoViewIfNeeded();
    await heat.focus();
    await page.keyboard.press('ArrowRight');
    for (let hour = 0; hour < 11; hour += 1) await page.keyboard.press('ArrowRight');
    const card = page.locator('.heat-card .plot-card');
    await expect(card).toContainText('lunedì, dalle 11 alle 12');
    const [requests] = numbersOf(await card.locator('span').first().innerText());
    await page.keyboard.press('Enter');
    const panel = await room.openedPanel();
    expect(panel).toMatchObject({ count: requests, differs: '' });
    await room.closePanel();
    await expectAccessible(page);
  });

  await test.step('over time: weeks in figure and table, with the definition of changes', async () => {
    await room.go('response', 'view=trend');
    const card = page.locator('.trend-card');
    await expect(card.locator('.card-title')).toHaveText(/^(Dalla settimana del|In \d+ settimane|Se la quota)/);
    await expect(chart(page, 'Risposta nel tempo, per settimana')).toBeVisible();
    await expect(chart(page, 'Chi risponde per primo')).toBeVisible();
    await expectAccessible(page);
    await card.getByRole('radio', { name: 'attesa media' }).click();
    await expect(card.locator('.card-title')).toContainText('attesa media');
    await card.getByRole('button', { name: 'Come si cercano i cambi' }).click();
    expect((await room.openedPanel()).isDefinition).toBe(true);
    await room.closePanel();
  });

  await test.step('the audiogram says of every kind of request where it begins to be heard, or why that is not known', async () => {
    await room.go('response', 'view=loudness');
    const card = page.locator('.loudness-card');
    await expect(card.locator('.audiogram')).toHaveCount(5);
    const trouble = card.getByRole('region', { name: 'problema' });
    const [n] = numbersOf(await trouble.getByRole('button').innerText());
    await trouble.getByRole('button').click();
    expect(await room.openedPanel()).toMatchObject({ count: n, differs: '' });
    await room.closePanel();
    await card.getByRole('radio', { name: 'follower' }).click();
    await expect(card.locator('.audiogram')).toHaveCount(5);
    await expectAccessible(page);
  });

  await test.step('filters without requests say so, in the other language too', async () => {
    await room.go('response', 'view=trend&text=xyzzy');
    await room.choose('English');
    await expect(page.locator('.trend-card .card-title')).toHaveText(/cannot be told: 0 weeks have enough requests/);
    await room.choose('Italiano');
  });
});
