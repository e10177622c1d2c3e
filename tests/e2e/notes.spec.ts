import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { dayField, typeDay } from './pages/typed-day.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('what a person writes beside the data: views, events, notes and tags, and the history of it all', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();

  await test.step('a view keeps room, filters and page under a name, and leads back from anywhere', async () => {
    await room.go('response', 'view=trend&network=facebook');
    await page.keyboard.press('Control+d');
    const views = page.getByRole('dialog', { name: 'Viste' });
    await views.getByLabel('Nome della vista').fill('Facebook nel tempo');
    await views.getByRole('button', { name: 'Tieni questa vista' }).click();
    await expect(views.getByRole('button', { name: /Facebook nel tempo è questa/ })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await room.go('value', '');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Che cosa fare').fill('Facebook nel');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await room.settle();
    expect(await page.evaluate(() => window.location.hash)).toContain('network=facebook');
    await expect(page.locator('.trend-card')).toBeVisible();
  });

  await test.step('an event stands on every course of time', async () => {
    await room.go('response', 'view=trend');
    await page.locator('.trend-card').getByRole('button', { name: 'Eventi' }).click();
    const dialog = page.getByRole('dialog', { name: 'Eventi' });
    await dialog.getByRole('button', { name: 'Aggiungi evento' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('Servono un nome e un primo giorno.');
    await dialog.getByLabel('Nome').fill('Aumento dei prezzi');
    await typeDay(dayField(dialog, 'Dal'), '2026-02-09');
    await typeDay(dayField(dialog, 'Al'), '2026-02-20');
    await dialog.getByRole('button', { name: 'Aggiungi evento' }).click();
    await expect(dialog.getByText('campagna · 9 febbraio 2026 – 20 febbraio 2026')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.locator('.trend-event text')).toHaveText('Aumento dei prezzi');
    await expectAccessible(page);
    await room.go('overview', '');
    await expect(page.locator('.strip-event')).not.toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('a note with tags is written by a key and leads to all that carries the tag', async () => {
    await room.go('messages', '');
    const message = page.locator('.message').first();
    await message.focus();
    await page.keyboard.press('n');
    await page.getByLabel('Nota', { exact: true }).fill('Richiamare prima di Natale');
    await page.getByLabel('Etichette libere', { exact: true }).fill('urgente, negozio');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Salva' }).click();
    await expect(message.locator('.message-note')).toContainText('Richiamare prima di Natale');
    await message.getByRole('button', { name: 'urgente' }).click();
    await expect(page.locator('.notes-panel .notes-line')).toHaveCount(1);
    await expectAccessible(page);
    await room.closePanel();
  });

  await test.step('many messages are tagged and corrected at once, each as one change', async () => {
    for (const at of [1, 2, 3]) {
      await page.locator('.message').nth(at).focus();
      await page.keyboard.press('x');
    }
    const bar = page.getByRole('group', { name: 'Sui messaggi scelti' });
    await expect(bar).toContainText('3 messaggi scelti');
    await bar.getByLabel('Etichetta libera').fill('URGENTE');
    await bar.getByRole('button', { name: 'Aggiungi' }).click();
    await expect(bar).toContainText('3 cambiati');
    await expect(page.locator('.message-note')).toHaveCount(4);
    await expectAccessible(page);
    await bar.getByRole('button', { name: 'Lascia la scelta' }).click();
  });

  await test.step('a person has a note too, and the history goes back to before all of it', async () => {
    await page.getByRole('button', { name: /^Progetto / }).click();
    await page.getByRole('menuitem', { name: /Cronologia/ }).click();
    const history = page.getByRole('dialog', { name: 'Cronologia delle modifiche' });
    await expect(history.getByRole('listitem')).toHaveCount(5);
    await expect(history.getByRole('listitem').first()).toContainText('etichetta libera URGENTE');
    await expectAccessible(page);
    await history.getByRole('button', { name: /Torna a prima di: evento/ }).click();
    await expect(history.getByText('annullata')).toHaveCount(3);
    await history.getByRole('button', { name: /Ripeti fin qui: nota/ }).click();
    await expect(history.getByText('annullata')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.locator('.message-note')).toHaveCount(1);
  });

  await test.step('definitions are searched, opened, and left for the list again', async () => {
    await page.keyboard.press('Control+g');
    await page.getByPlaceholder('Cerca fra le definizioni').fill('silenzio');
    const found = page.locator('.glossary-list li');
    await expect(found).not.toHaveCount(0);
    await expectAccessible(page);
    await found.first().getByRole('button').click();
    await expect(page.locator('.definition code')).toBeVisible();
    await page.getByRole('button', { name: 'Tutte le definizioni' }).click();
    await expect(page.getByPlaceholder('Cerca fra le definizioni')).toHaveValue('');
    await room.closePanel();
  });

  await test.step('a copy is made, and gone back to', async () => {
    await page.getByRole('button', { name: /^Progetto / }).click();
    await page.getByRole('menuitem', { name: 'Copie di sicurezza' }).click();
    const backups = page.getByRole('dialog', { name: 'Copie di sicurezza' });
    await backups.getByRole('button', { name: 'Fai una copia ora' }).click();
    await expect(backups.getByRole('listitem')).toHaveCount(1, { timeout: 60_000 });
    await backups.getByRole('button', { name: /^Torna a questa copia/ }).click();
    await expectAccessible(page);
    await backups.getByRole('button', { name: 'Torna', exact: true }).click();
    await expect(backups).toHaveCount(0, { timeout: 60_000 });
    await room.settle();
    await expect(page.locator('.message-note')).toHaveCount(1);
  });

  await test.step('the tour leads through six rooms and ends', async () => {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Che cosa fare').fill('Giro');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const tour = page.getByRole('complementary', { name: 'Giro dell’esempio' });
    await expect(tour).toContainText('Passo 1 di 6');
    for (const address of ['messages', 'response', 'tribes', 'strategy', 'present']) {
      await tour.getByRole('button', { name: 'Avanti' }).click();
      await expect.poll(() => page.evaluate(() => window.location.hash)).toContain(address);
    }
    await room.settle();
    await expectAccessible(page);
    await tour.getByRole('button', { name: 'Fine' }).click();
    await expect(tour).toHaveCount(0);
  });
});
