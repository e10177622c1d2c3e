import { rmSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { databaseConstructor } from './native-addon.ts';
import { StoreFailure } from './project-database.ts';
import { realPlace } from './real-place.ts';

/** A hold on a project that keeps other programs out until released. */
export interface ProjectLock {
  release(): void;
}

/** Where the lock of a project lives: beside the file itself, not beside a link to it. */
export function lockPathOf(projectPath: string): string {
  return `${realPlace(projectPath)}-lock`;
}

/**
 * Takes a project for one owner. The lock is an exclusive advisory lock on an empty companion file, held through SQLite
 * because it knows how on every system: the system drops it when the process ends, however it ends, so a crash leaves
 * nothing to clean up. It stands apart from the project so that several connections of the owner work on one file.
 * Throws StoreFailure `locked-project`.
 */
export function takeProjectLock(projectPath: string): ProjectLock {
  const path = lockPathOf(projectPath);
  const refused = new StoreFailure('locked-project', 'the project is open in another window or program; close it there first');
  let connection: Database.Database | null = null;
  try {
    connection = new (databaseConstructor())(path, { timeout: 0 });
    const identity = statSync(path).ino;
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
    // a file removed by its last owner between opening and locking would lock nothing
    if (statSync(path).ino !== identity) throw refused;
  } catch (error) {
    connection?.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (error === refused || code.startsWith('SQLITE_BUSY') || code === 'ENOENT') throw refused;
    throw error;
  }
  const held = connection;
  return {
    release() {
      rmSync(path, { force: true });
      held.close();
    },
  };
}
