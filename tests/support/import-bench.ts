import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { AppContext } from '../../src/app/context.ts';
import { importFiles } from '../../src/app/import/import-files.ts';
import type { CallContext } from '../../src/contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';

/** A fixed present for tests: 10 March 2026, noon UTC. */
export const NOW_MS = Date.UTC(2026, 2, 10, 12);

/** A folder with an open project in it and everything that importing into it takes; file handles are paths. */
export interface ImportBench {
  readonly folder: string;
  readonly context: AppContext;
  readonly events: unknown[];
  /** Writes a file into the folder and returns its path. */
  readonly file: (name: string, content: string | Buffer) => string;
  readonly project: () => ProjectDatabase;
  readonly run: (paths: string | readonly string[], options?: Partial<OperationRequest<'import.run'>> & { file?: Partial<OperationRequest<'import.run'>['files'][number]> }, call?: Partial<CallContext>) => Promise<Outcome<OperationValue<'import.run'>>>;
  readonly rows: (sql: string, ...parameters: (string | number)[]) => unknown[];
  readonly close: () => void;
}

/** A call that nobody cancels or watches. */
export const QUIET_CALL: CallContext = { signal: new AbortController().signal, onProgress: () => undefined };

/** Sets up a bench with an empty project; `close` removes it all. */
export function importBench(): ImportBench {
  const folder = mkdtempSync(join(tmpdir(), 'tribuna-test-'));
  const events: unknown[] = [];
  const context: AppContext = {
    version: '0.0.0', host: 'terminal', capabilities: { dialogs: false, pdf: false }, now: () => NOW_MS, timeZone: 'Europe/Rome', projectsFolder: join(folder, 'projects'), stateFolder: join(folder, 'state'),
    resourcesFolder: join(folder, 'resources'), file: (handle) => ({ path: handle, name: basename(handle) }), emit: (event) => void events.push(event),
    project: createProject(join(folder, 'test.tribuna'), { name: 'Test', timeZone: 'Europe/Rome', createdAtMs: NOW_MS }),
  };
  const project = (): ProjectDatabase => {
    if (context.project === null) throw new Error('no project is open');
    return context.project;
  };
  return {
    folder, context, events, project,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    run(paths, { file = {}, ...options } = {}, call = {}) {
      const files = (typeof paths === 'string' ? [paths] : paths).map((path) => ({ file: { fileHandle: path }, ...file }));
      return importFiles(context, { files, ...options }, { ...QUIET_CALL, ...call });
    },
    rows: (sql, ...parameters) => project().connection.prepare(sql).all(...parameters),
    close() {
      if (context.project !== null) closeProject(context.project);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The value of an outcome that must be one. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.value;
}
