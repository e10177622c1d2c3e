import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'resources/lexicons', 'package-lock.json', 'electron.vite.config.ts'];
const BUILT = ['out/renderer/index.html', 'out/main/index.js', 'out/preload/index.cjs'];

/** Whether any source below the program's root folder is newer than the oldest built file, or a built file is missing. Looks at every source: some tens of milliseconds. */
export function isBuildOld(root: string): boolean {
  const built = BUILT.map((path) => changedAtMs(join(root, path)));
  return Math.min(...built) === 0 || Math.max(...SOURCES.map((path) => changedAtMs(join(root, path)))) > Math.min(...built);
}

/** Time of the latest change in a file or below a folder, ms; 0 when there is none. */
function changedAtMs(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}
