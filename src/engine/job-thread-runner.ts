import { Worker } from 'node:worker_threads';
import type { RegisteredFile } from '../app/context.ts';
import { LAST_PHASE, type CallContext } from '../contract/dispatch.ts';
import type { TribunaEvent } from '../contract/events.ts';
import { failed, type Outcome } from '../contract/outcome.ts';
import type { EngineSettings } from './engine.ts';
import type { FromJobThread, ToJobThread } from './job-messages.ts';
import { taskQueue, type Job, type JobRunner } from './job-runner.ts';

/** How long a cancelled job may take to stop by itself before its thread is ended. */
const PATIENCE_MS = 800;

interface JobThreadOptions {
  readonly settings: EngineSettings;
  /** Path of the thread's entry file. */
  readonly entry: string;
  readonly files: ReadonlyMap<string, RegisteredFile>;
  readonly emit: (event: TribunaEvent) => void;
  readonly onBug: (line: string) => void;
  /** The project open in the engine, null when none is. */
  readonly projectPath: () => string | null;
  /** Opens a project in the engine; opening rolls back whatever an ended job left half done. */
  readonly reopen: (path: string) => Promise<Outcome<unknown>>;
}

interface ActiveJob {
  readonly memory: SharedArrayBuffer;
  /** Resolves when the job is answered for. */
  readonly answered: Promise<void>;
  /** Ends the thread under the job; null while the job does not run, and once it may not be ended any more. */
  abandon: (() => void) | null;
  /** Answers the job as cancelled before all of it is put back. */
  readonly release: () => void;
}

const CANCELLED = failed('cancelled', 'the job was cancelled; the project is as before');

/**
 * Jobs on a thread of their own, one at a time. A cancel is seen by the job at its next step; a job that does not see it
 * within 0.8 s loses its thread (SQLite rolls its open transaction back) and the project is opened again, which undoes
 * an import left open. Either way the job is answered as cancelled at once, and what it changed is put back behind that
 * answer: the next job waits for it, and so does whoever asks {@link JobRunner.settled}.
 */
export function createJobThreadRunner({ settings, entry, files, emit, onBug, projectPath, reopen }: JobThreadOptions): JobRunner {
  const active = new Map<string, ActiveJob>();
  const next = taskQueue();
  let worker: Worker | null = null;
  let puttingBack: Promise<unknown> = Promise.resolve();
  let unsettled = 0;

  const runOnThread = ({ jobId, operation, input }: Job, onProgress: CallContext['onProgress']): Promise<Extract<FromJobThread, { type: 'done' }> | null> =>
    new Promise((resolve) => {
      const job = active.get(jobId);
      const thread = (worker ??= new Worker(entry, { stderr: false }));
      const finish = (done: Extract<FromJobThread, { type: 'done' }> | null): void => {
        thread.off('message', onMessage);
        thread.off('exit', onExit);
        thread.off('error', onError);
        if (job !== undefined) job.abandon = null;
        resolve(done);
      };
      const onMessage = (message: FromJobThread): void => {
        if (message.type === 'progress') {
          // the last commit is under way: ending the thread now could lose the answer and keep the change
          if (message.progress.phase === LAST_PHASE && job !== undefined) job.abandon = null;
          onProgress(message.progress);
        }
        else if (message.type === 'event') {
          // what changed the project is committed: ending the thread now would only lose the answer
          if (message.event.type === 'project-changed' && job !== undefined) job.abandon = null;
          emit(message.event);
        }
        else if (message.type === 'bug') onBug(message.line);
        else if (message.type === 'stopping') {
          // a thread that is putting things back is let be, unless its last commit is under way: then its own answer counts
          if (job === undefined || job.abandon === null) return;
          job.abandon = null;
          job.release();
        } else finish(message);
      };
      const onExit = (): void => {
        worker = null;
        finish(null);
      };
      const onError = (error: Error): void => onBug(`bug in ${operation}: the job thread ended with ${error.name}`);
      thread.on('message', onMessage);
      thread.on('exit', onExit);
      thread.on('error', onError);
      if (job !== undefined) {
        job.abandon = () => {
          void thread.terminate();
          job.release();
        };
      }
      const run: ToJobThread = {
        type: 'run',
        settings,
        operation,
        input,
        projectPath: operation === 'project.openSample' ? null : projectPath(),
        files: [...files],
        cancelFlag: job?.memory ?? new SharedArrayBuffer(4),
      };
      thread.postMessage(run);
    });

  const run = async (job: Job, onProgress: CallContext['onProgress'], cancelled: () => boolean): Promise<Outcome<unknown>> => {
    if (cancelled()) return failed('cancelled', 'the job was cancelled before it began');
    const done = await runOnThread(job, onProgress);
    const openPath = projectPath();
    if (done === null) {
      const reopened = openPath === null ? null : await reopen(openPath);
      if (reopened !== null && !reopened.ok) return reopened;
      return cancelled() ? CANCELLED : failed('internal', 'the job stopped unexpectedly; the project is as before');
    }
    // a job that opened another project (the sample) leaves it to the engine
    if (done.outcome.ok && done.projectPath !== null && done.projectPath !== openPath) return reopen(done.projectPath);
    if (done.needsRepair && openPath !== null) await reopen(openPath);
    return done.outcome;
  };

  const cancel = async (jobId: string): Promise<boolean> => {
    const job = active.get(jobId);
    if (job === undefined) return false;
    Atomics.store(new Int32Array(job.memory), 0, 1);
    if (job.abandon === null) return true;
    worker?.postMessage({ type: 'cancel' } satisfies ToJobThread);
    const isAnswered = await Promise.race([job.answered.then(() => true), delay(PATIENCE_MS).then(() => false)]);
    if (!isAnswered) job.abandon?.();
    return true;
  };

  return {
    async run(job, onProgress) {
      if (active.has(job.jobId)) return failed('invalid-input', `a job is already running under this id: ${job.jobId.slice(0, 80)}`);
      const memory = new SharedArrayBuffer(4);
      let answer = (): void => undefined;
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const whole = next(() => run(job, onProgress, () => Atomics.load(new Int32Array(memory), 0) === 1));
      const released = new Promise<typeof CANCELLED>((resolve) => {
        const release = (): void => {
          unsettled += 1;
          puttingBack = Promise.allSettled([puttingBack, whole]).then(() => {
            unsettled -= 1;
          });
          resolve(CANCELLED);
        };
        active.set(job.jobId, { memory, answered, abandon: null, release });
      });
      try {
        return await Promise.race([whole, released]);
      } finally {
        active.delete(job.jobId);
        answer();
      }
    },
    cancel,
    busy: () => active.size > 0 || unsettled > 0,
    settled: async () => void (await puttingBack),
    async close() {
      await Promise.all([...active.keys()].map(cancel));
      await next(() => Promise.resolve());
      await worker?.terminate();
      worker = null;
    },
  };
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
