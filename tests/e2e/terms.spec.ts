import type { Page } from 'playwright/test';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The sample, with one of the two views entered by its address. */
async function openView(page: Page, view: 'words' | 'recurring', query = ''): Promise<RoomPage> {
  const room = new RoomPage(page);
  await new StartPage(page).openSample();
  // the sample is imported and read while the machine may be busy
  await expect(page.locator('.workspace')).toBeVisible({ timeout: 180_000 });
  await room.settle();
  await goTo(room, view, query);
  return room;
}

async function goTo(room: RoomPage, view: 'words' | 'recurring', query = ''): Promise<void> {
  await room.page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${view}${query === '' ? '' : `?${query}`}`);
  await room.page.locator('.terms-view').waitFor();
  await room.settle();
}

test('terms that tell a group apart: chosen from the room, opened from table and marks, compared with a group that is kept', async ({ openedPage: page }) => {
  const room = await openView(page, 'words');

  await test.step('without a group the page teaches, and one press chooses one', async () => {
    await expect(room.main.getByText('Manca un gruppo da confrontare')).toBeVisible();
    await expectAccessible(page);
    await room.main.getByRole('button', { name: 'problema', exact: true }).press('Enter');
    await room.settle();
    await expect(room.main.getByRole('heading', { level: 2 }).first()).toHaveText(/^Qui più che altrove si parla di «.+», «.+» e «.+»$/);
  });

  await test.step('the first terms open as many messages as the table says', async () => {
    const rows = room.main.getByRole('region', { name: 'Più usate nel gruppo' }).locator('tbody tr');
    for (let row = 0; row < 3; row += 1) {
      const cells = rows.nth(row).locator('td');
      const [messages] = numbersOf(await cells.nth(5).innerText());
      const opener = cells.nth(0).getByRole('button');
      await opener.press('Enter');
      expect(await room.openedPanel()).toMatchObject({ count: messages, differs: '' });
      await room.closePanel(opener);
    }
    const others = room.main.getByRole('region', { name: 'Più usate dagli altri' }).locator('tbody tr').first().locator('td');
    const [messages] = numbersOf(await others.nth(5).innerText());
    await others.nth(0).getByRole('button').press('Enter');
    expect(await room.openedPanel()).toMatchObject({ count: messages, differs: '' });
    await room.closePanel();
  });

  await test.step('a mark is reached by arrows and opened by Enter', async () => {
    const chart = room.main.getByRole('region', { name: /^Qui più che altrove/ });
    await chart.getByRole('application').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await room.openedPanel()).toMatchObject({ differs: '' });
    await room.closePanel();
    await chart.getByRole('button', { name: 'Definizione' }).press('Enter');
    expect(await room.openedPanel()).toMatchObject({ isDefinition: true });
    await room.closePanel();
  });

  await test.step('a group is kept, and the next is compared with it', async () => {
    await room.main.getByRole('button', { name: 'Tieni questo gruppo come confronto' }).press('Enter');
    await expect(room.main.locator('.terms-against')).toHaveText(/A confronto\s+problema/);
    await goTo(room, 'words', (await room.filters()).replace('intent=trouble', 'intent=praise'));
    await expect(room.main.locator('.terms-against')).toHaveText(/A confronto\s+problema/);
    await expect(room.main.getByRole('region', { name: 'Più usate nel gruppo' }).getByRole('button', { name: /^grazie: / })).toBeVisible();
    await room.main.getByRole('button', { name: 'Confronta di nuovo con tutti gli altri' }).press('Enter');
    await expect(room.main.locator('.terms-against')).toHaveText(/A confronto\s+tutti gli altri messaggi/);
  });

  await test.step('too few authors are said instead of a list', async () => {
    await goTo(room, 'words', 'text=percentuale+di+robusta');
    await expect(room.main.getByText(/^Nel gruppo scrivono troppo pochi autori \(\d+\)$/)).toBeVisible();
    await expect(room.main.locator('table')).toHaveCount(0);
  });
});

test('questions that recur: people, answers as counts, the best answer, the messages; copied texts', async ({ openedPage: page }) => {
  const room = await openView(page, 'recurring');
  const [asked = 0, grouped = 0] = numbersOf(await room.main.locator('.room-lead').innerText());
  expect(asked).toBeGreaterThan(grouped);
  expect(grouped).toBeGreaterThan(100);

  await test.step('each opens as many messages as it counts, by as many authors', async () => {
    const topics = room.main.locator('.topic');
    for (let place = 0; place < 3; place += 1) {
      const [, messages] = numbersOf(await topics.nth(place).locator('.topic-facts').first().innerText());
      const opener = topics.nth(place).getByRole('button', { name: /: Apri \d+ messaggi$/ });
      await opener.press('Enter');
      expect(await room.openedPanel()).toMatchObject({ count: messages, differs: '' });
      await room.closePanel(opener);
    }
  });

  await test.step('the best answer says why, and opens its conversation', async () => {
    const answer = room.main.locator('.topic-answer').first();
    await expect(answer.locator('figcaption')).toContainText(/chi chiedeva ha ringraziato|data più volte|l’ultima in ordine di tempo/);
    const words = await answer.locator('blockquote').innerText();
    await answer.getByRole('button', { name: /: Apri la conversazione$/ }).press('Enter');
    await expect(room.panel.locator('.message[data-chosen="true"]')).toContainText(words);
    await room.closePanel();
  });

  await test.step('order, pages and definitions', async () => {
    const first = await room.main.locator('.topic-text').first().innerText();
    await room.main.getByRole('button', { name: 'Avanti' }).or(room.main.locator('.panel-pages').getByRole('button').last()).first().press('Enter');
    await room.settle();
    expect(await room.main.locator('.topic-text').first().innerText()).not.toBe(first);
    await room.main.getByRole('button', { name: /Ordine/ }).click();
    await page.getByRole('option', { name: 'più senza risposta' }).click();
    await room.settle();
    await room.main.getByRole('button', { name: 'Risposta migliore' }).press('Enter');
    expect(await room.openedPanel()).toMatchObject({ isDefinition: true });
    await room.closePanel();
  });

  await test.step('copied texts have no answers; nothing is said where there is none', async () => {
    await room.main.getByRole('radio', { name: 'Testi copiati' }).press('Space');
    await room.settle();
    await expect(room.main.locator('.topic').first()).toBeVisible();
    await expect(room.main.locator('.topic-answer')).toHaveCount(0);
    await goTo(room, 'recurring', 'text=qwertyzzz');
    await expect(room.main.getByText('Nessuna domanda ricorrente')).toBeVisible();
  });
});

test('both views, in both languages and themes, wide and narrow: accessible, in words, without overflow', async ({ openedPage: page }) => {
  const room = await openView(page, 'recurring');
  for (const language of ['Italiano', 'English'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      // the languages of the terms would stand beside those of the window
      await goTo(room, 'recurring');
      await room.choose(language, theme);
      await room.main.focus();
      await expect(page.getByRole('tooltip')).toHaveCount(0);
      for (const [view, query] of [['words', ''], ['words', 'intent=trouble'], ['recurring', ''], ['recurring', 'kind=copies']] as const) {
        await test.step(`${view} ${query}, ${language}, ${theme}`, async () => {
          await goTo(room, view, query);
          await expectAccessible(page);
          const text = await room.main.innerText();
          expect.soft(/\{\{|\}\}|\bterms[.:][a-z]|\bNaN\b|undefined|\[object/.exec(text)?.[0] ?? null).toBeNull();
        });
      }
    }
  }
  await page.setViewportSize({ width: 480, height: 800 });
  for (const [view, query] of [['words', 'intent=trouble'], ['recurring', '']] as const) {
    await goTo(room, view, query);
    expect.soft(await page.evaluate(() => { const main = document.querySelector('main'); return main === null ? 0 : main.scrollWidth - main.clientWidth; }), view).toBeLessThanOrEqual(0);
  }
});
