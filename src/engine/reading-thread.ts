import { parentPort, workerData } from 'node:worker_threads';
import { batchReader } from '../app/analyse/read-pool.ts';
import { closeNetwork } from './network-guard.ts';
import type { FromReadingThread, ReadingThreadStart, ToReadingThread } from './reading-messages.ts';

// Entry of a thread that reads texts and nothing else: no project, no file, no network.
closeNetwork();
const { read, print } = batchReader((workerData as ReadingThreadStart).setting);

parentPort?.on('message', ({ id, texts, printed }: ToReadingThread) => {
  let answer: FromReadingThread;
  try {
    answer = { id, values: printed ? print(texts) : read(texts) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
  parentPort?.postMessage(answer);
});
