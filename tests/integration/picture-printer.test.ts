import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pagePictures } from '../../src/app/present/page-pictures.ts';
import { pictureSize, printedPictures } from '../../src/engine/picture-printer.ts';
import { findChromium } from '../support/chromium.ts';
import { madeUpReport } from '../support/made-up-report.ts';

const browser = await findChromium();
const options = { executablePath: browser?.executablePath ?? null, args: browser?.args ?? [] };
const pictures = pagePictures(madeUpReport);

/** Width, height and how many different rows of pixels a PNG has. */
function pixelsOf(bytes: Uint8Array): { width: number; height: number; rows: number } {
  const file = Buffer.from(bytes);
  expect(file.subarray(1, 4).toString('latin1')).toBe('PNG');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) if (file.subarray(at + 4, at + 8).toString('latin1') === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const line = raw.length / height;
  return { width, height, rows: new Set(Array.from({ length: height }, (_, row) => raw.subarray(row * line, (row + 1) * line).toString('latin1'))).size };
}

test('a picture has the size that it gives itself, or none', () => {
  expect(pictures.map(({ svg }) => pictureSize(svg)?.width)).toEqual([640, 640, 640, 640, 640, 340]);
  for (const wrong of ['', '<svg>', '<svg width="0" height="5">', '<svg width="99999" height="5">', '<p width="5" height="5">', '<svg viewBox="0 0 5 5" data-width="5" height="5">']) expect(pictureSize(wrong)).toBeNull();
});

test.skipIf(browser === null)('every chart is drawn at twice its size, and something is on it', async () => {
  const drawn = await printedPictures(pictures, options);
  if (!drawn.ok) throw new Error(drawn.failure.message);
  expect(drawn.value.map(({ name }) => name)).toEqual(pictures.map(({ name }) => name));
  drawn.value.forEach(({ bytes }, place) => {
    const size = pictureSize(pictures[place]?.svg ?? '');
    const { width, height, rows } = pixelsOf(bytes);
    expect([width, height]).toEqual([(size?.width ?? 0) * 2, Math.round((size?.height ?? 0) * 2)]);
    expect(rows).toBeGreaterThan(40);
  });
});

test('without a browser, or without a size, it says what is missing', async () => {
  expect(await printedPictures(pictures, { executablePath: null })).toMatchObject({ ok: false, failure: { code: 'missing-capability', message: expect.stringContaining('ask for svg') as string } });
  expect(await printedPictures([{ name: 'x', svg: '<svg/>' }], options)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  expect(await printedPictures([], { executablePath: null })).toEqual({ ok: true, value: [] });
});
