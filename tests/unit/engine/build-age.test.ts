import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { isBuildOld } from '../../../src/engine/build-age.ts';
import { quickestThreadFiles } from '../../../src/serve/engine-thread.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const BUILT = ['out/renderer/index.html', 'out/main/index.js', 'out/preload/index.cjs'] as const;

/** Writes files of a program's folder, each changed so many seconds after the first of 2026. */
function programOf(files: Readonly<Record<string, number>>): string {
  const root = temporaryFolder();
  for (const [path, seconds] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
    const at = new Date(Date.UTC(2026, 0, 1) + 1000 * seconds);
    utimesSync(join(root, path), at, at);
  }
  return root;
}

const builtAt = (seconds: number): Record<string, number> => Object.fromEntries(BUILT.map((path) => [path, seconds]));

test('the engine begins from the built files only where no source is newer than any of them', () => {
  const fresh = programOf({ 'src/engine/engine.ts': 10, 'package-lock.json': 5, ...builtAt(20) });
  expect([isBuildOld(fresh), quickestThreadFiles(fresh)]).toEqual([false, { folder: join(fresh, 'out', 'main'), ending: '.js' }]);
  for (const old of [
    programOf({ 'src/engine/engine.ts': 30, ...builtAt(20) }),
    programOf({ 'src/engine/engine.ts': 10, ...builtAt(20), 'out/main/index.js': 5 }),
    programOf({ 'src/engine/engine.ts': 10, 'out/renderer/index.html': 20 }),
    programOf({ 'src/engine/engine.ts': 10 }),
  ]) expect([isBuildOld(old), quickestThreadFiles(old).ending]).toEqual([true, '.ts']);
});
