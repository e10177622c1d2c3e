import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beatRate, heartbeatLine, startHeartbeat, stopHeartbeat, type Heartbeat } from '../support/heartbeat.ts';
import { smallExport } from '../support/small-export.ts';
import { ImportPage } from './pages/import-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, test } from './workbench-test.ts';

const THREADS = 2_000;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The window's thread only shows what other threads do: while they are at work it keeps at least half of its beat at rest. Figures are printed; how long a beat takes on a busy machine is no test. */
test('the window’s thread goes on beating while files are imported and read, and a job that is stopped is gone', async ({ openedPage: page, workbench }) => {
  const importing = new ImportPage(page);
  const status = page.getByRole('contentinfo', { name: 'Stato' });
  const told = (what: string, heartbeat: Heartbeat): void => console.info(heartbeatLine(what, heartbeat));
  const file = join(workbench.projectsFolder, 'export.csv');
  writeFileSync(file, smallExport(THREADS));
  await new StartPage(page).createProject('Prova');
  await importing.chooseFiles(file);
  await importing.goTo('Verifica');
  await importing.setRole('Aurora', 'Brand del progetto');

  await startHeartbeat(page);
  await page.waitForTimeout(3_000);
  const atRest = await stopHeartbeat(page);
  told('at rest', atRest);

  await startHeartbeat(page);
  await importing.run();
  await expect(status.getByRole('progressbar')).toHaveCount(0, { timeout: 120_000 });
  const atWork = await stopHeartbeat(page);
  told('import and analysis', atWork);
  expect(beatRate(atWork)).toBeGreaterThan(beatRate(atRest) / 2);

  await test.step('an import that is stopped leaves the project as it was, and the window beats on', async () => {
    await page.evaluate(() => { window.location.hash = '#/data'; });
    const more = join(workbench.projectsFolder, 'more.csv');
    writeFileSync(more, smallExport(THREADS * 10));
    await importing.chooseFiles(more);
    await importing.goTo('Verifica');
    await page.getByRole('button', { name: /^Importa \d+ file$/u }).click();
    const job = status.locator('.status-job', { hasText: 'Importazione' });
    const cancel = job.getByRole('button', { name: 'Interrompi' });
    await cancel.waitFor();
    await startHeartbeat(page);
    const cancelledAtMs = Date.now();
    await cancel.click();
    await expect(job).toHaveCount(0, { timeout: 180_000 });
    const stoppedMs = Date.now() - cancelledAtMs;
    const stopping = await stopHeartbeat(page);
    told(`stopped after ${String(stoppedMs)} ms`, stopping);
    await expect(status).toContainText(new RegExp(`^${new Intl.NumberFormat('it', { useGrouping: 'always' }).format(smallExport(THREADS).trimEnd().split('\n').length - 1)} messaggi`, 'u'));
  });
});
