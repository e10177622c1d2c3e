import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { htmlReport } from '../../src/present/html/html-report.ts';
import { madeUpReport } from '../support/made-up-report.ts';

const WIDTHS = [1280, 375] as const;

test('a report is read in light, in dark and on a telephone: nothing for axe, nothing beyond the edge, nothing asked of anybody', async ({ page, browserName }, info) => {
  void browserName;
  const file = info.outputPath('report.html');
  writeFileSync(file, htmlReport(madeUpReport));
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(pathToFileURL(file).href);
      await test.step(`${colorScheme}, ${String(width)} px`, async () => {
        for (const summary of await page.locator('summary:visible').all()) await summary.click();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
        // each chart is there once for the eye and once for those who cannot see it
        expect(await page.getByRole('img', { name: /^Grafico/ }).count()).toBe(6);
      });
    }
  }
  expect(complaints).toEqual([]);
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
});

test('a definition is one step away, by pointer and by key', async ({ page }, info) => {
  const file = info.outputPath('report.html');
  writeFileSync(file, htmlReport(madeUpReport));
  await page.goto(pathToFileURL(file).href);
  const term = page.locator('#p-waits .term');
  await expect(term.locator('.tip')).toBeHidden();
  await term.hover();
  await expect(term.locator('.tip')).toBeVisible();
  await term.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#d-restricted-mean-wait$/);
  await expect(page.locator('#d-restricted-mean-wait')).toBeInViewport();
});

test('texts of a chart stand inside their picture and over no other text', async ({ page }, info) => {
  const file = info.outputPath('report.html');
  writeFileSync(file, htmlReport(madeUpReport));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(pathToFileURL(file).href);
    const wrong = await page.evaluate(() => [...document.querySelectorAll('svg[role="img"]')].filter((svg) => svg.getBoundingClientRect().width > 0).flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
      const outside = texts.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(({ words }) => `outside: ${words}`);
      const over = texts.flatMap((one, place) => texts.slice(place + 1).filter(({ box }) => Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left) > 2 && Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top) > 5).map(({ words }) => `${one.words} / ${words}`));
      return [...outside, ...over];
    }));
    expect(wrong, `${String(width)} px`).toEqual([]);
  }
});
