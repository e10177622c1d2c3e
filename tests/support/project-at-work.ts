import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { smallExport } from './small-export.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { testEngine } from './test-engine.ts';

/** An engine with a project open, called as hosts call it. */
export interface ProjectAtWork {
  readonly engine: Engine;
  readonly folder: string;
  readonly path: string;
  readonly call: <Name extends OperationName>(operation: Name, input: OperationInput<Name>, requestId?: string) => Promise<Outcome<OperationValue<Name>>>;
  /** Writes a file into the folder and takes it in charge. */
  readonly file: (name: string, content: string | Buffer) => Promise<{ fileHandle: string }>;
  /** Messages, accounts, imports, brands and the data version: what a failure must leave alone. */
  readonly state: () => Promise<unknown>;
}

/** Calls an engine with the operations' own types. */
export function callerOf(engine: Engine): ProjectAtWork['call'] {
  return async (operation, input, requestId) => (await engine.call(operation, input, requestId)) as never;
}

/** Opens a new, empty project in an engine. */
export async function projectAtWork(engine: Engine | null = null, folder = temporaryFolder()): Promise<ProjectAtWork> {
  const own = engine ?? testEngine(folder);
  const call = callerOf(own);
  const path = join(folder, 'prova.tribuna');
  const made = await call('project.create', { name: 'Prova', file: await own.registerFile(path, basename(path)) });
  if (!made.ok) throw new Error(made.failure.message);
  return {
    engine: own, folder, path, call,
    async file(name, content) {
      writeFileSync(join(folder, name), content);
      return own.registerFile(join(folder, name), name);
    },
    async state() {
      const [summary, imports] = [await call('project.summary', {}), await call('import.list', {})];
      if (!summary.ok || !imports.ok) return [summary, imports];
      const { messages, accounts, dataVersion, brands, undo, redo } = summary.value;
      return { messages, accounts, dataVersion, brands, undo, redo, imports: imports.value.imports };
    },
  };
}

/** The same with a small export of two brands imported and, unless told otherwise, analysed. */
export async function projectWithMessages({ analysed = true, threads = 40, engine = null }: { analysed?: boolean; threads?: number; engine?: Engine | null } = {}, folder = temporaryFolder()): Promise<ProjectAtWork> {
  const work = await projectAtWork(engine, folder);
  const outcomes = [await work.call('import.run', { files: [{ file: await work.file('base.csv', smallExport(threads)) }], ownBrand: { name: 'Aurora' }, competitors: [{ name: 'Bottega' }] })];
  if (analysed) outcomes.push((await work.call('analyse.run', {})) as never);
  for (const outcome of outcomes) if (!outcome.ok) throw new Error(outcome.failure.message);
  return work;
}

/** Seeded whole numbers below a limit: the same seed gives the same series. */
export function numbersFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor(((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296 * limit);
  };
}
