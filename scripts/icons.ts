import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../tests/support/chromium.ts';
import { appleIcon, APPLE_SIZES, windowsIcon, WINDOWS_SIZES } from './icon-files.ts';
import { ROOT } from './run-program.ts';

// `npm run icons`: draws resources/icon.svg and file-icon.svg in every size that a system asks for, with a Chromium of this
// machine: PNG for Linux, .ico for Windows, .icns for macOS. Run again only when a drawing changes.
const LINUX_SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024] as const;
const browser = await findChromium();
if (browser === null) {
  process.stderr.write('no Chromium to draw with: set CHROMIUM_PATH\n');
  process.exit(1);
}
const opened = await chromium.launch({ executablePath: browser.executablePath, args: [...browser.args] });
const page = await opened.newPage({ viewport: { width: 1024, height: 1024 } });
for (const [name, folder] of [['icon', 'icons'], ['file-icon', 'file-icons']] as const) {
  const drawing = readFileSync(join(ROOT, 'resources', `${name}.svg`), 'utf8');
  const drawn = new Map<number, Buffer>();
  for (const size of new Set([...LINUX_SIZES, ...WINDOWS_SIZES, ...APPLE_SIZES])) {
    await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block;width:${String(size)}px;height:${String(size)}px}</style>${drawing}`);
    drawn.set(size, await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } }));
  }
  const of = (sizes: readonly number[]): (readonly [number, Buffer])[] => sizes.map((size) => [size, drawn.get(size) ?? Buffer.alloc(0)] as const);
  mkdirSync(join(ROOT, 'resources', folder), { recursive: true });
  for (const [size, bytes] of of(LINUX_SIZES)) writeFileSync(join(ROOT, 'resources', folder, `${String(size)}x${String(size)}.png`), bytes);
  writeFileSync(join(ROOT, 'resources', `${name}.ico`), windowsIcon(of(WINDOWS_SIZES)));
  writeFileSync(join(ROOT, 'resources', `${name}.icns`), appleIcon(new Map(of(APPLE_SIZES))));
}
await opened.close();
process.stdout.write('icons drawn into resources/\n');
