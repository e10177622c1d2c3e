import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { INTENTS, OUTCOMES, REPLY_COVERAGES, SENTIMENTS } from '../../src/domain/model/codes.ts';
import { ROOMS, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, test } from './workbench-test.ts';

const CATALOGUES = fileURLToPath(new URL('../../src/renderer/i18n/it/', import.meta.url));
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What people wrote may hold any word: it is taken out before codes are looked for. */
const WORDS_OF_PEOPLE = '.message-text, .backlog-words, .backlog-who, .tribe-words';

/** What must never be read on the screen: keys of the catalogue in place of words, stored codes, holes in sentences. */
async function forbiddenWords(): Promise<{ readonly anywhere: RegExp; readonly inItalian: RegExp }> {
  const groups = new Set<string>();
  const hyphenated = new Set<string>();
  const collect = (words: object, depth: number): void => {
    for (const [key, value] of Object.entries(words)) {
      if (key.includes('-')) hyphenated.add(key);
      if (typeof value !== 'object' || value === null) continue;
      if (depth < 2) groups.add(key);
      collect(value, depth + 1);
    }
  };
  for (const file of readdirSync(CATALOGUES)) collect((await import(`${CATALOGUES}${file}`)) as object, 0);
  // codes of one word that are English and not Italian too
  const english = [...INTENTS, ...SENTIMENTS, ...OUTCOMES, ...REPLY_COVERAGES, 'inbound', 'outbound'].filter((code) => !['idea', 'public', 'help', 'nod', 'private', 'other', 'contest', 'partly', 'decision'].includes(code));
  return {
    anywhere: new RegExp(`\\b(?:${[...groups].join('|')})[.:][a-z]\\w*|\\b(?:${[...hyphenated].join('|')})\\b|\\{\\{|\\}\\}|\\bNaN\\b|\\bundefined\\b|\\[object`, 'u'),
    inItalian: new RegExp(`\\b(?:${english.join('|')})\\b`, 'u'),
  };
}

/** Everything that can be read in the window, labels for assistive technology included, without what people wrote. */
async function readableText(page: Page): Promise<string[]> {
  return page.evaluate((people) => {
    const copy = document.body.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return [];
    for (const element of copy.querySelectorAll(`script, style, ${people}`)) element.remove();
    const texts = [...copy.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) => ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''));
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) texts.push(walker.currentNode.textContent ?? '');
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  }, WORDS_OF_PEOPLE);
}

/** By how many pixels the page or the room is wider than its place; things that scroll by themselves are not meant. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(...[document.documentElement, document.querySelector('main')].map((element) => (element === null ? 0 : element.scrollWidth - element.clientWidth))));
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the sample in every room, language and theme: accessible, in words, without overflow, in silence', async ({ openedPage: page }) => {
  const forbidden = await forbiddenWords();
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  await room.settle();
  for (const language of ['Italiano', 'English'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await room.choose(language, theme);
      for (const name of ROOMS) {
        await test.step(`${name}, ${language}, ${theme}`, async () => {
          await room.go(name, '');
          const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
          expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join('; ')}`), `axe, ${name}, ${language}, ${theme}`).toEqual([]);
          expect.soft(await overflow(page), `overflow, ${name}, ${language}`).toBeLessThanOrEqual(0);
          const texts = await readableText(page);
          expect.soft(texts.filter((text) => forbidden.anywhere.test(text)), `keys and codes, ${name}, ${language}`).toEqual([]);
          if (language === 'Italiano') expect.soft(texts.filter((text) => forbidden.inItalian.test(text)), `English codes, ${name}`).toEqual([]);
          await expect.soft(page).toHaveTitle(`${await room.title.innerText()} · Tribuna`);
        });
      }
    }
  }
});
