import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isOperationName, operations, type OperationValue } from '../contract/operations.ts';
import { failed, success, type Outcome } from '../contract/outcome.ts';
import type { Engine } from '../engine/engine.ts';
import { mediaType, pageFile } from '../engine/page-files.ts';
import { PAGE_HEADERS } from '../engine/page-policy.ts';
import { streamEvents } from './event-stream.ts';
import { idleWatch, type IdleTimers, type IdleWatch } from './idle-watch.ts';
import { refusal } from './request-rules.ts';
import { createSession, type Session } from './session.ts';
import { createUploads, type Uploads } from './uploads.ts';

const MAX_CALL_BYTES = 4 * 1024 ** 2;
/** A document to print carries its drawings and logos. */
const MAX_DOCUMENT_BYTES = 64 * 1024 ** 2;
const LOOPBACK = '127.0.0.1';

/** What the server is made of. */
export interface LoopbackOptions {
  readonly engine: Engine;
  /** The built renderer. */
  readonly pagesFolder: string;
  readonly projectsFolder: string;
  /** 0 or left out: any free port. */
  readonly port?: number;
  readonly maxUploadBytes?: number;
  /** Prints a document where this machine has a browser that can; left out where it has none. */
  readonly printPdf?: (html: string) => Promise<Outcome<Uint8Array>>;
  /** What is done when no page was open and no call on its way for `afterMs` (0: never); left out, the server stays until it is closed. */
  readonly idle?: { readonly afterMs: number; readonly onIdle: () => void; readonly timers?: IdleTimers };
}

/** A running server. `address` opens the workbench once: it carries the one-time token. */
export interface LoopbackServer {
  readonly port: number;
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves the workbench to a browser on this machine: 127.0.0.1 only, behind a one-time token, Host and Origin checks and
 * the same page policy as the window. Routes: the renderer's files, `POST /call`, `POST /files`, `GET /events`.
 */
export async function startLoopbackServer({ engine, pagesFolder, projectsFolder, port: wanted = 0, maxUploadBytes, printPdf, idle }: LoopbackOptions): Promise<LoopbackServer> {
  const uploads = await createUploads({ engine, projectsFolder, ...(maxUploadBytes === undefined ? {} : { maxBytes: maxUploadBytes }) });
  let session: Session | null = null;
  const watch = idleWatch(idle?.afterMs ?? 0, () => idle?.onIdle(), ...(idle?.timers === undefined ? [] : [idle.timers]));
  const server = createServer({ requestTimeout: 0, headersTimeout: 10_000, maxHeaderSize: 16_384 }, (request, response) => {
    const address = server.address();
    if (session === null || address === null || typeof address === 'string') return void refuse(response, 503, 'not ready');
    void answer({ request, response, session, engine, uploads, watch, pagesFolder, port: address.port, ...(printPdf === undefined ? {} : { printPdf }) }).catch(() => refuse(response, 500, 'the request could not be answered'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, LOOPBACK, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('invalid address: the server has no port');
  session = createSession(address.port);
  return {
    port: address.port,
    address: `http://${LOOPBACK}:${address.port}/?token=${session.token}`,
    async close() {
      watch.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
      await uploads.clear();
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly session: Session;
  readonly engine: Engine;
  readonly uploads: Uploads;
  readonly watch: IdleWatch;
  readonly pagesFolder: string;
  readonly port: number;
  readonly printPdf?: NonNullable<LoopbackOptions['printPdf']>;
}

async function answer({ request, response, session, engine, uploads, watch, pagesFolder, port, printPdf }: Exchange): Promise<void> {
  // 1. who asks
  const refused = refusal(request, port);
  if (refused !== null) return refuse(response, 403, refused);
  const url = new URL(request.url ?? '/', `http://${LOOPBACK}:${port}`);
  const token = url.searchParams.get('token');
  if (request.method === 'GET' && url.pathname === '/' && token !== null && !session.admits(request.headers.cookie)) {
    const cookie = session.exchange(token);
    if (cookie === null) return refuse(response, 403, 'this address was used already or is wrong: start Tribuna again to get a new one');
    response.writeHead(303, { ...PAGE_HEADERS, 'Set-Cookie': cookie, Location: '/', 'Cache-Control': 'no-store' });
    return void response.end();
  }
  if (!session.admits(request.headers.cookie)) return refuse(response, 403, 'open Tribuna from the address that it printed when it started');
  // 2. what is asked; whoever was let in is there until the answer is given, however long a job works on it
  const release = watch.hold();
  try {
    await answerAdmitted({ request, response, engine, uploads, pagesFolder, url, ...(printPdf === undefined ? {} : { printPdf }) });
    if (!response.writableFinished && !response.destroyed) await new Promise<void>((resolve) => void response.once('close', () => resolve()));
  } finally {
    release();
  }
}

async function answerAdmitted({ request, response, engine, uploads, pagesFolder, url, printPdf }: Omit<Exchange, 'session' | 'watch' | 'port'> & { readonly url: URL }): Promise<void> {
  if (request.method === 'POST' && url.pathname === '/call') return sendOutcome(response, await called(engine, request, printPdf));
  if (request.method === 'POST' && url.pathname === '/files') {
    const declared = Number(request.headers['content-length'] ?? Number.NaN);
    return sendOutcome(response, await uploads.receive(request, decodedName(request.headers['x-file-name']), Number.isFinite(declared) ? declared : null));
  }
  if (request.method === 'GET' && url.pathname === '/events') return streamEvents(engine, response, PAGE_HEADERS);
  if (request.method === 'GET') {
    // the raw path: URL normalisation would hide an attempt to leave the folder
    await sendPage(response, pageFile(pagesFolder, (request.url ?? '/').split(/[?#]/)[0] ?? '/'));
    return;
  }
  refuse(response, 404, 'not found');
}

async function called(engine: Engine, request: IncomingMessage, printPdf: LoopbackOptions['printPdf']): Promise<Outcome<unknown>> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return failed('invalid-input', 'invalid content type: a call is JSON');
  const most = printPdf === undefined ? MAX_CALL_BYTES : MAX_DOCUMENT_BYTES;
  const body = await bodyOf(request, most);
  if (body === null) return failed('invalid-input', `call too large: more than ${most} bytes`);
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch {
    return failed('invalid-input', 'invalid call: not JSON');
  }
  if (typeof message !== 'object' || message === null || !('operation' in message) || typeof message.operation !== 'string') return failed('invalid-input', 'invalid call: no operation');
  const { operation } = message;
  if (body.length > MAX_CALL_BYTES && operation !== 'host.printPdf') return failed('invalid-input', `call too large: more than ${MAX_CALL_BYTES} bytes`);
  if (operation === 'host.printPdf') return printedReport(printPdf, 'input' in message ? message.input : {});
  if (isOperationName(operation) && operations[operation].kind === 'host') return failed('missing-capability', 'a browser has no dialogs for project files: projects live in one folder');
  return engine.call(operation, 'input' in message ? message.input : {});
}

async function printedReport(printPdf: LoopbackOptions['printPdf'], input: unknown): Promise<Outcome<OperationValue<'host.printPdf'>>> {
  const parsed = operations['host.printPdf'].input.safeParse(input);
  if (!parsed.success) return failed('invalid-input', 'invalid input for host.printPdf');
  if (printPdf === undefined) return failed('missing-capability', 'no Chromium, Chrome or Edge was found to print with: save the HTML report and print it from the browser');
  const outcome = await printPdf(parsed.data.html);
  return outcome.ok ? success({ base64: Buffer.from(outcome.value).toString('base64') }) : outcome;
}

/** The whole body as text, null when it is larger than a call may be. */
async function bodyOf(request: IncomingMessage, most: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function sendPage(response: ServerResponse, file: string | null): Promise<void> {
  const found = file === null ? null : await stat(file).catch(() => null);
  if (file === null || found === null || !found.isFile()) return refuse(response, 404, 'not found');
  response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': mediaType(file), 'Content-Length': found.size, 'Cache-Control': 'no-store' });
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

function sendOutcome(response: ServerResponse, outcome: Outcome<unknown>): void {
  if (response.destroyed) return;
  response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(outcome));
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...PAGE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close' });
  response.end(`${reason}\n`);
}

function decodedName(header: string | string[] | undefined): string {
  if (typeof header !== 'string') return 'file';
  try {
    return decodeURIComponent(header);
  } catch {
    return 'file';
  }
}
