import type { ProjectDatabase } from './project-database.ts';
import { storeFailureOf } from './store-failure-of.ts';

/** Makes the commits that follow reach the disk, together with all that went before them: said before an import's last. */
export function demandDurableCommits({ connection, journalMode }: ProjectDatabase): void {
  if (journalMode === 'wal') connection.pragma('synchronous = FULL');
}

/** Writes the log back into the file. What is committed is safe in the log: a disk that is full now does not undo it. */
function foldLogIn(connection: ProjectDatabase['connection']): void {
  try {
    connection.pragma('wal_checkpoint(PASSIVE)');
  } catch (error) {
    if (storeFailureOf(error) === null) throw error;
  }
}

/**
 * Runs an import with settings made for bulk writing and puts the usual ones back: commits need not reach the disk one by
 * one, because an import counts only once its last commit did, and {@link demandDurableCommits} goes before that one.
 * SQLite's and the disk's errors come out as StoreFailure.
 */
export async function inImportMode<Value>({ connection, journalMode }: ProjectDatabase, work: () => Promise<Value>): Promise<Value> {
  if (journalMode === 'wal') {
    connection.pragma('synchronous = NORMAL');
    connection.pragma('wal_autocheckpoint = 32000');
  }
  connection.pragma('cache_size = -49152');
  // every reference an import writes was looked up a moment before; checking each again costs a tenth of the time
  connection.pragma('foreign_keys = OFF');
  try {
    const value = await work();
    if (journalMode === 'wal') foldLogIn(connection);
    return value;
  } catch (error) {
    throw storeFailureOf(error) ?? error;
  } finally {
    if (connection.open) {
      connection.pragma('foreign_keys = ON');
      connection.pragma('cache_size = -16384');
      if (journalMode === 'wal') {
        connection.pragma('synchronous = FULL');
        connection.pragma('wal_autocheckpoint = 1000');
      }
    }
  }
}
