import { INTENTS, codeSet } from '../domain/model/codes.ts';
import type { Direction } from '../domain/model/reading.ts';
import type { ProjectDatabase } from './project-database.ts';
import { PACKED_PLACES, READING_COLUMNS, type ReadingSheet } from './reading-values.ts';

const RECOMMENDATION = codeSet(INTENTS, ['recommendation']);

/** A message waiting to be read. */
export interface UnreadMessage {
  readonly id: number;
  readonly text: string | null;
  readonly atMs: number | null;
  readonly languageTag: string | null;
  readonly direction: Direction;
}

/** True (1) when the author of alias `m` speaks for a brand at the message's time. */
export const IS_OUTBOUND = `EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice'
  AND (v.from_ms IS NULL OR m.created_at_ms IS NULL OR m.created_at_ms >= v.from_ms)
  AND (v.to_ms IS NULL OR m.created_at_ms IS NULL OR m.created_at_ms < v.to_ms))`;

/** Drops every reading: the next read stage starts from nothing. Used when the reader's definition changes. */
export function deleteReadings(project: ProjectDatabase): void {
  project.connection.prepare('DELETE FROM reading').run();
}

/**
 * Drops readings made in the wrong direction, after a role changed who speaks for a brand: of some messages, or of all.
 * Returns how many.
 */
export function deleteMisdirectedReadings({ connection }: ProjectDatabase, ids: readonly number[] | null): number {
  const among = ids === null ? 'reading r' : 'json_each(@ids) wanted CROSS JOIN reading r ON r.message_id = wanted.value';
  return connection
    .prepare(`DELETE FROM reading WHERE message_id IN (SELECT r.message_id FROM ${among} JOIN message m ON m.id = r.message_id
      WHERE (r.direction = 'outbound') <> ${IS_OUTBOUND})`)
    .run(ids === null ? {} : { ids: JSON.stringify(ids) }).changes;
}

/** Who speaks for which brand from when to when, as one text: equal texts, equal directions of every message. */
export function voicesFingerprint({ connection }: ProjectDatabase): string {
  return JSON.stringify(connection.prepare(`SELECT account_id, brand_id, from_ms, to_ms FROM account_role WHERE role = 'voice' ORDER BY 1, 2, 3, 4`).raw().all());
}

/** Drops readings of older messages whose text, language or time an import has changed: they are of what was written before. */
export function deleteOutdatedReadings({ connection }: ProjectDatabase, importId: number): void {
  connection.prepare(`DELETE FROM reading WHERE message_id IN (SELECT record_id FROM sighting WHERE import_id = ? AND record = 'message' AND rereads = 1)`).run(importId);
  connection.prepare('UPDATE sighting SET rereads = 0 WHERE import_id = ? AND rereads = 1').run(importId);
}

/** Messages without a reading, by id. Walks the shortest index of messages, not their texts. */
export function unreadIds({ connection }: ProjectDatabase): number[] {
  return (connection.prepare('SELECT m.id FROM message m INDEXED BY message_import WHERE NOT EXISTS (SELECT 1 FROM reading r WHERE r.message_id = m.id)').pluck().all() as number[]).sort((one, other) => one - other);
}

/** Some messages as the reader takes them, by id; unknown ids are left out. */
export function messagesToRead(project: ProjectDatabase, ids: readonly number[]): UnreadMessage[] {
  return project.connection
    .prepare(`SELECT m.id AS id, m.text AS text, m.created_at_ms AS atMs, m.language_tag AS languageTag, CASE WHEN ${IS_OUTBOUND} THEN 'outbound' ELSE 'inbound' END AS direction
      FROM json_each(?) wanted JOIN message m ON m.id = wanted.value ORDER BY m.id`)
    .all(JSON.stringify(ids)) as UnreadMessage[];
}

/** Stores one batch of readings in one transaction; those of messages that are gone by now, because their import was undone meanwhile, are dropped. */
export function storeReadings(project: ProjectDatabase, { values, bytes }: ReadingSheet): void {
  const insert = project.connection.prepare(`INSERT OR REPLACE INTO reading (${READING_COLUMNS.join(', ')}) SELECT ${READING_COLUMNS.map(() => '?').join(', ')} WHERE EXISTS (SELECT 1 FROM message WHERE id = ?)`);
  project.connection.transaction(() => {
    let packed = 0;
    for (let from = 0; from < values.length; from += READING_COLUMNS.length) {
      const row: (string | number | Uint8Array | null)[] = values.slice(from, from + READING_COLUMNS.length);
      for (const place of PACKED_PLACES) {
        const length = row[place];
        if (typeof length !== 'number') continue;
        row[place] = bytes.subarray(packed, packed + length);
        packed += length;
      }
      insert.run(row, row[0]);
    }
  }).immediate();
}

/**
 * Lays decisions made by hand over the readings: what a person said wins. Advice keeps the reader's sign; where only the person
 * sees advice its tone gives the sign, as in the reader itself, and what is none in the person's eyes has no sign. Returns how
 * many messages carry a decision.
 */
export function applyLabelDecisions(project: ProjectDatabase): number {
  // without any, the statement would still walk over all readings
  if (project.connection.prepare('SELECT 1 FROM label_verdict LIMIT 1').get() === undefined) return 0;
  return project.connection.prepare(`UPDATE reading SET
      intents = COALESCE(d.intents, reading.intents), acts = COALESCE(d.acts, reading.acts), sentiment = COALESCE(d.sentiment, reading.sentiment),
      primary_intent = COALESCE(d.primary_intent, reading.primary_intent), primary_act = COALESCE(d.primary_act, reading.primary_act),
      recommendation_sign = CASE WHEN d.intents IS NULL THEN reading.recommendation_sign
        WHEN d.intents & ${RECOMMENDATION} THEN COALESCE(reading.recommendation_sign, CASE COALESCE(d.sentiment, reading.sentiment) WHEN 'negative' THEN -1 ELSE 1 END) END
    FROM label_verdict d JOIN network n ON n.code = d.network JOIN message m ON m.network_id = n.id AND m.native_id = d.message AND m.kind = d.kind WHERE m.id = reading.message_id`).run().changes;
}
