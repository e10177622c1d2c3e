import { expect, expectAccessible, test } from './workbench-test.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { dayField, typeDay } from './pages/typed-day.ts';

test('a sentence is kept with one key, gets an owner and a date, and is looked at again', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();
  const kept = page.locator('.kept-finding');

  await test.step('the key keeps the sentence that has the focus, once', async () => {
    const first = room.main.locator('.finding[data-form="clear"]').nth(1);
    const sentence = await first.locator('.finding-sentence').innerText();
    await first.getByRole('button', { name: 'Apri i messaggi' }).focus();
    await page.keyboard.press('f');
    const status = page.getByRole('contentinfo', { name: 'Stato' });
    await expect(status).toContainText('Frase tenuta fra le evidenze.');
    await expect(status).toContainText('evidenze con responsabile e data: 0 su 1');
    await page.keyboard.press('f');
    await expect(status).toContainText('È già fra le evidenze.');
    await status.getByRole('button', { name: 'Apri' }).click();
    await expect(kept).toHaveCount(1);
    await expect(kept.locator('.kept-sentence')).toHaveText(sentence);
    await expectAccessible(page);
  });

  await test.step('the pin of a chart keeps its sentence with its numbers', async () => {
    await room.go('response', '');
    const card = room.main.locator('.curves-card');
    const sentence = await card.getByRole('heading').first().innerText();
    await card.getByRole('button', { name: 'Tieni come evidenza' }).click();
    await expect(card.getByRole('button', { name: 'È fra le evidenze: apri l’elenco' })).toBeVisible();
    await room.go('strategy', '');
    await expect(kept).toHaveCount(2);
    await expect(kept.first().locator('.kept-sentence')).toHaveText(sentence);
  });

  await test.step('it is decided, and stands in the plan and in the log of advice', async () => {
    await kept.first().getByRole('button', { name: /^Decidi: / }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Responsabile').fill('Marta');
    await typeDay(dayField(dialog, 'Entro'), '2026-03-02');
    await dialog.getByLabel('Consiglio dato').fill('Rispondere ogni mattina.');
    await dialog.getByRole('button', { name: /Stato/ }).click();
    await page.getByRole('option', { name: 'accolta' }).click();
    await dialog.getByRole('button', { name: 'Salva' }).click();
    await expect(page.getByRole('contentinfo', { name: 'Stato' })).toContainText('evidenze con responsabile e data: 1 su 2');
    await room.go('strategy', 'list=plan');
    await expect(room.main.locator('.plan-list li')).toHaveText(/Rispondere ogni mattina\.\s*Marta\s*oltre la data/);
    await expectAccessible(page);
    await room.go('strategy', 'list=advice');
    await expect(room.main.locator('tbody tr')).toContainText(['Rispondere ogni mattina.']);
  });

  await test.step('its figure is computed again on the data of today', async () => {
    await room.go('strategy', '');
    await room.main.getByRole('button', { name: 'Ricontrolla sui dati di oggi' }).click();
    await expect(kept.last()).toContainText('regge sui dati di oggi', { timeout: 60_000 });
    await expect(kept.first()).toContainText('da rileggere a mano');
    await expectAccessible(page);
  });
});

test('the pitch takes a target by buttons, a tribe gets its canvas, and what is declared stands beside what is observed', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();

  await test.step('a player goes to surprise, and the distance is told', async () => {
    await room.go('strategy', 'view=formation');
    const card = room.main.locator('.formation-card');
    await card.getByRole('radio', { name: 'obiettivo' }).click();
    const steps = card.locator('.formation-rows li', { hasText: 'con un dono o un gesto' }).locator('.formation-steps span');
    await card.getByRole('button', { name: 'Un giocatore in più: Sorpresa' }).click();
    await expect(steps).toHaveText('10');
    await expect(card).toContainText('Distanza dall’obiettivo:');
    await expectAccessible(page);
    await card.getByRole('button', { name: 'Togli l’obiettivo' }).click();
    await expect(card).not.toContainText('Distanza dall’obiettivo:');
  });

  await test.step('with minutes for every line the pitch tells shares of time', async () => {
    for (const line of ['Presenza', 'Ascolto', 'Promozione', 'CRM', 'Uno a uno', 'Sorpresa']) await room.main.getByLabel(`${line}: minuti, da`).fill('10');
    await room.main.getByRole('button', { name: 'Tieni questi minuti' }).click();
    await expect(room.main.locator('.formation-rows li').first()).toContainText('tempo:');
    await expectAccessible(page);
  });

  await test.step('the messages of a line are as many as it says', async () => {
    const row = room.main.locator('.formation-rows li').first();
    await row.getByRole('button').first().click();
    const { count } = await room.openedPanel();
    expect(count).toBeGreaterThan(0);
    await room.closePanel();
  });

  await test.step('a canvas keeps its lines and divides the costs that were typed', async () => {
    await room.go('strategy', 'view=canvas');
    const canvas = room.main.locator('.canvas');
    await canvas.getByLabel('Attività', { exact: true }).fill('Rispondere ogni mattina');
    await canvas.getByLabel('Costo per questa tribù: da').fill('1000');
    await canvas.getByLabel('Costo per questa tribù: a').fill('2000');
    await canvas.getByRole('button', { name: 'Salva' }).click();
    await expect(canvas.locator('.canvas-compare')).toContainText('€ a persona');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await room.go('strategy', '');
    await room.go('strategy', 'view=canvas');
    await expect(canvas.getByLabel('Attività', { exact: true })).toHaveValue('Rispondere ogni mattina');
  });

  await test.step('what the client declares of the stance stands beside what is observed', async () => {
    await room.go('strategy', 'view=mindset');
    await room.main.getByRole('button', { name: /Dichiarato dal cliente/ }).click();
    await page.getByRole('option', { name: '100 messaggi di dialogo su 100' }).click();
    await expect(room.main.getByRole('heading', { name: /^Il cliente dichiara 100 messaggi di dialogo su 100; se ne osservano \d+$/ })).toBeVisible();
    await expectAccessible(page);
    await room.go('strategy', 'view=causes');
    await expect(room.main.getByRole('heading', { name: 'Arena' })).toBeVisible();
    await expectAccessible(page);
    await room.go('strategy', 'view=activities');
    await expect(room.main.getByRole('heading', { name: /^Il brand scrive su \d+ reti/ })).toBeVisible();
    await expectAccessible(page);
  });
});
