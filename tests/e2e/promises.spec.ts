import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright/test';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

interface Truth {
  readonly promises: { readonly each: readonly { readonly state: string }[] };
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const card = (page: Page): Locator => page.getByRole('region', { name: 'Registro delle promesse' });
const shown = async (register: Locator, state: string): Promise<number> => numbersOf(await register.getByRole('button', { name: new RegExp(`^Mostra ${state}: `) }).innerText())[0] ?? -1;

test('the register of promises counts, opens what a verdict rests on, and is overruled by hand', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  // the sample is imported and read while the machine may be busy
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();
  await room.go('trust', 'view=promises');
  const register = card(page);
  await register.waitFor();

  await test.step('the counts by state are all promises, and the table shows the chosen ones', async () => {
    const counts = await Promise.all(['mantenute', 'in ritardo', 'non mantenute', 'in corso', 'non verificabili'].map((state) => shown(register, state)));
    const [total] = numbersOf(await register.locator('.card-subtitle').innerText());
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
    await expect(register.locator('.promise-finding')).toHaveText(/^Su 100 promesse con un termine e un esito visibile, \d+ sono mantenute in tempo \(tra \d+ e \d+; \d+ promesse\)$/);
    await register.getByRole('button', { name: /^Mostra non mantenute: / }).click();
    await room.settle();
    for (const chip of await register.locator('tbody .chip').allInnerTexts()) expect(chip).toBe('non mantenuta');
    await expect(register.locator('.panel-pages')).toContainText(String(counts[2]));
    await expectAccessible(page);
  });

  await test.step('the evidence opens the conversation at the very message', async () => {
    const row = register.locator('tbody tr').first();
    const quote = (await row.locator('.promise-evidence').innerText()).replaceAll(/[«»]/g, '');
    await row.getByRole('button', { name: /^Apri la conversazione a questo messaggio: / }).click();
    await expect(room.panel.locator('.message[data-chosen="true"]')).toContainText(quote);
    await room.closePanel();
  });

  await test.step('a verdict by hand counts at once, and undo gives it back', async () => {
    const broken = await shown(register, 'non mantenute');
    const row = register.locator('tbody tr').first();
    await row.getByRole('button', { name: /^Correggi l’esito di: / }).click();
    await page.getByRole('menuitem', { name: 'È mantenuta', exact: true }).click();
    await expect(register.locator('.promise-note')).toHaveText(/^Esito corretto: mantenuta\.\s*Annulla$/);
    await expect.poll(() => shown(register, 'non mantenute')).toBe(broken - 1);
    await register.getByRole('radio', { name: 'decise a mano' }).click();
    await register.getByRole('button', { name: /^Mostra non mantenute: / }).click();
    await expect(register.locator('tbody tr')).toHaveCount(1);
    await expect(register.locator('tbody tr')).toContainText('deciso a mano; il programma dice: non mantenuta');
    await register.getByRole('button', { name: 'Annulla' }).click();
    await expect.poll(() => shown(register, 'non mantenute')).toBe(broken);
    await expect(register.getByText('Nessuna promessa con questa scelta.')).toBeVisible();
  });

  await test.step('undo holds after the window was opened again', async () => {
    const broken = await shown(register, 'non mantenute');
    await register.getByRole('radio', { name: 'tutte', exact: true }).click();
    await register.getByRole('button', { name: /^Mostra non mantenute: / }).click();
    await room.settle();
    await register.locator('tbody tr').first().getByRole('button', { name: /^Correggi l’esito di: / }).click();
    await page.getByRole('menuitem', { name: 'È mantenuta', exact: true }).click();
    await expect.poll(() => shown(register, 'non mantenute')).toBe(broken - 1);
    await page.reload();
    await room.settle();
    await expect.poll(() => shown(register, 'non mantenute')).toBe(broken - 1);
    await page.getByRole('button', { name: /^Annulla/ }).first().click();
    await expect.poll(() => shown(register, 'non mantenute')).toBe(broken);
  });

  await test.step('the line of promises opens the messages of a week, and shows the broken ones one by one', async () => {
    const line = page.locator('.promise-timeline');
    const broken = await shown(register, 'non mantenute');
    const chart = line.getByRole('application', { name: 'Linea delle promesse' });
    await chart.focus();
    await chart.press('Home');
    const [promises] = numbersOf(await line.locator('.plot-card > span').last().innerText());
    await chart.press('Enter');
    const { count, differs } = await room.openedPanel();
    expect(differs).toBe('');
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(promises ?? 0);
    await room.closePanel(chart);
    await line.getByRole('radio', { name: 'una per una' }).click();
    await line.getByRole('button', { name: /tutti gli esiti/ }).click();
    await page.getByRole('option', { name: 'non mantenute' }).click();
    await expect(line.locator('.promise-lane')).toHaveCount(broken);
    await expect(line.locator('.promise-lane .promise-mark[data-state="broken"]')).toHaveCount(broken);
    await line.getByRole('button', { name: 'Mostra la tabella' }).click();
    await expect(line.locator('tbody tr')).toHaveCount(broken);
    await expectAccessible(page);
  });

  await test.step('the time they take, against what the sample planted: shares by the due time, with both extremes', async () => {
    const keeping = page.locator('.keeping-card');
    await expect(keeping.locator('.card-title')).toHaveText(/^Metà delle promesse con un termine e un esito visibile si vede mantenuta entro /);
    const [atDue, later] = await keeping.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent ?? '')));
    const [share, , low, , n] = numbersOf([atDue?.[1], atDue?.[2]].join(' '));
    expect(n).toBeGreaterThan(0);
    expect(low).toBeLessThan(share ?? 0);
    expect(numbersOf(later?.[1] ?? '')[0]).toBeGreaterThanOrEqual(share ?? 100);
    const [least, most] = numbersOf(atDue?.[3] ?? '');
    expect(least).toBeLessThan(share ?? 0);
    expect(most).toBeGreaterThan(share ?? 100);
  });

  await test.step('too few broken promises for an event study: it says how many and lists them', async () => {
    await page.getByRole('radio', { name: 'Completo' }).click();
    const cost = page.locator('.cost-card');
    await expect(cost.locator('.card-title')).toHaveText(/troppo pochi casi \(\d+\), ne servono 20$/);
    await expect(cost.locator('tbody .chip')).toHaveText(Array.from({ length: 5 }, () => 'non mantenuta'));
    await expectAccessible(page);
  });

  await test.step('filters without promises say so; the other language says the same', async () => {
    await room.go('trust', 'view=promises&text=xyzzy');
    await expect(register).toContainText('Nei messaggi del brand con questi filtri non c’è nessuna promessa.');
    await room.go('trust', 'view=promises');
    await room.choose('English');
    await expect(page.getByRole('region', { name: 'Register of promises' }).locator('.promise-finding')).toContainText('Of every 100 promises with a due time and a visible outcome');
    await room.choose('Italiano');
  });

  await test.step('what was seen to be kept is what the sample planted, within one in ten', async () => {
    const { promises } = JSON.parse(readFileSync(fileURLToPath(new URL('../../resources/sample/truth.json', import.meta.url)), 'utf8')) as Truth;
    const planted = promises.each.filter(({ state }) => state === 'kept' || state === 'late').length;
    const found = (await shown(register, 'mantenute')) + (await shown(register, 'in ritardo'));
    expect(Math.abs(found - planted)).toBeLessThanOrEqual(planted / 10);
  });
});
