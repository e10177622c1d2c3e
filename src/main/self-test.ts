import type { BrowserWindow } from 'electron';

/**
 * Proves that an installed product stands: the page loads, sees exactly the bridge's two functions and none of Node, and
 * the engine answers. Resolves to null, or to what is wrong.
 */
export async function selfTest(window: BrowserWindow): Promise<string | null> {
  if (window.webContents.isLoading()) await new Promise<void>((resolve) => void window.webContents.once('did-finish-load', () => resolve()));
  const script = `(async () => {
    const names = Object.keys(window.tribuna).sort().join(',');
    if (names !== 'call,onEvent') return 'invalid bridge: ' + names;
    if (typeof window.process !== 'undefined' || typeof window.require !== 'undefined') return 'invalid page: it sees Node';
    const outcome = await window.tribuna.call('app.state', {});
    return outcome.ok ? null : 'invalid engine: ' + outcome.failure.code;
  })()`;
  const result: unknown = await window.webContents.executeJavaScript(script);
  return result === null || typeof result === 'string' ? result : 'invalid answer from the page';
}
