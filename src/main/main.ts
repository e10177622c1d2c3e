import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, Menu, safeStorage, session } from 'electron';
import { entryBeside, systemTimeZone } from '../engine/engine-settings.ts';
import { LOG_FOLDER, openLog } from '../engine/log-file.ts';
import { closeNetwork } from '../engine/network-guard.ts';
import { EVENT_CHANNEL } from '../preload/channels.ts';
import { declarePageScheme, servePages } from './app-protocol.ts';
import { answerBridgeCalls } from './bridge-calls.ts';
import { applyOfflineSwitches } from './command-line.ts';
import { startEngineProcess } from './engine-process.ts';
import { givenProject } from './given-project.ts';
import { menuLabels } from './menu-labels.ts';
import { workbenchMenu } from './menu.ts';
import { createSecondWindow } from './second-window.ts';
import { selfTest } from './self-test.ts';
import { closeSession, lockNavigation } from './session-rules.ts';
import { voiceSecret } from './voice-secret.ts';
import { openWindow } from './window.ts';

// Entry of the desktop host. 1. Before ready: scheme, switches, sandbox, one instance. 2. Ready: session closed, pages
// served, engine started, window opened. 3. Quit: the project is closed before the process ends.
const testing = process.argv.includes('--self-test');
const built = fileURLToPath(new URL('..', import.meta.url));

closeNetwork();
declarePageScheme();
applyOfflineSwitches(app);
// asked to go without (as root must), Chromium would end every process at this call; each page still asks for its own
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('session-created', closeSession);
app.on('web-contents-created', (_event, contents) => lockNavigation(contents));

// on macOS the system hands a project over by an event, which may come before the engine stands
let handedOver: string | null = null;
let openGiven = (path: string): void => {
  handedOver = path;
};
app.on('open-file', (event, path) => {
  event.preventDefault();
  openGiven(path);
});
if (!testing && !app.requestSingleInstanceLock()) app.quit();
else void app.whenReady().then(start);

function start(): void {
  const stateFolder = app.getPath('userData');
  mkdirSync(stateFolder, { recursive: true });
  const labels = menuLabels(app.getLocale());
  const root = app.getAppPath();
  let window: BrowserWindow | null = null;
  closeSession(session.defaultSession);
  servePages(session.defaultSession, join(built, 'renderer'));

  const secret = voiceSecret(stateFolder, safeStorage);
  const log = openLog(join(stateFolder, LOG_FOLDER));
  const files = { preload: join(built, 'preload', 'index.cjs'), stateFolder, icon: join(root, 'resources', 'icon.png') };
  const second = createSecondWindow(files);
  const send = (event: unknown): void => {
    for (const one of [window, second.current()]) if (one !== null && !one.isDestroyed()) one.webContents.send(EVENT_CHANNEL, event);
  };
  const sendMenu = (command: string): void => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, { type: 'menu-command', command });
  };
  const engineProcess = startEngineProcess({
    entry: entryBeside(import.meta.url, 'engine-entry'),
    settings: {
      version: app.getVersion(),
      host: 'electron',
      capabilities: { dialogs: true, pdf: true },
      timeZone: systemTimeZone(),
      projectsFolder: join(app.getPath('documents'), 'Tribuna'),
      stateFolder,
      resourcesFolder: join(root, 'resources'),
      ...(secret === null ? {} : { voiceSecret: secret }),
      jobThread: entryBeside(import.meta.url, 'job-thread'),
      intervalsLater: true,
      readingThread: entryBeside(import.meta.url, 'reading-thread'),
      drawingThread: entryBeside(import.meta.url, 'drawing-thread'),
      aheadThread: entryBeside(import.meta.url, 'ahead-thread'),
    },
    onStarted: (engine) => void engine.onEvent(send),
    onCrash: () => void reportCrash(),
  });
  const reportCrash = async (): Promise<void> => {
    log.engineLost();
    if (window === null) return;
    second.close();
    await dialog.showMessageBox(window, { type: 'warning', title: labels.crashTitle, message: labels.crashTitle, detail: labels.crashMessage, buttons: [labels.crashReopen] });
    window.reload();
  };
  answerBridgeCalls({ window: () => window, second, engine: engineProcess.engine });
  Menu.setApplicationMenu(workbenchMenu({ labels, developer: !app.isPackaged, send: sendMenu }));

  const open = (): void => {
    window = openWindow(files, testing);
    window.on('closed', () => {
      window = null;
    });
  };
  open();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  const openProject = async (path: string): Promise<void> => {
    const engine = engineProcess.engine();
    const outcome = await engine.call('project.open', { file: await engine.registerFile(path, basename(path)) });
    if (!outcome.ok && window !== null) await dialog.showMessageBox(window, { type: 'warning', title: labels.openFailed, message: labels.openFailed, detail: outcome.failure.message });
  };
  openGiven = (path) => void openProject(path);
  const first = handedOver ?? givenProject(process.argv.slice(1), process.cwd());
  if (first !== null && !testing) openGiven(first);
  app.on('second-instance', (_event, words, folder) => {
    const given = givenProject(words.slice(1), folder);
    if (given !== null) openGiven(given);
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void engineProcess.stop().finally(() => {
      closed = true;
      app.quit();
    });
  });
  if (testing && window !== null) {
    void selfTest(window).then(async (wrong) => {
      process.stdout.write(wrong === null ? 'self-test passed\n' : `self-test failed: ${wrong}\n`);
      await engineProcess.stop();
      app.exit(wrong === null ? 0 : 1);
    });
  }
}
