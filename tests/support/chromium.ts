import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';

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
  const { version } = createRequire(import.meta.url)('@sparticuz/chromium/package.json') as { version: string };
  // it unpacks into TMPDIR and trusts whatever lies there already: one folder for each version
  const folder = join(tmpdir(), `tribuna-chromium-${version}`);
  mkdirSync(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: carried } = await import('@sparticuz/chromium');
    return { executablePath: await carried.executablePath(), args: carried.args.filter((word) => !/^--(single-process|headless)/.test(word)), found: '@sparticuz/chromium' };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
