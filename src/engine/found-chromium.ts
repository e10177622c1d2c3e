import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The machine that is looked through; the real one where left out. */
export interface MachineView {
  readonly platform: NodeJS.Platform;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly runs: (path: string) => boolean;
}

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser'] as const;
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
};
/** Below each of Windows' folders of programs. */
const WINDOWS_PLACES = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'] as const;

function realRuns(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where a browser stands that can print: CHROMIUM_PATH where it is set (and only that), else the usual names on PATH, else the
 * usual places of Chromium, Chrome and Edge. Null when there is none, or none where CHROMIUM_PATH says.
 */
export function foundChromium({ platform, variables, runs }: MachineView = { platform: process.platform, variables: process.env, runs: realRuns }): string | null {
  const named = variables['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return runs(named) ? named : null;
  const separator = platform === 'win32' ? '\\' : '/';
  const listed = platform === 'win32' ? [] : (variables['PATH'] ?? '').split(platform === process.platform ? delimiter : ':').filter((folder) => folder.startsWith('/')).flatMap((folder) => ON_PATH.map((name) => join(folder, name)));
  const windows = platform === 'win32' ? ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => { const folder = variables[name]; return folder === undefined ? [] : WINDOWS_PLACES.map((place) => `${folder}${separator}${place}`); }) : [];
  return [...listed, ...(PLACES[platform] ?? []), ...windows].find(runs) ?? null;
}
