import type { ProjectDatabase } from './project-database.ts';
import { highestMessageId } from './record-counts.ts';

/** What is followed up instead of made again, with the bit that notes of changes carry for it. */
export const DERIVED_PARTS = { templates: 1, roles: 2, requests: 4, promises: 8 } as const;

/** A part of what is derived that is kept up to date. */
export type DerivedPart = keyof typeof DERIVED_PARTS;

/** Beside the bit of templates: the message was not only read again, it says something else or is somebody else's. */
export const REWORDED = 16;
/** Beside the bit of requests: the message that this one answers was found after it had been judged. */
export const LINKED_LATER = 32;

/** A message that changed since a part was made, with every bit its note carries. */
export interface ChangedMessage {
  readonly id: number;
  readonly bits: number;
}

/**
 * The highest message when a part was last made, where it is whole and was made from this basis: only what has been noted
 * since can have changed it. Null where it has to be made anew.
 */
export function wholeUpTo({ connection }: ProjectDatabase, part: DerivedPart, basis: string): number | null {
  return (connection.prepare('SELECT last_id FROM derive_stamp WHERE part = ? AND basis = ? AND whole = 1').pluck().get(part, basis) as number | undefined) ?? null;
}

/** Says that a part is made from here on: what was noted for it before is forgotten, what changes meanwhile is noted. */
export function beginPart(project: ProjectDatabase, part: DerivedPart, basis: string): void {
  const { connection } = project;
  connection.transaction(() => {
    settleChanges(project, part);
    connection.prepare('INSERT INTO derive_stamp (part, basis, last_id, last_place, whole) VALUES (?, ?, ?, ?, 0) ON CONFLICT (part) DO UPDATE SET basis = excluded.basis, last_id = excluded.last_id, last_place = excluded.last_place, whole = 0').run(part, basis, highestMessageId(project), highestPlaceId(project));
  }).immediate();
}

/** Says that a part is whole. A stamp that was taken away meanwhile stays away: the next analysis makes the part again. */
export function endPart({ connection }: ProjectDatabase, part: DerivedPart): void {
  connection.prepare('UPDATE derive_stamp SET whole = 1 WHERE part = ?').run(part);
}

/** Says that a part, whole before, has been followed up to here. To be called in the transaction that did it. */
export function followedUp(project: ProjectDatabase, part: DerivedPart): void {
  settleChanges(project, part);
  project.connection.prepare('UPDATE derive_stamp SET last_id = ?, last_place = ? WHERE part = ?').run(highestMessageId(project), highestPlaceId(project), part);
}

const highestPlaceId = ({ connection }: ProjectDatabase): number => connection.prepare('SELECT COALESCE(max(id), 0) FROM container').pluck().get() as number;

/** The highest container when a part was last made; 0 where it never was. */
export function lastPlaceOf({ connection }: ProjectDatabase, part: DerivedPart): number {
  return (connection.prepare('SELECT last_place FROM derive_stamp WHERE part = ?').pluck().get(part) as number | undefined) ?? 0;
}

/** Messages that changed since a part was made, by id. */
export function changedMessages({ connection }: ProjectDatabase, part: DerivedPart): ChangedMessage[] {
  return connection.prepare('SELECT message_id AS id, parts AS bits FROM changed_message WHERE parts & ? ORDER BY message_id').all(DERIVED_PARTS[part]) as ChangedMessage[];
}

/** Accounts that changed since a part was made, or whose messages did, by id. */
export function changedAccounts({ connection }: ProjectDatabase, part: DerivedPart): number[] {
  return connection.prepare('SELECT account_id FROM changed_account WHERE parts & ? ORDER BY account_id').pluck().all(DERIVED_PARTS[part]) as number[];
}

/** Forgets what a part was made from: it is made again whole. */
export function forgetPart({ connection }: ProjectDatabase, part: DerivedPart): void {
  connection.prepare('DELETE FROM derive_stamp WHERE part = ?').run(part);
}

/** Forgets what was noted for a part. */
function settleChanges({ connection }: ProjectDatabase, part: DerivedPart): void {
  const bit = DERIVED_PARTS[part];
  const kept = 15 & ~bit;
  for (const table of ['changed_message', 'changed_account']) {
    connection.prepare(`DELETE FROM ${table} WHERE parts & ? AND NOT parts & ?`).run(bit, kept);
    connection.prepare(`UPDATE ${table} SET parts = parts & ~? WHERE parts & ?`).run(bit | (part === 'templates' ? REWORDED : part === 'requests' ? LINKED_LATER : 0), bit);
  }
}

/** Forgets what every part was made from: all are made again whole. For changes that reach everywhere, and for messages taken out. */
export function forgetDerived({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM derive_stamp; DELETE FROM changed_message; DELETE FROM changed_account');
}
