import { RoomPage } from './pages/room-page.ts';
import { PeoplePage } from './pages/people-page.ts';
import { StartPage } from './pages/start-page.ts';
import { dayField, typeDay } from './pages/typed-day.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Where pictures of the steps are kept when somebody wants to look at them. */
const PICTURES = process.env['PRIVACY_PICTURES'];

/** Makes sure that the sample which other walks get is one that nobody was erased from. */
test('the sample opens as it was made', async ({ openedPage: page }) => {
  await new StartPage(page).openSample();
  await page.getByRole('contentinfo', { name: 'Stato' }).getByText(/letto al \d/).waitFor({ timeout: 120_000 });
});

test('a person is erased after a rehearsal and a typed word, leaves a receipt, and an import gets a date', async ({ openedPage: page }) => {
  await new StartPage(page).openSample();
  await page.getByRole('contentinfo', { name: 'Stato' }).getByText(/letto al \d/).waitFor({ timeout: 120_000 });
  const people = new PeoplePage(page);
  const room = new RoomPage(page);
  const picture = async (name: string): Promise<void> => {
    if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  };
  let name = '';

  await test.step('what would go is counted first', async () => {
    await people.go('');
    await people.narrow('Ruolo', 'cliente');
    await people.main.locator('.people-link').first().press('Enter');
    await people.settle();
    name = (await page.getByRole('main').getByRole('heading', { level: 1 }).innerText()).trim();
    await page.getByRole('button', { name: 'Cancella questa persona…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancellare ogni traccia di questa persona' });
    await dialog.getByText('Non si può annullare.').waitFor();
    await expect(dialog.getByRole('listitem').filter({ hasText: /\d+ messagg/ })).toHaveCount(1);
    await picture('dialog');
    await expectAccessible(page);
    const confirm = dialog.getByRole('button', { name: 'Cancella ogni traccia' });
    await expect(confirm).toBeDisabled();
    await dialog.getByRole('textbox').fill('elimin');
    await expect(confirm).toBeDisabled();
    await dialog.getByRole('textbox').fill('elimina');
    await confirm.click();
  });

  await test.step('the receipt says how many and not who', async () => {
    const dialog = page.getByRole('dialog', { name: 'Cancellazione compiuta' });
    await expect(dialog.getByText(/non ne resta nessuno/)).toBeVisible({ timeout: 60_000 });
    await expect(dialog).not.toContainText(name);
    await picture('receipt');
    await expectAccessible(page);
    const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: /Scarica il testo/ }).click()]);
    expect(file.suggestedFilename()).toBe('ricevuta-cancellazione-1.txt');
    await dialog.locator('.dialog-foot').getByRole('button', { name: 'Chiudi' }).click();
    await page.getByRole('contentinfo', { name: 'Stato' }).getByText(/letto al \d/).waitFor({ timeout: 120_000 });
    await people.settle();
  });

  await test.step('the room of data keeps the receipt and leaves them out', async () => {
    await page.evaluate(() => { location.hash = '#/data'; });
    await room.settle();
    const card = page.getByRole('region', { name: 'Persone cancellate' });
    await expect(card.getByText('1 persona è lasciata fuori dagli import.')).toBeVisible();
    await expect(card.getByText(/Ricevuta 1 ·/)).toBeVisible();
    await card.getByRole('textbox', { name: 'Cerca un profilo da cancellare, per nome utente o identificativo' }).fill(name);
    await card.getByRole('button', { name: 'Cerca' }).click();
    await expect(card.getByText('Nessun profilo si chiama così.')).toBeVisible();
    await card.getByRole('textbox', { name: /Togli dalla lista/ }).fill('nessuno');
    await card.getByRole('button', { name: 'Togli', exact: true }).click();
    await expect(card.getByText('Nessuno sulla lista si chiama così.')).toBeVisible();
    const sheet = page.getByRole('region', { name: 'Scheda dei dati' });
    await sheet.getByRole('textbox', { name: 'Base giuridica' }).fill('Interesse legittimo');
    await sheet.getByRole('button', { name: 'Salva la scheda' }).click();
    await expect(sheet.getByRole('button', { name: 'Salva la scheda' })).toBeDisabled();
    await picture('data');
    await expectAccessible(page);
  });

  await test.step('an import past its date is said on opening, with the one thing to do', async () => {
    await page.locator('.ledger-link').first().click();
    await room.settle();
    const card = page.getByRole('region', { name: 'Conservazione' });
    await typeDay(dayField(card, 'Conservare fino al'), '2020-01-31');
    await card.getByRole('button', { name: 'Salva la data' }).click();
    await expect(card.getByText(/La data è passata\./)).toBeVisible();
    await picture('import');
    await expectAccessible(page);
    await page.evaluate(() => { location.hash = '#/overview'; });
    const notice = page.getByRole('region', { name: /superato la data di conservazione/ });
    await expect(notice.getByText(/da conservare fino al/)).toBeVisible();
    await picture('notice');
    await expectAccessible(page);
    await notice.getByRole('button', { name: /Rimuovi per sempre/ }).click();
    const dialog = page.getByRole('dialog', { name: /Rimuovere per sempre/ });
    await dialog.getByRole('button', { name: 'Annulla' }).click();
    await expect(dialog).toBeHidden();
  });
});
