import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/root.ts';
import { smallExport } from '../support/small-export.ts';
import { RoomPage } from './pages/room-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Lays out a project in a folder in which one firm's desk is a brand and the other nobody's. */
function layOutProject(folder: string): void {
  const [project, table] = [join(folder, 'Due aziende.tribuna'), join(folder, 'due.csv')];
  writeFileSync(table, smallExport(60));
  for (const words of [['import', project, table, '--brand', 'Aurora'], ['analyse', project]]) {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...words, '--json'], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  }
}

test('rooms that count people say which firms’ desks are left out, and each is said to be a person or a brand, and taken back', async ({ page, workbench, complaints }) => {
  test.setTimeout(240_000);
  void complaints;
  layOutProject(workbench.projectsFolder);
  await page.goto(workbench.address);
  await page.getByRole('button', { name: /^Due aziende/ }).click();
  const room = new RoomPage(page);
  await page.locator('.workspace').waitFor();
  const notice = page.locator('.desks-notice');
  for (const each of ['tribes', 'value', 'trust', 'people', 'lost'] as const) {
    await room.go(each);
    await expect(notice).toContainText('1 profilo che la fonte dice aziendale non è di nessun brand del progetto: Bottega.');
  }
  await room.go('tribes');
  const active = (profiles: number): string => `Con almeno cinque tracce ci sono solo ${String(profiles)} profili`;
  await expect(room.main).toContainText(active(2));
  await notice.getByRole('button', { name: 'Di’ che cos’è' }).click();
  const dialog = page.getByRole('dialog', { name: 'Profili aziendali senza un brand' });
  await expect(dialog.getByRole('row', { name: /Bottega/ })).toBeVisible();
  await expectAccessible(page);
  // as a person the desk gives and takes more than most
  await dialog.getByRole('button', { name: 'È una persona: Bottega' }).click();
  await expect(notice).toHaveCount(0);
  await expect(room.main).toContainText(active(3), { timeout: 60_000 });
  await page.keyboard.press('Control+z');
  await expect(notice).toContainText('Bottega');
  await expect(room.main).toContainText(active(2), { timeout: 60_000 });
  await notice.getByRole('button', { name: 'Dagli un brand a sé' }).click();
  await expect(notice).toHaveCount(0);
  await room.go('data');
  await expect(room.main.locator('.brand-row', { hasText: 'Bottega' })).toContainText('concorrente');
});
