import { noteRemoval } from './ledger-marks.ts';
import type { ProjectDatabase } from './project-database.ts';

/** A value of a column. */
export type StoredValue = string | number | null;
/** A row of any table, by column. */
export type StoredRow = Record<string, StoredValue>;

/** Everything that hangs on a message and comes back with it. */
export interface MessageContent {
  readonly message: StoredRow;
  readonly mentions: readonly StoredRow[];
  /** What stays of a text that was dropped. */
  readonly dropped?: StoredRow | null;
  /** Kept by files of earlier versions only: labels stand by themselves since. */
  readonly label?: StoredRow | null;
}

/** Rows that are made again and must not outlive a message that leaves. */
const DERIVED = ['reading', 'inferred_parent', 'absence', 'request', 'compliment', 'request_part', 'request_unread', 'booking', 'promise', 'topic_message', 'message_term', 'value_piece'];

function insertRow({ connection }: ProjectDatabase, table: string, row: StoredRow): void {
  // names come from the file: nothing but a name of a column may enter a statement
  const columns = Object.keys(row).filter((column) => /^[a-z_]+$/.test(column));
  connection.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...columns.map((column) => row[column] ?? null));
}

/** Puts the text of a message into the search index, or takes it out; nothing without a text. */
export function changeSearchText({ connection }: ProjectDatabase, act: 'add' | 'delete', id: number, text: StoredValue | undefined): void {
  if (typeof text !== 'string') return;
  connection.prepare(act === 'add' ? 'INSERT INTO message_search (rowid, text) VALUES (?, ?)' : `INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', ?, ?)`).run(id, text);
}

/** A message with everything that comes back with it. */
export function contentOf({ connection }: ProjectDatabase, message: StoredRow & { readonly id: number }): MessageContent {
  return {
    message, mentions: connection.prepare('SELECT handle, leading, account_id FROM mention WHERE message_id = ? ORDER BY rowid').all(message.id) as StoredRow[],
    dropped: (connection.prepare('SELECT at_ms, reading FROM dropped_text WHERE message_id = ?').get(message.id) as StoredRow | undefined) ?? null,
  };
}

/** Takes a message and whatever was made of it out of the records; what answers it loses its parent. Reactions to it must point elsewhere by then. To be called inside a transaction. */
export function takeOutMessage(project: ProjectDatabase, { id, text }: { readonly id: number; readonly text: StoredValue | undefined }): void {
  const { connection } = project;
  connection.prepare('UPDATE message SET parent_id = NULL WHERE parent_id = ?').run(id);
  noteRemoval(project, id);
  for (const table of [...DERIVED, 'mention', 'dropped_text']) connection.prepare(`DELETE FROM ${table} WHERE message_id = ?`).run(id);
  connection.prepare('DELETE FROM inferred_parent WHERE parent_id = ?').run(id);
  connection.prepare('DELETE FROM booking WHERE pair_message_id = ?').run(id);
  connection.prepare('UPDATE promise SET evidence_message_id = NULL, evidence_start = NULL, evidence_end = NULL WHERE evidence_message_id = ?').run(id);
  connection.prepare('UPDATE topic SET best_answer_id = NULL WHERE best_answer_id = ?').run(id);
  connection.prepare('DELETE FROM likely_duplicate WHERE ? IN (message_a, message_b)').run(id);
  changeSearchText(project, 'delete', id, text);
  connection.prepare('DELETE FROM message WHERE id = ?').run(id);
}

/** Puts a message back with the id it had, without its links: whoever calls it links threads and reactions again. To be called inside a transaction. */
export function putBackMessage(project: ProjectDatabase, id: number, { message, mentions, dropped }: MessageContent): void {
  insertRow(project, 'message', { ...message, parent_id: null, root_id: id });
  for (const mention of mentions) insertRow(project, 'mention', { ...mention, message_id: id });
  if (dropped !== undefined && dropped !== null) insertRow(project, 'dropped_text', { ...dropped, message_id: id });
  changeSearchText(project, 'add', id, message['text']);
  project.connection.prepare('UPDATE reaction SET message_id = NULL WHERE network_id = ? AND target_native_id = ?').run(message['network_id'] ?? null, message['native_id'] ?? null);
}
