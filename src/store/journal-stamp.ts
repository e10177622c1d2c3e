import type { ProjectDatabase } from './project-database.ts';

/**
 * What stands in the journal, as one short text: it is another one after every change, undo and redo. Answers that rest on what people
 * decided (who is in which tribe, what was routed where) are kept apart by it. One look at the journal.
 */
export function journalStamp({ connection }: ProjectDatabase): string {
  return connection.prepare(`SELECT COALESCE(max(id), 0) || ' ' || COALESCE(max(at_ms), 0) || ' ' || COALESCE(sum(undone), 0) || ' ' || count(*) FROM journal`).pluck().get() as string;
}
