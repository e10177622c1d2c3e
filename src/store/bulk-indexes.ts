import type Database from 'better-sqlite3';
import { expectedSchema } from './project-file.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Tables whose indexes wait while a first import fills them. */
const BULK_TABLES = /^CREATE INDEX \w+ ON (?:message|mention|account) /;
/** Small ones that linking asks before the others are made. */
const NEEDED_MEANWHILE = new Set(['message_address']);
/** Indexes that a program which was killed may have left out: those, and those of what an analysis makes anew. */
export const MAY_BE_MISSING = /^CREATE INDEX \w+ ON (?:message|mention|account|booking|request|request_part|compliment|message_term|value_piece) /;

/**
 * Takes the plain indexes of the big tables away, for the first import into an empty project: kept up to date row by row,
 * in small transactions, they would be written to the log many times over (some fifteen times the file's size for a
 * million rows). What keeps records unique stays.
 */
export function dropBulkIndexes({ connection }: ProjectDatabase): void {
  connection.transaction(() => {
    for (const { type, name, sql } of expectedSchema()) if (type === 'index' && sql !== null && BULK_TABLES.test(sql) && !NEEDED_MEANWHILE.has(name)) connection.exec(`DROP INDEX IF EXISTS "${name}"`);
  }).immediate();
}

/** Makes every index that is missing, one transaction each; a file whose first import or ledger was cut short lacks some. */
export function createMissingIndexes(connection: Database.Database, afterEach: (done: number, total: number) => void = () => undefined): void {
  const present = new Set(connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'index'`).pluck().all() as string[]);
  const missing = expectedSchema().filter(({ type, name, sql }) => type === 'index' && sql !== null && MAY_BE_MISSING.test(sql) && !present.has(name));
  missing.forEach(({ sql }, position) => {
    if (sql !== null) connection.exec(sql);
    afterEach(position + 1, missing.length);
  });
}

/** Tables of derived records that are filled anew. */
export type RefilledTable = 'request' | 'request_part' | 'compliment' | 'message_term' | 'value_piece';

/**
 * Takes the indexes of some tables away before everything in them is made again: sorting once costs a fraction of keeping an
 * index up row by row. To be followed by {@link createMissingIndexes}, whatever happens between.
 */
export function dropIndexesOf({ connection }: ProjectDatabase, tables: readonly RefilledTable[]): void {
  const own = new RegExp(`^CREATE INDEX \\w+ ON (?:${tables.join('|')}) `);
  connection.transaction(() => {
    for (const { type, name, sql } of expectedSchema()) if (type === 'index' && sql !== null && own.test(sql)) connection.exec(`DROP INDEX IF EXISTS "${name}"`);
  }).immediate();
}
