import { parentPort } from 'node:worker_threads';
import type { AppContext } from '../app/context.ts';
import { allHandlers } from '../app/handlers.ts';
import { closeJobConnection, openJobConnection } from '../app/job-connection.ts';
import { createDispatch } from '../contract/dispatch.ts';
import type { Outcome } from '../contract/outcome.ts';
import { bugLine } from './bug-line.ts';
import type { FromJobThread, ToJobThread } from './job-messages.ts';
import { closeNetwork } from './network-guard.ts';
import { sharedAbortSignal, type SharedAbort } from './shared-abort-signal.ts';
import { threadPools } from './thread-pools.ts';

// Entry of the thread in which long operations run, with a database connection of its own on the project's file.
closeNetwork();
const port = parentPort;
let abort: SharedAbort | null = null;

function post(message: FromJobThread): void {
  port?.postMessage(message);
}

/**
 * One job from start to end: 1. a context of its own with the files the engine knows; 2. its own connection; 3. the
 * operation; 4. the connection closed again, so that between jobs the engine's is the only one.
 */
async function runJob({ settings, operation, input, projectPath, files, cancelFlag }: Extract<ToJobThread, { type: 'run' }>): Promise<void> {
  abort = sharedAbortSignal(cancelFlag, () => post({ type: 'stopping' }));
  const known = new Map(files);
  const context: AppContext = { ...settings, now: Date.now, file: (handle) => known.get(handle) ?? null, emit: (event) => post({ type: 'event', event }), project: null, ...threadPools(settings) };
  const dispatch = createDispatch({ handlers: allHandlers(context), checkOutput: settings.checkOutput ?? false, onBug: (name, error) => post({ type: 'bug', line: bugLine(name, error) }) });
  let outcome: Outcome<unknown> | null = null;
  let worked = false;
  if (projectPath !== null) {
    const opened = openJobConnection(projectPath);
    if (opened.ok) {
      context.project = opened.value;
      worked = true;
    } else outcome = opened;
  }
  outcome ??= await dispatch(operation, input, { signal: abort.signal, onProgress: (progress) => post({ type: 'progress', progress }) });
  const leftOpen = context.project?.path ?? null;
  if (context.project !== null) closeJobConnection(context.project);
  abort = null;
  // a job that could not take back what it left closes the project it was given
  post({ type: 'done', outcome, projectPath: leftOpen, needsRepair: worked && leftOpen === null });
}

port?.on('message', (message: ToJobThread) => {
  if (message.type === 'cancel') abort?.fire();
  else void runJob(message);
});
