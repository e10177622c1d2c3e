import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';

/** A place on this machine that answers everybody and counts who came. */
export interface NetworkTrap {
  /** `http://127.0.0.1:PORT`: answers any request, from anywhere. */
  readonly address: string;
  /** `stun:127.0.0.1:PORT`. */
  readonly stun: string;
  /** What arrived: `GET /x`, `upgrade /x`, `udp`. */
  readonly arrived: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a trap: whatever gets out of a page or a process gets here, and is written down. */
export async function openNetworkTrap(): Promise<NetworkTrap> {
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    arrived.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Cross-Origin-Resource-Policy': 'cross-origin', 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>outside</title>');
  });
  server.on('upgrade', (request, socket) => {
    arrived.push(`upgrade ${request.url ?? ''}`);
    socket.destroy();
  });
  const udp = createSocket('udp4');
  udp.on('message', () => void arrived.push('udp'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${String(typeof address === 'object' ? (address?.port ?? 0) : 0)}`,
    stun: `stun:127.0.0.1:${String(udp.address().port)}`,
    arrived,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await new Promise<void>((resolve) => udp.close(resolve));
    },
  };
}
