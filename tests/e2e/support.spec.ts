import { readFile } from 'node:fs/promises';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Where pictures of the sheets are kept when somebody wants to look at them. */
const PICTURES = process.env['SUPPORT_PICTURES'];

test('what the program is, its licences, and the diagnostics that are read before they are saved', async ({ openedPage: page }) => {
  await new StartPage(page).name.waitFor();
  const picture = async (name: string): Promise<void> => {
    if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png` });
  };
  await picture('start');
  await page.getByRole('button', { name: 'Informazioni su Tribuna' }).click();
  const about = page.getByRole('dialog', { name: 'Tribuna' });
  await expect(about.getByText(/^\d+\.\d+\.\d+$/).first()).toBeVisible();
  await expect(about.getByText(/pacchetti di altri fanno parte di Tribuna/)).toBeVisible();
  await expectAccessible(page);
  await picture('about');
  await about.getByRole('button', { name: /^Leggi la licenza di / }).first().click();
  await expect(about.getByText(/Permission is hereby granted/).first()).toBeVisible();
  await picture('licence');
  await about.getByRole('button', { name: 'Tutte le licenze' }).click();
  await about.getByRole('button', { name: 'Chiudi' }).click();

  await page.getByRole('button', { name: 'Dati per l’assistenza' }).click();
  const diagnostics = page.getByRole('dialog', { name: 'Dati per l’assistenza' });
  const text = await diagnostics.getByRole('group', { name: 'Testo dei dati per l’assistenza' }).innerText();
  expect(text).toContain('Tribuna diagnostics');
  expect(text).toMatch(/began \d+\.\d+\.\d+ browser/);
  await expectAccessible(page);
  await picture('diagnostics');
  const [file] = await Promise.all([page.waitForEvent('download'), diagnostics.getByRole('button', { name: 'Salva il testo' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^tribuna-diagnostics-\d{4}-\d{2}-\d{2}\.txt$/);
  // what is saved is what was read
  expect((await readFile(await file.path(), 'utf8')).trim()).toBe(text.trim());
});
