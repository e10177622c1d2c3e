import { statSync } from 'node:fs';
import type { ProjectDatabase } from './project-database.ts';

/** How large a project is, without anything that stands in it. */
export interface ProjectSize {
  readonly schemaVersion: number;
  readonly sqlite: string;
  readonly fileBytes: number;
  /** Of the write-ahead log beside it; 0 where there is none. */
  readonly logBytes: number;
  readonly pageBytes: number;
  readonly freePages: number;
  /** Rows by table, by name of table. */
  readonly rows: readonly (readonly [table: string, rows: number])[];
}

/** Counts every table of a project. Cost: one pass over the smallest index of each table. Throws what SQLite throws. */
export function projectSize({ connection, path }: ProjectDatabase): ProjectSize {
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name").pluck().all() as string[];
  const number = (pragma: string): number => Number(connection.pragma(pragma, { simple: true }));
  const bytes = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return {
    schemaVersion: number('user_version'),
    sqlite: String(connection.prepare('SELECT sqlite_version()').pluck().get()),
    fileBytes: bytes(path),
    logBytes: bytes(`${path}-wal`),
    pageBytes: number('page_size'),
    freePages: number('freelist_count'),
    // the names are those of the project's own schema, which was checked when it was opened
    rows: tables.map((name) => [name, Number(connection.prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`).pluck().get())] as const),
  };
}
