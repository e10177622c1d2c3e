import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication } from 'playwright/test';
import { presentElectron } from '../../scripts/electron-runtime.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const runtime = presentElectron(ROOT);

/** Why the desktop window cannot be opened on this machine; null where it can. */
export const noElectron: string | null = runtime.executable === null ? runtime.reason : process.platform === 'linux' && process.env['DISPLAY'] === undefined ? 'there is no display for a window' : null;

/** Starts the built product with a home of the test's own, so that no folder of the person's is touched. */
export function launchElectron(folder: string): Promise<ElectronApplication> {
  const inherited = Object.entries(process.env).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  const env = { ...Object.fromEntries(inherited), HOME: folder, LANG: 'it_IT.UTF-8' };
  return _electron.launch({ executablePath: runtime.executable ?? '', args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}`, ROOT], env });
}
