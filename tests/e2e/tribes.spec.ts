import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Profiles of the sample's Instagram file who write of capsules, counted here from the file alone. */
function capsuleProfiles(): number {
  const text = readFileSync(fileURLToPath(new URL('../../resources/sample/instagram-comments-apify.csv', import.meta.url)), 'utf8');
  const { data } = Papa.parse<{ text: string; ownerUsername: string }>(text, { header: true, skipEmptyLines: true });
  return new Set(data.filter((row) => /\bcapsules?\b/iu.test(row.text)).map(({ ownerUsername }) => ownerUsername.toLowerCase())).size;
}

test('a tribe is made by a rule, opens on its page, takes a name, and is taken back', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  const expected = capsuleProfiles();
  expect(expected).toBeGreaterThan(0);
  await new StartPage(page).openSample();
  // the sample is imported and read while the machine may be busy
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 240_000 });
  await room.settle();
  await room.go('tribe-maker', '');

  await test.step('the preview counts the people that the file shows', async () => {
    await page.getByRole('textbox', { name: 'Nome' }).fill('Parla di capsule');
    await page.getByLabel('Parole, separate da virgole').fill('capsule');
    await page.getByRole('button', { name: 'Aggiungi una condizione' }).click();
    const second = page.locator('.rule-row').nth(1);
    await second.getByRole('button', { name: /parole/u }).click();
    await page.getByRole('option', { name: 'rete', exact: true }).click();
    await second.getByRole('button', { name: /Valore/u }).click();
    await page.getByRole('option', { name: 'Instagram' }).click();
    await room.settle();
    await expect(page.locator('.maker .card').nth(1).locator('.card-title')).toHaveText(new RegExp(`^${String(expected)} profil`, 'u'));
    await expectAccessible(page);
  });

  await test.step('saved, it has a page of its own with the same people', async () => {
    await page.getByRole('button', { name: 'Salva la tribù' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Parla di capsule');
    await room.settle();
    expect(numbersOf(await page.locator('.room-lead').innerText())[0]).toBe(expected);
    await expectAccessible(page);
  });

  await test.step('undo takes it away', async () => {
    await page.getByRole('button', { name: /^Annulla/u }).first().click();
    await room.settle();
    await room.go('tribes', 'lens=roles');
    await expect(page.locator('.tribe-cards')).not.toContainText('Parla di capsule');
  });
});
