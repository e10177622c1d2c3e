import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openNetworkTrap } from '../support/network-trap.ts';
import { pageAttempts } from './page-attempts.ts';
import { ImportPage } from './pages/import-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test('the start screen opens, in silence and for everybody', async ({ openedPage: page }) => {
  const start = new StartPage(page);
  await expect(start.name).toBeVisible();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/(#.*)?$/);
  await expect(page.getByRole('button', { name: 'Apri l’esempio' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('it');
});

test('nothing leaves the page, whatever it tries, and markup in a message is text', async ({ page, workbench }) => {
  // without the fixture that forbids complaints: here the page's policy is expected to complain
  const trap = await openNetworkTrap();
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:') && !request.url().startsWith('data:') && !request.url().startsWith('blob:')) outside.push(request.url());
  });
  await page.goto(workbench.address);
  const start = new StartPage(page);
  await start.name.waitFor();
  expect(outside).toEqual([]);
  expect(await page.evaluate(pageAttempts, { address: trap.address, stun: trap.stun })).toEqual([]);
  expect(trap.arrived).toEqual([]);
  // a message that would call out if it were ever more than text
  const markup = `<img src="${trap.address}/message.png"><iframe src="${trap.address}/message"></iframe> dove siete?`;
  writeFileSync(join(workbench.projectsFolder, 'markup.csv'), `id,author,created_at,text\n1,Ada,2025-03-03T09:00:00Z,"${markup.replaceAll('"', '""')}"\n`);
  await start.createProject('Prova');
  const importing = new ImportPage(page);
  await importing.chooseFiles(join(workbench.projectsFolder, 'markup.csv'));
  await importing.goTo('Verifica');
  await importing.run();
  await page.goto(`${new URL(workbench.address).origin}/#/messages`);
  await expect(page.getByRole('main').getByText('dove siete?').first()).toContainText('<img src=', { timeout: 60_000 });
  expect(trap.arrived).toEqual([]);
  await trap.close();
});

test('the address works once; a second visitor is turned away', async ({ openedPage: page, workbench, browser }) => {
  await new StartPage(page).name.waitFor();
  const other = await browser.newContext();
  const visit = await (await other.newPage()).goto(workbench.address);
  expect(visit?.status()).toBe(403);
  await other.close();
});
