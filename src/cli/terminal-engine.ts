import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { OperationInput, OperationName, OperationValue } from '../contract/operations.ts';
import type { Outcome } from '../contract/outcome.ts';
import { foundChromium } from '../engine/found-chromium.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { productVersion, systemTimeZone } from '../engine/engine-settings.ts';
import { progressLine } from './progress-line.ts';
import type { Terminal } from './terminal.ts';

/** The root of the product: where resources and the package file are. */
export const PRODUCT_ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The entry of threads that read. */
export const READING_THREAD = fileURLToPath(new URL('../engine/reading-thread.ts', import.meta.url));
const DRAWING_THREAD = fileURLToPath(new URL('../engine/drawing-thread.ts', import.meta.url));
const AHEAD_THREAD = fileURLToPath(new URL('../engine/ahead-thread.ts', import.meta.url));

/**
 * An engine for one command, in this process, with its progress on standard error. Its list of recent projects lives in
 * a temporary folder: what a script opens is not what a person works on. `asToWindow`: intervals may come later, and a further thread works ahead of questions.
 */
export function terminalEngine(terminal: Terminal, projectsFolder = process.cwd(), { asToWindow = false } = {}): Engine {
  const engine = createEngine(
    {
      version: productVersion(PRODUCT_ROOT),
      host: 'terminal',
      capabilities: { dialogs: false, pdf: foundChromium() !== null },
      timeZone: systemTimeZone(),
      projectsFolder,
      stateFolder: join(tmpdir(), `tribuna-terminal-${process.pid}`),
      resourcesFolder: join(PRODUCT_ROOT, 'resources'),
      readingThread: READING_THREAD,
      drawingThread: DRAWING_THREAD,
      intervalsLater: asToWindow,
      ...(asToWindow ? { aheadThread: AHEAD_THREAD } : {}),
    },
    { onBug: (line) => terminal.err(`${line}\n`) },
  );
  engine.onEvent((event) => {
    if (event.type === 'job-progress') progressLine(terminal, event);
  });
  return engine;
}

/** Calls an operation with its own types; the engine has parsed the input, and produced the value by the same table. */
export async function called<Name extends OperationName>(engine: Engine, operation: Name, input: OperationInput<Name>): Promise<Outcome<OperationValue<Name>>> {
  return (await engine.call(operation, input)) as Outcome<OperationValue<Name>>;
}

/** A job of one command. */
type JobName = 'import.run' | 'import.check' | 'analyse.run' | 'project.saveCopy';

/**
 * Runs a job that Ctrl-C cancels: it ends as `cancelled`, with the project as before. A second Ctrl-C ends the program at
 * once; what is left behind is taken back when the project is opened again.
 */
export async function calledJob<Name extends JobName>(terminal: Terminal, engine: Engine, operation: Name, input: Omit<OperationInput<Name>, 'jobId'>): Promise<Outcome<OperationValue<Name>>> {
  let asked = 0;
  const release = terminal.onInterrupt?.(() => {
    asked += 1;
    if (asked > 1) process.exit(130);
    void engine.call('job.cancel', { jobId: JOB });
  });
  try {
    return (await engine.call(operation, { ...input, jobId: JOB })) as Outcome<OperationValue<Name>>;
  } finally {
    release?.();
  }
}

const JOB = 'command';

/** Opens a project file; with `create`, makes it when there is none. */
export async function openProject(engine: Engine, path: string, { create = false } = {}): Promise<Outcome<OperationValue<'project.open'>>> {
  const full = resolve(path);
  const file = await engine.registerFile(full, basename(full));
  if (create && !existsSync(full)) return called(engine, 'project.create', { name: basename(full).replace(/\.tribuna$/i, '') || basename(dirname(full)), file });
  return called(engine, 'project.open', { file });
}
