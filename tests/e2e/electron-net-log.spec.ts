import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { openNetworkTrap, type NetworkTrap } from '../support/network-trap.ts';
import { launchElectron, noElectron } from './electron-app.ts';
import { pageAttempts } from './page-attempts.ts';
import { StartPage } from './pages/start-page.ts';

/** What the browser's own log of its network says: the kinds of events by their number, and the events. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** Kinds of events without which nothing leaves: a name looked up, a connection made, a packet sent. */
const LEAVING = ['HOST_RESOLVER_MANAGER_JOB', 'HOST_RESOLVER_DNS_TASK', 'HOST_RESOLVER_SYSTEM_TASK', 'TCP_CONNECT', 'TCP_CONNECT_ATTEMPT', 'SSL_CONNECT', 'UDP_BYTES_SENT', 'QUIC_SESSION', 'WEB_SOCKET_SEND_REQUEST_HEADERS', 'HTTP_TRANSACTION_SEND_REQUEST'];

/** Runs the product with its log on, lets somebody work in it, and resolves to the names of its events and to every address in them. */
async function logged(work: (page: Page, trap: NetworkTrap) => Promise<void>): Promise<{ readonly events: readonly string[]; readonly addresses: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'tribuna-net-log-'));
  const file = join(folder, 'net-log.json');
  const trap = await openNetworkTrap();
  try {
    const app = await launchElectron(folder, [`--log-net-log=${file}`, '--net-log-capture-mode=Everything']);
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    await work(page, trap);
    await app.close();
    expect(trap.arrived).toEqual([]);
    const { constants: { logEventTypes }, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
    const names = new Map(Object.entries(logEventTypes).map(([name, type]) => [type, name]));
    // the log was kept, and knows the kinds of events by the names that are asked for
    expect(events.length).toBeGreaterThan(0);
    expect(LEAVING.filter((name) => !(name in logEventTypes)).length).toBeLessThan(3);
    return {
      events: events.map(({ type }) => names.get(type) ?? ''),
      addresses: events.flatMap(({ params }) => [params?.['url'], params?.['address'], params?.['host']].filter((each) => typeof each === 'string')),
    };
  } finally {
    await trap.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test.describe(noElectron === null ? 'the log of the network' : `the log of the network (skipped: ${noElectron})`, () => {
  test.skip(noElectron !== null, noElectron ?? '');

  test('a project opened and read leaves no address in it, no name looked up and no connection', async () => {
    const { events, addresses } = await logged(async (page) => {
      await new StartPage(page).openSample();
      await page.locator('.workspace').waitFor({ timeout: 120_000 });
    });
    expect(addresses).toEqual([]);
    expect(events.filter((name) => LEAVING.includes(name) || name === 'UDP_CONNECT')).toEqual([]);
  });

  test('every attempt of a page leaves nothing that was sent, and no address but that of a route asked of the system', async () => {
    const { events, addresses } = await logged(async (page, { address, stun }) => {
      expect(await page.evaluate(pageAttempts, { address, stun })).toEqual([]);
    });
    expect(events.filter((name) => LEAVING.includes(name))).toEqual([]);
    // before a name that resolves to nothing is given up, Chromium asks the system for a route over IPv6: a socket that sends nothing
    const routes = events.filter((name) => name === 'HOST_RESOLVER_MANAGER_IPV6_REACHABILITY_CHECK').length;
    expect(events.filter((name) => name === 'UDP_CONNECT').length).toBeLessThanOrEqual(2 * routes);
    expect(addresses.filter((each) => !/^app:\/\/|^\[2001:4860:4860::8888\]:443$|^\[[0-9a-f:]+\]:\d+$/u.test(each))).toEqual([]);
  });
});
