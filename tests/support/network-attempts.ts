/**
 * Every way out of a Node thread, as expressions: each must throw at once where the network is closed. None of them would
 * reach anything if it did not: they name this machine's port 59, or a name that cannot exist.
 */
export const NETWORK_ATTEMPTS: readonly (readonly [expression: string, closed: string])[] = [
  ["fetch('http://127.0.0.1:59/')", 'fetch'],
  ["new WebSocket('ws://127.0.0.1:59/')", 'WebSocket'],
  ["builtIn('http').get('http://127.0.0.1:59/')", 'http.get'],
  ["builtIn('http').request('http://127.0.0.1:59/')", 'http.request'],
  ["builtIn('https').request('https://127.0.0.1:59/')", 'https.request'],
  ["builtIn('https').get('https://127.0.0.1:59/')", 'https.get'],
  ["builtIn('http2').connect('https://127.0.0.1:59/')", 'http2.connect'],
  ["builtIn('net').connect(59)", 'net.connect'],
  ["builtIn('net').createConnection(59)", 'net.createConnection'],
  ["new (builtIn('net').Socket)().connect(59, '127.0.0.1')", 'net.Socket.connect'],
  ["new (builtIn('net').Server)().listen(0, '127.0.0.1')", 'net.Server.listen'],
  ["builtIn('tls').connect(59)", 'tls.connect'],
  ["builtIn('dgram').createSocket('udp4')", 'dgram.createSocket'],
  ["new (builtIn('dgram').Socket)('udp4').send('x', 59, '127.0.0.1')", 'dgram.Socket.send'],
  ["builtIn('dns').lookup('nowhere.invalid', () => {})", 'dns.lookup'],
  ["builtIn('dns').resolve4('nowhere.invalid', () => {})", 'dns.resolve4'],
  ["new (builtIn('dns').Resolver)().resolveTxt('nowhere.invalid', () => {})", 'dns.Resolver.resolveTxt'],
  ["builtIn('dns').promises.resolve('nowhere.invalid')", 'dns/promises.resolve'],
  ["new (builtIn('dns/promises').Resolver)().resolve4('nowhere.invalid')", 'dns/promises.Resolver.resolve4'],
  ["builtIn('inspector').open(0)", 'inspector.open'],
];

/** The body of an async function that tries every way out and returns what each threw, or `nothing thrown`. */
export const TRY_EVERY_WAY_OUT = `
  const builtIn = (name) => process.getBuiltinModule('node:' + name);
  const thrown = [];
  for (const attempt of [${NETWORK_ATTEMPTS.map(([expression]) => `() => ${expression}`).join(', ')}]) {
    try { await Promise.race([attempt(), new Promise((resolve) => setTimeout(resolve, 50))]); thrown.push('nothing thrown'); } catch (error) { thrown.push(error.message); }
  }
  return thrown;`;

/** What {@link TRY_EVERY_WAY_OUT} returns where every way out is closed. */
export const EVERY_WAY_CLOSED: readonly string[] = NETWORK_ATTEMPTS.map(([, closed]) => `network is closed: ${closed}`);
