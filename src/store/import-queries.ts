import type { RejectedRow, RejectionCode } from '../domain/model/record.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What is known of an import before its first row. */
export interface NewImport {
  readonly fileName: string;
  /** SHA-256 of the file, hex. */
  readonly fileHash: string;
  readonly format: string;
  /** The mapping as JSON, kept so that the same kind of file can be read the same way. */
  readonly mapping: string;
  readonly timeZone: string;
  readonly collectedAtMs: number | null;
  readonly startedAtMs: number;
}

/** Counts of an import, written when it ends. */
export interface ImportCounts {
  readonly rows: number;
  readonly messages: number;
  readonly accounts: number;
  readonly reactions: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** Rows refused for one reason, with the first of them. */
export interface RejectionReason {
  readonly code: RejectionCode;
  readonly count: number;
  readonly firstRow: number;
}

/** An import as the ledger of imports lists it. */
export interface StoredImport extends ImportCounts {
  readonly importId: number;
  readonly file: string;
  readonly format: string;
  readonly state: 'open' | 'done' | 'undone';
  readonly collectedAtMs: number | null;
  readonly finishedAtMs: number | null;
}

/** Opens an import: until it is finished, opening the project rolls it back. Returns its id. */
export function openImport({ connection }: ProjectDatabase, { fileName, fileHash, format, mapping, timeZone, collectedAtMs, startedAtMs }: NewImport): number {
  return Number(connection.prepare(`INSERT INTO import (file_name, file_hash, format, mapping, time_zone, collected_at_ms, started_at_ms, state) VALUES (?, ?, ?, ?, ?, ?, ?, 'open')`)
    .run(fileName, fileHash, format, mapping, timeZone, collectedAtMs, startedAtMs).lastInsertRowid);
}

/** One part of an imported file: the file itself, or an entry of its archive. `format` is null for an entry that was not read, with the reason as `note`. */
export interface ImportPart {
  readonly name: string;
  readonly format: string | null;
  readonly rows: number;
  readonly messages: number;
  readonly reactions: number;
  readonly rejected: number;
  readonly note: string | null;
}

/** Stores what reading a file showed of it: its format, when it was collected, its parts. */
export function describeImport({ connection }: ProjectDatabase, importId: number, { format, collectedAtMs, parts }: { readonly format: string; readonly collectedAtMs: number | null; readonly parts: readonly ImportPart[] }): void {
  connection.prepare('UPDATE import SET format = ?, collected_at_ms = ? WHERE id = ?').run(format, collectedAtMs, importId);
  const insert = connection.prepare('INSERT INTO import_part (import_id, position, name, format, row_count, message_count, reaction_count, rejected_count, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  connection.transaction(() => {
    parts.forEach(({ name, format: id, rows, messages, reactions, rejected, note }, position) => insert.run(importId, position, name, id, rows, messages, reactions, rejected, note));
  })();
}

/** Parts of an import, in the order they were read; what was not read comes first. */
export function storedParts({ connection }: ProjectDatabase, importId: number): ImportPart[] {
  return connection.prepare('SELECT name, format, row_count AS rows, message_count AS messages, reaction_count AS reactions, rejected_count AS rejected, note FROM import_part WHERE import_id = ? ORDER BY position').all(importId) as ImportPart[];
}

/** Ends an import with its counts; its messages are part of the project from here on. */
export function finishImport({ connection }: ProjectDatabase, importId: number, { rows, messages, accounts, reactions, duplicates, rejected, finishedAtMs }: ImportCounts & { readonly finishedAtMs: number }): void {
  connection.prepare(`UPDATE import SET state = 'done', finished_at_ms = ?, row_count = ?, message_count = ?, account_count = ?, reaction_count = ?, duplicate_count = ?, rejected_count = ? WHERE id = ?`)
    .run(finishedAtMs, rows, messages, accounts, reactions, duplicates, rejected, importId);
}

const COLUMNS = `id AS importId, file_name AS file, format, state, collected_at_ms AS collectedAtMs, finished_at_ms AS finishedAtMs, row_count AS rows, message_count AS messages,
  account_count AS accounts, reaction_count AS reactions, duplicate_count AS duplicates, rejected_count AS rejected`;

/** Imports of a project, oldest first, the undone ones included; one still open is not listed. */
export function storedImports({ connection }: ProjectDatabase): StoredImport[] {
  return connection.prepare(`SELECT ${COLUMNS} FROM import WHERE state <> 'open' ORDER BY id`).all() as StoredImport[];
}

/** One import, or null. */
export function storedImport({ connection }: ProjectDatabase, importId: number): StoredImport | null {
  return (connection.prepare(`SELECT ${COLUMNS} FROM import WHERE id = ?`).get(importId) as StoredImport | undefined) ?? null;
}

/** Id of the latest import that is still open, or null. */
export function openImportId({ connection }: ProjectDatabase): number | null {
  return (connection.prepare(`SELECT id FROM import WHERE state = 'open' ORDER BY id DESC LIMIT 1`).pluck().get() as number | undefined) ?? null;
}

/** Why rows of an import were refused: one entry per reason, the most frequent first. */
export function rejectionReasons({ connection }: ProjectDatabase, importId: number): RejectionReason[] {
  return connection.prepare('SELECT code, count(*) AS count, min(line) AS firstRow FROM rejection WHERE import_id = ? GROUP BY code ORDER BY count DESC, code').all(importId) as RejectionReason[];
}

/** A refused row as stored. */
export type StoredRejection = Required<RejectedRow> & { readonly part: string | null; readonly raw: string | null };

/** One page of refused rows, by line. */
export function rejectionPage({ connection }: ProjectDatabase, importId: number, { page, size }: { readonly page: number; readonly size: number }): { readonly total: number; readonly rows: StoredRejection[] } {
  return {
    total: connection.prepare('SELECT count(*) FROM rejection WHERE import_id = ?').pluck().get(importId) as number,
    rows: connection.prepare('SELECT line, code, detail, part, raw FROM rejection WHERE import_id = ? ORDER BY part, line LIMIT ? OFFSET ?').all(importId, size, page * size) as StoredRejection[],
  };
}
