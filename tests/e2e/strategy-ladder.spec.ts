import { expect, expectAccessible, test } from './workbench-test.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { dayField, typeDay } from './pages/typed-day.ts';

test('a gate takes a document with its owner, and the drill of the worst week is played to its score', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();
  const goals = room.main.locator('.ladder-gate', { hasText: 'Obiettivi scritti' });

  await test.step('a document with a date and an owner meets a gate that data cannot show, and undo takes it back', async () => {
    await room.go('strategy', 'view=ladder');
    await expect(goals).toHaveAttribute('data-state', 'open');
    await goals.getByRole('button', { name: /^Indica un documento/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Documento').fill('Verbale del 3 marzo');
    await typeDay(dayField(dialog, 'Data'), '2026-03-03');
    await dialog.getByLabel('Responsabile').fill('Marta');
    await dialog.getByRole('button', { name: 'Salva' }).click();
    await expect(goals).toHaveAttribute('data-state', 'met');
    await expect(goals).toContainText('Verbale del 3 marzo');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Annulla: prova di un passo/ }).click();
    await expect(goals).toHaveAttribute('data-state', 'open');
  });

  await test.step('the drill is decided by keys and told only at the end', async () => {
    await room.main.getByRole('button', { name: 'Prova la settimana peggiore' }).click();
    const message = room.main.locator('.drill-message');
    await expect(message).not.toBeEmpty();
    const [, total = '0'] = /(\d+)$/.exec(await room.main.locator('.drill .card-title').innerText()) ?? [];
    expect(Number(total)).toBeGreaterThan(1);
    await page.keyboard.press('2');
    await expect(room.main.getByRole('button', { name: /^2 / })).toHaveAttribute('aria-pressed', 'true');
    const first = await message.innerText();
    await page.keyboard.press('Enter');
    await expect(message).not.toHaveText(first);
    await page.keyboard.press('4');
    await expect(room.main.getByRole('button', { name: /^4 / })).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(page);
    await room.main.getByRole('button', { name: 'Concludi' }).click();
    await expect(room.main.locator('.drill-score')).toBeVisible();
    await expect(room.main.locator('tbody tr')).toHaveCount(Number(total));
    await expectAccessible(page);
  });

  await test.step('what was played is still there after coming back', async () => {
    await room.go('strategy', 'view=ladder');
    await room.main.getByRole('button', { name: 'Prova la settimana peggiore' }).click();
    await expect(room.main.locator('.drill-score')).toBeVisible();
  });
});
