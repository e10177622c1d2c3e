import { rmSync } from 'node:fs';
import type { ProjectDatabase } from './project-database.ts';

/** A project's file and what SQLite may leave beside it. */
export const FILE_PARTS = ['', '-wal', '-shm', '-journal'] as const;

/** Pages copied at a turn: a few milliseconds, after which whatever waits has its own. */
const PAGES_A_TURN = 500;

/** How a copy may be watched and stopped. */
export interface CopyWatch {
  readonly signal?: AbortSignal;
  /** `done` and `total` pages. `done` falls back when another connection writes, since the copy then begins again. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Copies the pages of an open project into a new file while it can be worked on: in turns, by the connection that writes, so that
 * the copy is of one moment, the one at which it ends. Not flushed. Rejects with what SQLite throws, and with an `AbortError` when
 * it was stopped or the project closed meanwhile; the file is gone then.
 */
export async function copyPages({ connection }: Pick<ProjectDatabase, 'connection'>, target: string, { signal, onProgress }: CopyWatch = {}): Promise<void> {
  removeParts(target);
  try {
    await connection.backup(target, {
      progress({ totalPages, remainingPages }) {
        signal?.throwIfAborted();
        onProgress?.(totalPages - remainingPages, totalPages);
        return PAGES_A_TURN;
      },
    });
  } catch (error) {
    removeParts(target);
    // closed in between: whoever closed it asked for that
    if (!connection.open) throw Object.assign(new Error('the project was closed while it was copied', { cause: error }), { name: 'AbortError' });
    throw error;
  }
}

/** Deletes an unfinished file with what SQLite left beside it. */
export function removeParts(path: string): void {
  for (const part of FILE_PARTS) rmSync(`${path}${part}`, { force: true });
}
