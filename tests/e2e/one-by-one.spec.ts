import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { dayField, typeDay } from './pages/typed-day.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('one from the list of today is copied, marked and put back; half is held back; a target is registered and withdrawn', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();

  await test.step('the list is made on request, with why and a draft for each', async () => {
    await room.go('strategy', 'view=people-today');
    await expect(room.main.getByRole('heading', { name: 'La lista di oggi non è ancora preparata' })).toBeVisible();
    await expect(room.main.getByRole('heading', { name: 'Niente da misurare finora' })).toBeVisible();
    await expectAccessible(page);
    await room.main.getByRole('button', { name: 'Prepara la lista di oggi' }).click();
    await expect(room.main.getByRole('heading', { name: /^\d+ persone a cui scrivere oggi$/ })).toBeVisible();
    expect(await room.main.locator('.today-name').count()).toBeLessThanOrEqual(20);
    await expect(room.main.getByRole('heading', { name: 'A chi rispondere' })).toBeVisible();
    await expect(room.main.getByRole('heading', { name: 'Chi ringraziare' })).toBeVisible();
    await expectAccessible(page);
  });

  const first = room.main.locator('.today-name').first();
  await test.step('a draft is edited and copied; what is left to fill is said', async () => {
    const draft = first.getByRole('textbox');
    const prepared = await draft.inputValue();
    expect(prepared).toMatch(/\[[^\]]+\]/);
    await draft.fill(`${prepared}\nA presto`);
    await first.getByRole('button', { name: /^Copia la bozza/ }).click();
    await expect(first).toContainText(/Bozza copiata: rest(a|ano) \d+ part/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${prepared}\nA presto`);
  });

  await test.step('its message opens beside', async () => {
    const opener = first.getByRole('button', { name: /^Il messaggio: / });
    await opener.click();
    await expect(room.panel).toContainText((await first.locator('.today-quote').innerText()).slice(0, 30));
    await room.closePanel(opener);
  });

  await test.step('it is marked done, and undo takes the mark back', async () => {
    await first.getByRole('button', { name: /^Fatto: / }).click();
    await expect(first).toHaveAttribute('data-state', 'done');
    await expect(room.main.locator('.today-progress')).toContainText('Fatti 1,');
    await page.getByRole('button', { name: /^Annulla/ }).first().click();
    await expect(first).toHaveAttribute('data-state', 'open');
    await expect(room.main.locator('.today-progress')).toContainText('Fatti 0,');
  });

  await test.step('a half is held back from here on, and says until when', async () => {
    await room.main.getByRole('switch', { name: 'Trattieni una metà a caso, per misurare l’effetto' }).press('Space');
    await expect(room.main.locator('.today-hold')).toContainText('Le due metà restano le stesse fino al');
    await expect(room.main.getByRole('heading', { name: 'L’effetto della lista non si può ancora dire' })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('a target is registered before its data, and withdrawn without leaving the list', async () => {
    await room.go('strategy', 'list=hypotheses');
    await expect(room.main.getByRole('heading', { name: 'Nessuna ipotesi registrata finora' })).toBeVisible();
    await room.main.getByRole('button', { name: 'Registra un’ipotesi' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('.hypothesis-today')).toHaveText(/^Oggi: \d+ su 100 \(tra \d+ su 100 e \d+ su 100\), [\d.]+ casi$/);
    await dialog.getByLabel('Valore, su 100').fill('180');
    await expect(dialog).toContainText('Serve un numero: da 0 a 100');
    await dialog.getByLabel('Valore, su 100').fill('80');
    await typeDay(dayField(dialog, 'Da giudicare sui messaggi fino al'), '2099-12-31');
    await dialog.getByLabel('Che cosa si farà nel frattempo').fill('Due persone in più al mattino');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Registra' }).click();
    const item = room.main.locator('.hypothesis');
    await expect(item.locator('.kept-sentence')).toHaveText('Richieste con risposta entro 24 ore (problema): almeno 80 su 100');
    await expect(item).toContainText('in attesa di dati');
    await expect(item).toContainText('Due persone in più al mattino');
    await expectAccessible(page);
    await item.getByRole('button', { name: /^Ritira: / }).click();
    await expect(item).toContainText('ritirata');
    await page.getByRole('button', { name: /^Annulla/ }).first().click();
    await expect(item).toContainText('in attesa di dati');
  });
});
