import { isBuildOld } from '../src/engine/build-age.ts';
import { ROOT, runNode } from './run-program.ts';

/** Builds the three parts when their sources changed. False, after showing why, when the build failed. */
export async function buildWorkbench(): Promise<boolean> {
  if (!isBuildOld(ROOT)) return true;
  process.stdout.write('building the workbench\n');
  const { code, output } = await runNode('node_modules/electron-vite/bin/electron-vite.js', ['build']);
  if (code !== 0) process.stderr.write(output);
  return code === 0;
}
