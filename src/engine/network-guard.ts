import { syncBuiltinESMExports } from 'node:module';

/** Functions of Node's own modules that reach, or resolve a name on, a network. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer', 'createSecureServer'],
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  dgram: ['createSocket'],
  dns: ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'resolveMx', 'resolveSrv', 'reverse'],
  'dns/promises': ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'resolveMx', 'resolveSrv', 'reverse'],
};
const GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];

/**
 * Replaces every way out of this thread by a function that throws `network is closed: http.request`. Import rules keep
 * our own code away from these modules; this holds for the packages it uses. Built-in modules are one per thread, so a
 * host's other threads are untouched.
 */
export function closeNetwork(): void {
  for (const [name, doors] of Object.entries(DOORS)) {
    const module: unknown = process.getBuiltinModule(`node:${name}`);
    for (const door of doors) close(module, door, `${name}.${door}`);
  }
  syncBuiltinESMExports();
  for (const name of GLOBALS) close(globalThis, name, name);
}

function close(owner: unknown, door: string, name: string): void {
  if (typeof owner !== 'object' || owner === null || !(door in owner)) return;
  Object.defineProperty(owner, door, {
    configurable: true,
    writable: true,
    // a function, not an arrow: some of these are called with `new`
    value: function closed(): never {
      throw new Error(`network is closed: ${name}`);
    },
  });
}
