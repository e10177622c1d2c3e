import { syncBuiltinESMExports } from 'node:module';

const NAMES = /^(lookup|resolve|reverse)/;

/** Functions of Node's own modules that reach, or resolve a name on, a network. */
const DOORS: Readonly<Record<string, readonly string[] | RegExp>> = {
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer', 'createSecureServer'],
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  dgram: ['createSocket'],
  dns: NAMES,
  'dns/promises': NAMES,
  inspector: ['open'],
};

/**
 * What those functions come down to. A package may have taken `http.request` into a variable of its own before the network
 * was closed: its connection still starts here.
 */
const METHODS: readonly (readonly [module: string, type: string, methods: readonly string[] | RegExp])[] = [
  ['net', 'Socket', ['connect']],
  ['net', 'Server', ['listen']],
  ['dgram', 'Socket', ['bind', 'connect', 'send']],
  ['dns', 'Resolver', NAMES],
  ['dns/promises', 'Resolver', NAMES],
];
const GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];

/**
 * Replaces every way out of this thread by a function that throws `network is closed: http.request`, and those out of a
 * package that was loaded before by `network is closed: net.Socket.connect`. Import rules keep our own code away from these
 * modules; this holds for the packages it uses. Built-in modules are one per thread, so a host's other threads are
 * untouched, and so is a server of this thread that listens already. Closing twice is closing once.
 */
export function closeNetwork(): void {
  for (const [name, doors] of Object.entries(DOORS)) closeAll(builtIn(name), doors, name);
  for (const [name, type, methods] of METHODS) {
    const made: unknown = Reflect.get(Object(builtIn(name)), type);
    closeAll(typeof made === 'function' ? (made as { readonly prototype: unknown }).prototype : null, methods, `${name}.${type}`);
  }
  syncBuiltinESMExports();
  for (const name of GLOBALS) close(globalThis, name, name);
}

function builtIn(name: string): unknown {
  return process.getBuiltinModule(`node:${name}`);
}

function closeAll(owner: unknown, doors: readonly string[] | RegExp, prefix: string): void {
  for (const door of doors instanceof RegExp ? namesOf(owner).filter((name) => doors.test(name)) : doors) close(owner, door, `${prefix}.${door}`);
}

/** Own and inherited names, as some of these types share a base. */
function namesOf(owner: unknown): string[] {
  const names = new Set<string>();
  for (let level: unknown = owner; typeof level === 'object' && level !== null && level !== Object.prototype; level = Object.getPrototypeOf(level)) for (const name of Object.getOwnPropertyNames(level)) names.add(name);
  return [...names];
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
