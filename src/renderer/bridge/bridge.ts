import type { TribunaBridge } from '../../contract/bridge.ts';
import { createLoopbackBridge } from './loopback-bridge.ts';

declare global {
  interface Window {
    /** Set by the desktop window's preload; absent in a browser. */
    readonly tribuna?: TribunaBridge;
  }
}

/** The way out of the renderer: the window's own bridge, or one over the loopback server that sent this page. */
export const bridge: TribunaBridge = window.tribuna ?? createLoopbackBridge();
