import type { ProjectDatabase } from './project-database.ts';

/** True when what is kept of texts is whole and was made from this basis: only what has been noted since can have changed it. */
export function areTextsWhole({ connection }: ProjectDatabase, basis: string): boolean {
  return connection.prepare('SELECT 1 FROM text_stamp WHERE basis = ? AND whole = 1').get(basis) !== undefined;
}

/** Says that what is kept of texts is made anew from here on: what was noted before is forgotten, what changes meanwhile is noted. */
export function beginTexts({ connection }: ProjectDatabase, basis: string): void {
  connection.transaction(() => {
    connection.exec('DELETE FROM text_message');
    connection.prepare('INSERT INTO text_stamp (id, basis, whole) VALUES (1, ?, 0) ON CONFLICT (id) DO UPDATE SET basis = excluded.basis, whole = 0').run(basis);
  }).immediate();
}

/** Says that what is kept of texts is whole. A stamp that was taken away meanwhile stays away. */
export function endTexts({ connection }: ProjectDatabase): void {
  connection.exec('UPDATE text_stamp SET whole = 1');
}

/** Forgets what was made from texts: it is made again whole. */
export function forgetTexts({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM text_stamp');
}

/** A message whose text may be another, or read otherwise; `gone` where it is no longer there. */
export interface NotedText {
  readonly messageId: number;
  readonly changed: boolean;
  readonly gone: boolean;
}

/** Messages that have been noted, by number. */
export function notedTexts({ connection }: ProjectDatabase): NotedText[] {
  const rows = connection.prepare('SELECT t.message_id, t.changed, m.id IS NULL FROM text_message t LEFT JOIN message m ON m.id = t.message_id ORDER BY 1').raw().all() as [number, number, number][];
  return rows.map(([messageId, changed, gone]) => ({ messageId, changed: changed === 1, gone: gone === 1 }));
}

/** Notes the messages that the ledger has laid out in the temporary table `touched` and that are no longer there: nothing else tells of them. */
export function noteGoneTexts({ connection }: ProjectDatabase): void {
  connection.exec('INSERT OR IGNORE INTO text_message SELECT id, 1 FROM temp.touched WHERE id NOT IN (SELECT id FROM message) AND EXISTS (SELECT 1 FROM text_stamp)');
}

/** Forgets what has been noted of texts, and what questions are about where that is noted. */
export function settleTexts({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM question_words WHERE message_id IN (SELECT message_id FROM text_message); DELETE FROM text_message');
}
