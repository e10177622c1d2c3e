import type { ProjectDatabase } from './project-database.ts';

const LENGTH = 160;

/** How some messages begin, by number, in at most 160 characters; those without text or not in the data are absent. */
export function messageBeginnings({ connection }: ProjectDatabase, ids: readonly number[]): Map<number, string> {
  const rows = connection.prepare('SELECT id, substr(text, 1, ?) FROM message WHERE text IS NOT NULL AND id IN (SELECT value FROM json_each(?))').raw().all(LENGTH, JSON.stringify(ids)) as [number, string][];
  return new Map(rows);
}
