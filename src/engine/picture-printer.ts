import { failed, success, type Outcome } from '../contract/outcome.ts';
import { inBrowser, type BrowserPage, type PrintOptions } from './headless-browser.ts';

/** A picture to draw, as an SVG document with its width and height in pixels. */
interface DrawnPicture {
  readonly name: string;
  readonly svg: string;
}

/** Pixels of the file for one of the drawing. */
const TIMES = 2;
const LARGEST = 8_000;

/** Width and height that an SVG element gives itself. Null where it gives none, or one that no chart has. */
export function pictureSize(svg: string): { readonly width: number; readonly height: number } | null {
  const head = /^<svg\b[^>]*>/u.exec(svg)?.[0] ?? '';
  const side = (found: RegExpExecArray | null): number => Number(found?.[1] ?? Number.NaN);
  const [width, height] = [side(/\swidth="(\d+(?:\.\d+)?)"/u.exec(head)), side(/\sheight="(\d+(?:\.\d+)?)"/u.exec(head))];
  return width > 0 && width <= LARGEST && height > 0 && height <= LARGEST ? { width, height } : null;
}

/**
 * Draws SVG pictures as PNG at twice their size, by a Chromium, Chrome or Edge of this machine under the same locks as
 * {@link printedPdf}: no window, no profile, no script, no network. One browser draws all of them, some 200 ms each; the letters
 * are those of this machine. Failures as of `printedPdf`, and `invalid-input` for a picture without a size.
 */
export async function printedPictures(pictures: readonly DrawnPicture[], options: PrintOptions & { readonly ground?: string } = {}): Promise<Outcome<readonly { readonly name: string; readonly bytes: Uint8Array }[]>> {
  const sizes = pictures.map(({ svg }) => pictureSize(svg));
  if (sizes.includes(null)) return failed('invalid-input', 'a picture has no size of its own');
  if (pictures.length === 0) return success([]);
  const made = await inBrowser('png', async (page) => {
    const drawn: { name: string; bytes: Uint8Array }[] = [];
    for (const [place, { name, svg }] of pictures.entries()) drawn.push({ name, bytes: await drawnPicture(page, { svg, ground: options.ground ?? '#FFFFFF', ...(sizes[place] ?? { width: 1, height: 1 }) }) });
    return drawn;
  }, options);
  return !made.ok && made.failure.code === 'missing-capability' ? failed('missing-capability', 'no Chromium, Chrome or Edge was found to draw PNG with: name one in CHROMIUM_PATH, or ask for svg') : made;
}

async function drawnPicture(page: BrowserPage, { svg, ground, width, height }: { readonly svg: string; readonly ground: string; readonly width: number; readonly height: number }): Promise<Uint8Array> {
  await page.show(`<!DOCTYPE html><meta charset="utf-8"><style>html,body{margin:0;background:${ground}}svg{display:block}</style>${svg}`);
  const { data } = await page.ask('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, clip: { x: 0, y: 0, width, height, scale: TIMES } });
  if (typeof data !== 'string') throw new Error('it gave no picture');
  return new Uint8Array(Buffer.from(data, 'base64'));
}
