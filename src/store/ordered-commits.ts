import type { ProjectDatabase } from './project-database.ts';

/**
 * Runs work that can be done again at any time, such as reading: its commits keep their order, but none waits for the disk.
 * A power cut may cost the last of them, never the file; the next analysis goes on from what is there. Where the journal is
 * no write-ahead log nothing changes.
 */
export async function withOrderedCommits<Value>({ connection, journalMode }: ProjectDatabase, work: () => Promise<Value>): Promise<Value> {
  if (journalMode !== 'wal') return work();
  connection.pragma('synchronous = NORMAL');
  try {
    return await work();
  } finally {
    if (connection.open) connection.pragma('synchronous = FULL');
  }
}
