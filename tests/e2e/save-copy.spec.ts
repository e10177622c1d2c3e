import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { MIGRATIONS, migrate } from '../../src/store/migrations.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { ROOT } from '../support/root.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Where pictures are kept when somebody wants to look at them. */
const PICTURES = process.env['SAVE_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

/** Takes one picture in either language and theme. */
async function pictures(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  const room = new RoomPage(page);
  for (const language of ['Italiano', 'English'] as const) for (const theme of ['light', 'dark'] as const) {
    await room.choose(language, theme);
    await picture(page, `${name}-${language}-${theme}`);
  }
  await room.choose('Italiano', 'light');
}

test('a project is saved under another name and worked on there, or a copy is made of it; another is replaced after a second word', async ({ openedPage: page, workbench }) => {
  const place = (name: string): string => join(workbench.projectsFolder, `${name}.tribuna`);
  await new StartPage(page).createProject('Primavera');
  const bar = page.getByRole('button', { name: /^Progetto / });
  const status = page.getByRole('contentinfo', { name: 'Stato' });
  await expect(bar).toHaveText('Primavera');

  // by the menu of the project: a copy, and the work stays
  await bar.click();
  await picture(page, 'menu');
  await page.getByRole('menuitem', { name: 'Salva una copia' }).click();
  const copy = page.getByRole('dialog', { name: 'Salva una copia' });
  await expect(copy.getByRole('textbox', { name: 'Nome della copia' })).toHaveValue('Primavera copia');
  await expectAccessible(page);
  await picture(page, 'copy');
  await copy.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(status.getByText('Copia salvata: «Primavera copia»')).toBeVisible();
  await expect(bar).toHaveText('Primavera');
  await pictures(page, 'saved');

  // by the key: under another name; one that is taken is asked about, and another name needs no second word
  await page.locator('body').press('Control+Shift+S');
  const as = page.getByRole('dialog', { name: 'Salva con nome' });
  const name = as.getByRole('textbox', { name: 'Nome della copia' });
  await name.press('Enter');
  await expect(as.getByRole('alert')).toContainText('«Primavera copia» c’è già.');
  await expectAccessible(page);
  await picture(page, 'taken');
  await name.fill('Estate');
  await expect(as.getByRole('button', { name: 'Sostituisci' })).toHaveCount(0);
  await name.fill('Primavera copia');
  await as.getByRole('button', { name: 'Sostituisci' }).click();
  await expect(status.getByText('Ora si lavora in «Primavera copia»')).toBeVisible();
  await expect(bar).toHaveText('Primavera copia');
  expect(existsSync(`${place('Primavera copia')}.backups`)).toBe(true);
  // the project itself is no place for its copy
  await page.locator('body').press('Control+Shift+S');
  await name.fill('Primavera copia');
  await as.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('this is the project itself');
  await expect(page.getByText('Ctrl+Shift+S')).toHaveCount(0);
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog', { name: 'Scorciatoie da tastiera' }).getByText('Salva con nome')).toBeVisible();
});

test('a project that cannot be written says so and leads to its copy, which can', async ({ openedPage: page, workbench }) => {
  const path = join(workbench.projectsFolder, 'Chiuso.tribuna');
  await new StartPage(page).createProject('Chiuso');
  const bar = page.getByRole('button', { name: /^Progetto / });
  await bar.click();
  await page.getByRole('menuitem', { name: 'Chiudi il progetto' }).click();
  await page.getByRole('button', { name: /^Chiuso/ }).waitFor();
  chmodSync(path, 0o444);
  await page.getByRole('button', { name: /^Chiuso/ }).click();
  const status = page.getByRole('contentinfo', { name: 'Stato' });
  await expect(status.getByText('sola lettura')).toBeVisible();
  // an empty one says why nothing comes in, here and where files are dropped, and offers no import that must fail
  await expect(page.getByText('Qui non si può importare')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Importa file' })).toHaveCount(0);
  await expectAccessible(page);
  await pictures(page, 'read-only');
  await page.evaluate(() => { location.hash = '#/import'; });
  await expect(page.getByRole('heading', { name: 'Importa', exact: true })).toBeVisible();
  await expect(page.getByText('Qui non si può importare')).toBeVisible();
  await expect(page.getByRole('main').locator('input[type=file]')).toHaveCount(0);
  await pictures(page, 'read-only-import');
  await page.getByRole('button', { name: 'Salva una copia e continua lì' }).click();
  const as = page.getByRole('dialog', { name: 'Salva con nome' });
  await as.getByRole('textbox', { name: 'Nome della copia' }).fill('Aperto');
  await as.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(bar).toHaveText('Aperto');
  await expect(status.getByText('sola lettura')).toHaveCount(0);
});

test('a project of an earlier version that cannot be written leads to its copy from the start screen', async ({ page, workbench, complaints }) => {
  void complaints;
  const path = join(workbench.projectsFolder, 'Vecchio.tribuna');
  const connection = new (databaseConstructor())(path);
  migrate(connection, MIGRATIONS.slice(0, 5));
  connection.exec(readFileSync(join(ROOT, 'tests/fixtures/schema/v5-project.sql'), 'utf8'));
  connection.close();
  chmodSync(path, 0o444);
  await page.goto(workbench.address);
  await page.getByRole('button', { name: /^Vecchio/ }).click();
  await expect(page.getByRole('alert')).toContainText('Il progetto è di sola lettura: Vecchio');
  await expectAccessible(page);
  await picture(page, 'start-read-only');
  await page.getByRole('button', { name: 'Salva con nome' }).click();
  const as = page.getByRole('dialog', { name: 'Salva con nome' });
  await expect(as.getByRole('textbox', { name: 'Nome della copia' })).toHaveValue('Vecchio copia');
  await as.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Progetto / })).toHaveText('Vecchio copia');
});
