import { copyFileSync, createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { expect } from 'playwright/test';
import { filesBelow, ROOT } from '../support/root.ts';
import { ImportPage } from './pages/import-page.ts';
import { StartPage } from './pages/start-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';
import { expectAccessible, test } from './workbench-test.ts';

const ITALIAN = new Intl.NumberFormat('it', { useGrouping: 'always' });

/** An archive of the fixtures of X, with a picture as archives have them. */
async function archive(path: string): Promise<void> {
  const zip = new ZipFile();
  for (const file of filesBelow('tests/fixtures/formats/x-archive', ['.js'])) zip.addFile(join(ROOT, file), `data/${file.split('/').at(-1) ?? ''}`);
  zip.addBuffer(Buffer.from([0xff, 0xd8, 0xff]), 'data/tweets_media/1-a.jpg');
  zip.end();
  await finished(zip.outputStream.pipe(createWriteStream(path)));
}

/** A group chat in which no date tells day and month apart, with a message of two lines. */
const CHAT = [
  '03/04/26, 09:15 - Anna: Buongiorno, quando riaprite?', '03/04/26, 09:40 - Caffè Aurora: Domani alle otto', '05/04/26, 10:00 - Bea: La macchina perde acqua', 'e il tecnico non risponde',
  '05/04/26, 10:02 - Anna: Anche la mia 😅', '06/04/26, 11:30 - Caffè Aurora: Ci dispiace, scriveteci in privato',
].join('\n');

test('an archive, a chat and a help desk come in together: parts, dates to choose, a trial, the account', async ({ openedPage: page, workbench }) => {
  const folder = workbench.projectsFolder;
  await archive(join(folder, 'x.zip'));
  writeFileSync(join(folder, 'chat.txt'), CHAT);
  const tickets = readFileSync(join(ROOT, 'tests/fixtures/formats/freshdesk-tickets/tickets.csv'));
  writeFileSync(join(folder, 'tickets.csv'), tickets);
  const bench = new WorkbenchPage(page);
  await new StartPage(page).createProject('Prova');
  const importing = new ImportPage(page);
  await importing.chooseFiles(join(folder, 'x.zip'), join(folder, 'chat.txt'), join(folder, 'tickets.csv'));

  // what each file turned out to be, the archive part by part
  await expect(bench.main.getByText(/archivio, \d+ parti lette/)).toBeVisible();
  await expect(bench.main.getByText('data/tweets.js', { exact: true })).toBeVisible();
  await bench.main.getByText('1 parte non letta').click();
  await expect(bench.main.getByText('data/tweets_media/1-a.jpg')).toBeVisible();
  await expectAccessible(page);

  // the chat's dates are read both ways until a person says which is right
  await importing.goTo('Anteprima e colonne');
  await bench.main.getByRole('radio', { name: 'chat.txt' }).or(bench.main.getByText('chat.txt', { exact: true })).first().click();
  await expect(bench.main.getByText('3 aprile 2026').first()).toBeVisible();
  await expect(bench.main.getByText('4 marzo 2026').first()).toBeVisible();
  await expectAccessible(page);
  await bench.main.getByRole('button', { name: 'Prima il giorno' }).click();
  await expect(bench.main.getByText(/La macchina perde acqua\s+e il tecnico non risponde/)).toBeVisible();

  // the trial counts everything and stores nothing
  await importing.goTo('Verifica');
  await bench.main.getByRole('button', { name: 'Fai la prova' }).click();
  const row = bench.main.getByRole('table', { name: 'Prova senza importare' }).getByRole('row').filter({ hasText: 'chat.txt' });
  await expect(row.getByRole('cell').nth(1)).toHaveText('5');
  await expect(page.getByRole('contentinfo', { name: 'Stato' })).toContainText('0 messaggi');
  await expectAccessible(page);

  // a chat is private: nothing comes in before somebody says on what basis
  await expect(page.getByRole('button', { name: /^Importa \d+ file$/ })).toBeDisabled();
  await bench.main.getByText('C’è una base scritta per leggere queste conversazioni').click();
  await page.getByRole('button', { name: /^Importa \d+ file$/ }).click();
  await page.getByRole('contentinfo', { name: 'Stato' }).getByText(/letto al \d/).waitFor({ timeout: 60_000 });

  // each file has its account
  await bench.go('Dati');
  await bench.main.getByRole('button', { name: 'Apri il resoconto di chat.txt' }).click();
  await expect(bench.main.getByRole('heading', { name: 'chat.txt' })).toBeVisible();
  await expect(bench.main.getByText('5 messaggi nuovi.')).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await bench.main.getByRole('button', { name: 'Apri il resoconto di x.zip' }).click();
  await expect(bench.main.getByRole('heading', { name: 'Parti dell’archivio' })).toBeVisible();
  const total = Number((await bench.main.locator('.count-grid dd').nth(1).textContent())?.replace(/\D/g, ''));
  expect(total).toBeGreaterThan(0);
  await expect(bench.main.locator('.room-lead')).toContainText(`${ITALIAN.format(total)} messagg`);

  // what the client is asked, once, for every file of a source
  await bench.main.getByRole('button', { name: /Chi modera e risponde/ }).click();
  await page.getByRole('option', { name: 'l’agenzia' }).click();
  await bench.main.getByRole('button', { name: 'Salva le risposte' }).click();
  await page.reload();
  await expect(bench.main.getByRole('button', { name: /Chi modera e risponde/ })).toContainText('l’agenzia');
});

test('a folder comes in without what holds no messages, and the client’s page prints', async ({ openedPage: page, workbench }) => {
  const bench = new WorkbenchPage(page);
  await new StartPage(page).createProject('Cartella');
  const folder = join(workbench.projectsFolder, 'export');
  mkdirSync(join(folder, 'comments'), { recursive: true });
  copyFileSync(join(ROOT, 'tests/fixtures/formats/instagram-download/post_comments_1.json'), join(folder, 'comments', 'post_comments_1.json'));
  writeFileSync(join(folder, 'settings.json'), '{"theme": "dark"}');
  writeFileSync(join(folder, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  const chooser = page.waitForEvent('filechooser');
  await bench.main.getByRole('button', { name: 'Importa una cartella' }).click();
  await (await chooser).setFiles(folder);
  await expect(bench.main.getByText('2 file lasciati fuori')).toBeVisible({ timeout: 30_000 });
  await expect(bench.main.getByText(/post_comments_1\.json/)).toBeVisible();
  await expectAccessible(page);
  await bench.main.getByRole('button', { name: 'Che cosa chiedere al cliente' }).click();
  await expect(bench.main.getByRole('heading', { name: 'Instagram' })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(bench.main.getByRole('button', { name: 'Stampa' })).toBeHidden();
  await expect(bench.main.getByText('compresi i commenti nascosti').first()).toBeVisible();
});
