import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { StoreFailure } from './project-database.ts';

type DatabaseConstructor = new (path: string, options?: Database.Options) => Database.Database;

/** The addon as shipped needs this version of Node-API; under an older one it ends the process without a word. */
const NODE_API_NEEDED = 10;

let loaded: DatabaseConstructor | null = null;

/** What the check looks at, given so that a test can describe another runtime. */
export interface RuntimeFacts {
  readonly napi: string | undefined;
  readonly node: string;
  readonly electron: string | undefined;
  /** An addon was compiled on this machine, against its own runtime. */
  readonly compiledHere: boolean;
}

/** Words for a runtime that cannot load the database, or null when it can. */
export function runtimeProblem({ napi, node, electron, compiledHere }: RuntimeFacts): string | null {
  if (Number(napi ?? 0) >= NODE_API_NEEDED || compiledHere) return null;
  const runtime = electron === undefined ? `Node ${node}` : `Electron ${electron}`;
  return `unsupported runtime: ${runtime} has Node-API ${napi ?? 'none'}; the database needs Node-API ${String(NODE_API_NEEDED)} (Node 22.14 or later)`;
}

/**
 * The database constructor, loaded at first use: an import at the top would end an old Node before it could say why.
 * Throws StoreFailure `unsupported-runtime`.
 */
export function databaseConstructor(): DatabaseConstructor {
  if (loaded !== null) return loaded;
  const require = createRequire(import.meta.url);
  const root = dirname(dirname(require.resolve('better-sqlite3')));
  const problem = runtimeProblem({
    napi: process.versions['napi'], node: process.versions.node, electron: process.versions['electron'],
    compiledHere: existsSync(join(root, 'build', 'Release', 'better_sqlite3.node')),
  });
  if (problem !== null) throw new StoreFailure('unsupported-runtime', problem);
  loaded = require('better-sqlite3') as DatabaseConstructor;
  return loaded;
}
