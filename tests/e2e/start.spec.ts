import { expect, expectAccessible, test } from './workbench-test.ts';
import { StartPage } from './pages/start-page.ts';

test('the start screen opens, in silence and for everybody', async ({ openedPage: page }) => {
  const start = new StartPage(page);
  await expect(start.name).toBeVisible();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/(#.*)?$/);
  await expect(page.getByRole('button', { name: 'Apri l’esempio' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('it');
});

test('nothing leaves the page: fetch, image, socket, beacon, frame and script of another place all fail', async ({ page, workbench }) => {
  // without the fixture that forbids complaints: here the page's policy is expected to complain
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:') && !request.url().startsWith('data:') && !request.url().startsWith('blob:')) outside.push(request.url());
  });
  await page.goto(workbench.address);
  await new StartPage(page).name.waitFor();
  expect(outside).toEqual([]);
  const reached = await page.evaluate(async () => {
    const loaded = (element: HTMLElement, ready: string): Promise<boolean> => new Promise((resolve) => {
      element.addEventListener(ready, () => resolve(true));
      element.addEventListener('error', () => resolve(false));
      document.body.append(element);
      setTimeout(() => resolve(false), 1500);
    });
    const image = document.createElement('img');
    image.setAttribute('src', 'https://example.org/x.png');
    const names: string[] = [];
    if (await fetch('https://example.org/').then(() => true, () => false)) names.push('fetch');
    if (await loaded(image, 'load')) names.push('image');
    const socket = await new Promise<boolean>((resolve) => {
      try {
        const opened = new WebSocket('wss://example.org/');
        opened.onopen = () => resolve(true);
        opened.onerror = () => resolve(false);
      } catch {
        resolve(false);
      }
    });
    if (socket) names.push('socket');
    let scripted = true;
    try {
      document.createElement('script').setAttribute('src', 'https://example.org/x.js');
    } catch {
      scripted = false;
    }
    if (scripted) names.push('script');
    return names;
  });
  expect(reached).toEqual([]);
});

test('the address works once; a second visitor is turned away', async ({ openedPage: page, workbench, browser }) => {
  await new StartPage(page).name.waitFor();
  const other = await browser.newContext();
  const visit = await (await other.newPage()).goto(workbench.address);
  expect(visit?.status()).toBe(403);
  await other.close();
});
