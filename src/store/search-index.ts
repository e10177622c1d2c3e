import type { ProjectDatabase } from './project-database.ts';
import { settingOf, storeSetting } from './stage-queries.ts';
import type { SliceListener } from './thread-links.ts';
import { writeSlice } from './write-slice.ts';

const STEP = 500;

/** Up to which message the search index reaches while an import is open; not set otherwise, nor by versions that did not note it. */
const INDEXED_THROUGH = 'search_indexed_through';

function lastMessageId({ connection }: ProjectDatabase): number {
  return (connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0;
}

/** Notes, before an import into a project with messages, that the search index holds all that is there: what the import then adds to it can be told from the rest. */
export function beginSearchNote(project: ProjectDatabase): void {
  storeSetting(project, INDEXED_THROUGH, String(lastMessageId(project)));
}

/** The import is done, or taken back: the index holds what is there. */
export function endSearchNote({ connection }: ProjectDatabase): void {
  connection.prepare('DELETE FROM setting WHERE key = ?').run(INDEXED_THROUGH);
}

/** Adds the texts of an import (ids from first to before end) to the search index, in slices; of older messages the writer exchanges them ({@link textExchange}). */
export function indexImport(project: ProjectDatabase, { firstMessageId, endMessageId = null }: { readonly firstMessageId: number; readonly endMessageId?: number | null }, afterSlice: SliceListener = () => undefined): void {
  const lastId = endMessageId === null ? lastMessageId(project) : endMessageId - 1;
  const add = project.connection.prepare('INSERT INTO message_search (rowid, text) SELECT id, text FROM message WHERE id BETWEEN ? AND ? AND text IS NOT NULL');
  let from = firstMessageId;
  const addStep = (): boolean => {
    const through = Math.min(from + STEP - 1, lastId);
    add.run(from, through);
    storeSetting(project, INDEXED_THROUGH, String(through));
    from += STEP;
    return from <= lastId;
  };
  for (let more = from <= lastId; more; ) {
    more = writeSlice(project, addStep);
    afterSlice(Math.min(from, lastId) - firstMessageId, lastId - firstMessageId + 1);
  }
}

/**
 * Takes the texts of messages from an id on out of the search index, where it is noted how far the index reaches; they must
 * stand in their table as they were indexed. False where that is not known: then it is to be made anew ({@link rebuildSearch}).
 */
export function unindexFrom(project: ProjectDatabase, firstMessageId: number): boolean {
  const through = settingOf(project, INDEXED_THROUGH);
  if (through === null) return false;
  project.connection.prepare(`INSERT INTO message_search (message_search, rowid, text) SELECT 'delete', id, text FROM message WHERE id BETWEEN ? AND ? AND text IS NOT NULL`).run(firstMessageId, Number(through));
  storeSetting(project, INDEXED_THROUGH, String(Math.min(Number(through), firstMessageId - 1)));
  return true;
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
export function rebuildSearch(project: ProjectDatabase): void {
  const { connection } = project;
  const empty = connection.prepare('SELECT 1 FROM message LIMIT 1').get() === undefined;
  // as part of the text: the driver binds numbers with a fraction, which this setting refuses
  const hold = (bytes: number): unknown => connection.exec(`INSERT INTO message_search (message_search, rank) VALUES ('hashsize', ${String(bytes)})`);
  hold(REBUILD_BYTES);
  connection.exec(`INSERT INTO message_search (message_search) VALUES ('${empty ? 'delete-all' : 'rebuild'}')`);
  hold(USUAL_BYTES);
  if (settingOf(project, INDEXED_THROUGH) !== null) beginSearchNote(project);
}
