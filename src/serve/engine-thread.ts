import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isBuildOld } from '../engine/build-age.ts';
import { createEngineClient, type EngineClient } from '../engine/engine-client.ts';
import type { FromEngine, ToEngine } from '../engine/engine-messages.ts';
import type { EngineSettings } from '../engine/engine.ts';

/** Where the files lie that the engine's threads begin with, and how they end. */
interface ThreadFiles {
  readonly folder: string;
  readonly ending: '.ts' | '.js';
}

const SOURCES: ThreadFiles = { folder: fileURLToPath(new URL('../engine', import.meta.url)), ending: '.ts' };

/** The built files where they are of these sources: a few large ones begin in less than half the time of a thousand small ones. */
export function quickestThreadFiles(root: string): ThreadFiles {
  return isBuildOld(root) ? SOURCES : { folder: join(root, 'out', 'main'), ending: '.js' };
}

/** Starts the engine on a worker thread, away from the thread that answers requests; from its sources where nothing else is said. */
export function startEngineThread(settings: EngineSettings, { folder, ending }: ThreadFiles = SOURCES): EngineClient {
  const file = (name: string): string => join(folder, `${name}${ending}`);
  const worker = new Worker(file('engine-entry'));
  const client = createEngineClient({
    post: (message: ToEngine) => worker.postMessage(message),
    listen: (listener) => void worker.on('message', (message: FromEngine) => listener(message)),
  }, { ...settings, intervalsLater: true, jobThread: file('job-thread'), readingThread: file('reading-thread'), drawingThread: file('drawing-thread'), aheadThread: file('ahead-thread') });
  worker.on('error', (error: Error) => process.stderr.write(`the engine thread ended with ${error.name}\n`));
  worker.on('exit', () => client.lost());
  return client;
}
