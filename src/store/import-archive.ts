import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ProjectDatabase } from './project-database.ts';

/** Values as SQLite gives them; archives hold no blobs. */
type Value = string | number | null;

/** One piece of an archive: rows of a table, or a step that redo must repeat. */
export interface ArchivePart {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

const PAGE = 2000;

/** Tables an archive may hold; names from a project file are never put into a statement unchecked. */
const TABLES = new Set(['network', 'container', 'account', 'account_role', 'message', 'mention', 'reaction', 'label_decision', 'dropped_text', 'coverage', 'sighting', '#handed', '#message', '#account']);

/** Writes the parts of one undone import. */
export function createArchive({ connection }: ProjectDatabase, importId: number): { add(part: ArchivePart): void; addRows(table: string, where: string, parameters: readonly Value[]): void } {
  let part = 0;
  const insert = connection.prepare('INSERT INTO undone_part (import_id, part, content) VALUES (?, ?, ?)');
  const add = (piece: ArchivePart): void => {
    if (piece.rows.length === 0) return;
    insert.run(importId, part, deflateRawSync(JSON.stringify(piece), { level: 1 }));
    part += 1;
  };
  return {
    add,
    addRows(table, where, parameters) {
      const columns = (connection.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
      if (table === 'coverage' || table === 'sighting') {
        add({ table, columns, rows: connection.prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${where}`).raw().all(...parameters) as Value[][] });
        return;
      }
      const page = connection.prepare(`SELECT rowid, ${columns.join(', ')} FROM ${table} WHERE rowid > ? AND (${where}) ORDER BY rowid LIMIT ${String(PAGE)}`).raw();
      for (let after = 0; ; ) {
        const rows = page.all(after, ...parameters) as Value[][];
        add({ table, columns, rows: rows.map((row) => row.slice(1)) });
        const last = rows.at(-1)?.[0];
        if (rows.length < PAGE || typeof last !== 'number') return;
        after = last;
      }
    },
  };
}

/** Reads the parts of an undone import back, in order, one at a time. */
export function* archivedParts({ connection }: ProjectDatabase, importId: number): Generator<ArchivePart> {
  const read = connection.prepare('SELECT part, content FROM undone_part WHERE import_id = ? AND part > ? ORDER BY part LIMIT 1');
  for (let after = -1; ; ) {
    const row = read.get(importId, after) as { part: number; content: Buffer } | undefined;
    if (row === undefined) return;
    after = row.part;
    const part = JSON.parse(inflateRawSync(row.content).toString('utf8')) as ArchivePart;
    if (!TABLES.has(part.table) || !part.columns.every((column) => /^[a-z_]+$/.test(column))) throw new Error(`invalid archive part: ${part.table}`);
    yield part;
  }
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
