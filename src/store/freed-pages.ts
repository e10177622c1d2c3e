import type Database from 'better-sqlite3';
import { storeFailureOf } from './store-failure-of.ts';

/** Less than this share of a file free is used up again by the next import. */
const WORTH_SHARE = 0.2;

/**
 * Packs a file anew after an update that left much of it free: SQLite itself keeps what was freed for what comes. All or
 * nothing; where the disk has no room for the copy it takes meanwhile, the file stays as it is. O(size of the file). Returns
 * true when the file was packed.
 */
export function giveBackFreedPages(connection: Database.Database): boolean {
  const [free, pages] = [connection.pragma('freelist_count', { simple: true }) as number, connection.pragma('page_count', { simple: true }) as number];
  if (free < pages * WORTH_SHARE) return false;
  try {
    connection.exec('VACUUM');
    return true;
  } catch (error) {
    if (storeFailureOf(error) === null) throw error;
    return false;
  }
}
