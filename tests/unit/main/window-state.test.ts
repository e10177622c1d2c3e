import { expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWindowState, visibleState, writeWindowState } from '../../../src/main/window-state.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };

test('a window comes back where it was', () => {
  const folder = temporaryFolder();
  const state = { x: 10, y: 20, width: 1400, height: 900, maximised: true };
  writeWindowState(folder, state);
  expect(readWindowState(folder)).toEqual(state);
});

test('a missing, damaged or absurd state is the first one', () => {
  const folder = temporaryFolder();
  const first = { width: 1280, height: 800, maximised: false };
  expect(readWindowState(folder)).toEqual(first);
  writeFileSync(join(folder, 'window.json'), '{"width":');
  expect(readWindowState(folder)).toEqual(first);
  writeFileSync(join(folder, 'window.json'), '{"width":1e9,"height":2,"maximised":false}');
  expect(readWindowState(folder)).toEqual(first);
});

test('a place that no screen shows is forgotten, the size kept', () => {
  const away = { x: 2500, y: 100, width: 1400, height: 900, maximised: false };
  expect(visibleState(away, [SCREEN])).toEqual({ width: 1400, height: 900, maximised: false });
  expect(visibleState(away, [SCREEN, { x: 1920, y: 0, width: 1920, height: 1080 }])).toEqual(away);
});
