import { expect, test } from 'vitest';
import { foundChromium } from '../../../src/engine/found-chromium.ts';

const machine = (platform: NodeJS.Platform, here: readonly string[], variables: Record<string, string> = {}) => ({ platform, variables, runs: (path: string) => here.includes(path) });

test('the browser that is named is the only one asked for', () => {
  expect(foundChromium(machine('linux', ['/x/chrome', '/usr/bin/chromium'], { CHROMIUM_PATH: '/x/chrome' }))).toBe('/x/chrome');
  expect(foundChromium(machine('linux', ['/usr/bin/chromium'], { CHROMIUM_PATH: '/gone' }))).toBeNull();
});

test('names on PATH come before usual places', () => {
  expect(foundChromium(machine('linux', ['/usr/bin/chromium', '/home/x/bin/google-chrome'], { PATH: '/home/x/bin:relative' }))).toBe('/home/x/bin/google-chrome');
  expect(foundChromium(machine('linux', ['/usr/bin/chromium']))).toBe('/usr/bin/chromium');
  expect(foundChromium(machine('linux', []))).toBeNull();
});

test('Chrome and Edge are found on macOS and Windows', () => {
  expect(foundChromium(machine('darwin', ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge']))).toBe('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
  expect(foundChromium(machine('win32', ['C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'], { PROGRAMFILES: 'C:\\Program Files' }))).toBe('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
});
