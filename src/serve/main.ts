import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultStateFolder, productVersion, systemTimeZone } from '../engine/engine-settings.ts';
import { foundChromium } from '../engine/found-chromium.ts';
import { closeNetwork } from '../engine/network-guard.ts';
import { quickestThreadFiles, startEngineThread } from './engine-thread.ts';

// Entry: `serve [--port N] [--projects DIR] [--no-open] [--idle-minutes N]`. Prints one address line and runs until it is
// stopped, or until no page was open for half an hour (or as long as is said; 0: for ever).
const { values } = parseArgs({ options: { port: { type: 'string' }, projects: { type: 'string' }, 'no-open': { type: 'boolean' }, 'idle-minutes': { type: 'string' } } });
const root = fileURLToPath(new URL('../..', import.meta.url));
const projectsFolder = resolve(values.projects ?? join(homedir(), 'Tribuna'));
const pagesFolder = join(root, 'out', 'renderer');
const port = Number(values.port ?? 0);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write(`invalid port: ${values.port}\n`);
  process.exit(2);
}
const idleMinutes = Number(values['idle-minutes'] ?? 30);
if (!Number.isInteger(idleMinutes) || idleMinutes < 0 || idleMinutes > 10_000) {
  process.stderr.write(`invalid idle minutes: ${values['idle-minutes']}\n`);
  process.exit(2);
}
if (!existsSync(join(pagesFolder, 'index.html'))) {
  process.stderr.write('the workbench is not built yet: run `npm run build` first\n');
  process.exit(1);
}
await mkdir(projectsFolder, { recursive: true });
const printer = foundChromium();
const engine = startEngineThread({
  version: productVersion(root),
  host: 'browser',
  capabilities: { dialogs: false, pdf: printer !== null },
  timeZone: systemTimeZone(),
  projectsFolder,
  stateFolder: values.projects === undefined ? defaultStateFolder() : projectsFolder,
  resourcesFolder: join(root, 'resources'),
}, quickestThreadFiles(root));
// the engine begins on its thread while this one still loads what answers requests
const [{ startLoopbackServer }, { openInBrowser }, { printedPdf }] = await Promise.all([import('./loopback-server.ts'), import('./open-in-browser.ts'), import('../engine/pdf-printer.ts')]);
let stopping = false;
const server = await startLoopbackServer({ engine, pagesFolder, projectsFolder, port, idle: { afterMs: idleMinutes * 60_000, onIdle: () => stop() }, ...(printer === null ? {} : { printPdf: (html: string) => printedPdf(html, { executablePath: printer }) }) });
// the server listens: from here on nothing in this thread opens or looks up anything
closeNetwork();
const opened = values['no-open'] === true ? false : await openInBrowser(server.address);
process.stdout.write(`Tribuna: ${server.address}${opened ? ' (opened in the browser)' : ''}\n`);
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

function stop(): void {
  if (stopping) return;
  stopping = true;
  void server.close().then(() => process.exit(0));
}
