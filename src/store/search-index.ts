import type { ProjectDatabase } from './project-database.ts';
import type { SliceListener } from './thread-links.ts';
import { writeSlice } from './write-slice.ts';

const STEP = 500;

/** Adds the texts of an import (ids from first to before end) to the search index, in slices; of older messages the writer exchanges them ({@link textExchange}). */
export function indexImport(project: ProjectDatabase, { firstMessageId, endMessageId = null }: { readonly firstMessageId: number; readonly endMessageId?: number | null }, afterSlice: SliceListener = () => undefined): void {
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
}

/** Exchanges texts of messages that the search index holds, as they are changed: it must be told the text it holds. */
export function textExchange({ connection }: ProjectDatabase): (id: number, from: string | null, to: string | null) => void {
  const remove = connection.prepare(`INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', ?, ?)`);
  const add = connection.prepare('INSERT INTO message_search (rowid, text) VALUES (?, ?)');
  return (id, from, to) => {
    if (from !== null) remove.run(id, from);
    if (to !== null) add.run(id, to);
  };
}

/** Bytes of words that wait in memory before they are written out: few large parts need no merging while the index is made. */
const REBUILD_BYTES = 8 << 20;
const USUAL_BYTES = 1 << 20;

/** Makes the search index anew from the messages. */
export function rebuildSearch({ connection }: ProjectDatabase): void {
  const empty = connection.prepare('SELECT 1 FROM message LIMIT 1').get() === undefined;
  // as part of the text: the driver binds numbers with a fraction, which this setting refuses
  const hold = (bytes: number): unknown => connection.exec(`INSERT INTO message_search (message_search, rank) VALUES ('hashsize', ${String(bytes)})`);
  hold(REBUILD_BYTES);
  connection.exec(`INSERT INTO message_search (message_search) VALUES ('${empty ? 'delete-all' : 'rebuild'}')`);
  hold(USUAL_BYTES);
}
