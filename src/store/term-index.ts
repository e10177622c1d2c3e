import type { TermRow } from '../domain/terms/pair-census.ts';
import type { MessageSet } from '../domain/terms/term-census.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A text by a person, which may have copies; `terms` where its words count: by a known author who is no bot, in a language that is read. */
export interface InboundText {
  readonly messageId: number;
  readonly accountId: number | null;
  readonly language: string;
  readonly text: string;
  readonly terms: number;
}

/** A term as stored: a stem, or two stems with a blank between them; of two words the messages by which it was named, as JSON. */
export interface StoredTerm {
  readonly code: string;
  readonly stem: string;
  readonly shown: string;
  readonly examples?: string | null;
}

const INBOUND = `r.direction = 'inbound' AND r.text_kind = 'text' AND m.text IS NOT NULL`;
const COUNTED = `(r.language IN ('it', 'en') AND m.account_id IS NOT NULL AND m.account_id NOT IN (SELECT b.account_id FROM account_role b WHERE b.role = 'bot'))`;
const COLUMNS = `m.id AS messageId, m.account_id AS accountId, r.language AS language, m.text AS text, ${COUNTED} AS terms`;

/** The next `size` texts by people, by number above `afterId`. */
export function inboundTexts({ connection }: ProjectDatabase, afterId: number, size: number): InboundText[] {
  return connection.prepare(`SELECT ${COLUMNS} FROM reading r JOIN message m ON m.id = r.message_id WHERE r.message_id > ? AND ${INBOUND} ORDER BY r.message_id LIMIT ?`).all(afterId, size) as InboundText[];
}

/** Texts by people among some messages, by number. */
export function inboundTextsOf({ connection }: ProjectDatabase, messageIds: readonly number[]): InboundText[] {
  return connection.prepare(`SELECT ${COLUMNS} FROM json_each(?) wanted CROSS JOIN reading r ON r.message_id = wanted.value CROSS JOIN message m ON m.id = r.message_id WHERE ${INBOUND} ORDER BY m.id`).all(JSON.stringify(messageIds)) as InboundText[];
}

/** Which accounts are bots, as one text: their words do not count. */
export function botAccounts({ connection }: ProjectDatabase): string {
  return (connection.prepare(`SELECT group_concat(account_id, ' ') FROM (SELECT DISTINCT account_id FROM account_role WHERE role = 'bot' ORDER BY 1)`).pluck().get() as string | null) ?? '';
}

/** Texts of messages by number; messages without one are left out. */
export function messageTexts({ connection }: ProjectDatabase, messageIds: readonly number[]): Map<number, string> {
  return new Map(connection.prepare('SELECT m.id, m.text FROM json_each(?) wanted JOIN message m ON m.id = wanted.value WHERE m.text IS NOT NULL').raw().all(JSON.stringify(messageIds)) as [number, string][]);
}

/** Forgets every term, and all that is kept of texts; the next analysis finds them again. */
export function clearTerms({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM message_term; DELETE FROM term; DELETE FROM word_sketch; DELETE FROM word_form; DELETE FROM rare_word; DELETE FROM text_print; DELETE FROM question_words');
}

/** The terms of some messages as stored, by number. */
export function termsOfMessages({ connection }: ProjectDatabase, messageIds: readonly number[]): (TermRow & { readonly language: string })[] {
  return connection.prepare('SELECT t.language AS language, t.account_id AS accountId, t.message_id AS messageId, t.terms AS terms FROM json_each(?) wanted CROSS JOIN message_term t ON t.message_id = wanted.value ORDER BY t.message_id').all(JSON.stringify(messageIds)) as (TermRow & { language: string })[];
}

/** Writes the terms of messages that had some, as they are now. Inside a transaction. */
export function putMessageTerms({ connection }: ProjectDatabase, language: string, rows: readonly TermRow[]): void {
  const remove = connection.prepare('DELETE FROM message_term WHERE message_id = ?');
  const insert = connection.prepare('INSERT INTO message_term (language, account_id, message_id, terms) VALUES (?, ?, ?, ?)');
  for (const { accountId, messageId, terms } of rows) {
    remove.run(messageId);
    insert.run(language, accountId, messageId, terms);
  }
}

/** Stores the terms of messages of one language, author by author for speed; one transaction. */
export function storeMessageTerms({ connection }: ProjectDatabase, language: string, rows: readonly TermRow[]): void {
  const insert = connection.prepare('INSERT INTO message_term (language, account_id, message_id, terms) VALUES (?, ?, ?, ?)');
  connection.transaction(() => {
    for (const { accountId, messageId, terms } of rows) insert.run(language, accountId, messageId, terms);
  })();
}

/** Replaces the terms of one language; one transaction, or part of the one that runs. */
export function storeTerms({ connection }: ProjectDatabase, language: string, terms: readonly StoredTerm[]): void {
  const insert = connection.prepare('INSERT OR REPLACE INTO term (language, code, stem, shown, examples) VALUES (?, ?, ?, ?, ?)');
  connection.transaction(() => {
    connection.prepare('DELETE FROM term WHERE language = ?').run(language);
    for (const { code, stem, shown, examples = null } of terms) insert.run(language, code, stem, shown, examples);
  })();
}

/** The terms of every message of a language, author by author. */
export function* messageTerms({ connection }: ProjectDatabase, language: string): Generator<TermRow> {
  const rows = connection.prepare('SELECT account_id, message_id, terms FROM message_term WHERE language = ? ORDER BY account_id, message_id').raw().iterate(language) as IterableIterator<[number, number, string]>;
  for (const [accountId, messageId, terms] of rows) yield { accountId, messageId, terms };
}

/** Every term of a language. */
export function storedTerms({ connection }: ProjectDatabase, language: string): StoredTerm[] {
  return connection.prepare('SELECT code, stem, shown, examples FROM term WHERE language = ?').all(language) as StoredTerm[];
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
