import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { APPLE_SIZES, appleIcon, WINDOWS_SIZES, windowsIcon } from '../../scripts/icon-files.ts';
import { FUSES, PACKAGES } from '../../scripts/package-configuration.ts';
import { filesBelow, ROOT } from '../support/root.ts';

const resource = (name: string): Buffer => readFileSync(join(ROOT, 'resources', name));
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
/** The side of a square PNG, from its head. */
function sideOf(png: Buffer): number {
  expect(png.subarray(0, 8)).toEqual(PNG);
  expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20));
  return png.readUInt32BE(16);
}

test('the packed binary may do what the product needs and nothing else', () => {
  expect(FUSES).toEqual({
    runAsNode: false, enableCookieEncryption: false, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false, enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true, loadBrowserProcessSpecificV8Snapshot: false, grantFileProtocolExtraPrivileges: false,
  });
});

test('there is a package for every system, and none of them looks for a newer one', () => {
  const targets = (list: unknown): string[] => (Array.isArray(list) ? list : []).map((one: { target: string }) => one.target);
  expect(targets(PACKAGES.win?.target)).toEqual(['nsis', 'portable']);
  expect(targets(PACKAGES.mac?.target)).toEqual(['dmg', 'zip']);
  expect(targets(PACKAGES.linux?.target)).toEqual(['AppImage', 'deb']);
  expect(PACKAGES.publish).toBeNull();
  expect(PACKAGES.nsis?.differentialPackage).toBe(false);
  expect(PACKAGES.dmg?.writeUpdateInfo).toBe(false);
  const sources = filesBelow('src', ['.ts', '.tsx']).map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
  expect(sources).not.toMatch(/autoUpdater|electron-updater|update-electron-app/);
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"node_modules\/(electron-updater|update-electron-app)"/);
});

test('project files are the program’s own, with a drawing of their own', () => {
  const [association] = [PACKAGES.fileAssociations ?? []].flat();
  expect(association).toMatchObject({ ext: 'tribuna', role: 'Editor', mimeType: 'application/x-tribuna' });
  for (const ending of ['ico', 'icns']) expect(existsSync(join(ROOT, 'resources', `${String(association?.icon)}.${ending}`))).toBe(true);
});

test.each(['icons', 'file-icons'])('%s: every size that Linux asks for is there and is what its name says', (folder) => {
  for (const size of [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]) expect(sideOf(resource(`${folder}/${String(size)}x${String(size)}.png`))).toBe(size);
});

test.each(['icon', 'file-icon'])('%s.ico and %s.icns hold a picture of every size that is asked for', (name) => {
  const ico = resource(`${name}.ico`);
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, WINDOWS_SIZES.length]);
  const sides = WINDOWS_SIZES.map((_size, at) => sideOf(ico.subarray(ico.readUInt32LE(6 + at * 16 + 12), ico.readUInt32LE(6 + at * 16 + 12) + ico.readUInt32LE(6 + at * 16 + 8))));
  expect(sides).toEqual([...WINDOWS_SIZES]);
  const icns = resource(`${name}.icns`);
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found = new Map<string, number>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) found.set(icns.toString('latin1', at, at + 4), sideOf(icns.subarray(at + 8)));
  expect(Object.fromEntries(found)).toMatchObject({ icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 });
});

test('icon files are put together as their formats say', () => {
  const png = Buffer.from('x'.repeat(10));
  const ico = windowsIcon([[16, png], [256, png]]);
  expect(ico.length).toBe(6 + 32 + 20);
  expect([ico.readUInt8(6), ico.readUInt8(22), ico.readUInt32LE(18), ico.readUInt32LE(34)]).toEqual([16, 0, 38, 48]);
  const icns = appleIcon(new Map(APPLE_SIZES.map((size) => [size, png])));
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  expect(icns.length).toBe(8 + 11 * 18);
});
