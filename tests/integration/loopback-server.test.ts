import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { TribunaEvent } from '../../src/contract/events.ts';
import { success } from '../../src/contract/outcome.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { startLoopbackServer, type LoopbackServer } from '../../src/serve/loopback-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let server: LoopbackServer;
let files: Map<string, { path: string; name: string }>;
let calls: unknown[];
let listeners: Set<(event: TribunaEvent) => void>;
let projectsFolder: string;
let signIn: { server: LoopbackServer; headers: Record<string, string> } | null = null;

/** An engine that answers with what it was asked: these tests are about who may ask. */
function echoEngine(): Engine {
  files = new Map();
  calls = [];
  listeners = new Set();
  return {
    call(operation, input) {
      calls.push([operation, input]);
      return Promise.resolve(success({ operation, input }));
    },
    registerFile(path, name) {
      files.set(name, { path, name });
      return Promise.resolve({ fileHandle: `file-${files.size}` });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => Promise.resolve(),
  };
}

beforeEach(async () => {
  const folder = temporaryFolder();
  const pagesFolder = join(folder, 'pages');
  projectsFolder = join(folder, 'projects');
  mkdirSync(join(pagesFolder, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'pages-secret'));
  writeFileSync(join(pagesFolder, 'index.html'), '<!doctype html><title>Tribuna</title>');
  writeFileSync(join(pagesFolder, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'canary');
  writeFileSync(join(folder, 'pages-secret', 'secret.txt'), 'canary');
  server = await startLoopbackServer({ engine: echoEngine(), pagesFolder, projectsFolder, maxUploadBytes: 1000 });
  onTestFinished(() => server.close());
});

interface Ask {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A request as raw as Node lets it be: any Host, any Origin, a path that no client has tidied up. */
function ask({ method = 'GET', path = '/', headers = {}, body }: Ask): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, method, path, headers: { Host: `127.0.0.1:${server.port}`, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => void chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function tokenPath(): string {
  const { pathname, search } = new URL(server.address);
  return pathname + search;
}

/** Signs in with the one-time token; a second time gives the same cookie again. */
async function signedIn(): Promise<Record<string, string>> {
  if (signIn?.server === server) return signIn.headers;
  const { headers } = await ask({ path: tokenPath() });
  signIn = { server, headers: { Cookie: String(headers['set-cookie']).split(';')[0] ?? '', Origin: `http://127.0.0.1:${server.port}` } };
  return signIn.headers;
}

describe('who may come in', () => {
  test('the printed address signs in once and leads to the page without the token', async () => {
    const first = await ask({ path: tokenPath() });
    expect(first.status).toBe(303);
    expect(first.headers['location']).toBe('/');
    expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await ask({ path: tokenPath() })).status).toBe(403);
  });

  test('without the cookie nothing is answered', async () => {
    for (const path of ['/', '/assets/main.js', '/events', '/?token=', '/?token=wrong']) expect((await ask({ path })).status, path).toBe(403);
    const call = await ask({ method: 'POST', path: '/call', headers: { Origin: `http://127.0.0.1:${server.port}`, 'Content-Type': 'application/json' }, body: '{"operation":"app.state"}' });
    expect(call.status).toBe(403);
    expect(calls).toEqual([]);
  });

  test('a foreign Host is refused even with the cookie: no name can be rebound to this address', async () => {
    const headers = await signedIn();
    for (const Host of ['evil.example', `localhost:${server.port}`, '127.0.0.1', `127.0.0.1:${server.port}.evil.example`]) expect((await ask({ headers: { ...headers, Host } })).status, Host).toBe(403);
  });

  test('a foreign Origin is refused even with the cookie, and a call without one too', async () => {
    const { Cookie = '' } = await signedIn();
    const body = '{"operation":"app.state"}';
    for (const Origin of ['https://evil.example', 'null', `https://127.0.0.1:${server.port}`, `http://127.0.0.1:${server.port + 1}`]) {
      expect((await ask({ method: 'POST', path: '/call', headers: { Cookie, Origin, 'Content-Type': 'application/json' }, body })).status, Origin).toBe(403);
    }
    expect((await ask({ method: 'POST', path: '/call', headers: { Cookie, 'Content-Type': 'application/json' }, body })).status).toBe(403);
    expect(calls).toEqual([]);
  });

  test('it listens on 127.0.0.1 and on no other address of this machine', async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter(({ address, family }) => address !== '127.0.0.1' && family === 'IPv4').map(({ address }) => address);
    const reached = (host: string): Promise<boolean> => new Promise((resolve) => {
      const socket = connect({ host, port: server.port, timeout: 1000 });
      const end = (answer: boolean) => () => {
        socket.destroy();
        resolve(answer);
      };
      socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
    });
    expect(await reached('127.0.0.1')).toBe(true);
    for (const address of [...others, '127.0.0.2', '::1']) expect(await reached(address), address).toBe(false);
  });
});

describe('attacks from a page of another site', () => {
  const OTHER = { 'Sec-Fetch-Site': 'cross-site' };

  test('requests that another page makes a browser send are refused, whatever they carry', async () => {
    const { Cookie = '' } = await signedIn();
    for (const mode of ['no-cors', 'cors', 'websocket']) expect((await ask({ path: '/assets/main.js', headers: { Cookie, ...OTHER, 'Sec-Fetch-Mode': mode } })).status, mode).toBe(403);
    for (const site of ['cross-site', 'same-site']) {
      const form = await ask({ method: 'POST', path: '/call', headers: { Cookie, Origin: `http://127.0.0.1:${server.port}`, 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'navigate', 'Content-Type': 'application/json' }, body: '{"operation":"app.state"}' });
      expect(form.status, site).toBe(403);
    }
    expect(calls).toEqual([]);
  });

  test('a form, which needs no permission, cannot make a call: its types are not JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const answer = await ask({ method: 'POST', path: '/call', headers: { ...(await signedIn()), 'Content-Type': type }, body: '{"operation":"app.state"}' });
      expect(JSON.parse(answer.body), type).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    }
    expect(calls).toEqual([]);
  });

  test('no answer lets another site read it or ask about it first', async () => {
    const preflight = await ask({ method: 'OPTIONS', path: '/call', headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' } });
    expect(preflight.status).toBe(403);
    for (const headers of [preflight.headers, (await ask({ headers: await signedIn() })).headers]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['x-frame-options']).toBe('DENY');
    }
  });

  test('a name that is rebound to this address gets nothing, not even a word of ours', async () => {
    for (const Host of [`rebound.example:${server.port}`, `127.0.0.1.nip.example:${server.port}`, `[::1]:${server.port}`, `0.0.0.0:${server.port}`, `2130706433:${server.port}`, `127.1:${server.port}`]) {
      const answer = await ask({ path: tokenPath(), headers: { Host } });
      expect([answer.status, answer.body], Host).toEqual([403, 'foreign host\n']);
    }
    // the token was not used up by any of them
    expect((await ask({ path: tokenPath() })).status).toBe(303);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'PROPFIND'])('%s is no method of ours', async (method) => {
    const answer = await ask({ method, path: '/call', headers: await signedIn() });
    expect(answer.status).toBe(403);
    expect(calls).toEqual([]);
  });

  test('a connection cannot be turned into another protocol, and a huge head is refused', async () => {
    const raw = (text: string): Promise<string> => new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.1', port: server.port });
      let heard = '';
      socket.on('data', (chunk: Buffer) => void (heard += chunk.toString('latin1')));
      socket.on('error', () => resolve(heard));
      socket.on('close', () => resolve(heard));
      socket.end(text);
    });
    const { Cookie = '' } = await signedIn();
    const upgraded = await raw(`GET /events HTTP/1.1\r\nHost: evil.example\r\nCookie: ${Cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    expect(upgraded).not.toMatch(/^HTTP\/1\.1 101/);
    expect(await raw(`CONNECT example.org:443 HTTP/1.1\r\nHost: 127.0.0.1:${String(server.port)}\r\n\r\n`)).not.toMatch(/^HTTP\/1\.1 2/);
    expect(await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${String(server.port)}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
    expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(calls).toEqual([]);
  });
});

describe('pages', () => {
  test('carry the policy and keep their types', async () => {
    const page = await ask({ headers: await signedIn() });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(page.headers['content-security-policy']).toContain("connect-src 'self'");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
  });

  test.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/assets/../../secret.txt', '/..\\secret.txt', '/..%5csecret.txt', '/../pages-secret/secret.txt', '/%00', '/assets', '/nowhere.js', '//secret.txt'])('%s gives nothing away', async (path) => {
    const { status, body } = await ask({ path, headers: await signedIn() });
    expect(status).toBe(404);
    expect(body).not.toContain('canary');
  });
});

describe('calls', () => {
  const post = async (body: string, type = 'application/json'): Promise<unknown> => JSON.parse((await ask({ method: 'POST', path: '/call', headers: { ...(await signedIn()), 'Content-Type': type }, body })).body);

  test('reach the engine and come back', async () => {
    expect(await post('{"operation":"overview","input":{"brand":"Aurora"}}')).toEqual({ ok: true, value: { operation: 'overview', input: { brand: 'Aurora' } } });
  });

  test('dialogs are a capability this host does not have', async () => {
    expect(await post('{"operation":"host.chooseProject","input":{"purpose":"open"}}')).toMatchObject({ ok: false, failure: { code: 'missing-capability' } });
    expect(calls).toEqual([]);
  });

  test.each([['not json', 'application/json'], ['[]', 'application/json'], ['{}', 'application/json'], ['null', 'application/json'], ['{"operation":1}', 'application/json'], ['{"operation":"overview"}', 'text/plain']])('%s as %s is a failure, not a crash', async (body, type) => {
    expect(await post(body, type)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });

  test('printing is a capability of hosts that found a browser', async () => {
    const body = JSON.stringify({ operation: 'host.printPdf', input: { html: '<!DOCTYPE html><title>Aurora</title>' } });
    expect(await post(body)).toMatchObject({ ok: false, failure: { code: 'missing-capability' } });
    const printed: string[] = [];
    const printPdf = (html: string) => {
      printed.push(html);
      return Promise.resolve(success(new Uint8Array([37, 80, 68, 70])));
    };
    server = await startLoopbackServer({ engine: echoEngine(), pagesFolder: projectsFolder, projectsFolder, printPdf });
    onTestFinished(() => server.close());
    expect(await post(body)).toEqual({ ok: true, value: { base64: 'JVBERg==' } });
    expect(await post('{"operation":"host.printPdf","input":{"html":7}}')).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    // a document may be larger than a call
    expect(await post(JSON.stringify({ operation: 'host.printPdf', input: { html: 'x'.repeat(5 * 1024 ** 2) } }))).toMatchObject({ ok: true });
    expect(await post(`{"operation":"overview","input":"${'x'.repeat(4 * 1024 ** 2)}"}`)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(printed.map((html) => html.length)).toEqual([36, 5 * 1024 ** 2]);
    expect(calls).toEqual([]);
  });

  test('a call larger than 4 MiB is refused', async () => {
    expect(await post(`{"operation":"overview","input":"${'x'.repeat(4 * 1024 ** 2)}"}`)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });
});

describe('files', () => {
  const upload = async (name: string, body: string | Buffer, extra: Record<string, string> = {}): Promise<{ ok: boolean; value?: { fileHandle: string }; failure?: { code: string } }> =>
    JSON.parse((await ask({ method: 'POST', path: '/files', headers: { ...(await signedIn()), 'X-File-Name': encodeURIComponent(name), ...extra }, body })).body);

  test('are received byte for byte under a name of their own', async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 200]);
    expect(await upload('../../età.csv', bytes)).toEqual({ ok: true, value: { fileHandle: 'file-1' } });
    const file = files.get('età.csv');
    expect(readFileSync(file?.path ?? '')).toEqual(bytes);
    expect(file?.path).not.toContain('età');
  });

  test('a project goes to the projects folder under a free name', async () => {
    await upload('../Aurora.tribuna', 'one');
    const first = files.get('Aurora.tribuna')?.path;
    await upload('Aurora.tribuna', 'two');
    expect(first).toBe(join(projectsFolder, 'Aurora.tribuna'));
    expect(files.get('Aurora.tribuna')?.path).toBe(join(projectsFolder, 'Aurora 2.tribuna'));
    expect(readFileSync(first ?? '', 'utf8')).toBe('one');
  });

  test('projects of one name that come at once each have a place of their own: none is written over or deleted by another', async () => {
    const bodies = Array.from({ length: 8 }, (_, at) => `project ${String(at)} `.repeat(50));
    // the one-time address signs in once
    await signedIn();
    const answers = await Promise.all(bodies.map((body) => upload('Insieme.tribuna', body)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const kept = readdirSync(projectsFolder).filter((name) => name.startsWith('Insieme')).map((name) => readFileSync(join(projectsFolder, name), 'utf8'));
    expect(kept.sort()).toEqual([...bodies].sort());
  });

  test('names of any script are short enough for a disk and for what lies beside a project', async () => {
    for (const name of ['字'.repeat(200), '👩‍🚀'.repeat(60), 'è'.repeat(300)]) expect(await upload(`${name}.tribuna`, 'x')).toMatchObject({ ok: true });
    expect(readdirSync(projectsFolder).every((name) => Buffer.byteLength(`${name}.restoring.tmp-journal`) <= 255)).toBe(true);
  });

  test('a file over the cap is refused, declared or not', async () => {
    expect(await upload('big.csv', 'x'.repeat(1001))).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await upload('big.csv', 'x'.repeat(5000), { 'Transfer-Encoding': 'chunked' }).catch(() => ({ ok: false, failure: { code: 'invalid-input' } }))).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(files.size).toBe(0);
  });
});

test('events stream to the page as they happen', async () => {
  const headers = await signedIn();
  const seen = await new Promise<string>((resolve, reject) => {
    const stream = request({ host: '127.0.0.1', port: server.port, path: '/events', headers: { Host: `127.0.0.1:${server.port}`, ...headers } }, (response) => {
      expect(response.headers['content-type']).toBe('text/event-stream');
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
        if (text === ': open\n\n') for (const listener of listeners) listener({ type: 'project-changed', dataVersion: 7 });
        else {
          stream.destroy();
          resolve(text);
        }
      });
    });
    stream.on('error', reject);
    stream.end();
  });
  expect(seen).toBe(': open\n\ndata: {"type":"project-changed","dataVersion":7}\n\n');
});

test('a server that nobody uses any more is told to end: not while a page is open or a call is on its way', async () => {
  const waits: { done: () => void; waitMs: number; cleared: boolean }[] = [];
  const timers = {
    set(done: () => void, waitMs: number) {
      const wait = { done, waitMs, cleared: false };
      waits.push(wait);
      return wait;
    },
    clear: (timer: unknown) => void ((timer as { cleared: boolean }).cleared = true),
  };
  const pending = (): typeof waits => waits.filter(({ cleared }) => !cleared);
  let ended = 0;
  server = await startLoopbackServer({ engine: echoEngine(), pagesFolder: projectsFolder, projectsFolder, idle: { afterMs: 1_800_000, onIdle: () => void (ended += 1), timers } });
  onTestFinished(() => server.close());
  expect(pending().map(({ waitMs }) => waitMs)).toEqual([1_800_000]);
  // whoever is not let in keeps nothing awake
  const [first] = pending();
  await ask({ path: '/' });
  expect(pending()).toEqual([first]);
  const headers = await signedIn();
  const page = request({ host: '127.0.0.1', port: server.port, path: '/events', headers: { Host: `127.0.0.1:${server.port}`, ...headers } });
  await new Promise<void>((resolve) => {
    page.on('response', (response) => response.once('data', () => resolve()));
    page.on('error', () => undefined);
    page.end();
  });
  expect(pending()).toEqual([]);
  await ask({ method: 'POST', path: '/call', headers: { ...headers, 'Content-Type': 'application/json' }, body: '{"operation":"app.state"}' });
  expect(pending()).toEqual([]);
  page.destroy();
  await vi.waitFor(() => expect(pending()).toHaveLength(1));
  expect(ended).toBe(0);
  pending()[0]?.done();
  expect(ended).toBe(1);
});
