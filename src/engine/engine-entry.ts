import { parentPort } from 'node:worker_threads';
import { hostEngine } from './engine-host.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';
import { closeNetwork } from './network-guard.ts';

/** The part of Electron's utility-process port that is used here; plain Node has no such port. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: ToEngine }) => void): void;
}

// Entry of the engine's own process (Electron utility process) or thread (elsewhere).
closeNetwork();
const utilityPort = (process as { parentPort?: UtilityPort }).parentPort;
if (utilityPort !== undefined) {
  hostEngine({
    post: (message: FromEngine) => utilityPort.postMessage(message),
    listen: (listener) => utilityPort.on('message', ({ data }) => listener(data)),
  }, () => setImmediate(() => process.exit(0)));
} else if (parentPort !== null) {
  const port = parentPort;
  hostEngine({
    post: (message: FromEngine) => port.postMessage(message),
    listen: (listener) => void port.on('message', (message: ToEngine) => listener(message)),
  }, () => port.close());
}
