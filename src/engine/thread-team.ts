import { Worker } from 'node:worker_threads';

/** A question as it reaches a thread of a team; questions are answered one after another, in the order they came. */
export interface ToTeamThread<Question> {
  readonly id: number;
  readonly question: Question;
}

/** A thread's answer, or what went wrong. */
export type FromTeamThread<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly error: Error };

/** Threads of one kind that answer questions. */
export interface ThreadTeam<Question, Answer> {
  /** Asks the thread that has least to do. Rejects with what went wrong while answering. */
  readonly ask: (question: Question) => Promise<Answer>;
  /** Ends the threads: what is under way fails. */
  readonly close: () => Promise<void>;
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

interface TeamThread<Answer> {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting<Answer>>;
}

/**
 * Starts `count` threads from an entry that answers by {@link answerQuestions}. What a thread throws outside a question, or its
 * end, fails what all of them had at hand and all that follows. `kind` names them in what is then said; `start` reaches each
 * as its `workerData`.
 */
export function threadTeam<Question, Answer>(entry: string, { count, kind, start = null }: { readonly count: number; readonly kind: string; readonly start?: unknown }): ThreadTeam<Question, Answer> {
  let lost: Error | null = null;
  let ids = 0;
  const onLost = (error: Error): void => {
    lost ??= error;
    for (const { waiting } of threads) {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    }
  };
  const threads = Array.from({ length: count }, (): TeamThread<Answer> => {
    const worker = new Worker(entry, { workerData: start, stderr: false });
    const waiting = new Map<number, Waiting<Answer>>();
    worker.on('message', (given: FromTeamThread<Answer>) => {
      const one = waiting.get(given.id);
      waiting.delete(given.id);
      if ('error' in given) one?.reject(given.error);
      else one?.resolve(given.answer);
    });
    worker.on('error', onLost);
    worker.on('exit', () => onLost(new Error(`a ${kind} thread ended unexpectedly`)));
    return { worker, waiting };
  });
  const leastBusy = (): TeamThread<Answer> | undefined => threads.reduce<TeamThread<Answer> | undefined>((best, thread) => (best === undefined || thread.waiting.size < best.waiting.size ? thread : best), undefined);
  return {
    ask: (question) => new Promise((resolve, reject) => {
      const thread = leastBusy();
      if (thread === undefined || lost !== null) {
        reject(lost ?? new Error(`the ${kind} threads are closed`));
        return;
      }
      ids += 1;
      thread.waiting.set(ids, { resolve, reject });
      thread.worker.postMessage({ id: ids, question } satisfies ToTeamThread<Question>);
    }),
    close: async () => {
      onLost(new Error(`the ${kind} threads are closed`));
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
