import type { CallContext } from '../contract/dispatch.ts';
import type { Outcome } from '../contract/outcome.ts';

/** A long operation as it was asked for. */
export interface Job {
  readonly jobId: string;
  readonly operation: string;
  readonly input: unknown;
}

/** Where jobs run, one after another. */
export interface JobRunner {
  readonly run: (job: Job, onProgress: CallContext['onProgress']) => Promise<Outcome<unknown>>;
  /** True when a job of that id was waiting or running and has stopped (or will at its next step); answers within one second. */
  readonly cancel: (jobId: string) => Promise<boolean>;
  /** True while a job waits or runs, or what a cancelled one changed is put back. */
  readonly busy: () => boolean;
  /** Resolves when what a cancelled job changed is put back; at once where there is nothing of the kind. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Runs tasks strictly one after another, in the order they came. */
export function taskQueue(): <Value>(task: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task, task);
    last = turn.catch(() => undefined);
    return turn;
  };
}
