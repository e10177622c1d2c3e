import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { TribunaEvent } from '../contract/events.ts';
import type { Outcome } from '../contract/outcome.ts';
import { withFileHandles } from '../renderer/bridge/with-file-handles.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, REGISTER_CHANNEL } from './channels.ts';

// The page sees two functions and nothing else: no path, no channel, no event object of Electron's.
contextBridge.exposeInMainWorld('tribuna', {
  async call(operation: unknown, input: unknown): Promise<Outcome<unknown>> {
    const { value, failure } = await withFileHandles(input, registered);
    return failure ?? ((await ipcRenderer.invoke(CALL_CHANNEL, String(operation), value)) as Outcome<unknown>);
  },
  onEvent(listener: (event: TribunaEvent) => void): () => void {
    const pass = (_event: IpcRendererEvent, event: TribunaEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, pass);
    return () => void ipcRenderer.off(EVENT_CHANNEL, pass);
  },
});

function registered(file: File): Promise<Outcome<{ fileHandle: string }>> {
  const path = webUtils.getPathForFile(file);
  if (path === '') return Promise.resolve({ ok: false, failure: { code: 'unreadable-file', message: 'this file has no place on this disk: save it first' } });
  return ipcRenderer.invoke(REGISTER_CHANNEL, path, file.name);
}
