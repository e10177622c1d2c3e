import { defineConfig } from 'playwright/test';
import { findChromium } from './tests/support/chromium.ts';

process.env['TZ'] = 'Europe/Rome';
const browser = await findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // a test is a server, an engine and a browser: one at a time is what two processors carry
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    colorScheme: 'light',
    viewport: { width: 1280, height: 800 },
    trace: 'off',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    ...(browser === null ? {} : { launchOptions: { executablePath: browser.executablePath, args: [...browser.args] } }),
  },
  metadata: { browser: browser?.found ?? 'none' },
});
