import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { testSettings } from './test-engine.ts';

/** One engine for all tests of a file, with replies checked, in a folder of its own. */
export interface SuiteEngine {
  /** Throws before the file's first `beforeAll` has run. */
  readonly engine: () => Engine;
  /** The folder of its projects. */
  readonly folder: () => string;
  /** The value of an operation; a failure throws with its code and message. */
  readonly ask: <Name extends OperationName>(operation: Name, input: OperationInput<Name>) => Promise<OperationValue<Name>>;
}

/** Opens an engine before the tests of a file and closes it after them; a bug fails the file with its line. `nowMs`: the present, or how to ask for it where it moves. */
export function suiteEngine({ nowMs }: { nowMs: number | (() => number) }): SuiteEngine {
  const bugs: string[] = [];
  let folder = '';
  let open: Engine | null = null;
  const engine = (): Engine => {
    if (open === null) throw new Error('the engine is not open yet');
    return open;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tribuna-suite-'));
    open = createEngine(testSettings(folder), { now: () => (typeof nowMs === 'number' ? nowMs : nowMs()), onBug: (line) => void bugs.push(line) });
  });
  afterAll(async () => {
    await open?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    if (bugs.length > 0) throw new Error(bugs.join('\n'));
  });
  return {
    engine,
    folder: () => folder,
    async ask(operation, input) {
      // the engine answers unknown because its door is one for all operations; it has checked the reply against this very type
      const outcome = await engine().call(operation, input) as Outcome<OperationValue<typeof operation>>;
      if (!outcome.ok) throw new Error(`${operation}: ${outcome.failure.code}: ${outcome.failure.message}`);
      return outcome.value;
    },
  };
}
