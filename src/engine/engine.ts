import { join } from 'node:path';
import { allHandlers } from '../app/handlers.ts';
import type { AppContext, RegisteredFile } from '../app/context.ts';
import { answerVersion } from '../app/read/answer-cache.ts';
import { noteCommand } from '../app/read/held-project.ts';
import { laterAnswers } from '../app/read/later-answers.ts';
import { createDispatch } from '../contract/dispatch.ts';
import type { TribunaEvent } from '../contract/events.ts';
import { isOperationName, operations } from '../contract/operations.ts';
import { failed, success, type Outcome } from '../contract/outcome.ts';
import type { FileHandle } from '../contract/operations/project.ts';
import { answersAhead } from './answers-ahead.ts';
import { createBackupTimer } from './backup-timer.ts';
import { bugLine } from './bug-line.ts';
import { withEarlyCancels } from './early-cancels.ts';
import { createInlineJobs } from './inline-jobs.ts';
import { createJobThreadRunner } from './job-thread-runner.ts';
import type { JobRunner } from './job-runner.ts';
import { LOG_FOLDER, openLog } from './log-file.ts';
import { orderedJobs } from './ordered-jobs.ts';
import { progressMeter } from './progress-meter.ts';
import { threadPools } from './thread-pools.ts';

/** What a host tells the engine about itself. Plain values only: they cross a process boundary. */
export interface EngineSettings {
  readonly version: string;
  readonly host: AppContext['host'];
  readonly capabilities: AppContext['capabilities'];
  /** IANA zone of the person at work. */
  readonly timeZone: string;
  readonly projectsFolder: string;
  readonly stateFolder: string;
  readonly resourcesFolder: string;
  /** What names of voices are made with, 32 bytes in hex, where the host keeps it in the system's keychain. */
  readonly voiceSecret?: string;
  /** Parse replies as well as requests; for tests and development. */
  readonly checkOutput?: boolean;
  /** Answer reads before their heavy intervals are drawn, which come when asked again: for hosts that show views. */
  readonly intervalsLater?: boolean;
  /** Path of the job thread's entry file; without it jobs run in the caller's own thread. */
  readonly jobThread?: string;
  /** Path of the reading threads' entry file; without it texts are read in the thread that analyses. */
  readonly readingThread?: string;
  /** Path of the drawing threads' entry file; without it communities and shuffles are drawn in the thread that analyses. */
  readonly drawingThread?: string;
  /** Path of the entry file of the thread that works ahead of questions; without it everything is worked out when it is asked. */
  readonly aheadThread?: string;
}

/** The parts of an engine that cannot cross a process boundary. */
export interface EngineEnvironment {
  /** The present, UTC ms; the system clock when left out. */
  readonly now?: () => number;
  /** Told about every bug as one line without texts, names or paths; standard error when left out. */
  readonly onBug?: (line: string) => void;
}

/** The services behind one open project, whatever process or thread they live in. */
export interface Engine {
  /** Answers any operation of the contract; never rejects for what a user did. `requestId` names a job that has no id of its own. */
  readonly call: (operation: string, input: unknown, requestId?: string) => Promise<Outcome<unknown>>;
  /** Takes a file in charge: callers beyond the host see the handle only. */
  readonly registerFile: (path: string, name: string) => Promise<FileHandle>;
  /** Returns the function that stops listening. */
  readonly onEvent: (listener: (event: TribunaEvent) => void) => () => void;
  /** Cancels jobs, closes the project as one whole file. */
  readonly close: () => Promise<void>;
}

/** Operations that would pull the project away from under a running job. */
const WAIT_FOR_JOBS: ReadonlySet<string> = new Set(['project.create', 'project.open', 'project.close', 'import.undo', 'backups.make', 'backups.restore']);

/** Jobs that take turns with commands: what is changed while a project is copied is in the copy, and the engine goes on in it. */
const IN_OWN_THREAD: ReadonlySet<string> = new Set(['project.saveCopy']);

/**
 * An engine in the caller's own thread: the form used by the command line and by tests, and the inside of the engine
 * process of the other hosts. Reads and commands run here, one at a time; jobs run on the job thread when there is one.
 */
export function createEngine(settings: EngineSettings, { now = Date.now, onBug = reportBug }: EngineEnvironment = {}): Engine {
  const files = new Map<string, RegisteredFile>();
  const listeners = new Set<(event: TribunaEvent) => void>();
  const emit = (event: TribunaEvent): void => {
    for (const listener of listeners) listener(event);
  };
  // a command of the terminal says what it has to say where it was asked
  const log = settings.host === 'terminal' ? null : openLog(join(settings.stateFolder, LOG_FOLDER), now);
  log?.began({ version: settings.version, host: settings.host, platform: `${process.platform}-${process.arch}` });
  const tellBug = (line: string): void => {
    log?.bug(line);
    onBug(line);
  };
  const context: AppContext = { ...settings, ...(log === null ? {} : { logLines: log.latest }), now, file: (handle) => files.get(handle) ?? null, emit, project: null, ...threadPools(settings) };
  const dispatch = createDispatch({ handlers: allHandlers(context), checkOutput: settings.checkOutput ?? false, onBug: (operation, error) => tellBug(bugLine(operation, error)) });
  // commands change what answers rest on even where the version of the data stays
  let changes = 0;
  const ask = settings.intervalsLater === true ? laterAnswers({ dispatch, version: () => (context.project === null ? null : `${answerVersion(context.project)} ${String(changes)}`) }) : dispatch;
  const register = (path: string, name: string): FileHandle => {
    const fileHandle = `file-${crypto.randomUUID()}`;
    files.set(fileHandle, { path, name });
    return { fileHandle };
  };
  const reopen = async (path: string): Promise<Outcome<unknown>> => {
    if (context.project !== null) await dispatch('project.close', {});
    const handle = register(path, path.split(/[\\/]/).at(-1) ?? 'project');
    const outcome = await dispatch('project.open', { file: handle });
    files.delete(handle.fileHandle);
    return outcome;
  };
  const own = createInlineJobs(dispatch);
  const jobs: JobRunner = withEarlyCancels(settings.jobThread === undefined
    ? own
    : orderedJobs({ own, others: createJobThreadRunner({ settings, entry: settings.jobThread, files, emit, onBug: tellBug, projectPath: () => context.project?.path ?? null, reopen }), isOwn: (operation) => IN_OWN_THREAD.has(operation) }));
  const ahead = settings.aheadThread === undefined ? null : answersAhead({ settings, entry: settings.aheadThread, context, busy: () => jobs.busy(), onBug: tellBug });
  let jobsStarted = 0;
  const backups = settings.host === 'terminal' ? null : createBackupTimer({ context, busy: () => jobs.busy(), onBug: tellBug });

  const runJob = async (operation: string, input: unknown, requestId: string | undefined): Promise<Outcome<unknown>> => {
    const jobId = jobIdIn(input) ?? requestId ?? `job-${++jobsStarted}`;
    const meter = progressMeter({ jobId, now, emit });
    const ended = ahead?.pause();
    // a job on a connection of its own is not kept waiting: it must be there to be cancelled as soon as it is asked for
    if (ended !== undefined && IN_OWN_THREAD.has(operation)) await ended;
    const outcome = await jobs.run({ jobId, operation, input }, meter);
    ahead?.resume();
    return outcome;
  };

  const answer = async (operation: string, input: unknown, requestId: string | undefined): Promise<Outcome<unknown>> => {
    if (!isOperationName(operation)) return dispatch(operation, input);
    if (operation === 'job.cancel') {
      const parsed = operations['job.cancel'].input.safeParse(input);
      if (!parsed.success) return dispatch(operation, input);
      return success({ cancelled: await jobs.cancel(parsed.data.jobId) });
    }
    if (operations[operation].kind === 'job') return runJob(operation, input, requestId);
    // a job that was stopped is said to be so at once; nobody sees the project before it is as it was
    await jobs.settled();
    if (WAIT_FOR_JOBS.has(operation) && jobs.busy()) return failed('locked-project', 'a job is still working on this project: wait until it ends or cancel it');
    if (operations[operation].kind === 'read') return ask(operation, input);
    changes += 1;
    await ahead?.pause();
    if (context.project !== null) noteCommand(context.project);
    const outcome = await dispatch(operation, input);
    if (context.project !== null) noteCommand(context.project);
    ahead?.resume();
    return outcome;
  };

  return {
    async call(operation, input, requestId) {
      const askedMs = now();
      const outcome = await answer(operation, input, requestId);
      log?.answered(operation, outcome, now() - askedMs);
      return outcome;
    },
    registerFile: (path, name) => Promise.resolve(register(path, name)),
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      backups?.stop();
      await ahead?.close();
      await jobs.close();
      if (context.project !== null) await dispatch('project.close', {});
      listeners.clear();
    },
  };
}

function jobIdIn(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('jobId' in input)) return null;
  return typeof input.jobId === 'string' ? input.jobId : null;
}

function reportBug(line: string): void {
  process.stderr.write(`${line}\n`);
}
