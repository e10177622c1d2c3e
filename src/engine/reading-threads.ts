import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReaderSetting } from '../app/analyse/project-reader.ts';
import type { OpenReadPool, ReadBatch, ReadPool, ReadValues } from '../app/analyse/read-pool.ts';
import type { FromReadingThread, ReadingThreadStart, ToReadingThread } from './reading-messages.ts';

const MOST_THREADS = 8;
const BATCH = 500;
/** Batches that each thread has at hand: one to read and one to go on with at once. */
const EACH = 2;

interface Waiting {
  readonly resolve: (values: ReadValues | readonly string[]) => void;
  readonly reject: (error: Error) => void;
}

interface ReadingThread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

function started(entry: string, setting: ReaderSetting, onLost: (thread: ReadingThread, error: Error) => void): ReadingThread {
  const worker = new Worker(entry, { workerData: { setting } satisfies ReadingThreadStart, stderr: false });
  const thread: ReadingThread = { worker, waiting: new Map() };
  worker.on('message', (answer: FromReadingThread) => {
    const waiting = thread.waiting.get(answer.id);
    thread.waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(answer.error);
    else waiting?.resolve(answer.values);
  });
  worker.on('error', (error: Error) => onLost(thread, error));
  worker.on('exit', () => onLost(thread, new Error('a reading thread ended unexpectedly')));
  return thread;
}

/**
 * A pool of threads that read, one a processor, at most eight, never more than there are batches. Each has a reader of its
 * own; a batch goes to the thread that has least to do. What a thread throws, or its end, fails the batches it had at
 * hand and all that follow. Threads open no project and no socket. Memory: two batches a thread, beside its reader.
 * @param entry Path of the thread's entry file.
 * @param most Threads at most; one a processor when left out.
 */
export function readingThreads(entry: string, most = availableParallelism()): OpenReadPool {
  return (setting, texts): ReadPool => {
    const count = Math.max(1, Math.min(MOST_THREADS, most, Math.ceil(texts / BATCH)));
    let lost: Error | null = null;
    let ids = 0;
    const onLost = ({ waiting }: ReadingThread, error: Error): void => {
      lost ??= error;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    const threads = Array.from({ length: count }, () => started(entry, setting, onLost));
    const leastBusy = (): ReadingThread | undefined => threads.reduce<ReadingThread | undefined>((best, thread) => (best === undefined || thread.waiting.size < best.waiting.size ? thread : best), undefined);
    // a thread answers in the shape it was asked in
    const ask = <Answer extends ReadValues | readonly string[]>(texts: ReadBatch, printed: boolean): Promise<Answer> => new Promise((resolve, reject) => {
      const thread = leastBusy();
      if (thread === undefined || lost !== null) {
        reject(lost ?? new Error('the reading threads are closed'));
        return;
      }
      ids += 1;
      thread.waiting.set(ids, { resolve: (values) => resolve(values as Answer), reject });
      thread.worker.postMessage({ id: ids, texts, printed } satisfies ToReadingThread);
    });
    return {
      width: EACH * count, batch: BATCH,
      read: (texts) => ask<ReadValues>(texts, false),
      print: (texts) => ask<readonly string[]>(texts, true),
      close: async () => {
        lost ??= new Error('the reading threads are closed');
        await Promise.all(threads.map(({ worker }) => worker.terminate()));
      },
    };
  };
}
