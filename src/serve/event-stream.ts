import type { ServerResponse } from 'node:http';
import type { Engine } from '../engine/engine.ts';

const KEEP_ALIVE_MS = 20_000;

/** Sends the engine's events as server-sent events until the browser goes away. */
export function streamEvents(engine: Engine, response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': open\n\n');
  const stop = engine.onEvent((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const keepAlive = setInterval(() => response.write(':\n\n'), KEEP_ALIVE_MS);
  response.on('close', () => {
    clearInterval(keepAlive);
    stop();
  });
}
