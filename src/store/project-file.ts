import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { readLocalHours } from './local-hours.ts';
import { databaseConstructor } from './native-addon.ts';
import { CURRENT_VERSION, MIGRATIONS, migrate, schemaObjects, type SchemaObject } from './migrations.ts';
import { StoreFailure } from './project-database.ts';
import { APPLICATION_ID } from './schema.ts';

const MAGIC = 'SQLite format 3\u0000';

/**
 * Looks at the first 100 bytes of a file before SQLite sees any of it. Throws StoreFailure: `not-found`,
 * `corrupt-project` for a file that is no project, `newer-project` for one of a later version.
 */
export function checkHeader(path: string): { readonly header: Buffer } {
  if (!existsSync(path) || !statSync(path).isFile()) throw new StoreFailure('not-found', 'the project file is no longer there');
  const header = Buffer.alloc(100);
  const descriptor = openSync(path, 'r');
  try {
    readSync(descriptor, header, 0, 100, 0);
  } finally {
    closeSync(descriptor);
  }
  if (header.toString('latin1', 0, 16) !== MAGIC) throw new StoreFailure('corrupt-project', 'the file is not a Tribuna project');
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new StoreFailure('corrupt-project', 'the file is a database of another program, not a Tribuna project');
  checkVersion(header.readUInt32BE(60));
  return { header };
}

/** Throws StoreFailure `newer-project` or `corrupt-project` for a version that this program cannot read. */
export function checkVersion(version: number): void {
  if (version > CURRENT_VERSION) throw new StoreFailure('newer-project', `the project was made by a newer Tribuna (its version ${String(version)}, this program reads up to ${String(CURRENT_VERSION)}); update to open it`);
  if (version < 1) throw new StoreFailure('corrupt-project', 'the project file is unfinished: it has no version');
}

/** True when a file, or the folder that would hold its journal, cannot be written: by permission or by its own mark. */
export function isWriteProtected(path: string): boolean {
  if ((statSync(path).mode & 0o222) === 0) return true;
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** What every connection takes before anything else: nothing in the file may run code or be mapped into memory; hours are read on the project's clocks. */
export function harden(connection: Database.Database): void {
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('mmap_size = 0');
  connection.pragma('foreign_keys = ON');
  readLocalHours(connection);
}

/**
 * Damage that a look at every page finds, in SQLite's words; empty when the file is whole. `table`: of that table alone;
 * `depth` `full`: indexes are compared with their tables as well. O(size of what is looked at).
 */
export function damageIn(connection: Database.Database, { table = null, depth = 'quick' }: { readonly table?: string | null; readonly depth?: 'quick' | 'full' } = {}): string[] {
  try {
    const lines = (connection.pragma(`${depth === 'full' ? 'integrity_check' : 'quick_check'}(${table ?? '20'})`) as Record<string, string>[]).map((line) => Object.values(line)[0] ?? '');
    return lines.length === 1 && lines[0] === 'ok' ? [] : lines;
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))) return [error.message];
    throw error;
  }
}

const expected = new Map<number, readonly SchemaObject[]>();

/** The objects a file of a version must hold, no more and no fewer. */
export function expectedSchema(version: number = CURRENT_VERSION): readonly SchemaObject[] {
  const known = expected.get(version);
  if (known !== undefined) return known;
  const connection = new (databaseConstructor())(':memory:');
  migrate(connection, MIGRATIONS.filter((step) => step.version <= version));
  const objects = schemaObjects(connection);
  connection.close();
  expected.set(version, objects);
  return objects;
}

/** What SQLite keeps for itself in a project: statistics, and indexes behind unique columns. Other objects under its reserved prefix are a stranger's. */
const KEPT_BY_SQLITE = /^table sqlite_stat[14] CREATE TABLE sqlite_stat[14]\([a-z, ]+\)$|^index sqlite_autoindex_\w+ $/;

/**
 * Throws StoreFailure `corrupt-project` when the file's schema has something added, changed or missing (a planted trigger, say)
 * against that of its version. `mayLack`: plain indexes that may be absent, by their text.
 */
export function checkSchema(connection: Database.Database, { version = CURRENT_VERSION, mayLack = null }: { readonly version?: number; readonly mayLack?: RegExp | null } = {}): void {
  const known = new Map(expectedSchema(version).map(({ type, name, sql }) => [`${type} ${name}`, sql]));
  for (const { type, name, sql } of connection.prepare('SELECT type, name, sql FROM sqlite_schema').all() as SchemaObject[]) {
    const key = `${type} ${name}`;
    if (KEPT_BY_SQLITE.test(`${key} ${sql ?? ''}`)) continue;
    if (!known.has(key) || known.get(key) !== sql) throw new StoreFailure('corrupt-project', `the project file holds something that is not Tribuna's: ${key.slice(0, 80)}`);
    known.delete(key);
  }
  const missing = [...known].find(([, sql]) => mayLack === null || sql === null || !mayLack.test(sql))?.[0];
  if (missing !== undefined) throw new StoreFailure('corrupt-project', `the project file is incomplete: ${missing} is missing`);
}
