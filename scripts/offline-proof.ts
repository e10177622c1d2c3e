import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { _electron } from 'playwright';
import { findChromium } from '../tests/support/chromium.ts';
import { buildWorkbench } from './build-workbench.ts';
import { presentElectron } from './electron-runtime.ts';
import { callsByFamily, runWatched, watchedCommand, workingWatch, type NetworkWatch } from './network-trace.ts';
import { ROOT } from './run-program.ts';

// `npm run offline-proof [-- --only terminal|window]`: the whole task (the sample opened, analysed, every format written) by the
// command line and by the desktop window, each under strace and in a namespace without a network, where this machine has them.
// Prints what was called by family of addresses; ends with 1 when an address of the internet was ever named. What cannot be
// run here is said and is no success: the last line counts it.
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const TASK_MS = 900_000;

interface Proof {
  readonly name: string;
  readonly calls: ReadonlyMap<string, number>;
  readonly outside: readonly string[];
  /** What went wrong with the task itself, null when it was done. */
  readonly wrong: string | null;
}

const watch = await workingWatch();
if (watch === null) {
  process.stdout.write('skipped: neither strace nor a namespace without a network works on this machine, so nothing is proved here\n');
  process.exit(0);
}
process.stdout.write(`watch: ${[watch.namespace ? 'a namespace without a network (unshare -rn)' : '', watch.trace ? 'connect, sendto, sendmsg and sendmmsg written down (strace -f)' : ''].filter((part) => part !== '').join(', ')}\n`);
const proofs: Proof[] = [];
const skipped: string[] = [];
if (values.only !== 'window') proofs.push(await terminalProof(watch));
if (values.only !== 'terminal') {
  const runtime = presentElectron();
  if (runtime.executable === null) skipped.push(`the desktop window: ${runtime.reason}`);
  else if (process.env['DISPLAY'] === undefined) skipped.push('the desktop window: there is no display (xvfb-run gives one)');
  else if (!(await buildWorkbench())) process.exit(1);
  else proofs.push(await windowProof(watch, runtime.executable));
}
for (const { name, calls, outside, wrong } of proofs) {
  process.stdout.write(`\n${name}: ${wrong === null ? 'the task was done' : `FAILED: ${wrong}`}\n`);
  for (const [call, times] of calls) process.stdout.write(`  ${call}: ${String(times)}\n`);
  process.stdout.write(`  addresses of the internet: ${String(outside.length)}\n`);
  for (const line of outside.slice(0, 20)) process.stdout.write(`    ${line}\n`);
}
for (const one of skipped) process.stdout.write(`\nskipped: ${one}\n`);
const held = proofs.filter(({ outside, wrong }) => outside.length === 0 && wrong === null).length;
process.stdout.write(`\n${String(held)} held, ${String(proofs.length - held)} failed, ${String(skipped.length)} skipped\n`);
process.exitCode = held === proofs.length ? 0 : 1;

async function terminalProof(how: NetworkWatch): Promise<Proof> {
  const folder = mkdtempSync(join(tmpdir(), 'tribuna-offline-'));
  const browser = await findChromium();
  try {
    const { code, output, calls, outside } = await runWatched(how, [process.execPath, join(ROOT, 'src/cli/main.ts'), 'demo', '--to', folder], { timeoutMs: TASK_MS, env: browser === null ? {} : { CHROMIUM_PATH: browser.executablePath } });
    return { name: `command line (demo: sample, analysis, every format; ${output.includes('.pdf') ? 'a PDF printed by a browser of this machine' : 'no PDF, as no browser prints here'})`, calls, outside, wrong: code === 0 ? null : output.split('\n').find((line) => /error/i.test(line)) ?? output.trim().split('\n').at(-1) ?? `code ${String(code)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The window is driven from outside, by a debugger that it listens for; the debugger's own process is not watched. */
async function windowProof({ trace }: NetworkWatch, executable: string): Promise<Proof> {
  const folder = mkdtempSync(join(tmpdir(), 'tribuna-offline-'));
  const [log, wrapper] = [join(folder, 'trace'), join(folder, 'watched-electron')];
  const name = 'desktop window (sample, analysis, every room shown, every format written, a report printed)';
  if (!trace) return { name, calls: new Map(), outside: [], wrong: 'strace does not work here, and a debugger cannot reach into a namespace' };
  // a process under a trace cannot make its sandbox; pages keep theirs as far as the system lets them
  writeFileSync(wrapper, `#!/bin/sh\nexec ${watchedCommand({ namespace: false, trace }, log, [executable]).map((word) => `'${word}'`).join(' ')} "$@"\n`);
  chmodSync(wrapper, 0o700);
  let wrong: string | null;
  try {
    const inherited = Object.entries(process.env).flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, value]]));
    const app = await _electron.launch({ executablePath: wrapper, args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'state')}`, ROOT], env: { ...Object.fromEntries(inherited), HOME: folder }, timeout: 120_000 });
    try {
      const page = await app.firstWindow();
      page.setDefaultTimeout(TASK_MS);
      wrong = await page.evaluate(async () => {
        const { tribuna } = globalThis as unknown as { tribuna: { call(operation: string, input: unknown): Promise<{ ok: boolean; value?: { files?: { format: string; base64: string }[] }; failure?: { code: string } }> } };
        const steps: readonly (readonly [operation: string, input: unknown])[] = [['project.openSample', {}], ['analyse.run', {}], ...(['it', 'en'] as const).map((language) => ['present.write', { language, audience: 'client', formats: ['pptx', 'html', 'xlsx', 'csv'] }] as const)];
        for (const [operation, input] of steps) {
          const outcome = await tribuna.call(operation, input);
          if (!outcome.ok) return `${operation}: ${outcome.failure?.code ?? 'failed'}`;
        }
        const print = await tribuna.call('present.write', { language: 'it', audience: 'client', formats: ['print'] });
        const bytes = Uint8Array.from(atob(print.value?.files?.[0]?.base64 ?? ''), (letter) => letter.codePointAt(0) ?? 0);
        const printed = await tribuna.call('host.printPdf', { html: new TextDecoder().decode(bytes) });
        return printed.ok ? null : `host.printPdf: ${printed.failure?.code ?? 'failed'}`;
      });
      await page.reload();
      for (const room of ['overview', 'data', 'messages', 'people', 'tribes', 'response', 'trust', 'value', 'strategy', 'present']) {
        await page.evaluate(`location.hash = ${JSON.stringify(`#/${room}`)}`);
        await page.locator('main').first().waitFor();
        await page.waitForFunction("document.querySelector('.skeleton') === null");
      }
    } finally {
      await app.close();
    }
  } catch (error) {
    wrong = error instanceof Error ? (error.message.split('\n')[0] ?? 'failed') : 'failed';
  }
  const { calls, outside } = callsByFamily(existsSync(log) ? readFileSync(log, 'utf8') : '');
  rmSync(folder, { recursive: true, force: true });
  return { name, calls, outside, wrong: wrong ?? (calls.size === 0 ? 'nothing was written down' : null) };
}
