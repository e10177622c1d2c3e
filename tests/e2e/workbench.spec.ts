import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallExport } from '../support/small-export.ts';
import { ImportPage } from './pages/import-page.ts';
import { StartPage } from './pages/start-page.ts';
import { WorkbenchPage, type RoomName } from './pages/workbench-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

const THREADS = 400;

/** What the export says by itself, counted row by row without any of the product's code. */
function countedByHand(csv: string): { messages: number; purchasesOfAurora: number; answeredPurchasesOfAurora: number } {
  const rows = csv.trimEnd().split('\n').slice(1).map((row) => /^(\d+),(\w+),(True|False),[^"]*"@(\w+) (.*)",(\d*),(\d*)$/.exec(row) ?? []);
  const answered = new Set(rows.filter(([, , author]) => author === 'Aurora').map((row) => row[7]));
  const purchases = rows.filter(([, , , inbound, mention, text]) => inbound === 'True' && mention === 'Aurora' && (text ?? '').startsWith('Vorrei comprare'));
  return { messages: rows.length, purchasesOfAurora: purchases.length, answeredPurchasesOfAurora: purchases.filter(([, id]) => answered.has(id)).length };
}

test('from a file to a gap: import, map, brush, messages, response, other language', async ({ openedPage: page, workbench }) => {
  const csv = smallExport(THREADS);
  const counted = countedByHand(csv);
  writeFileSync(join(workbench.projectsFolder, 'export.csv'), csv);
  const bench = new WorkbenchPage(page);

  // a project and its data
  await new StartPage(page).createProject('Prova');
  const importing = new ImportPage(page);
  await importing.chooseFiles(join(workbench.projectsFolder, 'export.csv'));
  await importing.goTo('Verifica');
  await importing.setRole('Aurora', 'Brand del progetto');
  await importing.setRole('Bottega', 'Concorrente');
  await importing.run();
  await expect(importing.report.getByText('nessuna riga lasciata fuori')).toBeVisible();

  // every message is there
  await bench.go('Sintesi');
  const shown = bench.main.getByRole('button', { name: /^messaggi, [\d.]+: apri i messaggi$/ });
  await expect(shown).toHaveText(new Intl.NumberFormat('it', { useGrouping: 'always' }).format(counted.messages));
  await shown.click();
  await expect.poll(() => bench.panelCount()).toBe(counted.messages);

  // the map, a rectangle of it, and the messages of the people in it
  await bench.go('Tribù');
  await expect(bench.main.getByRole('application', { name: 'Mappa del valore creato e consumato' })).toBeVisible();
  await bench.chooseBox({ createdFrom: 0, createdTo: 100_000 });
  await expect(bench.main.getByText(/^\d+ profili scelti$/)).toBeVisible();
  await bench.main.getByRole('region', { name: 'Scegli un riquadro' }).getByRole('button', { name: 'Apri i messaggi' }).click();
  await expect.poll(() => bench.panelCount()).toBeGreaterThan(0);
  expect(await bench.panelCount()).toBeLessThanOrEqual(counted.messages);

  // who is answered, checked against the file
  await bench.go('Ascolto');
  await bench.main.getByRole('application', { name: 'Curve d’attesa' }).waitFor();
  await expect(bench.main.getByRole('application', { name: 'Divario d’ascolto per tipo di richiesta' })).toBeVisible();
  const outcomes = bench.main.getByRole('region', { name: 'Quattro esiti, sempre insieme' });
  const total = Number((await outcomes.getByRole('button', { name: /^risposta pubblica: / }).innerText()).replaceAll('.', ''));
  expect(total).toBeGreaterThanOrEqual(counted.answeredPurchasesOfAurora);
  await outcomes.getByRole('button', { name: /^silenzio: / }).click();
  const silent = Number((await outcomes.getByRole('button', { name: /^silenzio: / }).innerText()).replaceAll('.', ''));
  await expect.poll(() => bench.panelCount()).toBe(silent);

  // the same room in the other language
  await bench.switchToEnglish();
  await expect(page.getByRole('heading', { name: 'Response', level: 1 })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});

test('every room is accessible, light and dark', async ({ openedPage: page, workbench }) => {
  writeFileSync(join(workbench.projectsFolder, 'export.csv'), smallExport(THREADS));
  const bench = new WorkbenchPage(page);
  await new StartPage(page).createProject('Prova');
  const importing = new ImportPage(page);
  await importing.chooseFiles(join(workbench.projectsFolder, 'export.csv'));
  await importing.goTo('Verifica');
  await expectAccessible(page);
  await importing.setRole('Aurora', 'Brand del progetto');
  await importing.run();
  const rooms: RoomName[] = ['Sintesi', 'Dati', 'Messaggi', 'Tribù', 'Ascolto'];
  for (const theme of ['Chiaro', 'Scuro'] as const) {
    await bench.choose(theme);
    for (const room of rooms) {
      await bench.go(room);
      await page.waitForLoadState('networkidle').catch(() => undefined);
      await test.step(`${room}, ${theme}`, () => expectAccessible(page));
    }
  }
});
