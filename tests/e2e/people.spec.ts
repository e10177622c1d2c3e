import type { Page } from 'playwright/test';
import { PeoplePage } from './pages/people-page.ts';
import { numbersOf, RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { dayField, typeDay } from './pages/typed-day.ts';
import { expect, expectAccessible, test } from './workbench-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Opens the sample and waits until it is analysed. */
async function openSample(page: Page): Promise<PeoplePage> {
  await new StartPage(page).openSample();
  await page.getByRole('contentinfo', { name: 'Stato' }).getByText(/letto al \d/).waitFor({ timeout: 120_000 });
  return new PeoplePage(page);
}

/** By how many pixels the room is wider than its place; tables scroll by themselves. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(...[document.documentElement, document.querySelector('main')].map((element) => (element === null ? 0 : element.scrollWidth - element.clientWidth))));
}

test('profiles: found, narrowed, opened, their messages counted, a role decided by hand and taken back', async ({ openedPage: page }) => {
  const people = await openSample(page);
  const room = new RoomPage(page);

  await test.step('the opening sentence speaks of profiles', async () => {
    await people.go('');
    await expect(people.lead).toHaveText(/^[\d.]+ profili, [\d.]+ con un ruolo; le identità non sono ancora riviste: qui si contano profili, non persone\.$/);
    expect(await people.listed()).toBe(numbersOf(await people.lead.innerText())[0]);
  });

  await test.step('choices narrow the list and stay in the address', async () => {
    const [, withRole] = numbersOf(await people.lead.innerText());
    const all = (await people.listed()) ?? 0;
    await people.narrow('Ruolo', 'ruolo non noto');
    expect(await people.listed()).toBe(all - (withRole ?? 0));
    await people.narrow('Ruolo', 'parla per il brand');
    await expect(people.main.getByRole('row')).toHaveCount(((await people.listed()) ?? 0) + 1);
    await expect(people.main.getByRole('cell', { name: /parla per Caffè Aurora/ }).first()).toBeVisible();
    await people.narrow('Ordine', 'nome');
    await people.main.getByRole('searchbox', { name: 'Cerca nomi e descrizioni' }).fill('nessuno si chiama così');
    await expect(people.main.getByText('Nessun profilo con queste scelte')).toBeVisible();
    await people.main.getByRole('button', { name: 'Togli le scelte' }).click();
    await people.settle();
    expect(await people.listed()).toBe(all);
  });

  await test.step('every number opens as many messages as it says', async () => {
    for (const number of (await people.main.locator('.people-number').all()).slice(0, 4)) {
      const [promised] = numbersOf(await number.innerText());
      await number.press('Enter');
      expect(await room.openedPanel()).toMatchObject({ count: promised, differs: '' });
      await room.closePanel(number);
    }
  });

  await test.step('a profile says its roles and the messages they rest on', async () => {
    await people.narrow('Ruolo', 'cliente');
    await people.main.locator('.people-link').first().press('Enter');
    await people.settle();
    await expect(people.lead).toHaveText(/messagg.* su .*; .*cliente di Caffè Aurora/);
    const reason = people.main.locator('.people-reasons').getByRole('button', { name: /^Apri \d+ messaggi/ }).first();
    const [promised] = numbersOf(await reason.innerText());
    await reason.press('Enter');
    expect(await room.openedPanel()).toMatchObject({ count: promised, differs: '' });
    await room.closePanel(reason);
  });

  await test.step('a role ruled out by hand leaves the profile, and the decision can be taken back', async () => {
    const roles = people.main.locator('.account-roles > li');
    await roles.getByRole('button', { name: /^Non è così: cliente/ }).first().press('Enter');
    await expect(people.main.locator('[data-state="denied"]')).toContainText('escluso a mano', { timeout: 60_000 });
    await expect(people.lead).not.toContainText(/(?<!possibile )cliente di/);
    await people.main.getByRole('button', { name: /^Togli la decisione: cliente/ }).press('Enter');
    await expect(people.main.locator('[data-state="denied"]')).toHaveCount(0, { timeout: 60_000 });
  });

  await test.step('a role is decided with its days, and undone', async () => {
    await typeDay(dayField(people.main, 'Dal'), '2026-03-03');
    await typeDay(dayField(people.main, 'Fino al (compreso)'), '2026-03-01');
    await expect(people.main.getByText('La fine viene prima dell’inizio.')).toBeVisible();
    await expect(people.main.getByRole('button', { name: 'Salva la decisione' })).toBeDisabled();
    await typeDay(dayField(people.main, 'Fino al (compreso)'), '2026-03-31');
    await people.main.getByRole('button', { name: /Ruolo/ }).click();
    await page.getByRole('option', { name: 'stampa' }).click();
    await people.main.getByRole('button', { name: 'Salva la decisione' }).click();
    await expect(people.main.getByText('Decisione salvata.')).toBeVisible();
    await expect(people.main.locator('[data-state="held"]').filter({ hasText: 'stampa' })).toContainText('a mano · dal 3 marzo 2026 al 31 marzo 2026');
    await page.keyboard.press('Escape');
    await people.main.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await expect(people.main.locator('[data-state="held"]').filter({ hasText: 'stampa' })).toHaveCount(0, { timeout: 60_000 });
  });

  await test.step('going back finds the list as it was', async () => {
    await people.main.getByRole('button', { name: 'Torna all’elenco' }).click();
    await people.settle();
    await expect(people.main.getByRole('button', { name: /Ruolo/ })).toContainText('cliente');
  });
});

test('identities: pairs decided by keys, what it would change, undo, split, reviewed', async ({ openedPage: page }) => {
  const people = await openSample(page);
  await people.go('/identities');
  const [place, total] = await people.position();
  expect(place).toBe(1);
  expect(total).toBeGreaterThan(10);
  await expect(people.lead).toHaveText(new RegExp(`^${String(total)} coppie di profili`));

  await test.step('arrows walk, and a merge says what it would change', async () => {
    const first = await people.pair();
    await page.keyboard.press('ArrowRight');
    expect(await people.position()).toEqual([2, total]);
    expect(await people.pair()).not.toEqual(first);
    await page.keyboard.press('ArrowLeft');
    expect(await people.pair()).toEqual(first);
    const [now = 0, after = 0] = await people.personsBeforeAndAfter();
    expect(now - after).toBe(1);
  });

  await test.step('S, D and U decide and take back, pair after pair', async () => {
    const first = await people.pair();
    await page.keyboard.press('s');
    await expect.poll(() => people.position()).toEqual([1, (total ?? 0) - 1]);
    await page.keyboard.press('d');
    await page.keyboard.press('d');
    await expect.poll(() => people.position()).toEqual([1, (total ?? 0) - 3]);
    for (let left = 3; left > 0; left -= 1) {
      await page.keyboard.press('u');
      await expect.poll(() => people.position()).toEqual([1, (total ?? 0) - left + 1]);
    }
    await expect.poll(() => people.pair()).toEqual(first);
    await expect(people.queue.getByRole('status').filter({ hasText: 'Ultima decisione annullata.' })).toBeVisible();
  });

  await test.step('a person can be split again', async () => {
    await people.queue.getByRole('button', { name: /^La stessa persona/ }).click();
    const joined = people.main.getByRole('heading', { name: '1 persona con più profili' });
    await expect(joined).toBeVisible({ timeout: 60_000 });
    await people.main.getByRole('button', { name: /^Separa / }).first().click();
    await expect(joined).toHaveCount(0, { timeout: 60_000 });
    await expect(people.main.getByText('Nessun profilo unito finora.')).toBeVisible();
  });

  await test.step('once reviewed, the list says so', async () => {
    await people.main.getByRole('switch', { name: 'Identità riviste' }).press('Space');
    await people.go('');
    await expect(people.lead).toHaveText(/identità riviste: nessuno ha più di un profilo\.$/);
  });
});

test('roles to confirm: the rules one press away, one accepted, several refused at once, undone', async ({ openedPage: page }) => {
  const people = await openSample(page);
  await people.go('/roles');
  const [total = 0] = numbersOf(await people.lead.innerText());
  expect(total).toBeGreaterThan(5);

  await test.step('a reason opens its rule, with what it finds and leaves alone', async () => {
    await people.main.getByRole('button', { name: /^Le regole di/ }).first().press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'Trova' }).first()).toBeVisible();
    await expect(dialog.getByRole('heading', { name: 'Lascia stare' }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await people.main.getByRole('button', { name: /: vedi la regola$/ }).first().press('Enter');
    await expect(dialog.locator('.rule-entry').first()).toContainText('la regola di questo indizio');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('one is accepted', async () => {
    await people.main.getByRole('button', { name: /^È così: / }).first().press('Enter');
    await expect.poll(async () => numbersOf(await people.lead.innerText())[0], { timeout: 60_000 }).toBe(total - 1);
  });

  await test.step('two are refused at once and come back with one undo', async () => {
    const boxes = people.main.getByRole('checkbox', { name: /^Scegli (?!tutti)/ });
    await boxes.nth(0).press('Space');
    await boxes.nth(1).press('Space');
    await people.main.getByRole('button', { name: 'Non è così per i 2 scelti' }).press('Enter');
    await expect.poll(async () => numbersOf(await people.lead.innerText())[0], { timeout: 60_000 }).toBe(total - 3);
    await page.getByRole('button', { name: /^Annulla/ }).first().click();
    await expect.poll(async () => numbersOf(await people.lead.innerText())[0], { timeout: 60_000 }).toBe(total - 1);
  });
});

test('every view, in both languages and themes, wide and narrow: accessible, in words, without overflow', async ({ openedPage: page }) => {
  const people = await openSample(page);
  const room = new RoomPage(page);
  await people.go('');
  await people.main.locator('.people-link').nth(2).press('Enter');
  await people.settle();
  const account = `/account/${page.url().split('/account/')[1]?.split('?')[0] ?? ''}` as const;
  for (const language of ['Italiano', 'English'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await room.choose(language, theme);
      // the name of the settings button, which has the focus back, lies over the page
      await people.main.focus();
      await expect(page.getByRole('tooltip')).toHaveCount(0);
      for (const place of ['', '/identities', '/roles', account] as const) {
        await test.step(`${place === '' ? 'list' : place}, ${language}, ${theme}`, async () => {
          await people.go(place);
          if (place === '/identities') await people.queue.getByText(/^(Restano uguali|Unchanged)/).waitFor({ timeout: 60_000 });
          await expectAccessible(page);
          expect.soft(await overflow(page)).toBeLessThanOrEqual(0);
          const text = await people.main.innerText();
          expect.soft(/\{\{|\}\}|\bpeople[.:][a-z]|\bNaN\b|undefined|\[object/.exec(text)?.[0] ?? null).toBeNull();
        });
      }
    }
  }
  await test.step('narrow', async () => {
    await page.setViewportSize({ width: 480, height: 800 });
    for (const place of ['', '/identities', '/roles', account] as const) {
      await people.go(place);
      expect.soft(await page.evaluate(() => { const main = document.querySelector('main'); return main === null ? 0 : main.scrollWidth - main.clientWidth; }), place).toBeLessThanOrEqual(0);
    }
  });
});
