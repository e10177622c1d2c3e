import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createEngineClient, type EngineClient } from '../engine/engine-client.ts';
import type { FromEngine, ToEngine } from '../engine/engine-messages.ts';
import type { EngineSettings } from '../engine/engine.ts';

/** Path of the engine's entry, and of the other threads' beside it. */
const ENGINE_ENTRY = fileURLToPath(new URL('../engine/engine-entry.ts', import.meta.url));
const JOB_THREAD = fileURLToPath(new URL('../engine/job-thread.ts', import.meta.url));
const READING_THREAD = fileURLToPath(new URL('../engine/reading-thread.ts', import.meta.url));
const DRAWING_THREAD = fileURLToPath(new URL('../engine/drawing-thread.ts', import.meta.url));

/** Starts the engine on a worker thread, away from the thread that answers requests. */
export function startEngineThread(settings: EngineSettings): EngineClient {
  const worker = new Worker(ENGINE_ENTRY);
  const client = createEngineClient({
    post: (message: ToEngine) => worker.postMessage(message),
    listen: (listener) => void worker.on('message', (message: FromEngine) => listener(message)),
  }, { ...settings, intervalsLater: true, jobThread: JOB_THREAD, readingThread: READING_THREAD, drawingThread: DRAWING_THREAD });
  worker.on('error', (error: Error) => process.stderr.write(`the engine thread ended with ${error.name}\n`));
  worker.on('exit', () => client.lost());
  return client;
}
