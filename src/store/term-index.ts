import type { TermRow } from '../domain/terms/pair-census.ts';
import type { MessageSet } from '../domain/terms/term-census.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A message of a person whose language is read: what terms are made of. */
export interface TermText {
  readonly messageId: number;
  readonly accountId: number;
  readonly language: string;
  readonly text: string;
}

/** A term as stored: a stem, or two stems with a blank between them. */
export interface StoredTerm {
  readonly code: string;
  readonly stem: string;
  readonly shown: string;
}

/** What a message must be for its words to count: by a known author who speaks for no brand and is no bot, in a language that is read. */
const COUNTED = `r.direction = 'inbound' AND r.text_kind = 'text' AND r.language IN ('it', 'en') AND m.text IS NOT NULL AND m.account_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM account_role b WHERE b.account_id = m.account_id AND b.role = 'bot')`;

/** The next `size` messages whose words count, by number above `afterId`. */
export function termTexts({ connection }: ProjectDatabase, afterId: number, size: number): TermText[] {
  return connection.prepare(`SELECT m.id AS messageId, m.account_id AS accountId, r.language AS language, m.text AS text FROM reading r JOIN message m ON m.id = r.message_id
    WHERE r.message_id > ? AND ${COUNTED} ORDER BY r.message_id LIMIT ?`).all(afterId, size) as TermText[];
}

/** Texts of messages by number; messages without one are left out. */
export function messageTexts({ connection }: ProjectDatabase, messageIds: readonly number[]): Map<number, string> {
  return new Map(connection.prepare('SELECT m.id, m.text FROM json_each(?) wanted JOIN message m ON m.id = wanted.value WHERE m.text IS NOT NULL').raw().all(JSON.stringify(messageIds)) as [number, string][]);
}

/** Forgets every term; the next analysis finds them again. */
export function clearTerms({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM message_term; DELETE FROM term');
}

/** Stores the terms of messages of one language, author by author for speed; one transaction. */
export function storeMessageTerms({ connection }: ProjectDatabase, language: string, rows: readonly TermRow[]): void {
  const insert = connection.prepare('INSERT INTO message_term (language, account_id, message_id, terms) VALUES (?, ?, ?, ?)');
  connection.transaction(() => {
    for (const { accountId, messageId, terms } of rows) insert.run(language, accountId, messageId, terms);
  }).immediate();
}

/** Stores terms of one language; one transaction. */
export function storeTerms({ connection }: ProjectDatabase, language: string, terms: readonly StoredTerm[]): void {
  const insert = connection.prepare('INSERT OR REPLACE INTO term (language, code, stem, shown) VALUES (?, ?, ?, ?)');
  connection.transaction(() => {
    for (const { code, stem, shown } of terms) insert.run(language, code, stem, shown);
  }).immediate();
}

/** The terms of every message of a language, author by author. */
export function* messageTerms({ connection }: ProjectDatabase, language: string): Generator<TermRow> {
  const rows = connection.prepare('SELECT account_id, message_id, terms FROM message_term WHERE language = ? ORDER BY account_id, message_id').raw().iterate(language) as IterableIterator<[number, number, string]>;
  for (const [accountId, messageId, terms] of rows) yield { accountId, messageId, terms };
}

/** Every term of a language. */
export function storedTerms({ connection }: ProjectDatabase, language: string): StoredTerm[] {
  return connection.prepare('SELECT code, stem, shown FROM term WHERE language = ?').all(language) as StoredTerm[];
}

/** The code of a term by language and stem; null for one that no analysis knows. */
export function termCodeOf({ connection }: ProjectDatabase, language: string, stem: string): string | null {
  return (connection.prepare('SELECT code FROM term WHERE language = ? AND stem = ?').pluck().get(language, stem) as string | undefined) ?? null;
}

/** Messages under a condition on alias `m`, as a set; null where the condition keeps all of them. */
export function messageSet({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition): MessageSet {
  if (sql === '1') return null;
  const size = (((connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0) >> 3) + 1;
  const set = new Uint8Array(size);
  for (const id of connection.prepare(`SELECT m.id FROM message m WHERE ${sql}`).pluck().iterate(...parameters) as IterableIterator<number>) set[id >> 3] = (set[id >> 3] ?? 0) | (1 << (id & 7));
  return set;
}

/** How many messages with terms each language has under a condition on alias `m`, most first. */
export function termLanguages({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition): { language: string; messages: number }[] {
  const counted = sql === '1' ? 'SELECT language, count(*) AS messages FROM message_term' : `SELECT t.language AS language, count(*) AS messages FROM message_term t JOIN message m ON m.id = t.message_id WHERE ${sql}`;
  return connection.prepare(`${counted} GROUP BY 1 ORDER BY 2 DESC, 1`).all(...parameters) as { language: string; messages: number }[];
}
