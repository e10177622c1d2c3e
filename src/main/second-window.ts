import { screen, type BrowserWindow } from 'electron';
import type { OperationValue } from '../contract/operations.ts';
import { secondPlace } from './second-place.ts';
import { openSecond, type WindowFiles } from './window.ts';

/** The second window of a presentation: one at most, with the powers of the first and no others. */
export interface SecondWindow {
  /** Null while none is open. */
  readonly current: () => BrowserWindow | null;
  /** Shows an address of the workbench (`#/present/notes`) in it, opened on another screen than `first` where there is one. */
  readonly show: (address: string, first: BrowserWindow) => OperationValue<'host.presentWindow'>;
  readonly close: () => OperationValue<'host.presentWindow'>;
}

/** Makes the keeper of the second window. It closes with the first one, whoever closes that. */
export function createSecondWindow(files: Pick<WindowFiles, 'preload' | 'icon'>): SecondWindow {
  let window: BrowserWindow | null = null;
  const followed = new WeakSet<BrowserWindow>();
  const screens = (): number => screen.getAllDisplays().length;
  const close = (): void => {
    if (window !== null && !window.isDestroyed()) window.close();
    window = null;
  };
  return {
    current: () => (window === null || window.isDestroyed() ? null : window),
    show(address, first) {
      if (window !== null && !window.isDestroyed()) {
        window.focus();
        return { isOpen: true, screens: screens() };
      }
      const here = screen.getDisplayMatching(first.getBounds());
      const { bounds, isOtherScreen } = secondPlace(first.getBounds(), here, screen.getAllDisplays());
      const opened = openSecond({ ...files, address, bounds, isFilling: isOtherScreen });
      window = opened;
      opened.once('closed', () => {
        if (window === opened) window = null;
      });
      if (!followed.has(first)) first.once('closed', close);
      followed.add(first);
      return { isOpen: true, screens: screens() };
    },
    close() {
      close();
      return { isOpen: false, screens: screens() };
    },
  };
}
