import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';
import { describe, expect, test } from 'vitest';
import { operations } from '../../src/contract/operations.ts';
import { CONTENT_SECURITY_POLICY } from '../../src/engine/page-policy.ts';
import { OFFLINE_SWITCHES } from '../../src/main/command-line.ts';
import { closeSession } from '../../src/main/session-rules.ts';
import { filesBelow, ROOT } from '../support/root.ts';

const hostFiles = ['src/main', 'src/preload'].flatMap((folder) => filesBelow(folder, ['.ts']));
const code = hostFiles.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
const flat = code.replaceAll(/\s+/g, ' ');

test.each(['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false', 'nodeIntegrationInWorker: false', 'nodeIntegrationInSubFrames: false', 'webSecurity: true', 'allowRunningInsecureContent: false', 'experimentalFeatures: false', 'webviewTag: false', 'navigateOnDragDrop: false', 'spellcheck: false'])('windows are made with %s', (setting) => {
  expect(flat).toContain(setting);
});

test.each([
  /enableBlinkFeatures/, /allowpopups/, /bypassCSP/, /disableWebSecurity/, /setCertificateVerifyProc/, /certificate-error/, /openExternal/, /enableRemoteModule|@electron\/remote/, /autoUpdater/, /webFrame/,
  /loadFile\(/, /https?:\/\/(?!127\.0\.0\.1:1\/)/, /\beval\(/, /new Function\(/, /ELECTRON_DISABLE_SECURITY_WARNINGS/, /affinity/, /nativeWindowOpen/, /ignore-certificate-errors/, /remote-debugging-port/,
])('nothing in main or preload says %s', (pattern) => {
  expect(code).not.toMatch(pattern);
});

test('every lock is in place', () => {
  for (const lock of [
    'app.enableSandbox()', "app.on('session-created', closeSession)", "app.on('web-contents-created'", 'setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler', 'onBeforeRequest',
    "'will-navigate'", "'will-frame-navigate'", "'will-redirect'", "'will-attach-webview'", 'setWindowOpenHandler', 'setSpellCheckerEnabled(false)', 'setSpellCheckerDictionaryDownloadURL', 'offline: true', 'session.protocol.handle(scheme, () => Response.error())', 'setBluetoothPairingHandler', "'select-bluetooth-device'", "'will-download'",
    "setWebRTCIPHandlingPolicy('disable_non_proxied_udp')", 'senderFrame', 'requestSingleInstanceLock',
  ]) expect(flat, lock).toContain(lock);
});

test('a document is printed without scripts and without the bridge, in a session of its own that goes with it', () => {
  expect(flat).toContain("madeWindow({ show: false, preload: null }, { javascript: false, session })");
  expect(flat).toContain('session.fromPartition(`print-${randomUUID()}`)');
  expect(flat).not.toContain('persist:');
});

test('windows are made in one place, and the preload shows the page no part of Electron', () => {
  expect(flat.match(/new BrowserWindow\(/g)).toHaveLength(1);
  expect(flat.match(/exposeInMainWorld\(/g)).toHaveLength(1);
});

test('a second window is made with the powers of the first, at an address of the presentation alone, and goes with it', () => {
  expect(flat).toContain("madeWindow({ ...bounds");
  expect(flat).toContain('[window(), second.current()].find((candidate) => candidate !== null && isFromOurPage(event, candidate))');
  expect(flat).toContain("first.once('closed', close)");
  const { address } = operations['host.presentWindow'].input.shape;
  for (const good of [null, '#/present/notes', '#/present/show?page=tribe%3Avalue%3Aeven&second=1', '#/present/notes?from=-5&network=facebook']) expect(address.safeParse(good).success, String(good)).toBe(true);
  for (const bad of ['', 'https://example.org/', '#/overview', '#/present/notes/../data', '#/present/notes?a=<b>', '#/present/notes#x', ' #/present/notes', 'javascript:alert(1)#/present/notes']) expect(address.safeParse(bad).success, bad).toBe(false);
});

test('a session refuses every scheme that Chromium itself would answer, and is closed once however often it is asked', () => {
  const handled: string[] = [];
  const listened: string[] = [];
  const asked: Record<string, unknown[]> = {};
  const session = new Proxy({}, {
    get: (_target, name) => {
      if (name === 'protocol') return { handle: (scheme: string) => void handled.push(scheme) };
      if (name === 'webRequest') return { onBeforeRequest: (filter: unknown) => void (asked['onBeforeRequest'] = [filter]) };
      if (name === 'on') return (event: string) => void listened.push(event);
      return (...parts: unknown[]) => void (asked[String(name)] = parts);
    },
  }) as unknown as Session;
  closeSession(session);
  closeSession(session);
  expect(handled).toEqual(['http', 'https', 'file', 'ftp']);
  expect(listened).toEqual(['will-download']);
  expect(asked['enableNetworkEmulation']).toEqual([{ offline: true }]);
  expect(asked['setSpellCheckerEnabled']).toEqual([false]);
  expect(asked['setSpellCheckerDictionaryDownloadURL']).toEqual(['http://127.0.0.1:1/']);
  const permitted = (name: string): boolean => (asked['setPermissionCheckHandler']?.[0] as (contents: null, permission: string) => boolean)(null, name);
  expect(['clipboard-sanitized-write', 'fullscreen', 'clipboard-read', 'media', 'geolocation', 'notifications', 'midi', 'hid', 'serial', 'usb', 'openExternal', 'fileSystem', 'display-capture', 'pointerLock', ''].filter(permitted)).toEqual(['clipboard-sanitized-write', 'fullscreen']);
  const cancelled = (url: string): unknown => {
    let answer: unknown = null;
    (asked['onBeforeRequest']?.[0] as (details: { url: string }, answer: (given: unknown) => void) => void)({ url }, (given) => void (answer = given));
    return answer;
  };
  expect(cancelled('https://example.org/')).toEqual({ cancel: true });
  expect(cancelled('app://tribuna/')).toEqual({ cancel: false });
  expect((asked['setDevicePermissionHandler']?.[0] as () => boolean)()).toBe(false);
});

test('Chromium itself is kept off the network', () => {
  const names = OFFLINE_SWITCHES.map(([name]) => name);
  for (const name of ['host-resolver-rules', 'disable-background-networking', 'disable-component-update', 'no-proxy-server', 'dns-prefetch-disable', 'disable-domain-reliability', 'disable-sync', 'no-pings', 'force-webrtc-ip-handling-policy', 'metrics-recording-only']) expect(names).toContain(name);
});

describe('the page policy', () => {
  const directives = new Map(CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources] as const;
  }));
  test('allows nothing that it does not name', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    for (const name of ['frame-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) expect(directives.get(name), name).toEqual(["'none'"]);
  });
  test('runs own scripts only and connects to its own origin only', () => {
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|\*|https?:|wasm-unsafe/);
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  });
});
