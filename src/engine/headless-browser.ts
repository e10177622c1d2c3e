import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { failed, success, type Outcome } from '../contract/outcome.ts';
import { browserPipe, type BrowserPipe } from './browser-pipe.ts';
import { foundChromium } from './found-chromium.ts';

/** Keeps the browser off any network, out of any profile and without scripts. */
const CLOSED = [
  '--headless', '--remote-debugging-pipe', '--no-first-run', '--no-default-browser-check', '--no-startup-window',
  '--disable-background-networking', '--disable-component-update', '--disable-domain-reliability', '--disable-sync', '--disable-extensions', '--disable-default-apps',
  '--dns-prefetch-disable', '--no-pings', '--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=127.0.0.1:1', '--proxy-bypass-list=<-loopback>',
  '--disable-gpu', '--hide-scrollbars', '--mute-audio', '--password-store=basic', '--use-mock-keychain',
] as const;
/** Variables of this process that a browser needs to run; no other is handed on. */
const HANDED_ON = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'FONTCONFIG_FILE', 'SYSTEMROOT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'] as const;
const LOAD_MS = 10_000;

/** How printing and drawing are done. */
export interface PrintOptions {
  /** The browser; the one {@link foundChromium} finds where left out. */
  readonly executablePath?: string | null;
  /** Further switches, for browsers that need some to start. */
  readonly args?: readonly string[];
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** A page of the browser that holds a document of ours and runs no script. */
export interface BrowserPage {
  /** Asks about this page. @throws Error in the browser's own words. */
  readonly ask: (method: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
  /** Replaces the document and waits until it is loaded, ten seconds at most. */
  readonly show: (html: string) => Promise<void>;
}

/**
 * Does something on a page of a Chromium, Chrome or Edge of this machine, in a process of its own: no window, no profile, no
 * script, no network; it is spoken to over a pipe and holds documents in memory. What it needs on disk lies in a private
 * temporary folder, named after its purpose, that goes with it. Failures: `missing-capability` without a browser, `cancelled`, `io-error` when it ends,
 * refuses or takes longer than `timeoutMs` (a minute).
 */
export async function inBrowser<Value>(purpose: 'pdf' | 'png', work: (page: BrowserPage) => Promise<Value>, { executablePath = foundChromium(), args = [], signal, timeoutMs = 60_000 }: PrintOptions = {}): Promise<Outcome<Value>> {
  if (executablePath === null) return failed('missing-capability', 'no Chromium, Chrome or Edge was found to print with: name one in CHROMIUM_PATH, or save the HTML report and print it from a browser');
  if (hasEnded(signal)) return failed('cancelled', 'what was to be printed was cancelled');
  const folder = await mkdtemp(join(tmpdir(), `tribuna-${purpose}-`));
  // as root Chromium starts without its sandbox or not at all
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = spawn(executablePath, [...CLOSED, ...asRoot, `--user-data-dir=${folder}`, ...args], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: Object.fromEntries(HANDED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))), windowsHide: true });
  let reason: 'cancelled' | 'late' | 'absent' | null = null;
  const stop = (why: 'cancelled' | 'late'): void => {
    reason ??= why;
    browser.kill('SIGKILL');
  };
  const cancel = (): void => stop('cancelled');
  const late = setTimeout(() => stop('late'), timeoutMs);
  signal?.addEventListener('abort', cancel, { once: true });
  if (hasEnded(signal)) cancel();
  const gone = new Promise<void>((resolve) => {
    browser.once('error', () => {
      reason ??= 'absent';
      resolve();
    });
    browser.once('exit', () => resolve());
  });
  try {
    const pipe = pipeOf(browser);
    void gone.then(() => pipe.end('the browser ended'));
    return success(await work(await openedPage(pipe)));
  } catch (error) {
    const why = reason as 'cancelled' | 'late' | 'absent' | null;
    if (why === 'cancelled') return failed('cancelled', 'what was to be printed was cancelled');
    if (why === 'absent') return failed('missing-capability', 'the browser that should print could not be started: name another in CHROMIUM_PATH');
    return failed('io-error', why === 'late' ? `the browser did not finish printing within ${String(Math.round(timeoutMs / 1000))} seconds` : `the browser could not print: ${error instanceof Error ? error.message : 'unknown'}`);
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', cancel);
    browser.kill('SIGKILL');
    await gone;
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
  }
}

/** Asked again after every wait: the compiler would take the first answer for the last. */
function hasEnded(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function pipeOf(browser: ChildProcess): BrowserPipe {
  const [said, heard] = [browser.stdio[3], browser.stdio[4]];
  if (!(said instanceof Writable) || !(heard instanceof Readable)) throw new Error('it opened no pipe');
  return browserPipe(said, heard);
}

async function openedPage(pipe: BrowserPipe): Promise<BrowserPage> {
  const { targetId } = await pipe.ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId: attached } = await pipe.ask('Target.attachToTarget', { targetId, flatten: true });
  const sessionId = String(attached);
  await pipe.ask('Page.enable', {}, sessionId);
  await pipe.ask('Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
  const { frameTree } = (await pipe.ask('Page.getFrameTree', {}, sessionId)) as { readonly frameTree?: { readonly frame?: { readonly id?: string } } };
  const frameId = frameTree?.frame?.id ?? '';
  return {
    ask: (method, parameters = {}) => pipe.ask(method, parameters, sessionId),
    async show(html) {
      const loaded = pipe.next('Page.loadEventFired');
      await pipe.ask('Page.setDocumentContent', { frameId, html }, sessionId);
      let waited: NodeJS.Timeout | undefined;
      await Promise.race([loaded, new Promise<void>((resolve) => void (waited = setTimeout(resolve, LOAD_MS)))]);
      clearTimeout(waited);
    },
  };
}
