import { expect, expectAccessible, test } from './workbench-test.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';

test('a target becomes hours once minutes are written', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 120_000 });
  await room.settle();
  const effect = room.main.locator('.target-effect');

  await test.step('shares of messages say nothing about time', async () => {
    await room.go('strategy', 'view=formation');
    const card = room.main.locator('.formation-card');
    await card.getByRole('radio', { name: 'obiettivo' }).click();
    for (let moves = 0; moves < 3; moves += 1) await card.getByRole('button', { name: 'Un giocatore in più: Presenza' }).click();
    await expect(card.locator('.formation-rows li').first().locator('.formation-steps span')).toHaveText('50');
    await expect(effect.getByRole('heading')).toHaveText('Che cosa farebbe questo obiettivo si può dire solo con i minuti per messaggio');
    await effect.getByRole('button', { name: 'Scrivi i minuti' }).click();
    await expect(room.main.getByLabel('Presenza: minuti, da')).toBeFocused();
    await expectAccessible(page);
  });

  await test.step('with minutes it tells the hours that leave listening, as counted from the shares shown', async () => {
    for (const line of ['Presenza', 'Ascolto', 'Promozione', 'CRM', 'Uno a uno', 'Sorpresa']) await room.main.getByLabel(`${line}: minuti, da`).fill('6');
    await room.main.getByRole('button', { name: 'Tieni questi minuti' }).click();
    await expect(effect.getByRole('heading').first()).toHaveText(/^L’obiettivo toglie all’ascolto|^Con questo obiettivo/, { timeout: 60_000 });
    const figure = async (name: string): Promise<number> => Number((await effect.locator('.measure', { hasText: name }).locator('.measure-value').innerText()).replace(',', '.').replace('−', '-').replace(/[^\d.-]/g, ''));
    // every message takes six minutes: shares of messages are shares of time, and half of the team's hours listen in the target
    const [all, listening, moved] = [await figure('Ore a settimana della squadra'), await figure('di cui ascolto oggi'), await figure('Verso l’ascolto')];
    // each of the three is read to a tenth
    expect(Math.abs(all * 0.5 - listening - moved)).toBeLessThan(0.13);
    await expectAccessible(page);
  });
});
