import type Database from 'better-sqlite3';
import type { ProjectDatabase } from './project-database.ts';
import { expectedSchema } from './project-file.ts';

/** Triggers by which records note their changes; a program that was killed during a first import may have left them out. */
export const TRIGGERS_MAY_BE_MISSING = /^CREATE TRIGGER \w+ AFTER (?:INSERT|UPDATE OF [a-z_, ]+) ON (?:message|mention|account|reaction)\s/;

const STAMPS = ['derive_stamp', 'ledger_stamp', 'piece_stamp', 'text_stamp'];

/**
 * Takes away what notes changes of records for the first import into an empty project, where nothing is derived that a
 * change could touch: asking each row took a third of its writing. They stay where something is derived.
 * To be followed by {@link createMissingTriggers}, whatever happens between.
 */
export function dropBulkTriggers({ connection }: ProjectDatabase): void {
  connection.transaction(() => {
    if (STAMPS.some((table) => connection.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined)) return;
    for (const { type, name, sql } of expectedSchema()) if (type === 'trigger' && sql !== null && TRIGGERS_MAY_BE_MISSING.test(sql)) connection.exec(`DROP TRIGGER IF EXISTS "${name}"`);
  }).immediate();
}

/** Makes every trigger of records that is missing. Must run before anything is derived. */
export function createMissingTriggers(connection: Database.Database): void {
  const present = new Set(connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all() as string[]);
  for (const { type, name, sql } of expectedSchema()) if (type === 'trigger' && sql !== null && TRIGGERS_MAY_BE_MISSING.test(sql) && !present.has(name)) connection.exec(sql);
}
