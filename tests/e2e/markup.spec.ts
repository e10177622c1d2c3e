import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import { hostileTable } from '../support/hostile-pieces.ts';
import { ROOT } from '../support/root.ts';
import { ImportPage } from './pages/import-page.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, test } from './workbench-test.ts';

const PATIENCE = { timeout: 120_000 };
/** Buttons that open something in the side panel, as a rule. */
const OPENERS = 'button:not(:disabled):not([aria-haspopup]):not([aria-pressed]):not([aria-expanded]):not([role="radio"]):not([type="submit"])';
/** Opened in each room: what a panel shows is much the same whatever opened it. */
const OPENED_IN_EACH = 2;
/** Buttons tried for it. */
const TRIED_IN_EACH = 6;
const PLACES = [
  'overview', 'data', 'data/import/1', 'data/duplicates', 'messages', 'words', 'recurring', 'reading', 'check', 'people', 'people/identities', 'people/roles', 'people/account/1', 'people/account/2', 'tribes', 'tribe/value%3Aeven', 'tribe-maker', 'network',
  'response', 'hours', 'questions', 'trust', 'value', 'statement/person-1', 'lost', 'strategy', 'decisions', 'drill', 'canvas-print',
] as const;

/** Everything that hostile text would have made of itself, in the page as it stands. */
function madeOfText(): string[] {
  const found = [...document.querySelectorAll('xcanary, [data-canary], iframe, object, embed, base, meta[http-equiv="refresh"], [onerror], [onload], [onclick], a[href^="javascript:" i], [src*="canary"], [href*="canary"], [action*="canary"], body form[action], body script, body style')]
    .map((element) => element.outerHTML.slice(0, 120));
  const set: unknown = Reflect.get(window, 'canary');
  return set === undefined ? found : [...found, `a script ran: ${JSON.stringify(set)}`];
}

/** Watches a page; the function it gives says what hostile text has made, asked for or run since. */
function watched(page: Page, origin: string): { readonly look: (where: string) => Promise<string>; readonly asked: string[] } {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if ((!url.startsWith(origin) && !/^(?:data|blob|file):/.test(url)) || url.includes('canary')) asked.push(`request: ${url.slice(0, 200)}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame.parentFrame() !== null) asked.push(`frame: ${frame.url().slice(0, 200)}`);
  });
  return {
    asked,
    async look(where) {
      expect.soft(await page.evaluate(madeOfText), where).toEqual([]);
      return page.evaluate(() => document.body.innerText);
    },
  };
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });
// every room is entered once, panels, report and import besides
test.setTimeout(600_000);

test('markup, scripts and signs of direction in every word of a project stay words, in every room and what is written of it', async ({ page, workbench, complaints }) => {
  const made = await promisify(execFile)(process.execPath, [join(ROOT, 'tests', 'support', 'hostile-project.ts'), workbench.projectsFolder]);
  expect(JSON.parse(made.stdout)).toEqual([]);
  const { look, asked } = watched(page, new URL(workbench.address).origin);
  await page.goto(workbench.address);
  const room = new RoomPage(page);

  await test.step('the list of recent projects, and the project opened from it', async () => {
    // the sample of an earlier walk may stand beside it
    const row = page.locator('.recent-row').filter({ hasText: 'Progetto <xcanary' });
    await expect(row).toBeVisible(PATIENCE);
    expect(await look('the first screen')).toContain('Progetto <xcanary data-canary="1">');
    await row.click();
    await room.settle();
  });

  const shown: string[] = [];
  for (const place of PLACES) {
    await test.step(place, async () => {
      await page.evaluate((hash) => { window.location.hash = hash; }, `#/${place}`);
      await page.locator('main').waitFor();
      await expect(page.locator('main .skeleton, main [aria-busy="true"]')).toHaveCount(0, PATIENCE);
      if ((await look(place)).includes('<xcanary')) shown.push(place);
      const openers = page.locator('main').locator(OPENERS);
      for (let position = 0, opened = 0, tried = 0; position < (await openers.count()) && opened < OPENED_IN_EACH && tried < TRIED_IN_EACH; position += 1) {
        const opener = openers.nth(position);
        // only what opens the panel is of interest here; what leads elsewhere has a place of its own in the list
        if (!(await opener.evaluate((button) => button.closest('.keep-button, .card-head, .chip, .page-link, .panel-pages, form, [role="dialog"]') === null && /\d/.test(button.textContent ?? '')))) continue;
        tried += 1;
        await opener.press('Enter');
        const panel = page.locator('aside.panel-region');
        if (!(await panel.waitFor({ timeout: 2000 }).then(() => true, () => false))) {
          await page.evaluate((hash) => { window.location.hash = hash; }, `#/${place}`);
          continue;
        }
        opened += 1;
        await expect(panel.locator('.skeleton')).toHaveCount(0, PATIENCE);
        if ((await look(`${place}, panel`)).includes('<xcanary')) shown.push(`${place}, panel`);
        await page.keyboard.press('Escape');
      }
    });
  }
  // hostile words were really on screen, as words
  for (const place of ['overview', 'data', 'messages', 'people', 'people/account/1', 'tribes', 'response', 'value', 'lost']) expect.soft(shown, place).toContain(place);
  expect(shown.filter((place) => place.endsWith(', panel')).length).toBeGreaterThan(2);

  await test.step('messages show what was written, sign by sign', async () => {
    await room.go('messages', '');
    // the list draws what is in sight: it is scrolled to its end
    let texts = '';
    for (let turn = 0; turn < 12; turn += 1) {
      texts += `${(await page.locator('.message-text').allInnerTexts()).join('\n')}\n`;
      await page.locator('.message-text').last().scrollIntoViewIfNeeded();
    }
    for (const piece of ['<img src="/canary.png" onerror="window.canary=1">', '<script>window.canary=2</script>', '{{constructor.constructor("window.canary=5")()}}', '$t(common:close) {{name}} ${window.canary=6}', '<0>uno</0><strong data-canary>due</strong>']) expect.soft(texts, piece).toContain(piece);
    // written as entities by its author, and not decoded on the way to the screen
    expect.soft(texts).toMatch(/<xcanary data-canary>|&lt;xcanary data-canary&gt;/);
  });

  await test.step('the report, each of its pages, and the whole screen', async () => {
    await page.evaluate(() => { window.location.hash = '#/present'; });
    await expect(page.locator('.report-page').getByRole('heading').first()).toBeVisible(PATIENCE);
    const links = page.locator('.report-page-link');
    const count = await links.count();
    expect(count).toBeGreaterThan(3);
    for (let position = 0; position < count; position += 1) {
      await links.nth(position).click();
      await look(`report, page ${String(position)}`);
    }
    const waiting = page.waitForEvent('download', PATIENCE);
    await room.main.getByRole('button', { name: 'Pagina (HTML)' }).click();
    const html = await (await waiting).path();
    const reader = await page.context().newPage();
    const outside = watched(reader, 'file://');
    await reader.goto(`file://${html}`);
    // the report has a style and may have figures of its own, none of them made of words
    expect(await reader.evaluate(() => [...document.querySelectorAll('xcanary, [data-canary], script, iframe, object, embed, img[src*="canary"], [onerror], [onload], [onclick], a[href^="javascript:" i]')].map((element) => element.outerHTML.slice(0, 120)))).toEqual([]);
    expect(outside.asked).toEqual([]);
    await reader.close();
    await room.main.getByRole('button', { name: 'Presenta a schermo' }).click();
    await expect(page.getByRole('main', { name: 'Presentazione' })).toBeVisible(PATIENCE);
    for (let turn = 0; turn < 5; turn += 1) {
      await look(`slide ${String(turn)}`);
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Escape');
  });

  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a file whose name, headers and cells are markup is looked at, tried and brought in as words', async ({ page, workbench, complaints }) => {
  const { look, asked } = watched(page, new URL(workbench.address).origin);
  const name = '<img src=x onerror=window.canary=7><xcanary data-canary>.csv';
  const path = join(workbench.projectsFolder, name);
  writeFileSync(path, hostileTable().replace('id,author,date,text,parent,page', 'id,author,date,text,parent,"<xcanary data-canary>page"'));
  await page.goto(workbench.address);
  await new StartPage(page).createProject('<xcanary data-canary>Prova');
  const importing = new ImportPage(page);
  await importing.chooseFiles(path);
  await expect(page.getByRole('main')).toContainText(name, PATIENCE);
  await look('recognised');
  for (const step of ['Anteprima e colonne', 'Verifica'] as const) {
    await importing.goTo(step);
    await expect(page.locator('main .skeleton, main [aria-busy="true"]')).toHaveCount(0, PATIENCE);
    expect(await look(step)).toContain('xcanary');
  }
  await page.getByRole('button', { name: /^Importa \d+ file$/ }).click();
  await page.getByRole('contentinfo', { name: 'Stato' }).getByText(/letto al \d/).waitFor(PATIENCE);
  await look('brought in');
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
});
