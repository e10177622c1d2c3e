import { ACTS, INTENTS, codeSet } from '../domain/model/codes.ts';
import type { Direction } from '../domain/model/reading.ts';
import type { ProjectDatabase } from './project-database.ts';
import { READING_COLUMNS, type ReadingValue } from './reading-values.ts';

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

/** Drops readings made in the wrong direction, after a role changed who speaks for a brand. Returns how many. */
export function deleteMisdirectedReadings(project: ProjectDatabase): number {
  return project.connection
    .prepare(`DELETE FROM reading WHERE message_id IN (SELECT r.message_id FROM reading r JOIN message m ON m.id = r.message_id
      WHERE (r.direction = 'outbound') <> ${IS_OUTBOUND})`)
    .run().changes;
}

/** Drops readings of older messages whose text, language or time an import has changed: they are of what was written before. */
export function deleteOutdatedReadings({ connection }: ProjectDatabase, importId: number): void {
  connection.prepare(`DELETE FROM reading WHERE message_id IN (SELECT record_id FROM sighting WHERE import_id = ? AND record = 'message' AND rereads = 1)`).run(importId);
  connection.prepare('UPDATE sighting SET rereads = 0 WHERE import_id = ? AND rereads = 1').run(importId);
}

/** Number of messages without a reading. */
export function unreadCount(project: ProjectDatabase): number {
  return project.connection.prepare('SELECT count(*) FROM message m WHERE NOT EXISTS (SELECT 1 FROM reading r WHERE r.message_id = m.id)').pluck().get() as number;
}

/** The next `size` messages without a reading whose id is above `afterId`, by id. */
export function unreadMessages(project: ProjectDatabase, afterId: number, size: number): UnreadMessage[] {
  return project.connection
    .prepare(`SELECT m.id AS id, m.text AS text, m.created_at_ms AS atMs, m.language_tag AS languageTag, CASE WHEN ${IS_OUTBOUND} THEN 'outbound' ELSE 'inbound' END AS direction
      FROM message m WHERE m.id > ? AND NOT EXISTS (SELECT 1 FROM reading r WHERE r.message_id = m.id) ORDER BY m.id LIMIT ?`)
    .all(afterId, size) as UnreadMessage[];
}

/** Some messages as the reader takes them, by id; unknown ids are left out. */
export function messagesToRead(project: ProjectDatabase, ids: readonly number[]): UnreadMessage[] {
  return project.connection
    .prepare(`SELECT m.id AS id, m.text AS text, m.created_at_ms AS atMs, m.language_tag AS languageTag, CASE WHEN ${IS_OUTBOUND} THEN 'outbound' ELSE 'inbound' END AS direction
      FROM json_each(?) wanted JOIN message m ON m.id = wanted.value ORDER BY m.id`)
    .all(JSON.stringify(ids)) as UnreadMessage[];
}

/** Stores one batch of readings in one transaction, as {@link readingValues} lays them out; ids must be those of messages. */
export function storeReadings(project: ProjectDatabase, values: readonly ReadingValue[]): void {
  const insert = project.connection.prepare(`INSERT OR REPLACE INTO reading (${READING_COLUMNS.join(', ')}) VALUES (${READING_COLUMNS.map(() => '?').join(', ')})`);
  project.connection.transaction(() => {
    for (let from = 0; from < values.length; from += READING_COLUMNS.length) insert.run(values.slice(from, from + READING_COLUMNS.length));
  }).immediate();
}

/**
 * Lays decisions made by hand over the readings: what a person said wins. Advice keeps the reader's sign; where only the person
 * sees advice its tone gives the sign, as in the reader itself, and what is none in the person's eyes has no sign. Returns how
 * many messages carry a decision.
 */
export function applyLabelDecisions(project: ProjectDatabase): number {
  return project.connection.prepare(`UPDATE reading SET
      intents = COALESCE(d.intents, reading.intents), acts = COALESCE(d.acts, reading.acts), sentiment = COALESCE(d.sentiment, reading.sentiment),
      primary_intent = COALESCE(d.primary_intent, reading.primary_intent), primary_act = COALESCE(d.primary_act, reading.primary_act),
      recommendation_sign = CASE WHEN d.intents IS NULL THEN reading.recommendation_sign
        WHEN d.intents & ${RECOMMENDATION} THEN COALESCE(reading.recommendation_sign, CASE COALESCE(d.sentiment, reading.sentiment) WHEN 'negative' THEN -1 ELSE 1 END) END
    FROM label_verdict d JOIN network n ON n.code = d.network JOIN message m ON m.network_id = n.id AND m.native_id = d.message AND m.kind = d.kind WHERE m.id = reading.message_id`).run().changes;
}

/** Texts of messages written in a brand's name, by brand: what near-duplicate replies are looked for in. */
export function* outboundTexts(project: ProjectDatabase): Generator<{ id: number; accountId: number; text: string }> {
  yield* project.connection
    .prepare(`SELECT m.id AS id, m.account_id AS accountId, m.text AS text FROM reading r JOIN message m ON m.id = r.message_id
      WHERE r.direction = 'outbound' AND m.text IS NOT NULL AND m.parent_native_id IS NOT NULL ORDER BY m.id`)
    .iterate() as IterableIterator<{ id: number; accountId: number; text: string }>;
}

/** Sets the template act on exactly these messages; a near-duplicate that no longer is one loses it. */
export function markTemplates(project: ProjectDatabase, messageIds: readonly number[]): void {
  const bit = codeSet(ACTS, ['template']);
  project.connection.transaction(() => {
    const ids = JSON.stringify(messageIds);
    project.connection.prepare('UPDATE reading SET acts = acts & ~@bit WHERE acts & @bit AND message_id NOT IN (SELECT value FROM json_each(@ids))').run({ bit, ids });
    project.connection.prepare('UPDATE reading SET acts = acts | @bit WHERE acts IS NOT NULL AND NOT acts & @bit AND message_id IN (SELECT value FROM json_each(@ids))').run({ bit, ids });
  }).immediate();
}
