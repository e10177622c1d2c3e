import { parentPort, workerData } from 'node:worker_threads';
import { aheadPiece } from '../app/ahead/ahead-steps.ts';
import type { AppContext } from '../app/context.ts';
import { allHandlers } from '../app/handlers.ts';
import { closeJobConnection, openJobConnection } from '../app/job-connection.ts';
import { answerVersion } from '../app/read/answer-cache.ts';
import { keepSharedDraws } from '../app/read/later-answers.ts';
import { createDispatch } from '../contract/dispatch.ts';
import type { AheadThreadStart, FromAheadThread } from './ahead-messages.ts';
import { bugLine } from './bug-line.ts';
import { closeNetwork } from './network-guard.ts';

// Entry of the thread that works ahead of questions, with a connection of its own on the project's file. It writes nothing.
closeNetwork();
keepSharedDraws();
const port = parentPort;

function post(message: FromAheadThread): void {
  port?.postMessage(message);
}

/** Makes one step after another as long as the data are those it was started for; the connection is closed at the end. */
async function workAhead({ settings, projectPath, version, steps }: AheadThreadStart): Promise<void> {
  const opened = openJobConnection(projectPath);
  if (!opened.ok) return;
  const project = opened.value;
  const context: AppContext = { ...settings, now: Date.now, file: () => null, emit: () => undefined, project };
  const dispatch = createDispatch({ handlers: allHandlers(context), checkOutput: false, onBug: (name, error) => post({ type: 'bug', line: bugLine(name, error) }) });
  try {
    for (const step of steps) {
      if (answerVersion(project) !== version) return;
      const piece = await aheadPiece(context, dispatch, step);
      if (answerVersion(project) !== version) return;
      post({ type: 'made', step, piece });
    }
  } finally {
    closeJobConnection(project);
  }
}

void workAhead(workerData as AheadThreadStart).catch((error: unknown) => post({ type: 'bug', line: bugLine('working ahead', error) }));
