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

/** Buttons that open nothing in the side panel: switches, menus, what sends a form, the pin of a sentence, the head of a chart, the filters of a card, the pages of a list, what leads to a page. */
const OPENERS = 'button:not(:disabled):not([aria-haspopup]):not([aria-pressed]):not([aria-expanded]):not([role="radio"]):not([type="submit"])';
const NOT_OPENERS = '.keep-button, .chart-frame > .card-head, .import-notice, .chip, .panel-pages, .reading-status, .page-link';
/** Points opened in the first row of a chart, and in each of the others. */
const WALKED = { first: 12, further: 1 } as const;

/** What was opened, and the n that stood there; null where the control says none, as with the name of a source. */
interface Opened {
  readonly what: string;
  readonly expected: number | null;
  readonly shown: number | null;
  readonly differs: string;
}

/** A control's name, whether it belongs to the walk, and the text that holds the n it promises: its own name, else its row or card. */
function described(button: Element, away: string): { readonly what: string; readonly isWalked: boolean; readonly promise: string } {
  const what = button.getAttribute('aria-label') ?? button.textContent ?? '';
  const own = /\d/.test(what) && button.closest('.coverage') === null ? what : null;
  const finding = button.closest('.finding')?.querySelector('.finding-meta > span:not(.chip)')?.textContent;
  const card = button.closest('.backlog li') === null ? button.closest('.backlog')?.querySelector('.card-subtitle')?.textContent : null;
  return { what, isWalked: button.closest(away) === null, promise: own ?? finding ?? card ?? '' };
}

/** Presses everything in the room that is a button and opens the side panel; notes what each said and what it opened. */
async function walkControls(room: RoomPage): Promise<Opened[]> {
  const opened: Opened[] = [];
  const controls = room.main.locator(OPENERS);
  const count = await controls.count();
  for (let position = 0; position < count; position += 1) {
    const control = controls.nth(position);
    const { what, isWalked, promise } = await control.evaluate(described, NOT_OPENERS);
    if (!isWalked) continue;
    await control.press('Enter');
    const { count: shown, differs, isDefinition } = await room.openedPanel();
    if (/^Definizione/.test(what)) expect(isDefinition, what).toBe(true);
    else opened.push({ what, expected: numbersOf(promise).at(-1) ?? null, shown, differs });
    await room.closePanel(control);
  }
  return opened;
}

/** Walks a chart by its keys and opens its points: along each row of points, then down to the next. */
async function walkChart(room: RoomPage, chart: Locator): Promise<Opened[]> {
  const opened: Opened[] = [];
  const read = (): Promise<{ text: string; opens: boolean }> =>
    chart.evaluate((surface) => ({ text: [...(surface.parentElement?.querySelectorAll('.plot-card > *') ?? [])].map(({ textContent }) => textContent).join('\n'), opens: surface.getAttribute('data-opens') === 'true' }));
  await chart.focus();
  await chart.press('Home');
  for (let row = 0, start = await read(); start.text !== ''; row += 1) {
    for (let steps = 1, point = start; ; steps += 1) {
      if (point.opens) {
        await chart.press('Enter');
        const { count: shown, differs } = await room.openedPanel();
        const [what = '', ...lines] = point.text.split('\n');
        const said = lines.find((line) => /^[\d.]+ (messagg|richiest)/.test(line));
        opened.push({ what, expected: said === undefined ? null : (numbersOf(said)[0] ?? null), shown, differs });
        await room.closePanel(chart);
      }
      if (steps >= (row === 0 ? WALKED.first : WALKED.further)) break;
      await chart.press('ArrowRight');
      const next = await read();
      if (next.text === point.text) break;
      point = next;
    }
    await chart.press('Home');
    const first = await read();
    await chart.press('ArrowDown');
    start = await read();
    if (start.text === first.text) break;
  }
  return opened;
}

/** Everything opened showed as many messages as it said. */
function expectKept(opened: readonly Opened[]): void {
  expect.soft(opened.filter(({ expected, shown, differs }) => differs !== '' || shown === null || (expected !== null && expected !== shown))).toEqual([]);
}

// this narrow the panel lies over the room, so that the room need not be laid out again for everything opened
test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 1100, height: 800 } });

test('every mark and number opens the messages it counts; filters, search, threads, language, back and undo', async ({ openedPage: page }) => {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await room.settle();
  const lead = room.main.locator('.room-lead');
  const status = page.getByRole('contentinfo', { name: 'Stato' });
  const whole = (await status.getByText(/^[\d.]+ messaggi$/).innerText()).trim();

  await test.step('overview: findings, months, facts', async () => {
    const opened = await walkControls(room);
    expect(opened.length).toBeGreaterThan(15);
    expectKept(opened);
    const charts = await room.main.getByRole('application').all();
    expect(charts.length).toBe(2);
    for (const chart of charts) {
      const months = await walkChart(room, chart);
      expect(months.length).toBeGreaterThan(12);
      for (const { what, expected, shown } of months) expect.soft(shown, what).toBe(expected);
    }
  });

  await test.step('tribes: cards, map', async () => {
    await room.go('tribes', '');
    const opened = await walkControls(room);
    opened.push(...(await walkChart(room, room.main.getByRole('application'))));
    // each tribe with enough people opens from its card and from its mark, and so does at least one person
    const tribes = await room.main.locator('.tribe-card').filter({ has: page.getByRole('term') }).count();
    expect(tribes).toBeGreaterThan(1);
    expect(opened.length).toBeGreaterThan(2 * tribes);
    expectKept(opened);
  });

  await test.step('tribes: a rectangle by its limits', async () => {
    const fields = room.main.getByRole('region', { name: 'Scegli un riquadro' });
    await fields.getByRole('textbox', { name: 'creati da' }).fill('10');
    await fields.getByRole('button', { name: 'Scegli', exact: true }).click();
    const open = fields.getByRole('button', { name: /^Apri i messaggi \([\d.]+\)$/ });
    const [promised] = numbersOf(await open.innerText());
    await open.click();
    expect((await room.openedPanel()).count).toBe(promised);
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
    for (let step = 0; step < ROOMS.length; step += 1) await page.goBack();
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
    await expect(lead).toContainText(whole);
  });

  await test.step('an import is undone and redone by keys', async () => {
    await room.go('data');
    await expect(status).toContainText(whole);
    await page.keyboard.press('Control+z');
    await expect(status).not.toContainText(whole);
    await page.keyboard.press('Control+Shift+z');
    await expect(status).toContainText(whole);
    await expect(status).toContainText(/letto al \d/, { timeout: 180_000 });
  });
});
