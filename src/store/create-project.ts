import { existsSync, rmSync } from 'node:fs';
import { putInPlace } from './durable-file.ts';
import type Database from 'better-sqlite3';
import { migrate } from './migrations.ts';
import { databaseConstructor } from './native-addon.ts';
import { keepLock, setJournal } from './open-project.ts';
import { StoreFailure, type ProjectDatabase } from './project-database.ts';
import { harden } from './project-file.ts';
import { takeProjectLock, type ProjectLock } from './project-lock.ts';
import { realPlace } from './real-place.ts';
import { storeFailureOf } from './store-failure-of.ts';
import { storeSetting } from './stage-queries.ts';

const PARTS = ['', '-wal', '-shm', '-journal'] as const;

/** What a new project starts from. */
export interface NewProject {
  readonly name: string;
  /** IANA zone in which its days and hours are counted. */
  readonly timeZone: string;
  readonly createdAtMs: number;
}

/**
 * Makes a project file and leaves it open and locked. A path that exists is refused, never overwritten. The file is made
 * whole beside its place and then takes its name, so that a crash leaves a project or none; a failure halfway leaves no file.
 * Throws StoreFailure (`io-error`, `disk-full`, `locked-project`, `unsupported-runtime`).
 */
export function createProject(wanted: string, { name, timeZone, createdAtMs }: NewProject): ProjectDatabase {
  const path = realPlace(wanted);
  if (existsSync(path)) throw new StoreFailure('io-error', 'a file of this name is already there; choose another name');
  const making = `${path}.new`;
  let lock: ProjectLock | null = null;
  let connection: Database.Database | null = null;
  try {
    const Constructor = databaseConstructor();
    lock = takeProjectLock(path);
    for (const part of PARTS) rmSync(`${making}${part}`, { force: true });
    connection = new Constructor(making, { timeout: 5000 });
    harden(connection);
    migrate(connection);
    for (const [key, value] of [['name', name], ['time_zone', timeZone], ['created_at_ms', String(createdAtMs)], ['data_version', '0']] as const) storeSetting({ connection, path, readOnly: false, journalMode: 'delete' }, key, value);
    connection.close();
    putInPlace(making, path);
    connection = new Constructor(path, { timeout: 5000, fileMustExist: true });
    harden(connection);
    const project: ProjectDatabase = { connection, path, readOnly: false, journalMode: setJournal(connection, path) };
    keepLock(connection, lock);
    return project;
  } catch (error) {
    connection?.close();
    for (const part of PARTS) rmSync(`${making}${part}`, { force: true });
    lock?.release();
    if (error instanceof TypeError) throw new StoreFailure('io-error', 'the folder of the project does not exist', { cause: error });
    throw storeFailureOf(error) ?? error;
  }
}
