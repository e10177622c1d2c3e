import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWorkbench } from './build-workbench.ts';
import { presentElectron } from './electron-runtime.ts';
import { ROOT } from './run-program.ts';

// `npm run dev`: builds on every change and keeps a host running; reload the page to see the change. The pages are the
// built ones under the same policy as in use, so nothing works here that would be blocked there.
if (!(await buildWorkbench())) process.exit(1);
const watcher = spawn(process.execPath, [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--watch'], { cwd: ROOT, stdio: 'inherit' });
const { executable } = presentElectron();
const inWindow = executable !== null && (process.platform !== 'linux' || process.env['DISPLAY'] !== undefined);
const host = inWindow
  ? spawn(executable, [ROOT], { cwd: ROOT, stdio: 'inherit' })
  : spawn(process.execPath, ['--watch-preserve-output', `--watch-path=${join(ROOT, 'src')}`, join(ROOT, 'src/serve/main.ts'), ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    watcher.kill(signal);
    host.kill(signal);
  });
}
host.once('close', (code) => {
  watcher.kill();
  process.exit(code ?? 0);
});
