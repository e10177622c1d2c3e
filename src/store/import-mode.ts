import type { ProjectDatabase } from './project-database.ts';
import { storeFailureOf } from './store-failure-of.ts';

/**
 * Runs an import with settings made for bulk writing and puts the usual ones back: commits need not reach the disk one by
 * one, because an import counts only once its last commit did, and that one is followed by a full checkpoint. SQLite's
 * and the disk's errors come out as StoreFailure.
 */
export async function inImportMode<Value>({ connection, journalMode }: ProjectDatabase, work: () => Promise<Value>): Promise<Value> {
  if (journalMode === 'wal') {
    connection.pragma('synchronous = NORMAL');
    connection.pragma('wal_autocheckpoint = 32000');
  }
  connection.pragma('cache_size = -131072');
  // every reference an import writes was looked up a moment before; checking each again costs a tenth of the time
  connection.pragma('foreign_keys = OFF');
  try {
    const value = await work();
    if (journalMode === 'wal') connection.pragma('wal_checkpoint(PASSIVE)');
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
