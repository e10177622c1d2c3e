import { Worker } from 'node:worker_threads';
import { AHEAD_STEPS, takePiece } from '../app/ahead/ahead-steps.ts';
import type { AppContext } from '../app/context.ts';
import { answerVersion } from '../app/read/answer-cache.ts';
import { heldProject, onHeld } from '../app/read/held-project.ts';
import type { AheadThreadStart, FromAheadThread } from './ahead-messages.ts';
import type { EngineSettings } from './engine.ts';

/** Time without a change before what was left is gone on with: changes come in rows, and a thread takes a second to start. */
const REST_MS = 3000;

/** What is worked out on another thread before anybody asks. */
export interface AnswersAhead {
  /** Ends the work and its connection, before something is changed. What was made is kept. */
  readonly pause: () => Promise<void>;
  /** Goes on, some seconds later, with what is left for the project as it is. */
  readonly resume: () => void;
  /** Ends for good. */
  readonly close: () => Promise<void>;
}

/** What {@link answersAhead} works for. */
export interface AnswersAheadOptions {
  readonly settings: EngineSettings;
  /** Path of the thread's entry file. */
  readonly entry: string;
  readonly context: Pick<AppContext, 'project'>;
  /** True while a job works on the project. */
  readonly busy: () => boolean;
  readonly onBug: (line: string) => void;
  /** Steps to make; all of them when left out. */
  readonly steps?: readonly string[];
  /** Told of every piece that was taken in; for tests. */
  readonly onTaken?: (step: string) => void;
}

/**
 * Whenever a large project was taken into memory, a further thread works out what depends on its messages alone and what
 * rooms ask without filters, one step after another, and hands it over: a question never waits for it, and whoever asks
 * before it is there gets the answer as without it. Any change ends the thread first, so that nobody reads beside who
 * writes; what a change made stale is not taken in. On a shared folder, where readers hold up writers, nothing is done.
 */
export function answersAhead({ settings, entry, context, busy, onBug, steps = AHEAD_STEPS, onTaken }: AnswersAheadOptions): AnswersAhead {
  let of: { readonly project: NonNullable<AppContext['project']>; readonly version: string } | null = null;
  let left: string[] = [];
  let thread: Worker | null = null;
  let rest: NodeJS.Timeout | null = null;

  const isOfNow = (): boolean => of !== null && context.project === of.project && of.project.connection.open && heldProject(of.project) !== null && answerVersion(of.project) === of.version;
  const start = (): void => {
    if (thread !== null || left.length === 0 || of === null || busy() || !isOfNow()) return;
    const { project, version } = of;
    const worker = new Worker(entry, { workerData: { settings, projectPath: project.path, version, steps: left } satisfies AheadThreadStart, stderr: false });
    thread = worker;
    worker.on('message', (message: FromAheadThread) => {
      if (thread !== worker) return;
      if (message.type === 'bug') {
        onBug(message.line);
        return;
      }
      left = left.filter((step) => step !== message.step);
      if (message.piece === null || !isOfNow()) return;
      takePiece(project, message.piece);
      onTaken?.(message.step);
    });
    worker.on('error', (error: Error) => {
      // working ahead is a favour: what fails once is not tried again
      left = [];
      onBug(`bug in working ahead: the thread ended with ${error.name}`);
    });
    worker.on('exit', () => {
      if (thread === worker) thread = null;
    });
    // nobody waits for it: a process that has nothing else to do may end
    worker.unref();
  };
  const pause = async (): Promise<void> => {
    if (rest !== null) clearTimeout(rest);
    rest = null;
    const ended = thread;
    thread = null;
    await ended?.terminate();
  };
  const stopListening = onHeld((project) => {
    if (project !== context.project || (project.journalMode !== 'wal' && !project.readOnly)) return;
    of = { project, version: answerVersion(project) };
    left = [...steps];
    void pause().then(start);
  });
  return {
    pause,
    resume() {
      if (left.length === 0) return;
      if (rest !== null) clearTimeout(rest);
      rest = setTimeout(() => {
        rest = null;
        start();
      }, REST_MS).unref();
    },
    async close() {
      stopListening();
      left = [];
      await pause();
    },
  };
}
