import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { contentsOfFile } from '../support/contents-of-file.ts';
import { differences } from '../support/project-contents.ts';
import { smallExport } from '../support/small-export.ts';
import { ImportPage } from './pages/import-page.ts';
import { MessagesPage } from './pages/messages-page.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { dayField, typeDay } from './pages/typed-day.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

const [FIRST_THREADS, ALL_THREADS] = [80, 130] as const;

/** The name under which the history knows what undo would take back next; null where there is nothing. */
async function nextUndo(page: Page): Promise<string | null> {
  const label = (await page.getByRole('button', { name: /^Annulla/u }).first().getAttribute('aria-label')) ?? '';
  return label === 'Annulla' ? null : label.replace(/^Annulla: /u, '');
}

/** Waits until what is shown rests on the data as they are. */
async function analysed(page: Page): Promise<void> {
  const status = page.getByRole('contentinfo', { name: 'Stato' });
  await expect(status.getByText('analisi da aggiornare')).toHaveCount(0, { timeout: 120_000 });
  await expect(status.getByRole('progressbar')).toHaveCount(0, { timeout: 120_000 });
  await status.getByText(/letto al \d/u).waitFor({ timeout: 120_000 });
}

/**
 * A working day in one go, the same in every host: more data come in, labels are put right, a tribe is made, a view is kept, something is
 * planned, a page is worded by hand; then undo takes back one thing after the other, and the project holds what it held before.
 * `folder` takes the files to import; `path` is where the project's file is.
 */
export async function walkAndUndoItAll(page: Page, { folder, path }: { readonly folder: string; readonly path: () => string }): Promise<void> {
  const [bench, room, messages, importing] = [new WorkbenchPage(page), new RoomPage(page), new MessagesPage(page), new ImportPage(page)];
  const files = [FIRST_THREADS, ALL_THREADS].map((threads) => {
    const file = join(folder, `export-${String(threads)}.csv`);
    writeFileSync(file, smallExport(threads));
    return file;
  });
  const total = async (): Promise<number> => {
    await messages.go();
    return messages.total();
  };

  // the project as it was yesterday
  await new StartPage(page).createProject('Prova');
  await importing.chooseFiles(files[0] ?? '');
  await importing.goTo('Verifica');
  await importing.setRole('Aurora', 'Brand del progetto');
  await importing.setRole('Bottega', 'Concorrente');
  await importing.run();
  await analysed(page);
  const messagesBefore = await total();
  const undoBefore = await nextUndo(page);
  const before = contentsOfFile(path());
  expect(before['message']).toHaveLength(messagesBefore);

  // import
  await bench.go('Dati');
  await importing.chooseFiles(files[1] ?? '');
  await importing.goTo('Verifica');
  await importing.run();
  await expect.poll(total, { timeout: 60_000 }).toBeGreaterThan(messagesBefore);
  await analysed(page);

  // correct labels
  await messages.go('intent=trouble');
  const troubles = await messages.total();
  await messages.messages.first().focus();
  await page.keyboard.press('c');
  await messages.corrector.waitFor();
  await page.keyboard.press('0');
  await page.keyboard.press('Enter');
  await expect(messages.main.locator('.correction-note')).toBeVisible();
  await expect.poll(() => messages.total(), { timeout: 60_000 }).toBe(troubles - 1);
  await analysed(page);

  // find a tribe
  await room.go('tribe-maker', '');
  await page.getByRole('textbox', { name: 'Nome' }).fill('Parla della carta');
  await page.getByLabel('Parole, separate da virgole').fill('carta');
  await room.settle();
  await page.getByRole('button', { name: 'Salva la tribù' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Parla della carta');

  // keep a view
  await room.go('response', 'view=trend&intent=trouble');
  await page.keyboard.press('Control+d');
  const views = page.getByRole('dialog', { name: 'Viste' });
  await views.getByLabel('Nome della vista').fill('Problemi nel tempo');
  await views.getByRole('button', { name: 'Tieni questa vista' }).click();
  await expect.poll(() => views.getByRole('button', { name: /^Problemi nel tempo/u }).count()).toBeGreaterThan(0);
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(views).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  await expect.poll(() => nextUndo(page)).toMatch(/^vista tenuta/u);

  // plan
  await room.go('strategy', 'view=canvas');
  const canvas = room.main.locator('.canvas');
  await canvas.getByLabel('Attività', { exact: true }).fill('Rispondere ogni mattina');
  await canvas.getByLabel('Responsabile').fill('Marta');
  await typeDay(dayField(canvas, 'Entro'), '2025-12-31');
  await canvas.getByRole('button', { name: 'Salva' }).click();
  await expect.poll(() => nextUndo(page)).toBe('scheda strategica');

  // present
  await room.go('present', '');
  await room.main.getByRole('textbox', { name: 'Frase della pagina' }).fill('Chi aspetta, e quanto');
  await room.main.getByRole('button', { name: 'Tieni queste parole' }).first().click();
  await expect.poll(() => nextUndo(page)).toMatch(/^parole di una pagina/u);
  const changed = contentsOfFile(path());
  expect(Object.keys(differences(before, changed))).toEqual(expect.arrayContaining(['message', 'label_verdict', 'own_tribe', 'plan_record']));

  // undo all of it, one press after the other
  await page.getByRole('heading', { level: 1 }).click();
  const undone: string[] = [];
  for (let next = await nextUndo(page); next !== undoBefore; next = await nextUndo(page)) {
    if (next === null || undone.length > 20) throw new Error(`nothing is left to undo after ${undone.join(', ')}`);
    undone.push(next);
    await page.keyboard.press('Control+z');
    const taken = next;
    await expect.poll(() => nextUndo(page), { timeout: 60_000 }).not.toBe(taken);
  }
  expect(undone.map((label) => label.split(':')[0])).toEqual(expect.arrayContaining(['parole di una pagina', 'scheda strategica', 'vista tenuta', 'etichette a mano']));
  await analysed(page);
  expect(await total()).toBe(messagesBefore);
  await expect.poll(() => Object.keys(differences(before, contentsOfFile(path()))), { timeout: 60_000 }).toEqual([]);
}
