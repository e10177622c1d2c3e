import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallExport } from '../support/small-export.ts';
import { ImportPage } from './pages/import-page.ts';
import { StartPage } from './pages/start-page.ts';
import { WorkbenchPage, type RoomName } from './pages/workbench-page.ts';
import { walkFromFileToGap } from './walk-from-file-to-gap.ts';
import { expectAccessible, test } from './workbench-test.ts';

test('from a file to a gap: import, map, brush, messages, response, other language', async ({ openedPage: page, workbench }) => {
  await walkFromFileToGap(page, workbench.projectsFolder);
});

test('every room is accessible, light and dark', async ({ openedPage: page, workbench }) => {
  writeFileSync(join(workbench.projectsFolder, 'export.csv'), smallExport(200));
  const bench = new WorkbenchPage(page);
  await new StartPage(page).createProject('Prova');
  const importing = new ImportPage(page);
  await importing.chooseFiles(join(workbench.projectsFolder, 'export.csv'));
  await importing.goTo('Verifica');
  await expectAccessible(page);
  await importing.setRole('Aurora', 'Brand del progetto');
  await importing.run();
  const rooms: RoomName[] = ['Sintesi', 'Dati', 'Messaggi', 'Persone', 'Tribù', 'Ascolto'];
  for (const theme of ['Chiaro', 'Scuro'] as const) {
    await bench.choose(theme);
    for (const room of rooms) {
      await bench.go(room);
      await page.waitForLoadState('networkidle').catch(() => undefined);
      await test.step(`${room}, ${theme}`, () => expectAccessible(page));
    }
  }
});
