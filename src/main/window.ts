import { app, BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron';
import { readWindowState, visibleState, writeWindowState } from './window-state.ts';
import { PAGE_URL } from './request-filter.ts';

/** Where a window finds its preload and keeps its place. */
export interface WindowFiles {
  readonly preload: string;
  readonly stateFolder: string;
  readonly icon: string;
}

/** A page's powers: none of Node's, in a sandbox, in a world apart from the preload's. */
export function pagePreferences(preload: string): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !app.isPackaged,
  };
}

/** Opens the workbench where it stood last time; shown once its first paint is ready. */
export function openWindow({ preload, stateFolder, icon }: WindowFiles, hidden = false): BrowserWindow {
  const { maximised, x, y, width, height } = visibleState(readWindowState(stateFolder), screen.getAllDisplays().map(({ workArea }) => workArea));
  const window = new BrowserWindow({ ...(x === undefined || y === undefined ? {} : { x, y }), width, height, minWidth: 960, minHeight: 640, show: false, title: 'Tribuna', icon, backgroundColor: '#FBF9F5', webPreferences: pagePreferences(preload) });
  if (maximised) window.maximize();
  if (!hidden) window.once('ready-to-show', () => window.show());
  window.on('close', () => writeWindowState(stateFolder, { ...window.getNormalBounds(), maximised: window.isMaximized() }));
  void window.loadURL(PAGE_URL);
  return window;
}
