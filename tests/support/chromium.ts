import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';

/** Switches of the carried browser that would switch off what these tests are about, or are Playwright's to choose. */
const LOOSENING = /^--(single-process|headless|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|disable-features=.*)/;

/** A browser to test in, and how to start it. */
export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly found: string;
}

/**
 * Finds Chromium, in this order: CHROMIUM_PATH, Playwright's own, the system's, the one that @sparticuz/chromium carries
 * (Linux on x64 only). Null when this machine has none.
 */
export async function findChromium(): Promise<Browser | null> {
  const args = ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'];
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) return { executablePath: named, args, found: 'CHROMIUM_PATH' };
  if (existsSync(chromium.executablePath())) return { executablePath: chromium.executablePath(), args: [], found: "Playwright's own" };
  for (const path of ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']) {
    if (existsSync(path)) return { executablePath: path, args, found: path };
  }
  return carriedChromium();
}

async function carriedChromium(): Promise<Browser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const manifest = new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  // it unpacks into TMPDIR and trusts whatever lies there already: one folder for each version
  const folder = join(tmpdir(), `tribuna-chromium-${version}`);
  mkdirSync(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: carried } = await import('@sparticuz/chromium');
    return { executablePath: await carried.executablePath(), args: carried.args.filter((word) => !LOOSENING.test(word)), found: '@sparticuz/chromium' };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
