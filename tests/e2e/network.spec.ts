import { readFileSync } from 'node:fs';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the graph of people: drawn, read as a table, narrowed to one person, saved; the map over time and by lasso', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 240_000 });
  await room.settle();

  await test.step('the graph is drawn and its people stand beside it', async () => {
    await room.go('network', '');
    await room.settle();
    await expectAccessible(page);
    const rows = page.getByRole('table', { name: 'Persone con più legami' }).getByRole('row');
    expect(await rows.count()).toBeGreaterThan(5);
  });

  await test.step('one person is shown with neighbours, and everybody again', async () => {
    await page.getByRole('button', { name: /^Mostra /u }).first().click();
    const told = page.locator('.network-alone');
    const ties = await page.getByRole('table', { name: 'Persone con più legami' }).getByRole('row').nth(1).getByRole('cell').nth(2).innerText();
    // those drawn are at most those there are: the graph leaves out the loosest
    expect(numbersOf(await told.innerText()).at(-1) ?? 0).toBeLessThanOrEqual(Number(ties));
    await told.getByRole('button').click();
    await expect(told).toHaveText('');
  });

  await test.step('GEXF holds as many people as the card says there are', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'GEXF' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    const people = [...text.matchAll(/<node id=/gu)].length;
    expect(numbersOf(await page.locator('.card-subtitle').first().innerText())).toContain(people);
  });

  await test.step('the map runs over time by keys, each period told by its name', async () => {
    await room.go('tribes', 'map=time');
    await room.settle();
    const slider = page.getByRole('slider', { name: 'Periodo' });
    const last = await slider.getAttribute('aria-valuetext');
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(slider).not.toHaveAttribute('aria-valuetext', last ?? '');
    await expect(page.locator('.tribe-map .card-title')).toContainText((await slider.getAttribute('aria-valuetext')) ?? '?');
    await page.getByRole('button', { name: 'Periodo successivo' }).click();
    await expect(slider).toHaveAttribute('aria-valuetext', last ?? '');
    await expectAccessible(page);
  });

  await test.step('two periods compare with what can be said and what not', async () => {
    await room.go('tribes', 'map=compare');
    await room.settle();
    await expect(page.locator('.tribe-map table')).toContainText(/non è chiaro|verso il|troppo pochi/u);
    await expectAccessible(page);
  });

  await test.step('a shape by clicks chooses people, who become a tribe and are taken back', async () => {
    await room.go('tribes', 'draw=lasso');
    await room.settle();
    const map = page.locator('.plot-surface');
    const box = await map.boundingBox();
    if (box === null) throw new Error('no map');
    for (const [across, down] of [[0.2, 0.05], [0.97, 0.05], [0.97, 0.88], [0.2, 0.88]] as const) await map.click({ position: { x: box.width * across, y: box.height * down } });
    await map.press('Enter');
    const chip = page.locator('.box-chosen');
    await expect(chip).toContainText(/profil/u);
    const [chosen] = numbersOf(await chip.innerText());
    await page.getByRole('textbox', { name: 'Nome della tribù' }).fill('Sulla mappa');
    await expectAccessible(page);
    if ((chosen ?? 0) <= 5000) {
      await page.getByRole('button', { name: 'Salva come tribù' }).click();
      await expect(page.locator('.chosen-told')).toContainText('Sulla mappa');
      await page.getByRole('button', { name: /^Annulla/u }).first().click();
      await room.settle();
    }
  });
});
