import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { isOperationName, operations } from '../contract/operations.ts';
import { failed, success, type Outcome } from '../contract/outcome.ts';
import type { Engine } from '../engine/engine.ts';
import { CALL_CHANNEL, REGISTER_CHANNEL } from '../preload/channels.ts';
import { printPdf } from './pdf-window.ts';
import { chooseProject } from './project-dialogs.ts';
import { isOwnPage } from './request-filter.ts';
import type { SecondWindow } from './second-window.ts';

const callSchema = z.tuple([z.string().max(100), z.unknown()]);
const registerSchema = z.tuple([z.string().min(1).max(4096), z.string().max(255)]);

interface BridgeOptions {
  /** The workbench's own window. */
  readonly window: () => BrowserWindow | null;
  /** The window that a presentation opens beside it. */
  readonly second: SecondWindow;
  readonly engine: () => Engine;
}

/** Answers the preload's two channels. A call is taken only from the top frame of one of our two windows on one of our pages. */
export function answerBridgeCalls({ window, second, engine }: BridgeOptions): void {
  const handle = (channel: string, answer: (window: BrowserWindow, parts: unknown[]) => Promise<Outcome<unknown>>): void => {
    ipcMain.handle(channel, (event, ...parts: unknown[]) => {
      const ours = [window(), second.current()].find((candidate) => candidate !== null && isFromOurPage(event, candidate)) ?? null;
      if (ours === null) return failed('invalid-input', 'invalid sender: not the workbench');
      return answer(ours, parts);
    });
  };
  handle(CALL_CHANNEL, (ours, parts) => {
    const parsed = callSchema.safeParse(parts);
    if (!parsed.success) return Promise.resolve(failed('invalid-input', 'invalid call: an operation and its input are expected'));
    const [operation, input] = parsed.data;
    if (!isOperationName(operation) || operations[operation].kind !== 'host') return engine().call(operation, input);
    return hostAnswer(operation, input, { ours, first: window(), second, engine: engine() });
  });
  handle(REGISTER_CHANNEL, async (_ours, parts) => {
    const parsed = registerSchema.safeParse(parts);
    if (!parsed.success) return failed('invalid-input', 'invalid file: it has no place on this disk');
    return { ok: true, value: await engine().registerFile(...parsed.data) };
  });
}

interface HostSide extends Pick<BridgeOptions, 'second'> {
  /** The window that asks. */
  readonly ours: BrowserWindow;
  readonly first: BrowserWindow | null;
  readonly engine: Engine;
}

/** What this host answers itself: dialogs, printing, and the second window. */
function hostAnswer(operation: string, input: unknown, { ours, first, second, engine }: HostSide): Promise<Outcome<unknown>> {
  const choice = operation === 'host.chooseProject' ? operations['host.chooseProject'].input.safeParse(input) : null;
  if (choice?.success === true) return chooseProject(ours, engine, choice.data);
  const document = operation === 'host.printPdf' ? operations['host.printPdf'].input.safeParse(input) : null;
  if (document?.success === true) return printPdf(document.data.html);
  const place = operation === 'host.presentWindow' ? operations['host.presentWindow'].input.safeParse(input) : null;
  if (place?.success === true) return Promise.resolve(success(place.data.address === null ? second.close() : second.show(place.data.address, first ?? ours)));
  return Promise.resolve(failed('invalid-input', `invalid input for ${operation}`));
}

function isFromOurPage({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  return sender === window.webContents && senderFrame !== null && senderFrame === window.webContents.mainFrame && isOwnPage(senderFrame.url);
}
