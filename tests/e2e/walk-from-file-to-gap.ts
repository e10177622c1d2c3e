import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { smallExport } from '../support/small-export.ts';
import { ImportPage } from './pages/import-page.ts';
import { StartPage } from './pages/start-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

const THREADS = 400;

/** What the export says by itself, counted row by row without any of the product's code. */
function countedByHand(csv: string): { messages: number; people: number; byPeople: number; requestsToAurora: number; answeredByAurora: number } {
  const rows = csv.trimEnd().split('\n').slice(1).map((row) => /^(\d+),(\w+),(True|False),[^"]*"@(\w+) (.*)",(\d*),(\d*)$/.exec(row) ?? []);
  const answered = new Set(rows.filter(([, , author]) => author === 'Aurora').map((row) => row[7]));
  const requests = rows.filter(([, , , inbound, mention, text]) => inbound === 'True' && mention === 'Aurora' && !/^(Grazie|Thank you)/.test(text ?? ''));
  const inbound = rows.filter((row) => row[3] === 'True');
  return { messages: rows.length, people: new Set(inbound.map((row) => row[2])).size, byPeople: inbound.length, requestsToAurora: requests.length, answeredByAurora: requests.filter(([, id]) => answered.has(id)).length };
}

/** The whole way of a person's first hour, the same in every host; `folder` holds the file to import. */
export async function walkFromFileToGap(page: Page, folder: string): Promise<void> {
  const csv = smallExport(THREADS);
  const counted = countedByHand(csv);
  writeFileSync(join(folder, 'export.csv'), csv);
  const bench = new WorkbenchPage(page);

  // a project and its data
  await new StartPage(page).createProject('Prova');
  const importing = new ImportPage(page);
  await importing.chooseFiles(join(folder, 'export.csv'));
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
  await expect(bench.main.getByText(new RegExp(`^${counted.people} profili scelti`))).toBeVisible();
  await bench.main.getByRole('region', { name: 'Scegli un riquadro' }).getByRole('button', { name: 'Apri i messaggi' }).click();
  await expect.poll(() => bench.panelCount()).toBe(counted.byPeople);

  // who is answered, checked against the file
  await bench.go('Ascolto');
  await bench.main.getByRole('application', { name: 'Curve d’attesa' }).waitFor();
  await expect(bench.main.getByRole('application', { name: 'Divario d’ascolto per tipo di richiesta' })).toBeVisible();
  const outcomes = bench.main.getByRole('region', { name: 'Quattro esiti, sempre insieme' });
  await expect(outcomes.getByRole('button', { name: /^risposta pubblica: / })).toHaveText(String(counted.answeredByAurora));
  const silence = outcomes.getByRole('button', { name: /^silenzio: / });
  await expect(silence).toHaveText(String(counted.requestsToAurora - counted.answeredByAurora));
  await silence.click();
  await expect.poll(() => bench.panelCount()).toBe(counted.requestsToAurora - counted.answeredByAurora);

  // the same room in the other language
  await bench.switchToEnglish();
  await expect(page.getByRole('heading', { name: 'Response', level: 1 })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
}
