import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from 'playwright/test';
import { findChromium } from '../support/chromium.ts';
import { servedFolder } from '../support/served-folder.ts';

interface Workbench {
  /** The address with its one-time token. */
  readonly address: string;
  readonly projectsFolder: string;
}

/** Copies the analysed sample, which the program keeps beside the projects, from one folder into another that has none. */
function copySample(from: string, to: string): void {
  const kept = readdirSync(from).filter((name) => /^sample-.*\.tribuna$/.test(name));
  for (const name of kept) if (!readdirSync(to).includes(name)) copyFileSync(join(from, name), join(to, name));
}

/**
 * A test with a loopback server of its own; a console error, a warning or a thrown error in the page fails it. The first test
 * that opens the sample has it analysed; the others find it as a second start of the program would.
 */
export const test = base.extend<{ workbench: Workbench; complaints: string[]; openedPage: Page }, { sampleFolder: string }>({
  sampleFolder: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'tribuna-e2e-sample-'));
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  workbench: async ({ sampleFolder }, use) => {
    const projectsFolder = mkdtempSync(join(tmpdir(), 'tribuna-e2e-'));
    copySample(sampleFolder, projectsFolder);
    const { address, stop } = await servedFolder(projectsFolder);
    await use({ address, projectsFolder });
    await stop();
    copySample(projectsFolder, sampleFolder);
    rmSync(projectsFolder, { recursive: true, force: true });
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
    await use(complaints);
    expect(complaints, 'errors and warnings of the page').toEqual([]);
  },
  openedPage: async ({ page, workbench, complaints }, use) => {
    void complaints;
    await page.goto(workbench.address);
    await use(page);
  },
});

test.beforeAll(async () => {
  test.skip((await findChromium()) === null, 'no Chromium on this machine: set CHROMIUM_PATH, or run `npx playwright install chromium`');
});

/** Waits until nothing on the page is on its way any more: half-faded text has no contrast of its own. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.skeleton') === null && document.getAnimations().every((animation) => animation.playState !== 'running' || animation.effect?.getComputedTiming().iterations === Infinity));
}

/** Asserts that axe finds nothing to complain about on the page at rest: what is being asked again is paler until it has come. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('.answer-refreshing')).toHaveCount(0);
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)).toEqual([]);
}

export { expect };
