import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNode } from './run-program.ts';

const DOWNLOAD_PATIENCE_MS = 180_000;
const REACH_PATIENCE_MS = 5_000;
const RELEASES = 'https://github.com/electron/electron/releases';

/** A runtime that can open the window, or why there is none. */
export type ElectronRuntime = { readonly executable: string } | { readonly executable: null; readonly reason: string };

/** Looks for Electron's runtime on this machine: ELECTRON_OVERRIDE_DIST_PATH first, then the electron package's own. */
export function presentElectron(root: string = ROOT): ElectronRuntime {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = join(root, 'node_modules', 'electron');
  const nameFile = join(folder, 'path.txt');
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8') : platformName();
  const executable = override === undefined ? join(folder, 'dist', name) : join(override, name);
  return existsSync(executable) ? { executable } : { executable: null, reason: "Electron's runtime is not on this machine" };
}

/**
 * Downloads Electron's runtime with its own installer, whose progress is shown. Asks first, for five seconds, whether
 * the place it comes from can be reached at all, so that a machine without internet is not kept waiting.
 */
export async function downloadElectron(): Promise<ElectronRuntime> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? RELEASES;
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACH_PATIENCE_MS) });
  } catch {
    return { executable: null, reason: "Electron's runtime is not on this machine and its download cannot be reached" };
  }
  process.stdout.write("downloading Electron's runtime (about 120 MB, first start only)\n");
  const { code } = await runNode('node_modules/electron/install.js', [], { show: true, timeoutMs: DOWNLOAD_PATIENCE_MS });
  const found = presentElectron();
  return code === 0 && found.executable !== null ? found : { executable: null, reason: "Electron's runtime could not be downloaded" };
}

function platformName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
