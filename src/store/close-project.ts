import type { ProjectDatabase } from './project-database.ts';
import { lockOf } from './open-project.ts';

/**
 * Closes a project and leaves one whole file: the log is written back and removed, the journal mode returned to the one
 * that needs no companion files, the lock released. A further connection still open keeps the log; the last one to close
 * removes it. Closing twice does nothing.
 */
export function closeProject({ connection, readOnly }: ProjectDatabase): void {
  if (!connection.open) return;
  const lock = lockOf(connection);
  try {
    if (!readOnly && lock !== null) {
      try {
        connection.pragma('wal_checkpoint(TRUNCATE)');
        connection.pragma('journal_mode = DELETE');
      } catch (error) {
        // another connection is still reading: SQLite itself folds the log in when that one closes
        if (!(error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY)/.test(String(error.code)))) throw error;
      }
    }
  } finally {
    connection.close();
    lock?.release();
  }
}
