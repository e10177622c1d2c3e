import { openNetworkTrap } from '../support/network-trap.ts';
import { pageAttempts } from './page-attempts.ts';
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

test('nothing leaves the page, whatever it tries', async ({ page, workbench }) => {
  // without the fixture that forbids complaints: here the page's policy is expected to complain
  const trap = await openNetworkTrap();
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:') && !request.url().startsWith('data:') && !request.url().startsWith('blob:')) outside.push(request.url());
  });
  await page.goto(workbench.address);
  await new StartPage(page).name.waitFor();
  expect(outside).toEqual([]);
  expect(await page.evaluate(pageAttempts, { address: trap.address, stun: trap.stun })).toEqual([]);
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
