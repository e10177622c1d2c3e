import { keptReading } from './dropped-readings.ts';
import type { ProjectDatabase } from './project-database.ts';

/** A vanished message whose text or author is still kept. */
export interface VanishedText {
  readonly id: number;
  readonly text: string | null;
  readonly atMs: number | null;
  readonly precision: string;
}

/** Vanished messages that still have a text, an author or an address, noticed before a moment (UTC ms): when the import that no longer holds them ended. */
export function overdueVanishedTexts({ connection }: ProjectDatabase, noticedBeforeMs: number): VanishedText[] {
  return connection.prepare(`SELECT m.id AS id, m.text AS text, m.created_at_ms AS atMs, m.precision AS precision FROM absence x JOIN import i ON i.id = x.since_import_id JOIN message m ON m.id = x.message_id
    WHERE x.state = 'vanished' AND COALESCE(i.finished_at_ms, i.started_at_ms) <= ? AND (m.text IS NOT NULL OR m.account_id IS NOT NULL OR m.source_account_id IS NOT NULL OR m.url IS NOT NULL) ORDER BY m.id`).all(noticedBeforeMs) as VanishedText[];
}

/** A message whose text is to be dropped. */
export interface DroppableText extends VanishedText {
  /** The start of its day, UTC ms; null where no time is known. */
  readonly dayMs: number | null;
}

/** How exact a time is that was rounded to its day. */
export function roundedPrecision(precision: string): string {
  return precision === 'relative' || precision === 'none' ? precision : 'day';
}

/** Blanks what tells of text, author and exact time in a JSON object at a path, as SQL with the day as @dayMs and its precision as @precision. */
function blanked(column: string, at: string): string {
  const told = ['text', 'account_id', 'url', 'address'].map((name) => `'${at}.${name}', NULL`).join(', ');
  const emptied = `json_remove(json_set(${column}, ${told}), '${at}.mentions', '${at}.source_account_id')`;
  return `CASE WHEN ${column} ->> '${at}.created_at_ms' IS NULL THEN ${emptied} ELSE json_set(${emptied}, '${at}.created_at_ms', @dayMs, '${at}.precision', @precision) END`;
}

/**
 * Drops text, author, address and mentions of messages, and rounds their times to a day (given per message), in what every
 * import says of them and in copies set aside as well. Their reading stays, without what points into the text, and without
 * promises, topics and answers made of it. To be called inside a transaction.
 */
export function dropTexts({ connection }: ProjectDatabase, messages: readonly DroppableText[], nowMs: number): void {
  const keptOf = keptReading({ connection });
  const keep = connection.prepare('INSERT OR REPLACE INTO dropped_text (message_id, at_ms, reading) VALUES (?, ?, ?)');
  const unsearch = connection.prepare(`INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', ?, ?)`);
  const blank = connection.prepare(`UPDATE message SET text = NULL, account_id = NULL, source_account_id = NULL, url = NULL, address = NULL, created_at_ms = @dayMs, precision = @precision WHERE id = @id`);
  const blankOwn = connection.prepare(`UPDATE own_statement SET stated = ${blanked('stated', '$')} WHERE record = 'message' AND record_id = @id`);
  // a time that is not kept apart is that of the own import: the day by now, unless that import says none
  const emptied = `json_remove(stated, '$.text', '$.account_id', '$.url', '$.address', '$.mentions')`;
  const blankOthers = connection.prepare(`UPDATE sighting SET stated = NULLIF(CASE WHEN json_type(stated, '$.created_at_ms') = 'null' THEN ${emptied}
      WHEN json_type(stated, '$.created_at_ms') IS NOT NULL AND EXISTS (SELECT 1 FROM own_statement o WHERE o.record = 'message' AND o.record_id = @id AND o.stated ->> '$.created_at_ms' IS NULL) THEN json_set(${emptied}, '$.created_at_ms', @dayMs, '$.precision', @precision)
      ELSE json_remove(${emptied}, '$.created_at_ms', '$.precision') END, '{}') WHERE record = 'message' AND record_id = @id AND stated IS NOT NULL`);
  const copies = connection.prepare('SELECT message_id FROM set_aside WHERE copy_of = ?').pluck();
  const blankCopies = connection.prepare(`UPDATE set_aside SET address = NULL, copy_before = ${blanked('copy_before', '$')}, content = json_set(${blanked('content', '$.message')}, '$.mentions', json('[]')) WHERE copy_of = @id`);
  const unlink = [
    'DELETE FROM mention WHERE message_id = ?', 'UPDATE reading SET spans = NULL, promises = NULL WHERE message_id = ?', 'DELETE FROM promise WHERE message_id = ?', `UPDATE topic SET label = '', terms = '[]' WHERE id IN (SELECT topic FROM topic_message WHERE message_id = ?)`, 'DELETE FROM topic_message WHERE message_id = ?', 'DELETE FROM message_term WHERE message_id = ?', 'DELETE FROM value_piece WHERE message_id = ?',
    'UPDATE promise SET evidence_message_id = NULL, evidence_start = NULL, evidence_end = NULL WHERE evidence_message_id = ?', 'UPDATE topic SET best_answer_id = NULL WHERE best_answer_id = ?', 'DELETE FROM likely_duplicate WHERE ? IN (message_a, message_b)',
  ].map((sql) => connection.prepare(sql));
  for (const { id, text, precision: known, dayMs } of messages) {
    const precision = roundedPrecision(known);
    keep.run(id, nowMs, keptOf(id));
    if (text !== null) unsearch.run(id, text);
    blank.run({ id, dayMs, precision });
    for (const statement of unlink) statement.run(id);
    for (const each of [id, ...(copies.all(id) as number[])]) {
      blankOwn.run({ id: each, dayMs, precision });
      blankOthers.run({ id: each, dayMs, precision });
    }
    blankCopies.run({ id, dayMs, precision });
  }
  // answers to the rooms' questions may quote it; the next analysis makes them again
  connection.exec('DELETE FROM answer');
}
