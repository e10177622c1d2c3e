import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

const GUARD = new URL('../../../src/engine/network-guard.ts', import.meta.url).href;

/** Runs an expression in a thread whose network is closed; resolves to the message of what it threw, or `nothing thrown`. */
function thrownBehindGuard(expression: string): Promise<unknown> {
  const source = `
    import { parentPort } from 'node:worker_threads';
    const { closeNetwork } = await import(${JSON.stringify(GUARD)});
    closeNetwork();
    try { await (${expression}); parentPort.postMessage('nothing thrown'); } catch (error) { parentPort.postMessage(error.message); }`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`));
    worker.once('message', (message) => {
      resolve(message);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}

test.each([
  ["fetch('http://127.0.0.1:9/')", 'network is closed: fetch'],
  ["new WebSocket('ws://127.0.0.1:9/')", 'network is closed: WebSocket'],
  ["(await import('node:http')).get('http://127.0.0.1:9/')", 'network is closed: http.get'],
  ["(await import('node:https')).request('https://127.0.0.1:9/')", 'network is closed: https.request'],
  ["(await import('node:net')).connect(9)", 'network is closed: net.connect'],
  ["(await import('node:tls')).connect(9)", 'network is closed: tls.connect'],
  ["(await import('node:dns/promises')).lookup('example.org')", 'network is closed: dns/promises.lookup'],
  ["(await import('node:dgram')).createSocket('udp4')", 'network is closed: dgram.createSocket'],
])('%s throws', async (expression, message) => {
  expect(await thrownBehindGuard(expression)).toBe(message);
});
