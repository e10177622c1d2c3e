import { app, BrowserWindow, screen, type BrowserWindowConstructorOptions, type Session } from 'electron';
import { readWindowState, visibleState, writeWindowState } from './window-state.ts';
import { PAGE_URL } from './request-filter.ts';
import type { ScreenRectangle } from './second-place.ts';

/** Where a window finds its preload and keeps its place. */
export interface WindowFiles {
  readonly preload: string;
  readonly stateFolder: string;
  readonly icon: string;
}

/** A page's powers: none of Node's, in a sandbox, in a world apart from the preload's, where it has one. */
function pagePreferences(preload: string | null): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    ...(preload === null ? {} : { preload }),
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

/** The one place where windows are made, so that none is made with other powers. */
function madeWindow({ preload, ...options }: Omit<BrowserWindowConstructorOptions, 'webPreferences'> & { readonly preload: string | null }, further: { readonly javascript?: boolean; readonly session?: Session } = {}): BrowserWindow {
  return new BrowserWindow({ ...options, webPreferences: { ...pagePreferences(preload), ...further } });
}

/** A window that nobody sees, without scripts and without the bridge: for printing a document in a session of its own. */
export function hiddenWindow(session: Session): BrowserWindow {
  return madeWindow({ show: false, preload: null }, { javascript: false, session });
}

/** Opens the workbench where it stood last time; shown once its first paint is ready. */
export function openWindow({ preload, stateFolder, icon }: WindowFiles, hidden = false): BrowserWindow {
  const { maximised, x, y, width, height } = visibleState(readWindowState(stateFolder), screen.getAllDisplays().map(({ workArea }) => workArea));
  const window = madeWindow({ ...(x === undefined || y === undefined ? {} : { x, y }), width, height, minWidth: 960, minHeight: 640, show: false, title: 'Tribuna', icon, backgroundColor: '#FBF9F5', preload });
  if (maximised) window.maximize();
  if (!hidden) window.once('ready-to-show', () => window.show());
  window.on('close', () => writeWindowState(stateFolder, { ...window.getNormalBounds(), maximised: window.isMaximized() }));
  void window.loadURL(PAGE_URL);
  return window;
}

/** Opens the second window of a presentation at an address of the workbench; it remembers no place and has no menu of its own. */
export function openSecond({ preload, icon, address, bounds, isFilling }: Pick<WindowFiles, 'preload' | 'icon'> & { readonly address: string; readonly bounds: ScreenRectangle; readonly isFilling: boolean }): BrowserWindow {
  const window = madeWindow({ ...bounds, minWidth: 640, minHeight: 420, show: false, title: 'Tribuna', icon, backgroundColor: '#101114', autoHideMenuBar: true, fullscreen: isFilling, preload });
  // the first window keeps its menu, whose commands are for the workbench alone
  if (process.platform !== 'darwin') window.removeMenu();
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${PAGE_URL}${address}`);
  return window;
}
