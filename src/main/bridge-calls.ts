import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { isOperationName, operations } from '../contract/operations.ts';
import { failed, type Outcome } from '../contract/outcome.ts';
import type { Engine } from '../engine/engine.ts';
import { CALL_CHANNEL, REGISTER_CHANNEL } from '../preload/channels.ts';
import { chooseProject } from './project-dialogs.ts';
import { isOwnPage } from './request-filter.ts';

const callSchema = z.tuple([z.string().max(100), z.unknown()]);
const registerSchema = z.tuple([z.string().min(1).max(4096), z.string().max(255)]);

interface BridgeOptions {
  readonly window: () => BrowserWindow | null;
  readonly engine: () => Engine;
}

/** Answers the preload's two channels. A call is taken only from the top frame of our window on one of our pages. */
export function answerBridgeCalls({ window, engine }: BridgeOptions): void {
  const handle = (channel: string, answer: (window: BrowserWindow, parts: unknown[]) => Promise<Outcome<unknown>>): void => {
    ipcMain.handle(channel, (event, ...parts: unknown[]) => {
      const ours = window();
      if (ours === null || !isFromOurPage(event, ours)) return failed('invalid-input', 'invalid sender: not the workbench');
      return answer(ours, parts);
    });
  };
  handle(CALL_CHANNEL, (ours, parts) => {
    const parsed = callSchema.safeParse(parts);
    if (!parsed.success) return Promise.resolve(failed('invalid-input', 'invalid call: an operation and its input are expected'));
    const [operation, input] = parsed.data;
    if (!isOperationName(operation) || operations[operation].kind !== 'host') return engine().call(operation, input);
    const choice = operations['host.chooseProject'].input.safeParse(input);
    return choice.success ? chooseProject(ours, engine(), choice.data) : Promise.resolve(failed('invalid-input', `invalid input for ${operation}`));
  });
  handle(REGISTER_CHANNEL, async (_ours, parts) => {
    const parsed = registerSchema.safeParse(parts);
    if (!parsed.success) return failed('invalid-input', 'invalid file: it has no place on this disk');
    return { ok: true, value: await engine().registerFile(...parsed.data) };
  });
}

function isFromOurPage({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  return sender === window.webContents && senderFrame !== null && senderFrame === window.webContents.mainFrame && isOwnPage(senderFrame.url);
}
