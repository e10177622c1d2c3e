import { expect, expectAccessible, test } from './workbench-test.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';

/** 1 June 2026 and 1 July 2026 in Rome: the last whole month of the sample. */
const JUNE = 'from=1780264800000&to=1782856800000';

test('a period moves by one, and what changed between two periods is divided into parts that add up', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();
  const bar = page.locator('.filter-bar');
  const chip = bar.locator('.chip');

  await test.step('by key, by button and back; the ends of the data say so', async () => {
    await room.go('overview', JUNE);
    await expect(chip).toContainText('1 giugno 2026 – 30 giugno 2026');
    await page.locator('body').press('<');
    await expect(chip).toContainText('1 maggio 2026 – 31 maggio 2026');
    await bar.getByRole('button', { name: 'Periodo precedente' }).click();
    await expect(chip).toContainText('1 aprile 2026 – 30 aprile 2026');
    await page.goBack();
    await expect(chip).toContainText('1 maggio 2026 – 31 maggio 2026');
    await page.locator('body').press('>');
    await page.locator('body').press('>');
    await expect(chip).toContainText('1 luglio 2026 – 31 luglio 2026');
    const next = bar.getByRole('button', { name: /^Periodo successivo: i dati finiscono il/ });
    await expect(next).toHaveAttribute('aria-disabled', 'true');
    await next.click({ force: true });
    await expect(chip).toContainText('1 luglio 2026 – 31 luglio 2026');
    await expectAccessible(page);
  });

  await test.step('without a period the view offers the latest whole month', async () => {
    await room.go('strategy', 'view=change');
    await room.main.getByRole('button', { name: /^Filtra l’ultimo mese intero/ }).click();
    await expect(chip).toContainText('1 giugno 2026 – 30 giugno 2026');
    await room.settle();
  });

  await test.step('the parts add up to the difference that is shown', async () => {
    const parts = room.main.locator('.change-parts');
    await expect(parts).toBeVisible({ timeout: 60_000 });
    await parts.getByRole('button', { name: 'Mostra la tabella' }).click();
    const points = (text: string): number => Number((/([+−])([\d,]+)/.exec(text)?.slice(1).join('') ?? 'NaN').replace('−', '-').replace(',', '.'));
    const moves = await parts.locator('tbody tr td:nth-child(2)').allInnerTexts();
    expect(moves.length).toBeGreaterThanOrEqual(2);
    const total = points((await parts.locator('.chart-note', { hasText: 'Le parti si sommano' }).innerText()));
    // each part is read to a tenth of a point
    expect(Math.abs(moves.map(points).reduce((sum, move) => sum + move, 0) - total)).toBeLessThanOrEqual(0.05 * (moves.length + 1) + 1e-9);
    await expectAccessible(page);
  });
});
