import type { OwnRule } from '../domain/model/own-rule.ts';
import type { ProjectDatabase } from './project-database.ts';

/** One version of a project's rules as the table holds it: `rules` as JSON; `fingerprint` is what of them shapes readings, empty when nothing does. */
export interface DictionaryRow {
  readonly version: number;
  readonly rules: string;
  readonly fingerprint: string;
  readonly atMs: number;
}

const COLUMNS = 'version, rules, fingerprint, at_ms AS atMs';

/** The version in force; null while the project has none. */
export function dictionaryInForce({ connection }: ProjectDatabase): DictionaryRow | null {
  return (connection.prepare(`SELECT ${COLUMNS} FROM dictionary ORDER BY version DESC LIMIT 1`).get() as DictionaryRow | undefined) ?? null;
}

/** One version; null when there is none of that number. */
export function dictionaryVersion({ connection }: ProjectDatabase, version: number): DictionaryRow | null {
  return (connection.prepare(`SELECT ${COLUMNS} FROM dictionary WHERE version = ?`).get(version) as DictionaryRow | undefined) ?? null;
}

/** All versions with the number of their rules, the latest first. */
export function dictionaryVersions({ connection }: ProjectDatabase): { version: number; atMs: number; rules: number }[] {
  return connection.prepare('SELECT version, at_ms AS atMs, json_array_length(rules) AS rules FROM dictionary ORDER BY version DESC').all() as { version: number; atMs: number; rules: number }[];
}

/** Keeps a version. Throws when there is one of that number. */
export function putDictionary({ connection }: ProjectDatabase, { version, rules, fingerprint, atMs }: DictionaryRow): void {
  connection.prepare('INSERT INTO dictionary (version, rules, fingerprint, at_ms) VALUES (?, ?, ?, ?)').run(version, rules, fingerprint, atMs);
}

/** Takes a version away: the one before is in force again. */
export function removeDictionary({ connection }: ProjectDatabase, version: number): void {
  connection.prepare('DELETE FROM dictionary WHERE version = ?').run(version);
}

/** What of the rules in force shapes readings; empty without rules. */
export function rulesFingerprint({ connection }: ProjectDatabase): string {
  return (connection.prepare('SELECT fingerprint FROM dictionary ORDER BY version DESC LIMIT 1').pluck().get() as string | undefined) ?? '';
}

/** The rules of a version; none for null. They were checked when they were kept. */
export function rulesOf(row: DictionaryRow | null): OwnRule[] {
  return row === null ? [] : (JSON.parse(row.rules) as OwnRule[]);
}
