import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Locator, type Page } from 'playwright';
import { findChromium } from '../tests/support/chromium.ts';
import { heartbeatLine, startHeartbeat, stopHeartbeat } from '../tests/support/heartbeat.ts';
import { servedFolder } from '../tests/support/served-folder.ts';

// `npm run bench:window -- --project FILE.tribuna --csv FILE.csv [--turns 5]`: what a person waits for at the window, in the browser
// host with the built pages. From the start of the program to a window that takes a click; from opening an analysed project to its
// first figures; from setting a filter to the last repaint of a room; and whether the window's thread keeps its beat while a file is
// imported and analysed, and how long a stopped import takes to be gone. The project is copied and brought up to date first. Needs `npm run build`.
const { values } = parseArgs({ options: { project: { type: 'string' }, csv: { type: 'string' }, turns: { type: 'string', default: '5' } } });
const turns = Number(values.turns);
const FILTERS = ['intent=trouble', 'sentiment=negative', 'intent=information&weekday=1', 'language=en', 'tribe=value%3Aeven'] as const;
const ROOMS = ['overview', 'response', 'tribes', 'trust', 'value'] as const;

function told(name: string, durationsMs: readonly number[]): void {
  const sorted = [...durationsMs].sort((one, other) => one - other);
  const at = (share: number): string => `${(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0)} ms`;
  process.stdout.write(`${name}: p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)}, of ${String(sorted.length)}\n`);
}

const WAITING = '.skeleton, [aria-busy="true"], .answer-refreshing';

const goTo = (page: Page, hash: string): Promise<unknown> => page.evaluate(`window.location.hash = ${JSON.stringify(hash)}`);

/** Waits until nothing of the room is being computed or paler for being asked again, and what came has been painted. The page's policy refuses predicates as text, so the loop is the page's own. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const look = () => (document.querySelector('h1') !== null && document.querySelector('${WAITING}') === null ? resolve() : requestAnimationFrame(look));
    requestAnimationFrame(look);
  })`);
}

/** From setting a filter to the frame in which nothing of the room waits any more, by the page's own clock; the first calm frames may be those before anything was asked. */
function filtered(page: Page, hash: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const startedAtMs = performance.now();
    let calm = 0;
    window.location.hash = ${JSON.stringify(hash)};
    const look = () => {
      calm = document.querySelector('${WAITING}') === null ? calm + 1 : 0;
      if (calm >= 3) resolve(performance.now() - startedAtMs);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`);
}

/** Start of the program to a first screen whose button takes a click. */
async function coldStarts(browser: Browser, folder: string): Promise<number[]> {
  const starts: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const startedAtMs = performance.now();
    const serving = await servedFolder(folder);
    const context = await browser.newContext({ locale: 'it-IT', viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(serving.address);
    await page.getByRole('button', { name: 'Apri l’esempio' }).click({ trial: true });
    starts.push(performance.now() - startedAtMs);
    await context.close();
    await serving.stop();
  }
  return starts;
}

/** Opens the project once and brings it up to date, as the window does after an import: answers that another edition of the program kept in it are not this one's. */
async function settled(folder: string, project: string): Promise<void> {
  const serving = await servedFolder(folder);
  const page = await (await browser.newContext({ locale: 'it-IT' })).newPage();
  await page.goto(serving.address);
  await page.getByRole('button', { name: new RegExp(basename(project, '.tribuna'), 'u') }).first().click();
  await page.locator('.workspace').waitFor({ timeout: 600_000 });
  await page.evaluate(`fetch('/call', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ operation: 'analyse.run', input: {} }) }).then((answer) => answer.text())`);
  await page.context().close();
  await serving.stop();
}

async function rooms(page: Page, project: string): Promise<void> {
  const openedAtMs = performance.now();
  await page.getByRole('button', { name: new RegExp(basename(project, '.tribuna'), 'u') }).first().click();
  await page.locator('.workspace').waitFor();
  await atRest(page);
  process.stdout.write(`open to the first figures of the overview: ${(performance.now() - openedAtMs).toFixed(0)} ms\n`);
  // large projects are taken into memory while nobody asks
  await page.waitForTimeout(20_000);
  for (const room of ROOMS) {
    await goTo(page, `#/${room}`);
    await atRest(page);
    const first: number[] = [];
    const again: number[] = [];
    for (const filter of FILTERS) {
      first.push(await filtered(page, `#/${room}?${filter}`));
      await filtered(page, `#/${room}`);
      again.push(await filtered(page, `#/${room}?${filter}`));
      await filtered(page, `#/${room}`);
    }
    told(`${room}, a filter for the first time`, first);
    told(`${room}, the same filter again`, again);
  }
}

async function jobs(page: Page, csv: string): Promise<void> {
  const status = page.getByRole('contentinfo', { name: 'Stato' });
  const step = async (): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('main').getByRole('button', { name: 'Importa file' }).click();
    await (await chooser).setFiles(csv);
    await page.getByRole('navigation', { name: 'Passi dell’importazione' }).getByRole('button', { name: 'Verifica' }).click();
    await page.getByRole('button', { name: /^Importa \d+ file$/u }).click();
  };
  await page.getByRole('textbox', { name: 'Nome del progetto' }).fill('Misura');
  await page.getByRole('button', { name: 'Crea il progetto' }).click();
  await startHeartbeat(page);
  await page.waitForTimeout(5_000);
  process.stdout.write(`${heartbeatLine('at rest', await stopHeartbeat(page))}\n`);
  const job = (name: string): Locator => status.locator('.status-job', { hasText: name });
  /** Lets a job run for a while, stops it, and tells how long it takes to be gone. */
  const stop = async (name: string): Promise<void> => {
    await job(name).getByRole('button', { name: 'Interrompi' }).waitFor({ timeout: 600_000 });
    await page.waitForTimeout(1_500);
    const pressedAtMs = performance.now();
    await job(name).getByRole('button', { name: 'Interrompi' }).click();
    await job(name).waitFor({ state: 'detached', timeout: 600_000 });
    process.stdout.write(`${name}, stopped: gone after ${(performance.now() - pressedAtMs).toFixed(0)} ms\n`);
  };
  await step();
  await stop('Importazione');
  await goTo(page, '#/data');
  await startHeartbeat(page);
  await step();
  await stop('Analisi');
  await status.getByRole('button', { name: 'Aggiorna l’analisi' }).click();
  await status.getByText(/letto al \d/u).waitFor({ timeout: 1_200_000 });
  process.stdout.write(`${heartbeatLine('import and analysis', await stopHeartbeat(page))}\n`);
}

const found = await findChromium();
if (found === null) throw new Error('no Chromium on this machine: set CHROMIUM_PATH, or run `npx playwright install chromium`');
process.stdout.write(`${String(cpus().length)} processors, Node ${process.versions.node}, ${found.found}\n`);
const folder = mkdtempSync(join(tmpdir(), 'tribuna-bench-window-'));
const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
try {
  told('cold start to a usable window', await coldStarts(browser, folder));
  for (const [kind, file] of [['project', values.project], ['csv', values.csv]] as const) {
    if (file === undefined) continue;
    if (!existsSync(file)) throw new Error(`no such file: ${file}`);
    if (kind === 'project') {
      copyFileSync(file, join(folder, basename(file)));
      await settled(folder, file);
    }
    const serving = await servedFolder(folder);
    const page = await (await browser.newContext({ locale: 'it-IT', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })).newPage();
    await page.goto(serving.address);
    await (kind === 'project' ? rooms(page, file) : jobs(page, file));
    await page.context().close();
    await serving.stop();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
