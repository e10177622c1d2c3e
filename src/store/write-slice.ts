import type { ProjectDatabase } from './project-database.ts';

/** Longest time a batch of an import may keep the write lock, ms; a little under the promised 50 to leave room for the commit. */
const SLICE_MS = 35;

/**
 * Runs steps inside one transaction until the slice's time is up or no step is left, then commits. `step` does one piece
 * of work and returns false when there is none; returns true when more may be left. Edits from another connection go
 * between slices.
 */
export function writeSlice({ connection }: ProjectDatabase, step: () => boolean): boolean {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const endsAt = performance.now() + SLICE_MS;
    let more = true;
    while (more && performance.now() < endsAt) more = step();
    connection.exec('COMMIT');
    return more;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
