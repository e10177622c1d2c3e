import { availableParallelism } from 'node:os';
import type { OpenReadPool, ReadBatch, ReadPool, ReadValues } from '../app/analyse/read-pool.ts';
import type { AskedReadings, ReadingThreadStart } from './reading-messages.ts';
import { threadTeam } from './thread-team.ts';

const MOST_THREADS = 8;
const BATCH = 500;
/** Batches that each thread has at hand: one to read and one to go on with at once. */
const EACH = 2;

/**
 * A pool of threads that read, one a processor, at most eight, never more than there are batches. Each has a reader of its
 * own; a batch goes to the thread that has least to do. What a thread throws, or its end, fails the batches at hand and all
 * that follow. Threads open no project and no socket. Memory: two batches a thread, beside its reader.
 * @param entry Path of the thread's entry file.
 * @param most Threads at most; one a processor when left out.
 */
export function readingThreads(entry: string, most = availableParallelism()): OpenReadPool {
  return (setting, texts): ReadPool => {
    const count = Math.max(1, Math.min(MOST_THREADS, most, Math.ceil(texts / BATCH)));
    const team = threadTeam<AskedReadings, ReadValues | readonly string[]>(entry, { count, kind: 'reading', start: { setting } satisfies ReadingThreadStart });
    // a thread answers in the shape it was asked in
    const ask = async <Answer extends ReadValues | readonly string[]>(texts: ReadBatch, printed: boolean): Promise<Answer> => (await team.ask({ texts, printed })) as Answer;
    return {
      width: EACH * count, batch: BATCH,
      read: (texts) => ask<ReadValues>(texts, false),
      print: (texts) => ask<readonly string[]>(texts, true),
      close: team.close,
    };
  };
}
