import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { Locator } from 'playwright/test';
import { numbersOf, RoomPage, ROOMS } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, test } from './workbench-test.ts';

/** The rows of one file of the sample, read without any of the product's code. */
function sampleRows(file: string): Record<string, string>[] {
  const text = readFileSync(fileURLToPath(new URL(`../../resources/sample/${file}`, import.meta.url)), 'utf8');
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}

/** Buttons that open nothing in the side panel: switches, menus, what sends a form, the head of a chart, the filters of a card. */
const OPENERS = 'button:not(:disabled):not([aria-haspopup]):not([aria-pressed]):not([aria-expanded]):not([role="radio"]):not([type="submit"])';
const NOT_OPENERS = '.chart-frame > .card-head, .import-notice, .chip';
/** More points of one row of a chart than this are walked at even distances. */
const WALKED_POINTS = 12;

/** What was opened, and the n that stood there; null where the control says none, as with the name of a source. */
interface Opened {
  readonly what: string;
  readonly expected: number | null;
  readonly shown: number | null;
}

/** The n that a control promises: in its own name, else in the row or the card in which it stands. */
async function promisedBy(control: Locator): Promise<number | null> {
  const text = await control.evaluate((button) => {
    const own = button.getAttribute('aria-label') ?? button.textContent ?? '';
    if (/\d/.test(own) && button.closest('.coverage') === null) return own;
    const finding = button.closest('.finding');
    if (finding !== null) return finding.querySelector('.finding-meta > span:not(.chip)')?.textContent ?? '';
    return button.closest('.backlog li') === null ? (button.closest('.backlog')?.querySelector('.card-subtitle')?.textContent ?? '') : '';
  });
  return numbersOf(text).at(-1) ?? null;
}

/** Presses everything in the room that is a button and opens the side panel; notes what each said and what it opened. */
async function walkControls(room: RoomPage): Promise<Opened[]> {
  const opened: Opened[] = [];
  const controls = room.main.locator(OPENERS);
  const count = await controls.count();
  for (let position = 0; position < count; position += 1) {
    const control = controls.nth(position);
    if (await control.evaluate((button, away) => button.closest(away) !== null, NOT_OPENERS)) continue;
    const what = (await control.getAttribute('aria-label')) ?? (await control.innerText());
    const expected = await promisedBy(control);
    await control.press('Enter');
    await room.panel.waitFor();
    const definition = /^Definizione/.test(what);
    if (definition) await expect(room.panel.getByText('Formula', { exact: true })).toBeVisible();
    else opened.push({ what: `${what} (${position})`, expected, shown: await room.panelCount() });
    await expect(room.panel.locator('.panel-differs')).toHaveCount(0);
    await room.closePanel();
    await expect(control, `the focus comes back to ${what}`).toBeFocused();
  }
  return opened;
}

/** Walks a chart by its keys and opens its points: along each row of points, then down to the next. */
async function walkChart(room: RoomPage, chart: Locator): Promise<Opened[]> {
  const opened: Opened[] = [];
  const card = chart.locator('xpath=..').locator('.plot-card');
  await chart.focus();
  await chart.press('Home');
  for (let before = ''; (await card.count()) > 0;) {
    await chart.press('End');
    const last = await card.innerText();
    await chart.press('Home');
    for (let steps = 0, text = ''; steps < WALKED_POINTS; steps += 1) {
      text = await card.innerText();
      if (text === before) break;
      before = text;
      if ((await chart.getAttribute('data-opens')) === 'true') {
        await chart.press('Enter');
        const [heading = '', ...lines] = text.split('\n');
        const said = lines.find((line) => /^[\d.]+ (messagg|richiest)/.test(line));
        opened.push({ what: heading, expected: said === undefined ? null : (numbersOf(said)[0] ?? null), shown: await room.panelCount() });
        await expect(room.panel.locator('.panel-differs')).toHaveCount(0);
        await room.closePanel();
      }
      if (text === last) break;
      await chart.press('ArrowRight');
    }
    const row = await card.innerText();
    await chart.press('ArrowDown');
    if ((await card.innerText()) === row) break;
  }
  return opened;
}

/** Everything opened showed as many messages as it said. */
function expectKept(opened: readonly Opened[]): void {
  expect.soft(opened.filter(({ expected, shown }) => shown === null || (expected !== null && expected !== shown))).toEqual([]);
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('every mark and number opens the messages it counts; filters, search, threads, language, back and undo', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await room.settle();
  const lead = room.main.locator('.room-lead');

  await test.step('overview: findings, months, facts', async () => {
    const opened = await walkControls(room);
    expect(opened.length).toBeGreaterThan(15);
    const charts = room.main.getByRole('application');
    expect(await charts.count()).toBe(2);
    for (const chart of await charts.all()) opened.push(...(await walkChart(room, chart)));
    expectKept(opened);
  });

  await test.step('tribes: cards, map', async () => {
    await room.go('tribes');
    const opened = await walkControls(room);
    opened.push(...(await walkChart(room, room.main.getByRole('application'))));
    expect(opened.length).toBeGreaterThan(8);
    expectKept(opened);
  });

  await test.step('tribes: a rectangle by its limits', async () => {
    const fields = room.main.getByRole('region', { name: 'Scegli un riquadro' });
    await fields.getByRole('textbox', { name: 'creati da' }).fill('10');
    await fields.getByRole('button', { name: 'Scegli', exact: true }).click();
    const open = fields.getByRole('button', { name: /^Apri i messaggi \([\d.]+\)$/ });
    const [promised] = numbersOf(await open.innerText());
    await open.click();
    expect(await room.panelCount()).toBe(promised);
    expect(promised).toBeGreaterThan(0);
    await room.closePanel();
    await fields.getByRole('button', { name: 'Togli il riquadro' }).click();
    await expect(open).toHaveCount(0);
  });

  await test.step('response: sources, gaps, outcomes, curves, table, open requests', async () => {
    await room.go('response');
    await room.main.getByRole('button', { name: 'Vedi le fonti' }).click();
    const threads = /^Apri la conversazione/;
    const opened = await walkControls(room);
    for (const chart of await room.main.getByRole('application').all()) opened.push(...(await walkChart(room, chart)));
    expect(opened.length).toBeGreaterThan(40);
    expectKept(opened.filter(({ what }) => !threads.test(what)));
  });

  await test.step('a filter acts in every room, and back takes it off', async () => {
    await room.go('overview');
    await page.keyboard.press('/');
    await page.getByRole('checkbox', { name: /^Instagram/ }).press('Space');
    await page.keyboard.press('Escape');
    const imported = sampleRows('instagram-comments-apify.csv').length;
    await expect(room.main.getByRole('button', { name: /^messaggi, [\d.]+: apri i messaggi$/ })).toHaveText(String(imported));
    for (const name of ROOMS) {
      await room.go(name);
      await expect(page.getByRole('group', { name: 'Filtri' }).getByText('Instagram')).toBeVisible();
      if (name === 'messages') expect(numbersOf(await lead.innerText())[0]).toBe(imported);
      if (name === 'response') await expect(lead).toContainText('Nessuna richiesta rivolta al brand con questi filtri');
    }
    for (const _room of ROOMS) await page.goBack();
    await room.settle();
    await expect(room.title).toHaveText('Sintesi');
    expect(await room.filters()).toBe('');
  });

  await test.step('search finds, a thread opens, the other language keeps the place', async () => {
    await room.go('messages');
    await page.getByRole('searchbox', { name: 'Cerca nel testo' }).fill('macinino');
    const texts = ['facebook-commenti-caffe-aurora.csv', 'caffe-tramonto-competitor.csv'].flatMap((file) => sampleRows(file).map(({ Testo }) => Testo))
      .concat(sampleRows('instagram-comments-apify.csv').map(({ text }) => text))
      .concat(sampleRows('youtube-comments-apify.csv').map(({ comment }) => comment))
      .concat(sampleRows('google-reviews.csv').flatMap(({ text, responseFromOwnerText }) => [text, responseFromOwnerText]));
    const found = texts.filter((text) => /(?<![\p{L}\p{N}])macinino/iu.test(text ?? '')).length;
    expect(found).toBeGreaterThan(10);
    await expect(lead).toHaveText(new RegExp(`^${found} messaggi`));
    for (const text of (await room.main.locator('.message-text').allInnerTexts()).slice(0, 5)) expect(text).toMatch(/macinino/i);
    await room.main.getByRole('button', { name: 'Apri la conversazione' }).first().click();
    await expect(room.panel.locator('.message[data-chosen="true"]')).toContainText(/macinino/i);
    const place = page.url();
    await room.choose('English');
    await expect(room.title).toHaveText('Messages');
    await expect(lead).toHaveText(new RegExp(`^${found} messages`));
    await expect(room.panel.getByRole('heading', { level: 2 })).toHaveText('Thread');
    expect(page.url()).toBe(place);
    await room.choose('Italiano');
    await room.closePanel();
    await page.goBack();
    await expect(lead).toContainText('8.216');
  });

  await test.step('an import is undone and redone by keys', async () => {
    await room.go('data');
    const status = page.getByRole('contentinfo', { name: 'Stato' });
    await expect(status).toContainText('8.216 messaggi');
    await page.keyboard.press('Control+z');
    await expect(status).not.toContainText('8.216 messaggi');
    await page.keyboard.press('Control+Shift+z');
    await expect(status).toContainText('8.216 messaggi');
    await expect(status).toContainText(/letto al \d/, { timeout: 60_000 });
  });
});
