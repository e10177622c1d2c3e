import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from 'playwright/test';
import { EVERY_WAY_CLOSED, TRY_EVERY_WAY_OUT } from '../support/network-attempts.ts';
import { openNetworkTrap, type NetworkTrap } from '../support/network-trap.ts';
import { launchElectron, noElectron } from './electron-app.ts';
import { pageAttempts } from './page-attempts.ts';

const OWN_PAGE = 'app://tribuna/';

/** Each test attacks the one running product and says that the attack came to nothing (Electron's security checklist). */
test.describe(noElectron === null ? 'attacks on the desktop window' : `attacks on the desktop window (skipped: ${noElectron})`, () => {
  test.skip(noElectron !== null, noElectron ?? '');

  let app: ElectronApplication;
  let page: Page;
  let folder: string;
  let trap: NetworkTrap;

  test.beforeAll(async () => {
    if (noElectron !== null) return;
    folder = mkdtempSync(join(tmpdir(), 'tribuna-attacks-'));
    trap = await openNetworkTrap();
    app = await launchElectron(folder);
    page = await app.firstWindow();
    await page.waitForLoadState('load');
  });

  test.afterAll(async () => {
    if (noElectron !== null) return;
    await app.close();
    await trap.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.afterEach(() => {
    expect(trap.arrived, 'what reached the outside').toEqual([]);
  });

  /** Says that only the workbench's window is left, on its own page. */
  const expectUnmoved = async (): Promise<void> => {
    expect(page.url().replace(/#$/, '')).toBe(OWN_PAGE);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  };

  test('every window has the same narrow powers', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => (window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()));
    expect(preferences).toHaveLength(1);
    for (const one of preferences) {
      expect(one).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false, experimentalFeatures: false, allowRunningInsecureContent: false });
      // left out where they are off
      for (const name of ['nodeIntegrationInWorker', 'navigateOnDragDrop', 'spellcheck', 'plugins']) expect(one[name] ?? false, name).toBe(false);
      expect(one['enableBlinkFeatures'] ?? '').toBe('');
    }
  });

  test('nothing leaves the page, whatever it tries', async () => {
    expect(await page.evaluate(pageAttempts, { address: trap.address, stun: trap.stun })).toEqual([]);
    await expectUnmoved();
  });

  test('nothing leaves a page of ours that runs none of our scripts: the session alone holds', async () => {
    const attempts = `(${pageAttempts.toString()})(${JSON.stringify({ address: trap.address, stun: trap.stun })})`;
    const answer = await app.evaluate(async ({ BrowserWindow }, code) => {
      const bare = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      await bare.loadURL('app://tribuna/nowhere');
      // the policy of pages is not asked here: what is left is what the session and the switches refuse
      const peers: unknown = await bare.webContents.executeJavaScript('typeof RTCPeerConnection');
      const reached: unknown = await bare.webContents.executeJavaScript(code);
      bare.destroy();
      return { peers, reached };
    }, attempts);
    expect(answer).toEqual({ peers: 'function', reached: [] });
  });

  test('a page without any policy reaches nothing either', async () => {
    const attempts = `(${pageAttempts.toString()})(${JSON.stringify({ address: trap.address, stun: trap.stun })})`;
    const reached = await app.evaluate(async ({ BrowserWindow, session }, code) => {
      const apart = session.fromPartition('attack');
      apart.protocol.handle('app', () => new Response('<!doctype html><body>', { headers: { 'Content-Type': 'text/html' } }));
      const bare = new BrowserWindow({ show: false, webPreferences: { sandbox: true, session: apart } });
      await bare.loadURL('app://tribuna/');
      const names: unknown = await bare.webContents.executeJavaScript(code);
      bare.destroy();
      return names;
    }, attempts);
    expect(reached).toEqual([]);
  });

  test('nothing leaves the first process', async () => {
    const thrown = await app.evaluate(async (_electron, code) => {
      const made = Object.getPrototypeOf(async () => undefined).constructor as new (code: string) => () => Promise<string[]>;
      return new made(code)();
    }, TRY_EVERY_WAY_OUT);
    expect(thrown).toHaveLength(EVERY_WAY_CLOSED.length);
    // an older runtime has no sockets of its own at all
    for (const [place, line] of thrown.entries()) expect([EVERY_WAY_CLOSED[place], 'WebSocket is not defined']).toContain(line);
    const asked = await app.evaluate(async ({ net, session }, address) => {
      const said = (attempt: Promise<unknown>): Promise<string> => attempt.then(() => 'answered', (error: unknown) => (error instanceof Error ? error.message : 'refused'));
      return [await said(net.fetch(`${address}/net-fetch`)), await said(session.defaultSession.fetch(`${address}/session-fetch`)), await said(session.fromPartition('another').fetch(`${address}/partition`)), await said(net.resolveHost('example.org')), await said(session.defaultSession.fetch('file:///etc/hostname'))];
    }, trap.address);
    expect(asked.filter((line) => line === 'answered')).toEqual([]);
  });

  test('the page stays where it is: addresses, links, forms, refreshes and new windows', async () => {
    const ways: readonly string[] = [
      'location.href = TARGET', 'location.assign(TARGET)', 'location.replace(TARGET)', "location.href = 'file:///etc/hostname'", "location.href = 'data:text/html,<p>outside'", "location.href = 'app://evil/'", "location.href = 'chrome://version'",
      "const link = document.createElement('a'); link.href = TARGET; document.body.append(link); link.click(); link.remove()", "const link = document.createElement('a'); link.href = TARGET; link.target = '_blank'; document.body.append(link); link.click(); link.remove()",
      "const link = document.createElement('a'); link.href = TARGET; document.body.append(link); link.dispatchEvent(new MouseEvent('click', { button: 1, ctrlKey: true, bubbles: true })); link.remove()",
      "const form = document.createElement('form'); form.action = TARGET; document.body.append(form); form.submit(); form.remove()",
      "const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'; meta.content = '0;url=' + TARGET; document.head.append(meta); meta.remove()",
      "window.open(TARGET)", "window.open(TARGET, '_blank', 'nodeIntegration=yes')", "window.open('about:blank')", "window.open('app://tribuna/')",
      "const view = document.createElement('webview'); view.setAttribute('src', TARGET); view.setAttribute('nodeintegration', ''); document.body.append(view); view.remove()",
    ];
    for (const way of ways) {
      // as if a person had clicked: some of these need it
      await app.evaluate(({ BrowserWindow }, code) => void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`(() => { ${code} })()`, true).catch(() => undefined), way.replaceAll('TARGET', JSON.stringify(`${trap.address}/moved`)));
      await page.waitForTimeout(120);
      expect(page.url().replace(/#$/, ''), way).toBe(OWN_PAGE);
    }
    await expectUnmoved();
  });

  test('every event of moving is prevented, and no page is embedded', async () => {
    const prevented = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const isPrevented = (name: string, url: string): boolean => {
        let stopped = false;
        contents?.emit(name, { url, preventDefault: () => void (stopped = true) }, {}, {});
        return stopped;
      };
      const outside = ['will-navigate', 'will-frame-navigate', 'will-redirect'].flatMap((name) => ['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://evil/', 'data:text/html,x', 'javascript:alert(1)', 'not an address'].map((url) => isPrevented(name, url)));
      return { outside, inside: isPrevented('will-navigate', 'app://tribuna/'), webview: isPrevented('will-attach-webview', '') };
    });
    expect(new Set(prevented.outside)).toEqual(new Set([true]));
    expect(prevented).toMatchObject({ inside: false, webview: true });
  });

  test('permissions are refused when asked about and when asked for, but for copying and full screen', async () => {
    const answers: unknown = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`(async () => {
      const granted = [];
      for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage', 'idle-detection', 'screen-wake-lock', 'local-fonts', 'window-management', 'storage-access', 'accelerometer']) {
        const status = await navigator.permissions.query({ name }).catch(() => null);
        if (status?.state === 'granted') granted.push('asked about ' + name);
      }
      const ways = {
        place: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        notice: async () => { if (await Notification.requestPermission() !== 'granted') throw new Error('refused'); },
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
        clipboard: () => navigator.clipboard.readText(),
        midi: () => navigator.requestMIDIAccess({ sysex: true }),
        usb: () => navigator.usb.requestDevice({ filters: [] }),
        hid: async () => { if ((await navigator.hid.requestDevice({ filters: [] })).length === 0) throw new Error('refused'); },
        serial: () => navigator.serial.requestPort(),
        bluetooth: () => navigator.bluetooth.requestDevice({ acceptAllDevices: true }),
        fonts: async () => { if ((await queryLocalFonts()).length === 0) throw new Error('refused'); },
        idle: async () => { if (await IdleDetector.requestPermission() !== 'granted') throw new Error('refused'); },
      };
      for (const [name, way] of Object.entries(ways)) await Promise.race([(async () => way())().then(() => granted.push(name), () => undefined), new Promise((resolve) => setTimeout(resolve, 1500))]);
      return granted;
    })()`, true));
    expect(answers).toEqual([]);
    const copied: unknown = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.focus();
      return window?.webContents.executeJavaScript("navigator.permissions.query({ name: 'clipboard-write' }).then(({ state }) => state)", true);
    });
    expect(copied).toBe('granted');
  });

  test('a page that is not one of ours is not answered, though it has the bridge', async () => {
    const outcome = await app.evaluate(async ({ app: electronApp, BrowserWindow }) => {
      const preload = `${electronApp.getAppPath()}/out/preload/index.cjs`;
      const forged = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await forged.loadURL('app://tribuna/nowhere');
      const answer: unknown = await forged.webContents.executeJavaScript("window.tribuna.call('app.state', {})");
      forged.destroy();
      return answer;
    });
    expect(outcome).toEqual({ ok: false, failure: { code: 'invalid-input', message: 'invalid sender: not the workbench' } });
  });

  test('a forged frame, a foreign address and a malformed call are refused', async () => {
    const answers = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown, ...parts: unknown[]) => Promise<unknown>> })._invokeHandlers;
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const frame = contents?.mainFrame;
      const genuine = { sender: contents, senderFrame: frame };
      const call = handlers.get('tribuna:call');
      const register = handlers.get('tribuna:register');
      const said = async (handler: typeof call, event: unknown, ...parts: unknown[]): Promise<unknown> => handler?.(event, ...parts);
      return {
        names: [...handlers.keys()].filter((name) => name.startsWith('tribuna')).sort(),
        genuine: await said(call, genuine, 'app.state', {}),
        refused: [
          await said(call, { sender: {}, senderFrame: frame }, 'app.state', {}), await said(call, { sender: contents, senderFrame: null }, 'app.state', {}), await said(call, { sender: contents, senderFrame: { url: 'app://tribuna/' } }, 'app.state', {}),
          await said(register, { sender: {}, senderFrame: frame }, '/etc/passwd', 'passwd'), await said(call, genuine), await said(call, genuine, 7, {}), await said(call, genuine, 'x'.repeat(101), {}), await said(call, genuine, '__proto__', {}), await said(call, genuine, 'no.such', {}),
          await said(call, genuine, 'host.presentWindow', { address: 'https://example.org/' }), await said(call, genuine, 'project.open', { file: { path: '/etc/passwd' } }), await said(call, genuine, 'project.open', { file: { fileHandle: '/etc/passwd' } }),
          await said(register, genuine, ''), await said(register, genuine, { path: 1 }, 'x'), await said(register, genuine, 'x'.repeat(5000), 'x'),
        ],
      };
    });
    expect(answers.names).toEqual(['tribuna:call', 'tribuna:register']);
    expect(answers.genuine).toMatchObject({ ok: true });
    for (const answer of answers.refused) expect(answer).toMatchObject({ ok: false });
  });

  test('pages are served from their folder alone, by GET alone, with the policy', async () => {
    const paths = ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/%2e%2e%2f%2e%2e%2fpackage.json', '/..%5c..%5cpackage.json', '/assets/..%2f..%2f..%2fpackage.json', '/../main/index.js', '/%00', '/index.html%00.js', '/%2fetc%2fpasswd', '//etc/passwd', '/%252e%252e%252fpackage.json', '/%c0%ae%c0%ae/package.json', '/C:%5cWindows%5cwin.ini', '/assets', '/.', '/%'];
    const served = await page.evaluate(async (wanted) => Promise.all(wanted.map(async (path) => {
      const response = await fetch(`app://tribuna${path}`).catch(() => null);
      return response === null ? { path, status: 0, text: '' } : { path, status: response.status, text: (await response.text()).slice(0, 2000) };
    })), paths);
    for (const { path, status, text } of served) {
      expect(text, path).not.toMatch(/productName|root:|BrowserWindow/);
      // `/.` is the page itself once it is normalised, as `/` is
      if (!['/.', '/../main/index.js'].includes(path)) expect([0, 404], path).toContain(status);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) expect(await page.evaluate((name) => fetch('app://tribuna/', { method: name }).then(({ status }) => status, () => 0), method), method).not.toBe(200);
    for (const url of ['app://evil/', 'app://tribuna.evil/']) expect(await page.evaluate((wanted) => fetch(wanted).then(({ status }) => status, () => 0), url), url).not.toBe(200);
    const headers = await page.evaluate(async () => Object.fromEntries((await fetch('app://tribuna/')).headers.entries()));
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('text is not run: no markup as script, no code from text, no script of the page', async () => {
    const attack = async (): Promise<string[]> => {
      // what a debugger starts may do more than a page: only what comes after a wait is the page's own
      await new Promise((resolve) => setTimeout(resolve, 10));
      const names: string[] = [];
      const ways: Record<string, () => unknown> = {
        markup: () => Reflect.set(document.createElement('div'), 'innerHTML', '<img src=x onerror="window.ran = true">'),
        written: () => Reflect.get<Document, 'write'>(document, 'write').call(document, '<script>window.ran = true</script>'),
        evaluated: () => (Reflect.get(window, 'eval') as (text: string) => void).call(window, 'window.ran = true'),
        made: () => Reflect.construct(Function, ['window.ran = true']).call(window),
        late: () => (setTimeout as (text: unknown) => unknown)('window.ran = true'),
        inline: () => {
          const script = document.createElement('script');
          script.append('window.ran = true');
          document.head.append(script);
        },
        address: () => Reflect.set(document.createElement('script'), 'src', 'app://tribuna/x.js'),
        frame: () => Reflect.set(document.createElement('iframe'), 'srcdoc', '<script>parent.ran = true</script>'),
      };
      for (const [name, way] of Object.entries(ways)) {
        try {
          way();
          if (name !== 'inline') names.push(name);
        } catch {
          // refused
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (Reflect.has(window, 'ran')) names.push('ran');
      return names;
    };
    const ran: unknown = await app.evaluate(({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code), `(${attack.toString()})()`);
    expect(ran).toEqual([]);
  });
});
