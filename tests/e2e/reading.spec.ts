import type { Page } from 'playwright/test';
import { MessagesPage } from './pages/messages-page.ts';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function openSample(page: Page): Promise<MessagesPage> {
  await new StartPage(page).openSample();
  const messages = new MessagesPage(page);
  await messages.analysed();
  return messages;
}

test('a label opens what it rests on, is corrected by keys, and the correction is undone', async ({ openedPage: page }) => {
  const room = await openSample(page);
  await room.go('intent=purchase');
  const before = await room.total();
  expect(before).toBeGreaterThan(20);
  const first = room.messages.first();
  const name = (await first.getAttribute('aria-label')) ?? '';

  await test.step('E says how likely the main label is, and why; Esc closes it', async () => {
    await first.focus();
    await page.keyboard.press('e');
    const why = first.getByRole('region', { name: /^Perché «/ });
    await expect(why.locator('.explanation-chance')).toHaveText(/^(quasi certo|molto probabile|probabile|possibile), \d+ su 100; la soglia per accendere questa etichetta è \d+ su 100\./);
    await expect(why.getByText(/^Letto in (italiano|inglese)/)).toBeVisible();
    // the label that is explained is the pressed chip, and passes the threshold that is named
    const [share = 0, , threshold = 100] = numbersOf(await why.locator('.explanation-chance').innerText());
    expect(share).toBeGreaterThanOrEqual(threshold);
    await page.keyboard.press('Escape');
    await expect(why).toHaveCount(0);
    await expect(first).toBeFocused();
  });

  await test.step('a chip opens its own label, with its words marked', async () => {
    const chip = first.getByRole('button', { name: 'interesse d’acquisto' });
    await chip.press('Enter');
    await expect(first.getByRole('region', { name: 'Perché «interesse d’acquisto»' })).toBeVisible();
    await expect(chip).toHaveAttribute('aria-expanded', 'true');
    expect(await first.locator('mark.evidence-focus').count()).toBeGreaterThan(0);
    await first.getByText('Tutte le etichette, dalla più probabile').click();
    await first.getByRole('button', { name: 'domanda', exact: true }).press('Enter');
    await expect(first.getByRole('region', { name: 'Perché «domanda»' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('C, a digit, a tone and Enter correct it: one message fewer wants to buy', async () => {
    await first.focus();
    await page.keyboard.press('c');
    await expect(room.corrector).toBeFocused();
    await page.keyboard.press('0');
    await page.keyboard.press('p');
    await expect(room.corrector.getByRole('button', { name: /altro/ })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Enter');
    await expect(room.main.locator('.correction-note')).toHaveText(/^Corretto\. Prima: .*interesse d’acquisto.*\. Ora: altro, positivo\.\s*Annulla$/);
    await expect.poll(() => room.total(), { timeout: 60_000 }).toBe(before - 1);
    await room.analysed();
    expect(await room.total()).toBe(before - 1);
  });

  await test.step('the note takes it back', async () => {
    await room.main.locator('.correction-note').getByRole('button', { name: 'Annulla' }).press('Enter');
    await expect(room.main.locator('.correction-note')).toHaveCount(0);
    await expect.poll(() => room.total(), { timeout: 90_000 }).toBe(before);
    await expect(room.messages.first()).toHaveAttribute('aria-label', name, { timeout: 30_000 });
  });

  await test.step('the digits of the rooms stay with the corrector, and Esc leaves everything as it was', async () => {
    await room.messages.first().focus();
    await page.keyboard.press('c');
    await page.keyboard.press('4');
    await page.keyboard.press('Escape');
    await expect(room.corrector).toHaveCount(0);
    expect(page.url()).toContain('#/messages');
    expect(await room.total()).toBe(before);
  });
});

test('a rule is written with its examples, tried on the messages, saved, and changes how they are read', async ({ openedPage: page }) => {
  // everything is read three times over: with the rule, without it, and with a threshold
  test.setTimeout(480_000);
  const room = await openSample(page);
  await room.go('text=guarnizion');
  const holding = await room.total();
  expect(holding).toBeGreaterThan(5);
  await room.go('intent=decision&text=guarnizion');
  const before = await room.total();

  await test.step('the examples are held against the words as one writes', async () => {
    await room.go('text=guarnizion');
    await room.main.getByRole('button', { name: 'Regole di lettura' }).press('Enter');
    await expect(room.main.getByText('Ancora nessuna regola', { exact: true })).toBeVisible();
    await room.main.getByRole('button', { name: 'Nuova regola' }).press('Enter');
    await room.main.getByRole('textbox', { name: 'Nome' }).fill('Guarnizioni');
    await room.main.getByRole('button', { name: /Etichetta/ }).click();
    await page.getByRole('option', { name: 'chiede un parere' }).click();
    await room.main.getByRole('textbox', { name: /^Parole da trovare/ }).fill('gu*\nguarnizion*');
    await expect(room.main.getByText('Riga 1: servono almeno tre lettere prima dell’asterisco: gu*')).toBeVisible();
    await room.main.getByRole('textbox', { name: /^Parole da trovare/ }).fill('guarnizion*');
    await room.main.getByRole('textbox', { name: 'Frasi in cui deve trovare' }).fill('La guarnizione è nuova\nLa tazza è nuova');
    await room.main.getByRole('textbox', { name: 'Frasi in cui non deve trovare' }).fill('Bella tazza');
    await expect(room.main.locator('.example-results li')).toHaveText([/La guarnizione è nuova.*torna/, /La tazza è nuova.*non la trova/, /Bella tazza.*torna/]);
    await expect(room.main.getByText('Prima di salvare ogni esempio deve tornare.')).toBeVisible({ timeout: 60_000 });
    await expect(room.main.getByRole('button', { name: 'Salva le regole' })).toBeDisabled();
    await room.main.getByRole('textbox', { name: 'Frasi in cui deve trovare' }).fill('La guarnizione è nuova');
  });

  await test.step('what it would change is an estimate from a sample, which opens its messages', async () => {
    const sentence = room.main.getByText(/^Circa [\d.]+ messaggi su [\d.]+ cambierebbero etichetta: stima da 2\.000 letti, \d+ con un’etichetta diversa, intervallo al 95 % tra \d+ e [\d.]+\.$/);
    await expect(sentence).toBeVisible({ timeout: 60_000 });
    const [, , , changed, , low = Number.NaN, high = Number.NaN] = numbersOf(await sentence.innerText());
    // what the whole project will show lies within the interval
    expect(low).toBeLessThanOrEqual(holding);
    expect(high).toBeGreaterThanOrEqual(1);
    await room.main.getByRole('button', { name: 'Apri i messaggi che cambiano' }).press('Enter');
    expect(await new RoomPage(page).openedPanel()).toMatchObject({ count: changed, differs: '' });
    await page.keyboard.press('Escape');
  });

  await test.step('saved, it is version 1, and after the analysis every message with the word carries the label', async () => {
    await room.saveRules();
    await expect(room.main.getByText('Salvate come versione 1: l’analisi rilegge i messaggi.')).toBeVisible();
    await expect(room.lead).toHaveText('1 regola del progetto, versione 1, posta sopra la lettura automatica.', { timeout: 60_000 });
    await page.getByRole('contentinfo').getByText('analisi da aggiornare').waitFor({ state: 'hidden', timeout: 120_000 });
    await room.go('intent=decision&text=guarnizion');
    await expect.poll(() => room.total(), { timeout: 120_000 }).toBeGreaterThan(before);
    const labelled = await room.total();
    expect(labelled).toBeLessThanOrEqual(holding);
    const message = room.messages.filter({ hasNot: page.locator('.message-voice') }).first();
    await message.getByRole('button', { name: 'chiede un parere' }).press('Enter');
    await expect(message.getByText('la regola «Guarnizioni» del progetto la accende')).toBeVisible();
    await expect(message.locator('.explanation-chance')).toContainText('quasi certo, 99 su 100');
  });

  await test.step('undo brings the earlier reading back', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.evaluate(() => { window.location.hash = '#/reading'; });
    await expect(room.lead).toHaveText('Nessuna regola del progetto: vale la lettura automatica da sola.', { timeout: 60_000 });
  });

  await test.step('the threshold says what it leaves out before it is applied, and leaves out as much', async () => {
    const slider = room.main.getByRole('slider', { name: 'Soglia, su 100' });
    await slider.waitFor({ timeout: 120_000 });
    await slider.fill('40');
    const promised = numbersOf(await room.main.getByText(/^Senza etichetta resterebbero/).innerText())[0] ?? 0;
    expect(promised).toBeGreaterThan(10);
    await room.main.getByRole('button', { name: 'Applica la soglia' }).press('Enter');
    await expect(page.getByRole('contentinfo').getByText(/sotto la soglia/)).toHaveText(`${promised.toLocaleString('it-IT')} sotto la soglia`, { timeout: 120_000 });
    await expect(room.main.getByText(new RegExp(`^Oggi ${promised.toLocaleString('it-IT').replaceAll('.', '\\.')} messaggi stanno sotto la soglia di 40 su 100`))).toBeVisible();
  });
});

test('explanations, the corrector and the rules, in both languages and themes: accessible and in words', async ({ openedPage: page }) => {
  const room = await openSample(page);
  const frame = new RoomPage(page);
  for (const [language, theme] of [['Italiano', 'light'], ['English', 'dark']] as const) {
    // a rule has a choice of languages of its own, which must not be taken for the window's
    await room.go();
    await frame.choose(language, theme);
    await room.main.focus();
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await test.step(`messages, ${language}, ${theme}`, async () => {
      await room.go('intent=trouble');
      await room.messages.nth(1).focus();
      await page.keyboard.press('e');
      await room.main.locator('.explanation-chance').waitFor();
      await room.main.locator('.explanation-all summary').click();
      await expectAccessible(page);
      await page.keyboard.press('c');
      await room.corrector.waitFor();
      await expectAccessible(page);
      const text = await room.main.innerText();
      expect.soft(/\{\{|\}\}|\breading[.:][a-z]|\bNaN\b|undefined|\[object/.exec(text)?.[0] ?? null).toBeNull();
      await page.keyboard.press('Escape');
    });
    await test.step(`rules, ${language}, ${theme}`, async () => {
      await page.evaluate(() => { window.location.hash = '#/reading'; });
      await room.main.getByRole('slider').waitFor({ timeout: 60_000 });
      if (language === 'Italiano') await room.main.getByRole('button', { name: /^(Nuova regola|New rule)$/ }).press('Enter');
      await room.main.getByRole('textbox', { name: /^(Parole da trovare|Words to find)/ }).fill('sp*');
      await room.main.getByText(/^(Riga|Line) 1: /).waitFor();
      await expectAccessible(page);
      const text = await room.main.innerText();
      expect.soft(/\{\{|\}\}|\breading[.:][a-z]|\bNaN\b|undefined|\[object/.exec(text)?.[0] ?? null).toBeNull();
      expect.soft(await page.evaluate(() => { const main = document.querySelector('main'); return main === null ? 0 : main.scrollWidth - main.clientWidth; })).toBeLessThanOrEqual(0);
    });
  }
});
