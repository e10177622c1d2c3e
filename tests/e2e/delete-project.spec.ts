import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PICTURES = process.env['SAVE_PICTURES'];

test('a project is deleted from the list once what goes was said and a word was typed', async ({ openedPage: page, workbench }) => {
  await new StartPage(page).createProject('Autunno');
  await page.getByRole('button', { name: /^Progetto / }).click();
  await page.getByRole('menuitem', { name: 'Copie di sicurezza' }).click();
  await page.getByRole('button', { name: 'Fai una copia ora' }).click();
  await expect(page.getByRole('button', { name: /^Torna a questa copia/ })).toBeVisible();
  // the button that was pressed was out of use for a while, and Escape closes all the same
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /^Progetto / }).click();
  await page.getByRole('menuitem', { name: 'Chiudi il progetto' }).click();

  await page.getByRole('button', { name: 'Elimina il progetto Autunno' }).click();
  const dialog = page.getByRole('dialog', { name: 'Eliminare il progetto Autunno?' });
  await expect(dialog).toContainText('«Autunno.tribuna»');
  await expect(dialog).toContainText('È compresa 1 copia di sicurezza.');
  await expectAccessible(page);
  const confirm = dialog.getByRole('button', { name: 'Elimina il progetto' });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill('elimin');
  await expect(confirm).toBeDisabled();
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/delete-it.png` });
  // not now: nothing happened
  await dialog.getByRole('button', { name: 'Annulla' }).click();
  expect(existsSync(join(workbench.projectsFolder, 'Autunno.tribuna'))).toBe(true);

  await page.getByRole('button', { name: 'Elimina il progetto Autunno' }).click();
  await dialog.getByRole('textbox').fill('elimina');
  await confirm.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Autunno/ })).toHaveCount(0);
  expect(readdirSync(workbench.projectsFolder).filter((name) => name.startsWith('Autunno'))).toEqual([]);
});
