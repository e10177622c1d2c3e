import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/**
 * Runs the command line as somebody who may not write everywhere. The superuser, who may, gives that power up, as nobody else may
 * reach the folder that holds these sources. `folder` takes the state of the program.
 */
export function powerlessCommand(folder: string, words: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const state = join(folder, 'state');
  mkdirSync(state, { recursive: true });
  const powerless = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--'] : [];
  const [command, ...rest] = [...powerless, process.execPath, join(ROOT, 'src/cli/main.ts'), ...words, '--json'] as const;
  return spawnSync(command, rest, { encoding: 'utf8', env: { ...process.env, TRIBUNA_STATE: state, HOME: state }, cwd: '/' });
}
