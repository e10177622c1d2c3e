import type { Readable, Writable } from 'node:stream';

/** A conversation with a browser over two pipes of its process: no port, so nobody else can join in. */
export interface BrowserPipe {
  /** Asks and waits for the answer. @throws Error with the browser's own words when it refuses, or when it has ended. */
  readonly ask: (method: string, parameters?: Readonly<Record<string, unknown>>, sessionId?: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Resolves with the next event of that name. */
  readonly next: (event: string) => Promise<void>;
  /** Refuses whatever is still waited for. */
  readonly end: (reason: string) => void;
}

interface Waiting {
  readonly resolve: (value: Readonly<Record<string, unknown>>) => void;
  readonly reject: (reason: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message?: string };
}

/**
 * Opens the conversation on the streams of `--remote-debugging-pipe`: what is said and what is heard. Messages are JSON, each
 * ended by a zero byte. Source: Chrome DevTools Protocol, version 1.3.
 */
export function browserPipe(said: Writable, heard: Readable): BrowserPipe {
  const waiting = new Map<number, Waiting>();
  const listening = new Map<string, (() => void)[]>();
  let [asked, ended]: [number, string | null] = [0, null];
  let pieces: Buffer[] = [];

  const take = (text: string): void => {
    const message = JSON.parse(text) as Message;
    if (message.method !== undefined) {
      const told = listening.get(message.method) ?? [];
      listening.delete(message.method);
      for (const tell of told) tell();
    }
    if (message.id === undefined) return;
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) one?.resolve(message.result ?? {});
    else one?.reject(new Error(message.error.message ?? 'the browser refused'));
  };
  heard.on('data', (bytes: Buffer) => {
    let rest = bytes;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const whole = Buffer.concat([...pieces, rest.subarray(0, end)]).toString('utf8');
      pieces = [];
      rest = rest.subarray(end + 1);
      take(whole);
    }
    if (rest.length > 0) pieces.push(rest);
  });
  const end = (reason: string): void => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(new Error(ended));
    waiting.clear();
  };
  heard.on('close', () => end('the browser ended'));
  heard.on('error', () => end('the browser ended'));
  said.on('error', () => end('the browser ended'));

  return {
    ask: (method, params = {}, sessionId) => new Promise((resolve, reject) => {
      if (ended !== null) return void reject(new Error(ended));
      asked += 1;
      waiting.set(asked, { resolve, reject });
      said.write(`${JSON.stringify({ id: asked, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    }),
    next: (event) => new Promise((resolve) => void listening.set(event, [...(listening.get(event) ?? []), resolve])),
    end,
  };
}
