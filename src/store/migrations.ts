import type Database from 'better-sqlite3';
import { StoreFailure } from './project-database.ts';
import { APPLICATION_ID, SCHEMA_SQL, SCHEMA_VERSION } from './schema.ts';
import { SCHEMA_V2_SQL } from './schema-v2.ts';
import { SCHEMA_V3_SQL } from './schema-v3.ts';
import { SCHEMA_V4_SQL } from './schema-v4.ts';
import { SCHEMA_V5_SQL } from './schema-v5.ts';
import { SCHEMA_V6_SQL } from './schema-v6.ts';
import { compactReadings } from './schema-v7-readings.ts';
import { SCHEMA_V7_SQL } from './schema-v7.ts';
import { SCHEMA_V8_SQL } from './schema-v8.ts';

/** One step of the schema: what turns a file of the version before into this one. Steps are only ever appended. */
export interface Migration {
  readonly version: number;
  /** What SQL alone cannot turn, before the rest. */
  readonly before?: (connection: Database.Database) => void;
  readonly sql: string;
}

/** Every step from an empty file to the present schema, in order. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: SCHEMA_SQL },
  { version: 2, sql: SCHEMA_V2_SQL },
  { version: 3, sql: SCHEMA_V3_SQL },
  { version: 4, sql: SCHEMA_V4_SQL },
  { version: 5, sql: SCHEMA_V5_SQL },
  { version: 6, sql: SCHEMA_V6_SQL },
  { version: 7, before: compactReadings, sql: SCHEMA_V7_SQL },
  { version: 8, sql: SCHEMA_V8_SQL },
];

/** An object of the schema as SQLite lists it. */
export interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** All tables, indexes, views and triggers of a file, by type and name; what SQLite keeps for itself is left out. */
export function schemaObjects(connection: Database.Database): SchemaObject[] {
  return connection.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`).all() as SchemaObject[];
}

/**
 * Brings a file up to the last of `migrations` in one transaction and marks it as a project; all or nothing. Returns the
 * version reached. Throws StoreFailure `corrupt-project` when foreign keys no longer hold afterwards.
 */
export function migrate(connection: Database.Database, migrations: readonly Migration[] = MIGRATIONS): number {
  const from = connection.pragma('user_version', { simple: true }) as number;
  const steps = migrations.filter(({ version }) => version > from);
  const reached = steps.at(-1)?.version ?? from;
  connection.transaction(() => {
    for (const { before, sql } of steps) {
      before?.(connection);
      connection.exec(sql);
    }
    connection.pragma(`application_id = ${String(APPLICATION_ID)}`);
    connection.pragma(`user_version = ${String(reached)}`);
    if (steps.length > 0 && from > 0 && (connection.pragma('foreign_key_check') as unknown[]).length > 0) throw new StoreFailure('corrupt-project', `invalid migration: foreign keys broken after version ${String(reached)}; the project is damaged and stays as it was: restore a copy`);
  }).immediate();
  return reached;
}

/** The version this program writes. */
export const CURRENT_VERSION = SCHEMA_VERSION;
