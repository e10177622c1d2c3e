import { workerData } from 'node:worker_threads';
import { batchReader, type ReadValues } from '../app/analyse/read-pool.ts';
import { closeNetwork } from './network-guard.ts';
import type { AskedReadings, ReadingThreadStart } from './reading-messages.ts';
import { answerQuestions } from './team-answers.ts';

// Entry of a thread that reads texts and nothing else: no project, no file, no network.
closeNetwork();
const { read, print } = batchReader((workerData as ReadingThreadStart).setting);

answerQuestions(({ texts, printed }: AskedReadings): ReadValues | readonly string[] => (printed ? print(texts) : read(texts)));
