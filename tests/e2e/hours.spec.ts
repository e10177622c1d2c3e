import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('opening hours are written, the clock counts in them, and undo takes them back', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  // the sample is imported and read while the machine may be busy
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();

  await test.step('the clock of opening hours says what is missing and leads to the page', async () => {
    await room.go('response', '');
    await page.getByRole('radio', { name: 'orario di apertura' }).click();
    await expect(page.locator('.clock-missing')).toContainText('bisogna prima scriverlo');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Scrivi gli orari' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Orari di apertura' })).toBeVisible();
    await room.settle();
  });

  const lead = page.locator('.room-lead');
  const shut = async (): Promise<number> => numbersOf((await lead.innerText()).split('su 100 richieste')[1] ?? '')[0] ?? -1;

  await test.step('the sentence follows what is typed; what cannot be kept is said at its place', async () => {
    await expect(lead).toHaveText(/^Aperto 45 ore la settimana; su 100 richieste \d+ arrivano a orario chiuso \([\d.]+ richieste\)\.$/);
    const before = await shut();
    await page.getByLabel('lunedì, apertura 1: alle').fill('20:00');
    await page.getByRole('button', { name: 'Copia il lunedì su tutti i giorni' }).click();
    await expect(lead).toContainText('Aperto 77 ore la settimana');
    await expect.poll(shut).toBeLessThan(before);
    await page.getByLabel('martedì, apertura 1: alle').fill('08:00');
    await expect(page.locator('.hours-problem')).toHaveText('La fine viene prima dell’inizio.');
    await expect(page.getByRole('button', { name: 'Salva gli orari' })).toBeDisabled();
    await page.getByLabel('martedì, apertura 1: alle').fill('20:00');
    await expect(page.locator('.hours-problem')).toHaveCount(0);
  });

  await test.step('saved hours open the requests that met a closed door, as many as are said', async () => {
    await page.getByText('Il brand dichiara entro quanto risponde').click();
    await page.getByRole('button', { name: 'Salva gli orari' }).click();
    await expect(page.locator('.hours-bar')).toContainText('Orari salvati.');
    await expectAccessible(page);
    const button = page.getByRole('button', { name: /^Apri le [\d.]+ richieste arrivate a orario chiuso$/ });
    const [closed = -1] = numbersOf(await button.innerText());
    await button.click();
    await expect(room.panel).toContainText(new Intl.NumberFormat('it-IT', { useGrouping: 'always' }).format(closed));
    await room.closePanel();
  });

  await test.step('waits are told in opening hours, over a horizon of the week that was written', async () => {
    await room.go('response', 'clock=opening');
    await expect(page.locator('.clock-note')).toContainText('in ore di apertura');
    await expect(page.locator('.gap-card')).toContainText('77 ore di apertura');
    await expect(page.locator('.within-card')).toContainText('Con risposta entro un’ora, una giornata e una settimana di apertura');
    await expectAccessible(page);
  });

  await test.step('undo takes the hours back', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/hours';
    });
    await room.settle();
    await page.getByRole('button', { name: 'Togli gli orari' }).click();
    await expect(page.locator('.hours-bar')).toContainText('Orari tolti');
    await page.locator('.hours-bar').getByRole('button', { name: 'Annulla' }).click();
    await expect(page.locator('.hours-bar')).toContainText('Questi orari sono in uso.');
    await expect(lead).toContainText('Aperto 77 ore la settimana');
  });
});
