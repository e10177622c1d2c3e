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

/** Columns that tell what was written and by whom, as JSON paths of a replaced value kept for undo. */
const TELLING = `'$.text', NULL, '$.account_id', NULL, '$.url', NULL, '$.address', NULL, '$.mentions', NULL`;

/**
 * Drops text, author, address and mentions of messages, and rounds their times to a day (given per message). Their reading
 * stays, without the spans that quote, and so do what undo keeps of replaced values, emptied likewise. To be called inside
 * a transaction.
 */
export function dropTexts({ connection }: ProjectDatabase, messages: readonly (VanishedText & { readonly dayMs: number | null })[], nowMs: number): void {
  const keep = connection.prepare(`INSERT OR REPLACE INTO dropped_text (message_id, at_ms, reading) SELECT @id, @nowMs, (SELECT json_object('direction', direction, 'text_kind', text_kind, 'language', language, 'sentiment', sentiment, 'negative', negative, 'positive', positive,
    'intents', intents, 'primary_intent', primary_intent, 'acts', acts, 'primary_act', primary_act, 'probabilities', probabilities, 'recommendation_sign', recommendation_sign, 'economic_tie', economic_tie, 'thanks', thanks) FROM reading WHERE message_id = @id)`);
  const unsearch = connection.prepare(`INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', ?, ?)`);
  const blank = connection.prepare(`UPDATE message SET text = NULL, account_id = NULL, source_account_id = NULL, url = NULL, address = NULL, created_at_ms = ?, precision = ? WHERE id = ?`);
  const scrub = connection.prepare(`UPDATE sighting SET before = json_set(before, ${TELLING}) WHERE record = 'message' AND record_id = ? AND before IS NOT NULL`);
  const scrubCopy = connection.prepare(`UPDATE set_aside SET copy_before = json_set(copy_before, ${TELLING}), content = json_set(content, '$.message.text', NULL, '$.message.account_id', NULL, '$.message.source_account_id', NULL, '$.message.url', NULL, '$.message.address', NULL, '$.mentions', json('[]')) WHERE copy_of = ?`);
  for (const { id, text, precision, dayMs } of messages) {
    keep.run({ id, nowMs });
    if (text !== null) unsearch.run(id, text);
    blank.run(dayMs, precision === 'relative' || precision === 'none' ? precision : 'day', id);
    connection.prepare('DELETE FROM mention WHERE message_id = ?').run(id);
    connection.prepare('UPDATE reading SET spans = NULL, promises = NULL WHERE message_id = ?').run(id);
    scrub.run(id);
    scrubCopy.run(id);
  }
}

/** Gives messages whose text was dropped the reading they had while it was there; one whose text came back is read anew. */
export function restoreDroppedReadings({ connection }: ProjectDatabase): void {
  connection.exec(`DELETE FROM dropped_text WHERE EXISTS (SELECT 1 FROM message m WHERE m.id = message_id AND m.text IS NOT NULL)`);
  connection.exec(`INSERT OR REPLACE INTO reading (message_id, direction, text_kind, language, sentiment, negative, positive, intents, primary_intent, acts, primary_act, probabilities, recommendation_sign, economic_tie, thanks)
    SELECT message_id, reading ->> 'direction', reading ->> 'text_kind', reading ->> 'language', reading ->> 'sentiment', reading ->> 'negative', reading ->> 'positive', reading ->> 'intents', reading ->> 'primary_intent', reading ->> 'acts', reading ->> 'primary_act',
      reading ->> 'probabilities', reading ->> 'recommendation_sign', reading ->> 'economic_tie', reading ->> 'thanks' FROM dropped_text WHERE reading IS NOT NULL`);
}

/** Takes out accounts that nothing names any more: no message, reaction or decision. Returns how many. */
export function forgetSilentAccounts({ connection }: ProjectDatabase, accountIds: readonly number[]): number {
  const silent = connection.prepare(`SELECT w.value FROM json_each(?) w WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.account_id = w.value OR m.source_account_id = w.value) AND NOT EXISTS (SELECT 1 FROM reaction x WHERE x.account_id = w.value OR x.source_account_id = w.value)
    AND NOT EXISTS (SELECT 1 FROM person_account p WHERE w.value IN (p.account_id, p.person_id)) AND NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = w.value) AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.content ->> '$.message.account_id' = w.value)`).pluck().all(JSON.stringify(accountIds)) as number[];
  for (const id of silent) {
    connection.prepare('UPDATE mention SET account_id = NULL WHERE account_id = ?').run(id);
    for (const table of ['account_balance', 'tribe_member', 'account_flag', 'role_proposal']) connection.prepare(`DELETE FROM ${table} WHERE account_id = ?`).run(id);
    connection.prepare(`DELETE FROM sighting WHERE record = 'account' AND record_id = ?`).run(id);
    connection.prepare('DELETE FROM account WHERE id = ?').run(id);
  }
  return silent.length;
}

/** Authors of messages; those without one are left out. */
export function authorsOf({ connection }: ProjectDatabase, messageIds: readonly number[]): number[] {
  return connection.prepare('SELECT DISTINCT a FROM (SELECT m.account_id AS a FROM message m WHERE m.id IN (SELECT value FROM json_each(@ids)) UNION SELECT m.source_account_id FROM message m WHERE m.id IN (SELECT value FROM json_each(@ids))) WHERE a IS NOT NULL').pluck().all({ ids: JSON.stringify(messageIds) }) as number[];
}
