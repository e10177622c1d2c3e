import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';
import { StartPage } from './pages/start-page.ts';

test('projects that are damaged, newer, open elsewhere or gone leave the start screen at work, with ways out', async ({ page, workbench, complaints }) => {
  void complaints;
  const place = (name: string): string => join(workbench.projectsFolder, `${name}.tribuna`);
  const made = (name: string): ReturnType<typeof createProject> => createProject(place(name), { name, timeZone: 'Europe/Rome', createdAtMs: 1 });
  for (const name of ['Guasto', 'Futuro', 'Sparito']) closeProject(made(name));
  const whole = readFileSync(place('Guasto'));
  const damaged = Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096)]);
  writeFileSync(place('Guasto'), damaged);
  const newer = readFileSync(place('Futuro'));
  newer.writeUInt32BE(99, 60);
  writeFileSync(place('Futuro'), newer);
  const held = made('Altrove');
  await page.goto(workbench.address);
  const start = new StartPage(page);
  await start.name.waitFor();
  rmSync(place('Sparito'));
  const recent = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  for (const [name, words] of [['Futuro', 'Progetto scritto da una versione più recente'], ['Altrove', 'Il progetto è aperto altrove'], ['Sparito', 'Non trovato'], ['Guasto', 'Il progetto è danneggiato']] as const) {
    await recent(name).click();
    await expect(page.getByRole('alert')).toContainText(`${words}: ${name}`);
    await expect(page.getByRole('button', { name: 'Apri l’esempio' })).toBeEnabled();
  }
  const ways = page.getByRole('region', { name: '«Guasto» non si apre: da dove riprendere' });
  await expect(ways).toContainText('Nessuna copia ancora.');
  await ways.getByRole('button', { name: 'Esporta ciò che si legge' }).click();
  await expect(ways.getByRole('status')).toContainText('0 messaggi letti');
  await expect(ways.getByRole('status')).toContainText('Tutto è nella cartella «Guasto.recovered», accanto al progetto.');
  expect(JSON.parse(readFileSync(join(workbench.projectsFolder, 'Guasto.recovered/account.json'), 'utf8'))).toMatchObject({ messages: { read: 0 } });
  expect(readFileSync(place('Guasto')).equals(damaged)).toBe(true);
  await expectAccessible(page);
  await page.screenshot({ path: process.env['SHOT'] ?? join(workbench.projectsFolder, 'shot.png'), fullPage: true });
  closeProject(held);
  await recent('Altrove').click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
});
