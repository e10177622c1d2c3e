import type { Locator, Page } from 'playwright/test';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Enters a view of the room of trust by its address. */
async function enter(page: Page, room: RoomPage, query = ''): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/trust${query === '' ? '' : `?${query}`}`);
  await room.settle();
}

const view = (page: Page, name: string): Locator => page.getByRole('radio', { name, exact: true });

test('the parts of trust stand side by side, open what they rest on; an index of one’s own is tried, kept and taken back; ties open their exchanges', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  // the sample is imported and read while the machine may be busy
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();
  await enter(page, room);

  await test.step('six rows, everybody first; the sentence and the cell say the same', async () => {
    const charts = room.main.getByRole('application');
    await expect(charts).toHaveCount(7);
    const [, share] = numbersOf(await room.main.locator('.room-lead').innerText());
    const chart = room.main.getByRole('application', { name: 'Reciprocità con il brand' });
    await chart.focus();
    await chart.press('Home');
    const told = await chart.evaluate((surface) => [...(surface.parentElement?.querySelectorAll('.plot-card > *') ?? [])].map(({ textContent }) => textContent));
    expect(told[0]).toBe('Tutti');
    expect(numbersOf(told[1] ?? '')[0]).toBe(share);
    await expectAccessible(page);
  });

  await test.step('a cell opens the requests behind, a row its definition and its table', async () => {
    const chart = room.main.getByRole('application', { name: 'Presa in carico' });
    await chart.focus();
    await chart.press('Home');
    await chart.press('Enter');
    expect((await room.openedPanel()).count).toBeGreaterThan(0);
    await room.closePanel();
    const card = room.main.locator('.trust-part').first();
    await card.getByRole('button', { name: 'Definizione' }).click();
    expect((await room.openedPanel()).isDefinition).toBe(true);
    await room.closePanel();
    await card.getByRole('button', { name: 'Mostra la tabella' }).or(card.locator('.card-actions button').nth(1)).first().click();
  });

  await test.step('another lens has other columns; promises have a screen of their own', async () => {
    await view(page, 'valore').click();
    await room.settle();
    expect(await room.filters()).toContain('lens=value');
    await view(page, 'Promesse').click();
    await room.settle();
    await expect(room.main.getByRole('region', { name: 'Registro delle promesse' })).toBeVisible();
  });

  await test.step('the index is off, is tried, kept, and taken back', async () => {
    await expect(view(page, 'Indice e leve')).toHaveCount(0);
    await view(page, 'Completo').click();
    await view(page, 'Indice e leve').click();
    await room.settle();
    await expect(room.main).toContainText('L’indice è spento');
    await expect(room.main).toContainText('Le leve si vedono quando l’indice è acceso.');
    for (const part of ['Promesse mantenute', 'Forza del legame', 'Passaparola spontaneo']) await room.main.getByRole('textbox', { name: `${part}, peso` }).fill('0');
    await room.main.getByRole('slider', { name: 'Presa in carico, cursore' }).fill('3');
    await room.settle();
    await expect(room.main.locator('.trust-sensitivity')).toBeVisible();
    await expectAccessible(page);
    await room.main.getByRole('button', { name: 'Tieni questi pesi' }).click();
    await expect(room.main.getByText('Pesi tenuti.')).toBeVisible();
    await expect(room.main.getByRole('group', { name: 'Leve' })).toBeVisible();
    await room.main.getByRole('button', { name: 'Annulla', exact: true }).click();
    await expect(room.main).toContainText('L’indice è spento');
  });

  await test.step('ties open exactly their exchanges', async () => {
    await view(page, 'Legami').click();
    await room.settle();
    await view(page, 'con il brand').click();
    await room.settle();
    const open = room.main.getByRole('button', { name: /^Apri gli scambi di / }).first();
    const exchanges = numbersOf((await open.getAttribute('aria-label')) ?? '').at(-1);
    await open.click();
    const panel = await room.openedPanel();
    expect(panel.count).toBe(exchanges);
    expect(panel.differs).toBe('');
    await room.closePanel();
    await expectAccessible(page);
  });

  await test.step('the other language says the same', async () => {
    await enter(page, room);
    await room.choose('English');
    await expect(room.main.locator('.room-lead')).toContainText('Of every 100 people who addressed the brand');
    await room.choose('Italiano');
  });
});
