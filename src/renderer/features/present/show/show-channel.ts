import { readShowMessage, type ShowMessage } from './show-state.ts';

type Said = ShowMessage extends infer Message ? (Message extends { readonly from: string } ? Omit<Message, 'from'> : never) : never;

/** The way between the two windows of one presentation. */
export interface ShowChannel {
  readonly say: (message: Said) => void;
  readonly close: () => void;
}

interface Listener {
  readonly onMessage: (message: ShowMessage) => void;
  /** True once another window of the presentation has spoken; false when it is gone, however it went. */
  readonly onPresence: (isThere: boolean) => void;
}

const LOCK = 'tribuna-show:';

/**
 * Joins the presentation called `id`: messages go to the windows of this origin alone and never leave the machine. Each window
 * holds a lock of its own while it lives; the other asks for that lock, and gets it the moment the window is closed, reloaded
 * or crashes, which no message could tell. Says hello once it can be noticed missing.
 */
export function joinShow(id: string, { onMessage, onPresence }: Listener): ShowChannel {
  const self = crypto.randomUUID();
  const channel = new BroadcastChannel(`${LOCK}${id}`);
  const over = new AbortController();
  const known = new Set<string>();
  const say = (message: Said): void => {
    if (!over.signal.aborted) channel.postMessage({ ...message, from: self });
  };
  const watch = (other: string): void => {
    if (known.has(other)) return;
    known.add(other);
    onPresence(true);
    void navigator.locks.request(`${LOCK}${other}`, { signal: over.signal }, () => {
      known.delete(other);
      if (known.size === 0 && !over.signal.aborted) onPresence(false);
    }).catch(() => undefined);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readShowMessage(data);
    if (message === null || message.from === self) return;
    watch(message.from);
    onMessage(message);
  });
  void navigator.locks.request(`${LOCK}${self}`, { signal: over.signal }, () => {
    say({ kind: 'hello' });
    return new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve(), { once: true }));
  }).catch(() => undefined);
  return {
    say,
    close() {
      over.abort();
      channel.close();
    },
  };
}
