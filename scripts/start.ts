import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWorkbench } from './build-workbench.ts';
import { downloadElectron, presentElectron, type ElectronRuntime } from './electron-runtime.ts';
import { ROOT } from './run-program.ts';

// `npm start`: 1. build what changed; 2. the window when Electron's runtime is here or can be had; 3. otherwise the same
// workbench in the browser. `--browser` asks for the browser; other options go to the loopback host.
const { values, tokens } = parseArgs({ options: { browser: { type: 'boolean' } }, strict: false, allowPositionals: true, tokens: true });
const passed = process.argv.slice(2).filter((_word, position) => !tokens.some((token) => token.kind === 'option' && token.name === 'browser' && token.index === position));

/** A window that ends in failure this soon never opened. */
const QUICK_END_MS = 5_000;

if (!(await buildWorkbench())) process.exit(1);
const runtime = await usableElectron();
if (runtime.executable !== null) {
  process.stdout.write("opening Tribuna in its own window: Electron's runtime is here\n");
  const startedAt = performance.now();
  const code = await follow(runtime.executable, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT]);
  if (code === 0 || performance.now() - startedAt > QUICK_END_MS) process.exit(code);
  process.exit(await inBrowser('the window could not be opened on this machine'));
} else {
  process.exit(await inBrowser(runtime.reason));
}

function inBrowser(reason: string): Promise<number> {
  process.stdout.write(`opening Tribuna in the browser: ${reason}\n`);
  return follow(process.execPath, [join(ROOT, 'src', 'serve', 'main.ts'), ...passed]);
}

async function usableElectron(): Promise<ElectronRuntime> {
  if (values['browser'] === true) return { executable: null, reason: 'asked for with --browser' };
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) {
    return { executable: null, reason: 'there is no desktop to open a window on' };
  }
  const present = presentElectron();
  return present.executable === null ? downloadElectron() : present;
}

/** Runs a program in the foreground and resolves to its exit code: its output is ours, our signals are its. */
function follow(command: string, parameters: readonly string[]): Promise<number> {
  const child = spawn(command, parameters, { cwd: ROOT, stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code ?? 0);
    });
  });
}
