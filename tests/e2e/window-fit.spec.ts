import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { isLongRun } from '../support/long-run.ts';
import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, test } from './workbench-test.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Views that the walk through the rooms does not enter; every other run looks at those that are drawn most. */
const OFTEN = ['trust', 'strategy', 'present', 'response?view=trend', 'people?view=identities'] as const;
const SELDOM = [
  'lost', 'network', 'questions', 'words', 'recurring', 'hours', 'reading', 'check', 'decisions', 'tribe-maker', 'response?view=answers', 'response?view=open', 'response?view=decisions', 'response?view=loudness', 'trust?view=promises', 'trust?view=composite', 'trust?view=ties',
  'strategy?view=formation', 'strategy?view=canvas', 'strategy?view=mindset', 'strategy?view=causes', 'strategy?view=ladder', 'strategy?view=simulator', 'strategy?view=people-today', 'strategy?view=change', 'tribes?view=minds', 'tribes?view=needs', 'value?view=origins', 'value?view=changes', 'people?view=roles',
] as const;
const ROOMS = ['overview', 'data', 'messages', 'people', 'tribes', 'response', 'value'] as const;
/** What people wrote or are called is as long as it is. */
const WORDS_OF_PEOPLE = '.message-text, .backlog-words, .backlog-who, .tribe-words, svg, .plot-stage, code, time';

async function enter(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${address}`);
  await new RoomPage(page).settle();
}

/** By how many pixels the page is wider than the window; tables and charts that scroll by themselves are not meant. */
const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Writes every word of the window two fifths longer and with accents, as other languages would, then tells which places cut
 * their words off or let them stand out; then gives the page its own words back. Tables and lists that scroll are wide on purpose.
 */
async function tooNarrow(page: Page): Promise<string[]> {
  return page.evaluate((people) => {
    const accented: Readonly<Record<string, string>> = { a: 'à', e: 'é', i: 'ï', o: 'ö', u: 'ü' };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: Text[] = [];
    while (walker.nextNode() !== null) {
      const node = walker.currentNode;
      if (node instanceof Text && node.parentElement?.closest(`${people}, script, style, .visually-hidden`) === null) words.push(node);
    }
    const own = words.map(({ data }) => data);
    for (const node of words) node.data = node.data.replaceAll(/\p{L}{2,}/gu, (word) => `${word.replaceAll(/[aeiou]/gu, (letter) => accented[letter] ?? letter)}${'ñ'.repeat(Math.round(word.length * 0.4))}`);
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('button, a, label, h1, h2, h3, p, th, dt, dd, .chip, .segment, .field, .card-title')) {
      const { overflowX, display, visibility } = getComputedStyle(element);
      if (display === 'inline' || display === 'none' || visibility === 'hidden' || element.clientWidth === 0 || element.closest(`.table-scroll, .visually-hidden, ${people}`) !== null) continue;
      if (overflowX === 'auto' || overflowX === 'scroll' || element.scrollWidth <= element.clientWidth + 1) continue;
      found.push(`${element.tagName.toLowerCase()}.${element.className} ${String(element.scrollWidth - element.clientWidth)} px: ${element.textContent.slice(0, 60)}`);
    }
    for (const [place, node] of words.entries()) node.data = own[place] ?? '';
    return [...new Set(found)];
  }, WORDS_OF_PEOPLE);
}

/** How much of what stood on the page moved without anybody's doing since this was last asked, as the browser counts it (0 = nothing). */
async function shifted(page: Page): Promise<{ readonly sum: number; readonly moved: readonly string[] }> {
  return page.evaluate(() => {
    const state = window as unknown as { shifts?: { sum: number; moved: string[] } };
    if (state.shifts === undefined) {
      const shifts = { sum: 0, moved: [] as string[] };
      state.shifts = shifts;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as readonly { value: number; hadRecentInput: boolean; sources: readonly { node: Node | null }[] }[]) {
          if (entry.hadRecentInput) continue;
          shifts.sum += entry.value;
          shifts.moved.push(...entry.sources.map(({ node }) => (node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : '')));
        }
      }).observe({ type: 'layout-shift', buffered: false });
    }
    const found = { sum: Math.round(state.shifts.sum * 1000) / 1000, moved: [...new Set(state.shifts.moved)] };
    state.shifts.sum = 0;
    state.shifts.moved = [];
    return found;
  });
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('words two fifths longer fit, a window of a quarter and a narrow one lose nothing, further views are accessible', async ({ openedPage: page }) => {
  test.setTimeout(isLongRun() ? 1_200_000 : 600_000);
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  // alone, this test has the sample analysed
  await page.locator('.workspace').waitFor({ timeout: 240_000 });
  await room.settle();
  const views = isLongRun() ? [...OFTEN, ...SELDOM] : OFTEN;
  for (const [place, look] of ([['Italiano', 'light'], ['English', 'dark']] as const).entries()) {
    await room.choose(...look);
    for (const [at, address] of views.entries()) {
      if (!isLongRun() && at % 2 !== place) continue;
      await test.step(`${address}, ${look.join(', ')}`, async () => {
        await enter(page, address);
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
        expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`), `axe, ${address}`).toEqual([]);
        expect.soft(await overflow(page), `overflow, ${address}`).toBeLessThanOrEqual(0);
      });
    }
  }
  for (const [width, height] of [[640, 400], [320, 640]] as const) {
    await page.setViewportSize({ width, height });
    for (const address of ROOMS) {
      await enter(page, address);
      expect.soft(await overflow(page), `${address} at ${String(width)} x ${String(height)}`).toBeLessThanOrEqual(0);
      await expect.soft(room.title, `title of ${address} at ${String(width)} px`).toBeVisible();
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await enter(page, 'overview');
  await shifted(page);
  // what is pushed down is seen; the browser forgives whatever moves shortly after the window's size changed, so it is pushed more than once
  await room.title.evaluate((title) => title.before(document.createElement('div')));
  await expect.poll(async () => {
    await room.title.evaluate((title) => {
      const wedge = title.previousElementSibling as HTMLElement;
      wedge.style.height = `${String(wedge.offsetHeight + 60)}px`;
    });
    return (await shifted(page)).sum;
  }).toBeGreaterThan(0);
  await room.title.evaluate((title) => title.previousElementSibling?.remove());
  await enter(page, 'data');
  await shifted(page);
  for (const address of ROOMS) {
    await enter(page, address);
    const { sum, moved } = await shifted(page);
    expect.soft(sum, `${address} moves while it loads: ${moved.join(', ')}`).toBeLessThanOrEqual(0);
  }
  for (const address of isLongRun() ? [...ROOMS, ...views] : ROOMS) {
    await enter(page, address);
    expect.soft(await tooNarrow(page), `longer words, ${address}`).toEqual([]);
  }
});
