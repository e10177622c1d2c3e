import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

/** The people who wrote on Instagram, read from the sample's own file without any of the product's code; the page itself left out. */
function instagramAuthors(): number {
  const text = readFileSync(fileURLToPath(new URL('../../resources/sample/instagram-comments-apify.csv', import.meta.url)), 'utf8');
  const rows = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
  return new Set(rows.map(({ ownerUsername }) => ownerUsername).filter((name) => name !== undefined && name !== '' && name !== 'caffeaurora')).size;
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('value: the books balance, a statement runs up to its closing, weights tell their effect before they hold', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  // the sample is imported and read while the machine may be busy
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();

  await test.step('the room is entered by its key and says that the books balance', async () => {
    await page.keyboard.press('8');
    await room.settle();
    await expect(room.title).toHaveText('Valore');
    await expect(room.main.locator('.room-lead')).toHaveText(/^I conti tornano: [\d.]+ voci, contate due volte, .* Metà del valore creato viene da [\d.]+ profili su [\d.]+ \(\d+ su 100\)\.$/);
    await expect(room.main.getByText(/^Il secondo conteggio, fatto dai messaggi senza passare dalle voci, dà gli stessi/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the people of one network are those of its file', async () => {
    await room.go('value', 'network=instagram');
    const [people] = numbersOf(await room.main.locator('.inequality-card .card-subtitle').innerText());
    expect(people).toBe(instagramAuthors());
    await room.go('value', '');
  });

  await test.step('who said it first, and from listening to change: both say what they know, and open it', async () => {
    await room.go('value', 'view=origins');
    await expect(room.main.getByRole('heading', { name: /annunci/ }).first()).toBeVisible();
    await room.main.getByRole('button', { name: /^Apri l’annuncio: / }).first().click();
    await room.openedPanel();
    await expect(page.locator('aside.panel-region .message-text').first()).not.toBeEmpty();
    await room.closePanel();
    await expectAccessible(page);
    await room.go('value', 'view=changes');
    await expect(room.main.getByRole('img', { name: /^Linea del tempo: / }).first()).toBeVisible();
    await expectAccessible(page);
    await room.go('value', '');
  });

  await test.step('a statement closes where its lines end, and each line opens its message', async () => {
    await room.main.locator('.value-statements ul').last().getByRole('button').first().click();
    await room.settle();
    await expect(room.title).toHaveText(/^Estratto conto di /);
    await expect(room.main.locator('.value-trial')).toContainText('La chiusura è quella della mappa delle tribù.');
    const closing = await room.main.locator('.statement-measures .measure-value').allInnerTexts();
    const next = room.main.getByRole('button', { name: 'Seguenti' });
    while ((await next.count()) > 0 && (await next.isEnabled())) {
      await next.click();
      await room.settle();
    }
    const cells = await room.main.locator('.statement-lines tbody tr').last().locator('td').allInnerTexts();
    expect(cells.slice(-2)).toEqual(closing.slice(0, 2));
    await room.main.locator('.statement-quote').first().click();
    // the conversation with the message, which counts nothing
    expect((await room.openedPanel()).count).toBe(null);
    await expect(room.panel.locator('.message, .thread-message, li').first()).toBeVisible();
    await room.closePanel();
    await expectAccessible(page);
  });

  await test.step('another weight says whom it would move, holds when saved, and is taken back', async () => {
    await page.getByRole('radio', { name: 'Completo' }).press('Space');
    await room.go('value', '');
    const field = room.main.getByRole('textbox', { name: 'Punti per «risposta del brand»' });
    await field.fill('10');
    await expect(room.main.locator('.weights-effect')).toHaveText(/^[\d.]+ profili cambierebbero zona, su [\d.]+; \d+ tribù cambierebbe(ro)? zona\./);
    await room.main.getByRole('textbox', { name: 'Perché (resta con la versione)' }).fill('prova');
    await room.main.getByRole('button', { name: 'Salva i pesi', exact: true }).click();
    await expect(room.main.locator('.value-told')).toHaveText(/^Vale la versione 1\./);
    await room.settle();
    await expect(field).toHaveValue('10');
    await room.main.locator('.value-told').getByRole('button', { name: 'Annulla' }).click();
    await expect(field).toHaveValue('1');
    await field.fill('cento');
    await expect(room.main.getByText('Un peso è un numero fra 0 e 100.')).toBeVisible();
    await expect(room.main.getByRole('button', { name: 'Salva i pesi', exact: true })).toBeDisabled();
  });
});
