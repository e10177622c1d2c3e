import { fileURLToPath } from 'node:url';
import { _electron, errors, type ElectronApplication } from 'playwright/test';
import { presentElectron } from '../../scripts/electron-runtime.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const runtime = presentElectron(ROOT);

/** Why the desktop window cannot be opened on this machine; null where it can. */
export const noElectron: string | null = runtime.executable === null ? runtime.reason : process.platform === 'linux' && process.env['DISPLAY'] === undefined ? 'there is no display for a window' : null;

/** A start takes a few seconds; the driver now and then misses that the program is there, and would wait for three minutes. */
const START_MS = 45_000;

/** Starts the built product, with further switches, and a home of the test's own, so that no folder of the person's is touched; a start that the driver missed is made once more. */
export async function launchElectron(folder: string, switches: readonly string[] = []): Promise<ElectronApplication> {
  const inherited = Object.entries(process.env).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  const env = { ...Object.fromEntries(inherited), HOME: folder, LANG: 'it_IT.UTF-8' };
  const start = (): Promise<ElectronApplication> => _electron.launch({ executablePath: runtime.executable ?? '', args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}`, ...switches, ROOT], env, timeout: START_MS });
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    const againAtMs = performance.now();
    const app = await start();
    // a start that is merely slow must not hide behind the second one
    console.warn(`the desktop window was not there after ${String(START_MS / 1000)} s and was started again: then it took ${((performance.now() - againAtMs) / 1000).toFixed(1)} s`);
    return app;
  }
}
