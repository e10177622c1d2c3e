import type { IncomingMessage } from 'node:http';

/**
 * Why a request is refused before anything else looks at it, or null. A page of another site can make a browser send
 * requests here: its Host gives a rebound name away, its Origin or fetch metadata a foreign page. Requests that change
 * something must say their Origin.
 */
export function refusal(request: Pick<IncomingMessage, 'headers' | 'method'>, port: number): string | null {
  const { host, origin } = request.headers;
  const ours = `127.0.0.1:${port}`;
  if (host !== ours) return 'foreign host';
  if (origin !== undefined && origin !== `http://${ours}`) return 'foreign origin';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    // the first visit may come from a link in another window: a plain navigation carries no power of its own
    const navigation = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
    if (!navigation) return 'foreign site';
  }
  if (request.method === 'POST' && origin === undefined) return 'missing origin';
  if (request.method !== 'GET' && request.method !== 'POST') return 'unknown method';
  return null;
}
