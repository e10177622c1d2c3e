import type { ProjectDatabase } from './project-database.ts';
import type { SliceListener } from './thread-links.ts';
import { writeSlice } from './write-slice.ts';

const STEP = 500;

/** Adds the texts of an import (ids from first to before end) to the search index, in slices; texts that it changed in older messages are exchanged. */
export function indexImport(project: ProjectDatabase, { importId, firstMessageId, endMessageId = null }: { readonly importId: number; readonly firstMessageId: number; readonly endMessageId?: number | null }, afterSlice: SliceListener = () => undefined): void {
  const { connection } = project;
  const lastId = endMessageId === null ? ((connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0) : endMessageId - 1;
  const add = connection.prepare('INSERT INTO message_search (rowid, text) SELECT id, text FROM message WHERE id BETWEEN ? AND ? AND text IS NOT NULL');
  let from = firstMessageId;
  const addStep = (): boolean => {
    add.run(from, Math.min(from + STEP - 1, lastId));
    from += STEP;
    return from <= lastId;
  };
  for (let more = from <= lastId; more; ) {
    more = writeSlice(project, addStep);
    afterSlice(Math.min(from, lastId) - firstMessageId, lastId - firstMessageId + 1);
  }
  const changed = connection.prepare(`SELECT s.record_id AS id, s.before ->> 'text' AS before, m.text AS after FROM sighting s JOIN message m ON m.id = s.record_id
    WHERE s.import_id = ? AND s.record = 'message' AND s.before IS NOT NULL AND (s.before ->> 'text') IS NOT m.text`).all(importId) as { id: number; before: string | null; after: string | null }[];
  const remove = connection.prepare(`INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', ?, ?)`);
  const replace = connection.prepare('INSERT INTO message_search (rowid, text) VALUES (?, ?)');
  let at = 0;
  const exchangeStep = (): boolean => {
    const row = changed[at];
    if (row === undefined) return false;
    if (row.before !== null) remove.run(row.id, row.before);
    if (row.after !== null) replace.run(row.id, row.after);
    at += 1;
    return true;
  };
  for (let more = changed.length > 0; more; ) {
    more = writeSlice(project, exchangeStep);
    afterSlice(at, changed.length);
  }
}

/** Makes the search index anew from the messages. */
export function rebuildSearch({ connection }: ProjectDatabase): void {
  const empty = connection.prepare('SELECT 1 FROM message LIMIT 1').get() === undefined;
  connection.exec(`INSERT INTO message_search (message_search) VALUES ('${empty ? 'delete-all' : 'rebuild'}')`);
}
