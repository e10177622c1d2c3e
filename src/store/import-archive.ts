import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ProjectDatabase } from './project-database.ts';

/** Values as SQLite gives them; archives hold no blobs. */
export type ArchivedValue = string | number | null;

/** One piece of an archive: rows of a table, or (with a # before the name) a step that redo must repeat. */
export interface ArchivePart {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ArchivedValue[])[];
}

/** A part with its number. */
export interface NumberedPart {
  readonly number: number;
  readonly part: ArchivePart;
}

/** Writes the parts of one undone import. */
export interface ArchiveWriter {
  add(part: ArchivePart): void;
  addRows(table: string, where: string, parameters: readonly ArchivedValue[]): void;
}

/** Rows in one part of an archive. */
export const ARCHIVE_PAGE = 2000;

/** What others refer to comes first, whenever it is archived. */
const FIRST = new Set(['network', 'container', 'account']);
const FIRST_NUMBER = -1_000_000_000;

/** Tables an archive may hold; names from a project file are never put into a statement unchecked. The last two lines are of earlier versions. */
const TABLES = new Set([
  ...FIRST, 'account_role', 'message', 'mention', 'reaction', 'dropped_text', 'coverage', ...['container', 'account', 'message', 'reaction'].flatMap((kind) => [`#handed:${kind}`, `#met:${kind}`]),
  'label_decision', 'sighting', '#handed', '#message', '#account',
]);
/** Those without row numbers. */
const KEYED = new Set(['coverage']);

function packed(part: ArchivePart): Buffer {
  return deflateRawSync(JSON.stringify(part), { level: 1 });
}

/** Opens the archive of an import that is being undone. Long parts are split. */
export function createArchive({ connection }: ProjectDatabase, importId: number): ArchiveWriter {
  let next = 0;
  let nextFirst = FIRST_NUMBER;
  const insert = connection.prepare('INSERT INTO undone_part (import_id, part, content) VALUES (?, ?, ?)');
  const add = (part: ArchivePart): void => {
    for (let from = 0; from < part.rows.length; from += ARCHIVE_PAGE) {
      insert.run(importId, FIRST.has(part.table) ? nextFirst : next, packed({ ...part, rows: part.rows.slice(from, from + ARCHIVE_PAGE) }));
      if (FIRST.has(part.table)) nextFirst += 1;
      else next += 1;
    }
  };
  return {
    add,
    addRows(table, where, parameters) {
      const columns = (connection.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
      if (KEYED.has(table)) {
        add({ table, columns, rows: connection.prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${where}`).raw().all(...parameters) as ArchivedValue[][] });
        return;
      }
      const page = connection.prepare(`SELECT rowid, ${columns.join(', ')} FROM ${table} WHERE rowid > ? AND (${where}) ORDER BY rowid LIMIT ${String(ARCHIVE_PAGE)}`).raw();
      for (let after = 0; ; ) {
        const rows = page.all(after, ...parameters) as ArchivedValue[][];
        add({ table, columns, rows: rows.map((row) => row.slice(1)) });
        const last = rows.at(-1)?.[0];
        if (rows.length < ARCHIVE_PAGE || typeof last !== 'number') return;
        after = last;
      }
    },
  };
}

/** Reads the parts of an undone import back, in order, one at a time. */
export function* archivedParts({ connection }: ProjectDatabase, importId: number): Generator<NumberedPart> {
  const read = connection.prepare('SELECT part, content FROM undone_part WHERE import_id = ? AND part > ? ORDER BY part LIMIT 1');
  for (let after = FIRST_NUMBER - 1; ; ) {
    const row = read.get(importId, after) as { part: number; content: Buffer } | undefined;
    if (row === undefined) return;
    after = row.part;
    const part = JSON.parse(inflateRawSync(row.content).toString('utf8')) as ArchivePart;
    if (!TABLES.has(part.table) || !part.columns.every((column) => /^[a-z_]+$/.test(column))) throw new Error(`invalid archive part: ${part.table}`);
    yield { number: row.part, part };
  }
}

/** Imports that have an archive. */
export function archivedImports({ connection }: ProjectDatabase): number[] {
  return connection.prepare('SELECT DISTINCT import_id FROM undone_part ORDER BY import_id').pluck().all() as number[];
}

/** Puts another part in the place of one; without rows it goes. */
export function replacePart({ connection }: ProjectDatabase, importId: number, { number, part }: NumberedPart): void {
  if (part.rows.length === 0) connection.prepare('DELETE FROM undone_part WHERE import_id = ? AND part = ?').run(importId, number);
  else connection.prepare('UPDATE undone_part SET content = ? WHERE import_id = ? AND part = ?').run(packed(part), importId, number);
}

/** Puts archived rows back into their table with the ids they had. */
export function restoreRows({ connection }: ProjectDatabase, { table, columns, rows }: ArchivePart): void {
  const insert = connection.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  for (const row of rows) insert.run(...row);
}

/** Forgets what an undone import had brought; it can no longer be redone. */
export function dropArchive({ connection }: ProjectDatabase, importId: number): void {
  connection.prepare('DELETE FROM undone_part WHERE import_id = ?').run(importId);
}
