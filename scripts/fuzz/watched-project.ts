import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations, type OperationName } from '../../src/contract/operations.ts';
import { FAILURE_CODES, type Outcome } from '../../src/contract/outcome.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { smallExport } from '../../tests/support/small-export.ts';
import { ROOT } from '../run-program.ts';

/** The present of every round, so that two runs of a seed do the same. */
const NOW_MS = Date.UTC(2026, 2, 10, 9);
/** Longer than this for an answer about a handful of messages is a finding, on a machine at work on other things too. */
const LIMIT_MS = 30_000;

/** Something that must not be: what, and during what. Holds no more of an input than its kind. */
export interface Finding {
  readonly what: string;
  readonly during: string;
}

/** How often what came of a call. */
export type Endings = Record<string, number>;

/** A project in a folder of its own whose every call is judged: a value or a failure in words, in time, and nothing changed that should not. */
export interface WatchedProject {
  readonly engine: Engine;
  readonly folder: string;
  readonly path: string;
  readonly findings: Finding[];
  readonly endings: Endings;
  /** Asks an operation and judges the answer. */
  readonly call: (operation: string, input: unknown, during: string) => Promise<Outcome<unknown>>;
  readonly found: (what: string, during: string) => void;
  /** Rows of every table, by a look of its own at the file. */
  readonly counts: () => Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
}

const PROTOTYPES: readonly (readonly [name: string, prototype: object])[] = Object.entries({ Object, Array, Function, String, Number, Boolean, Map, Set, Promise, RegExp, Date, Error, Buffer }).map(([name, made]) => [name, made.prototype as object]);

function prototypeMembers(): string {
  return PROTOTYPES.map(([name, prototype]) => `${name}: ${Reflect.ownKeys(prototype).map(String).join(' ')}`).join('\n');
}

const CLEAN = prototypeMembers();

function settings(folder: string): Parameters<typeof createEngine>[0] {
  return { version: '0.0.0-fuzz', host: 'terminal', capabilities: { dialogs: false, pdf: false }, timeZone: 'Europe/Rome', projectsFolder: folder, stateFolder: join(folder, 'state'), resourcesFolder: join(ROOT, 'resources'), checkOutput: true };
}

let base: { readonly folder: string; readonly path: string } | null = null;

/** A small analysed project of two brands, made once a process and copied from then on. */
async function basePath(): Promise<string> {
  if (base !== null) return base.path;
  const folder = mkdtempSync(join(tmpdir(), 'tribuna-fuzz-base-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const engine = createEngine(settings(folder), { now: () => NOW_MS });
  const path = join(folder, 'base.tribuna');
  writeFileSync(join(folder, 'base.csv'), smallExport(24));
  for (const [operation, input] of [
    ['project.create', { name: 'Base', file: await engine.registerFile(path, 'base.tribuna') }],
    ['import.run', { files: [{ file: await engine.registerFile(join(folder, 'base.csv'), 'base.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] }, competitors: [{ name: 'Bottega', accounts: ['Bottega'] }] }],
    ['analyse.run', {}],
  ] as const) {
    const outcome = await engine.call(operation, input);
    if (!outcome.ok) throw new Error(`${operation}: ${outcome.failure.message}`);
  }
  await engine.close();
  base = { folder, path };
  return path;
}

/** A secret that a project makes once and keeps, whatever becomes of the file it was made for. */
const OWN_SECRET = 'mail_key';

/** Rows of every table of a project file; its own connection, which reads only. */
function countedRows(path: string): Readonly<Record<string, number>> {
  const connection = new (databaseConstructor())(path, { readonly: true });
  try {
    const tables = connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY name`).pluck().all() as string[];
    return Object.fromEntries(tables.map((table) => [table, connection.prepare(`SELECT count(*) FROM "${table}"${table === 'setting' ? ` WHERE key <> '${OWN_SECRET}'` : ''}`).pluck().get() as number]));
  } finally {
    connection.close();
  }
}

/** Tables in which two counts differ, in words; empty when none does. */
export function differences(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>, { but = new Set(), of }: { readonly but?: ReadonlySet<string>; readonly of?: readonly string[] } = {}): string {
  const tables = (of ?? Object.keys({ ...before, ...after })).filter((table) => !but.has(table));
  return tables.filter((table) => before[table] !== after[table]).map((table) => `${table} ${String(before[table])} -> ${String(after[table])}`).join(', ');
}

/** Opens a copy of the base project in an engine whose replies are checked. */
export async function watchedProject(): Promise<WatchedProject> {
  const folder = mkdtempSync(join(tmpdir(), 'tribuna-fuzz-'));
  const path = join(folder, 'prova.tribuna');
  cpSync(await basePath(), path);
  const findings: Finding[] = [];
  const endings: Endings = {};
  const bugs: string[] = [];
  const engine = createEngine(settings(folder), { now: () => NOW_MS, onBug: (line) => void bugs.push(line) });
  const found = (what: string, during: string): void => void findings.push({ what, during });
  const call = async (operation: string, input: unknown, during: string): Promise<Outcome<unknown>> => {
    const startedMs = performance.now();
    let outcome: Outcome<unknown>;
    try {
      outcome = await engine.call(operation, input);
    } catch (error) {
      found(`a throw out of the engine: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, during);
      throw error;
    }
    const tookMs = performance.now() - startedMs;
    if (tookMs > LIMIT_MS) found(`took ${String(Math.round(tookMs / 1000))} s`, during);
    const ending = outcome.ok ? 'value' : outcome.failure.code;
    endings[ending] = (endings[ending] ?? 0) + 1;
    if (!outcome.ok) {
      const { code, message } = outcome.failure;
      if (code === 'internal' || !FAILURE_CODES.includes(code)) found(`${code}: ${bugs.splice(0).join(' | ')}`, during);
      if (message.length < 6) found(`a failure without words: ${code}`, during);
      if (message.includes(folder)) found(`a folder in the words of a failure: ${code}`, during);
    }
    if (bugs.length > 0) found(`a bug behind an answer: ${bugs.splice(0).join(' | ')}`, during);
    if (prototypeMembers() !== CLEAN) {
      found('a prototype changed', during);
      throw new Error('a prototype changed: nothing after this would count');
    }
    return outcome;
  };
  await call('project.open', { file: await engine.registerFile(path, 'prova.tribuna') }, 'opening');
  return {
    engine, folder, path, findings, endings, call, found,
    counts: () => countedRows(path),
    async close() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Operations that the engine answers. */
export const ENGINE_OPERATIONS: readonly OperationName[] = (Object.keys(operations) as OperationName[]).filter((name) => operations[name].kind !== 'host');
